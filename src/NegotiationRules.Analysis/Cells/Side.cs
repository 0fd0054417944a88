using System.Collections.Immutable;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Analysis.Cells;

/// <summary>One side of a comparison: an operand that goes over no list, and what it comes to for each value of the one fact in
/// it.</summary>
/// <remarks>What it comes to is asked of the evaluator, never worked out a second time.</remarks>
internal sealed class Side
{
    private const int MostCombinations = 1_000;

    private readonly Operand _operand;
    private readonly SchemaPlace _place;
    private readonly FixedFacts _fixed;
    private readonly ImmutableArray<FactReference> _facts;
    private readonly ImmutableArray<FactReference> _free;

    // What is around its one fact, which is looked at with one value after the other.
    private readonly Lazy<Setting?> _setting;

    public Side(Operand operand, SchemaPlace place, FixedFacts @fixed)
    {
        (_operand, _place, _fixed) = (operand, place, @fixed);
        _facts = [.. operand.Facts.DistinctBy(fact => (fact.Depth, string.Join('.', fact.Slots)))];
        _free = [.. _facts.Where(fact => ValuesOf(fact) is null)];
        _setting = new Lazy<Setting?>(() => Settings(default).Select(elements => new Setting(elements, Fact!)).FirstOrDefault());
    }

    public Operand Operand => _operand;

    /// <summary>The facts of a scenario that it reads.</summary>
    public IEnumerable<string> Keys => _free.Select(fact => _place.KeyOf(fact)!);

    /// <summary>The same for two sides that come to the same: the path of a fact just so, or what no other side is.</summary>
    public object Name => _operand is FactOperand { Fact: var fact } && _place.KeyOf(fact) is { } key ? key : _operand;

    public bool IsConstant => _free.IsEmpty;

    /// <summary>Whether facts that do not change are worked into it with more combinations of their values than are looked at: then not all
    /// it may come to is known.</summary>
    public bool IsCutOff => _facts.Select(ValuesOf).OfType<IReadOnlyList<FactValue>>()
        .Aggregate(1L, (product, values) => Math.Min(product * values.Count, MostCombinations + 1)) > MostCombinations;

    /// <summary>The one fact that it reads; <see langword="null"/> if there is none, or are several.</summary>
    public FactReference? Fact => _free is [var fact] ? fact : null;

    /// <summary>Whether it never goes down, or never up, as its one fact goes up.</summary>
    public bool IsMonotone => Fact is not null && Goes(_operand);

    /// <summary>Whether facts that do not change are worked into it with several values, or with one that is not known: where it turns
    /// is then more than one place.</summary>
    public bool IsMixed => !IsConstant && _facts.Select(ValuesOf).OfType<IReadOnlyList<FactValue>>()
        .Any(values => values.Any(value => !value.IsKnown || !value.IsSame(values[0])));

    /// <summary>The least and the greatest it may be on what is written out; in steps of a scale if it is exact.</summary>
    public IEnumerable<Int128> Constants(int scale) => Scopes(default).SelectMany(scope => Ends(() =>
    {
        var value = Quantities.Exact(_operand, scope, Math.Max(scale, _operand.Measure.Scale));
        return value.IsNothing ? [] : new[] { value.Low, value.High }.OfType<Int128>();
    })).Distinct();

    /// <inheritdoc cref="Constants"/>
    public IEnumerable<double> RealConstants() => Scopes(default).SelectMany(scope => Ends(() =>
    {
        var value = Quantities.Real(_operand, scope);
        return value.IsNothing ? [] : new[] { value.Low, value.High }.OfType<double>();
    })).Distinct();

    /// <summary>The texts that are written out.</summary>
    public IEnumerable<string> Texts() => Scopes(default).Select(scope => TreeWalk.ReadText(_operand, scope)).OfType<string>().Distinct();

