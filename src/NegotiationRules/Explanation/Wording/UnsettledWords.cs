using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Facts;

namespace NegotiationRules.Explanation.Wording;

/// <summary>What is to be settled, in people's words: "the votes of Lebanon and Togo".</summary>
internal static class UnsettledWords
{
    /// <summary>All of it in one phrase, facts of the same name together.</summary>
    /// <param name="facts">The facts, in the order in which they are to be told.</param>
    /// <param name="scenario">The type of the scenario.</param>
    /// <param name="most">How many elements are named of those with the same fact, and how many such groups.</param>
    public static string Of(IReadOnlyList<OpenFact> facts, RecordType scenario, int most)
    {
        List<string> groups =
        [
            .. facts
                .GroupBy(fact => (KeyOf(fact.At), string.Join('.', fact.Fact.Slots), fact.Known.Kind == FactKind.List))
                .Select(group => OfGroup([.. group], scenario, most)),
        ];
        return groups.Count > 1 && groups.Exists(group => group.Contains(" and ", StringComparison.Ordinal)) && groups.Count <= most + 1
            ? $"{string.Join(", ", groups.SkipLast(1))}, and {groups[^1]}"
            : Series.And(groups, most);
    }

    // Elements of one list, whichever elements it is that have it.
    private static string KeyOf(Scope at) =>
        at.List is null ? string.Empty : $"{KeyOf(at.Outer!.At(at.List.Depth))}/{string.Join('.', at.List.Slots)}";

    private static string OfGroup(IReadOnlyList<OpenFact> facts, RecordType scenario, int most)
    {
        var (fact, at) = (facts[0].Fact, Naming.At(facts[0].At, scenario));
        IReadOnlyList<Scope> elements = [.. facts.Select(f => f.At)];
        if (fact.Type is ListType list && !fact.Slots.IsEmpty)
        {
            return OfLists(facts[0], list, elements, at, most);
        }

        if (facts.Count == 1)
        {
            return ConditionWording.Question(fact, at);
        }

        var names = Labels.OfAll(elements, most);
        return fact.Slots.IsEmpty ? names : ConditionWording.QuestionOfAll(fact, at, names);
    }

    // "the list of delegates of US", "whether there are more parties"
    private static string OfLists(OpenFact first, ListType type, IReadOnlyList<Scope> elements, Naming at, int most)
    {
        var one = new ListReference { Path = at.PathOf(first.Fact), Levels = [first.Fact], Element = type.Element };
        var words = ListWords.Of(one, at);
        var isBegun = first.Known.IsKnown;
        if (elements.Count > 1)
        {
            var (names, plural) = (Labels.OfAll(elements, most), words.IsTold ? words.Plural : at.PathOf(first.Fact));
            return isBegun ? $"whether {names} have more {plural}" : $"the lists of {plural} of {names}";
        }

        return !words.IsTold ? (isBegun ? $"whether {at.NameOf(first.Fact)} has more elements" : at.NameOf(first.Fact))
            : !isBegun ? $"the list of {words.Plural}{words.Owner}"
            : words.IsOwn ? $"whether {at.Name} has more {words.Plural}{words.InnerOwner}"
            : $"whether there are more {words.Plural}{words.Owner}";
    }
}
