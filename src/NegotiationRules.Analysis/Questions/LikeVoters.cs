using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Questions;

/// <summary>Orders voters by what the rules read of them beside their votes: those that weigh most first, and alike ones side by
/// side.</summary>
/// <remarks>It only matters for how large the diagram gets. What is compared are the paths of elements.</remarks>
internal sealed class LikeVoters : IComparer<string>
{
    private readonly ILookup<string, FactValue> _facts;

    public LikeVoters(Inquiry inquiry, string vote) => _facts = inquiry.Frame.Facts
        .Where(fact => fact.Key != vote && inquiry.IsRead(fact.Key))
        .ToLookup(fact => fact.Path[..(fact.Path.LastIndexOf(']') + 1)], fact => fact.Cells[0], StringComparer.Ordinal);

    public int Compare(string? x, string? y) => _facts[x!].Zip(_facts[y!], Compare).FirstOrDefault(order => order != 0);

    private static int Compare(FactValue one, FactValue other) =>
        one.Kind == FactKind.Text && other.Kind == FactKind.Text ? string.CompareOrdinal(one.Text, other.Text)
        : Number(other).CompareTo(Number(one));

    private static double Number(FactValue value) => value.Kind switch
    {
        FactKind.Boolean => value.Boolean ? 1 : 0,
        FactKind.Exact => value.Steps,
        FactKind.Real => value.Real,
        FactKind.Date => value.Date.First,
        FactKind.DateTime => value.UtcTicks,
        _ => double.NegativeInfinity,
    };
}