    /// <summary>What it comes to for a value of its one fact; <see langword="null"/> if that is nothing, or beyond what can be
    /// represented.</summary>
    public Int128? At(FactValue value, int scale)
    {
        try
        {
            return _setting.Value is { } setting
                && Quantities.Exact(_operand, setting.With(value), Math.Max(scale, _operand.Measure.Scale))
                    is { IsValue: true, Low: { } low } ? low : null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>Notes of facts that not all values are known that they are compared with, if that is so.</summary>
    public static void NoteCutOff(Side with, IEnumerable<string> facts, Dictionary<string, string> inexact)
    {
        foreach (var key in with.IsCutOff ? facts : [])
        {
            inexact.TryAdd(key, "it is compared with more values than are looked at");
        }
    }

    private IEnumerable<Scope> Scopes(FactValue value) => Settings(value).Select(Setting.ScopeOf);

    // Facts that do not change, and those that are written out, may have several values, and what holds for any of them counts. Where
    // there are more combinations than are looked at, IsCutOff says so.
    private IEnumerable<FactValue[]> Settings(FactValue value)
    {
        List<(FactReference Fact, IReadOnlyList<FactValue> Values)> written =
            [.. _facts.Select(fact => (fact, ValuesOf(fact)!)).Where(pair => pair.Item2 is not null)];
        var chosen = new int[written.Count];
        for (var made = 0; made < MostCombinations && written.TrueForAll(pair => pair.Values.Count > 0); made++)
        {
            yield return ElementsWith(
                [.. written.Select((pair, i) => (pair.Fact, pair.Values[chosen[i]])), .. _free.Select(fact => (fact, value))]);
            var next = 0;
            while (next < chosen.Length && ++chosen[next] >= written[next].Values.Count)
            {
                chosen[next++] = 0;
            }

            if (next == chosen.Length)
            {
                yield break;
            }
        }
    }

    // The values that a fact may have if it is none to be varied; null if it is.
    private IReadOnlyList<FactValue>? ValuesOf(FactReference fact) => _place.KeyOf(fact) is { } key ? _fixed.ValuesOf(key)
        : [.. _place.At(fact.Depth).Values.Select(value => SchemaPlace.Follow(value, fact.Slots))];

    // The scenario, and an element of each depth.
    private FactValue[] ElementsWith(IReadOnlyList<(FactReference Fact, FactValue Value)> facts)
    {
        var elements = new FactValue[_place.Depth + 1];
        for (var depth = 0; depth <= _place.Depth; depth++)
        {
            var element = _place.At(depth).Type is RecordType record ? FactValue.Of(FactRecord.Empty(record)) : default;
            foreach (var (fact, value) in facts.Where(pair => pair.Fact.Depth == depth))
            {
                element = fact.Slots.IsEmpty ? value : FactValue.Of(element.Record.With(fact.Slots.AsSpan(), value));
            }

            elements[depth] = element;
        }

        return elements;
    }

    /// <summary>A scenario, and elements in it, made for one fact of them that has one value after the other.</summary>
    private sealed class Setting(FactValue[] elements, FactReference fact)
    {
        // The object that the fact is in, which is nobody else's.
        private readonly FactRecord? _holder = fact.Slots.IsEmpty ? null
            : SchemaPlace.Follow(elements[fact.Depth], fact.Slots[..^1]).Record;

        /// <summary>The facts in reach once it has a value; what was made before is not to be used any more.</summary>
        public Scope With(FactValue value)
        {
            if (_holder is null)
            {
                elements[fact.Depth] = value;
            }
            else
            {
                _holder.Change(fact.Slots[^1], value);
            }

            return ScopeOf(elements);
        }

        public static Scope ScopeOf(FactValue[] elements)
        {
            var scope = Scope.Of(elements[0].Record, WorkLimits.Default);
            foreach (var element in elements.AsSpan(1))
            {
                scope = scope.Enter(element);
            }

            return scope;
        }
    }

    private static IEnumerable<T> Ends<T>(Func<IEnumerable<T>> read)
    {
        try
        {
            return read();
        }
        catch (OverflowException)
        {
            return [];
        }
    }

    // Whether what is worked out of something that never turns round does not turn round itself.
    private static bool Goes(Operand operand) => operand switch
    {
        FactOperand => true,
        NamedOperand named => Goes(named.Meaning),
        MoveOperand move => Goes(move.Day),
        ArithmeticOperand arithmetic => (arithmetic.Left is Constant || arithmetic.Right is Constant)
            && Goes(arithmetic.Left is Constant ? arithmetic.Right : arithmetic.Left),
        FunctionOperand
        {
            Function: OperandFunction.Floor or OperandFunction.Ceiling or OperandFunction.Truncated or OperandFunction.Rounded
                or OperandFunction.Sign or OperandFunction.Year or OperandFunction.DateOf, Arguments: [var only, ..],
        } => Goes(only),
        _ => false,
    };
}
