using NegotiationRules.Analysis.Cells;
using NegotiationRules.Analysis.Circuits;
using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Questions;

/// <summary>Finds where two elements of a list would have the same key, at least one of them being added.</summary>
internal sealed class SameKeys(Circuit circuit, FrameList list)
{
    /// <summary>The facts that make up keys.</summary>
    public IEnumerable<FrameFact> Keys => list.Type is { Key: { } key, Element: RecordType element }
        ? list.Elements.SelectMany(one => key.Select(name => PartOf(one, element.SlotOf(name)))) : [];

    /// <summary>Edges of which one is true wherever there are such two.</summary>
    public IEnumerable<Edge> Find()
    {
        if (list.Type is not { Key: { } key, Element: RecordType element })
        {
            yield break;
        }

        List<int> slots = [.. key.Select(element.SlotOf)];

        // Two that are like no value that is asked about may have one value here and be told apart all the same.
        var areApart = list.Elements.All(one => slots.Exists(slot => IsToldApart(PartOf(one, slot), slot)));
        if (slots is [var only] && list.Elements.All(one => one.Presence is not null) && AreOfTheSameCells(only) is { } first)
        {
            foreach (var cell in Enumerable.Range(0, first.Cells.Length)
                .Where(cell => first.Cells[cell].IsKnown && (areApart || IsOneValue(first, cell))))
            {
                yield return circuit.AtLeast(
                    list.Elements.Select(one => new Weighted(
                        circuit.And(circuit.Is(one.Presence!.Value, 1), Is(PartOf(one, only), cell)), 1)),
                    2);
            }

            yield break;
        }

        foreach (var pair in Pairs(slots, areApart))
        {
            yield return pair;
        }
    }

    // The first of the facts, if all of them may be in the same cells: then there are two that are the same if a cell has two.
    private FrameFact? AreOfTheSameCells(int slot)
    {
        List<FrameFact> facts = [.. list.Elements.Select(one => PartOf(one, slot))];
        return facts is [var first, ..] && facts.TrueForAll(fact => fact.Variable is not null && fact.Cells == first.Cells) ? first : null;
    }

    private IEnumerable<Edge> Pairs(List<int> slots, bool areApart)
    {
        for (var i = 0; i < list.Elements.Length; i++)
        {
            for (var k = i + 1; k < list.Elements.Length; k++)
            {
                var (one, other) = (list.Elements[i], list.Elements[k]);
                if (other.Presence is { } second)
                {
                    yield return circuit.All(
                    [
                        circuit.Is(second, 1), one.Presence is { } first ? circuit.Is(first, 1) : Edge.True,
                        .. slots.Select(slot => AreSame(PartOf(one, slot), PartOf(other, slot), areApart)),
                    ]);
                }
            }
        }
    }

    private bool IsToldApart(FrameFact fact, int slot) => fact.Variable is null || fact.Type is TextType { Values: not null }
        || (fact.Type is TextType
            && fact.Cells.Count(cell => cell.IsKnown && TextSamples.IsOther(cell.Text))
                >= list.Elements.Count(one => PartOf(one, slot).Variable is not null));

    private static FrameFact PartOf(FrameElement element, int slot) => (FrameFact)((FrameRecord)element.Content).Parts[slot];

    // A value that stands for no other, as no rule asks about a part of it.
    private static bool IsOneValue(FrameFact fact, int cell) => fact.Variable is null
        || fact.Type is BooleanType or TextType { Values: not null } || (fact.Type is TextType && !fact.Cells[cell].Text.Contains('…'));

    private Edge AreSame(FrameFact one, FrameFact other, bool areApart) => circuit.Any(
        from cell in Enumerable.Range(0, one.Cells.Length)
        from its in Enumerable.Range(0, other.Cells.Length)
        where one.Cells[cell].IsKnown && one.Cells[cell].IsSame(other.Cells[its])
            && (areApart || IsOneValue(one, cell) || IsOneValue(other, its))
        select circuit.And(Is(one, cell), Is(other, its)));

    private Edge Is(FrameFact fact, int cell) => fact.Variable is { } variable ? circuit.Is(variable, cell) : Edge.True;
}
