using System.Collections.Immutable;
using NegotiationRules.Analysis.Cells;
using NegotiationRules.Analysis.Circuits;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Grounding;

/// <summary>What a condition or an operand that goes over no list reads in one place: a few facts, each in one of its cells.</summary>
/// <remarks>What becomes of it for each choice of cells is asked of the evaluator. A fact that has one value is as it is.</remarks>
internal sealed class PlainFacts
{
    private readonly Node _node;
    private readonly GroundPlace _place;
    private readonly WorkLimits _work;
    private readonly List<(FactReference Fact, FrameFact Part)> _facts = [];
    private readonly List<FrameFact> _varied = [];

    // Whether nothing but the cells of its facts tells what becomes of it.
    private bool _isOfCells = true;

    private PlainFacts(Node node, GroundPlace place, WorkLimits work) => (_node, _place, _work) = (node, place, work);

    /// <summary>The facts that have several cells, each once.</summary>
    public IReadOnlyList<FrameFact> Varied => _varied;

    /// <summary>How many choices of cells there are; as good as endless if that is beyond counting.</summary>
    public long Rows => _varied.Aggregate(1L, (rows, fact) => Math.Min(rows * fact.Cells.Length, int.MaxValue));

    /// <summary>What it reads; nothing if it goes over a list, or asks for one as a whole.</summary>
    public static PlainFacts? Of(Node node, GroundPlace place, WorkLimits work)
    {
        if (node.All().Any(inner => inner.List is not null))
        {
            return null;
        }

        var plain = new PlainFacts(node, place, work);
        foreach (var fact in node.All().Select(inner => inner.Fact).OfType<FactReference>())
        {
            switch (place.Read(fact))
            {
                case FrameFact part:
                    plain._facts.Add((fact, part));
                    plain._isOfCells &= part.Variable is not null;
                    if (part.Variable is not null && !plain._varied.Contains(part))
                    {
                        plain._varied.Add(part);
                    }

                    break;
                case not null:
                    return null;
                default:
                    plain._isOfCells = false;
                    break;
            }
        }

        return plain;
    }

    /// <summary>For each value there is, where it comes to that.</summary>
    /// <param name="circuit">Takes the edges.</param>
    /// <param name="tables">Keeps what was read of the same before.</param>
    /// <param name="scale">The scale at which it is read.</param>
    /// <param name="read">Reads it.</param>
    public IReadOnlyList<(T Value, Edge Where)> Tabulate<T>(Circuit circuit, CellTables tables, int scale, Func<Scope, T> read)
        where T : notnull
    {
        var rows = _isOfCells
            ? tables.Of(_node, scale, [.. _facts.Select(fact => (fact.Part.Cells, _varied.IndexOf(fact.Part)))], Rows, () => RowsOf(read))
            : RowsOf(read);
        return [.. Tabulate(circuit, rows, 0, 0).Select(pair => (pair.Key, pair.Value))];
    }

    // The cells of the last fact change first.
    private T[] RowsOf<T>(Func<Scope, T> read)
    {
        var (rows, cells) = (new T[Rows], _varied.ToDictionary(fact => fact, _ => 0));
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = read(ScopeAt(cells));
            for (var number = _varied.Count - 1; number >= 0; number--)
            {
                var fact = _varied[number];
                cells[fact] = (cells[fact] + 1) % fact.Cells.Length;
                if (cells[fact] > 0)
                {
                    break;
                }
            }
        }

        return rows;
    }

    private Dictionary<T, Edge> Tabulate<T>(Circuit circuit, T[] rows, int row, int number)
        where T : notnull
    {
        if (number == _varied.Count)
        {
            return new Dictionary<T, Edge> { [rows[row]] = Edge.True };
        }

        var fact = _varied[number];
        var inner = new List<Dictionary<T, Edge>>();
        for (var cell = 0; cell < fact.Cells.Length; cell++)
        {
            inner.Add(Tabulate(circuit, rows, (row * fact.Cells.Length) + cell, number + 1));
        }

        return ByCell.Merge(circuit, fact.Variable!.Value, inner);
    }

    // Only what is read is in it.
    private Scope ScopeAt(Dictionary<FrameFact, int> cells)
    {
        Scope? scope = null;
        for (var depth = 0; depth <= _place.Depth; depth++)
        {
            var at = _place.At(depth);
            if (at.IsSupposed)
            {
                scope = scope!.Suppose();
                continue;
            }

            var value = at.Part is null ? at.Value : Read(at.Part, depth, cells);
            scope = scope is null ? Scope.Of(value.Record, _work)
                : at.Parameter is { } parameter ? scope.EnterValue(value, parameter, at.Index)
                : scope.Enter(value, at.List, at.Index);
        }

        return scope!;
    }

    private FactValue Read(FramePart part, int depth, Dictionary<FrameFact, int> cells)
    {
        if (part is FrameFact fact)
        {
            return fact.Cells[cells.GetValueOrDefault(fact)];
        }

        if (part is not FrameRecord record)
        {
            return default;
        }

        var whole = FactRecord.Empty(record.Type);
        foreach (var (reference, read) in _facts)
        {
            if (reference.Depth == depth)
            {
                whole = whole.With(reference.Slots.AsSpan(), read.Cells[cells.GetValueOrDefault(read)]);
            }
        }

        return FactValue.Of(whole);
    }
}
