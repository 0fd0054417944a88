using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;

namespace NegotiationRules.Explanation;

/// <summary>The elements of a list that meet a condition, fail it, or may do either.</summary>
internal sealed record Tally(IReadOnlyList<Scope> Meeting, IReadOnlyList<Scope> Failing, IReadOnlyList<Scope> Maybe)
{
    public int Count => Meeting.Count + Failing.Count + Maybe.Count;

    public static Tally Of(IEnumerable<Scope> elements, Func<Scope, Truth> truthOf)
    {
        var sorted = elements.ToLookup(truthOf);
        return new Tally([.. sorted[Truth.True]], [.. sorted[Truth.False]], [.. sorted[Truth.Unknown]]);
    }
}
