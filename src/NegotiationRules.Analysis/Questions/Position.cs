using NegotiationRules.Conditions;

namespace NegotiationRules.Analysis.Questions;

/// <summary>What one side asks: the rules of a set, or those that one party holds.</summary>
/// <param name="Name">Whose it is, for people.</param>
/// <param name="Set">The number of its rule set in an <see cref="Inquiry"/>.</param>
/// <param name="Rules">The rules, all in one set.</param>
/// <param name="Holder">The party that holds them, if they are not all of the set.</param>
internal sealed record Position(string Name, int Set, IReadOnlyList<Rule> Rules, string? Holder)
{
    /// <summary>What it insists on.</summary>
    public IEnumerable<Rule> Required => Rules.Where(rule => rule.Strength == Strength.Required && !rule.IsRisk);

    /// <summary>What it would like.</summary>
    public IEnumerable<Rule> Preferred => Rules.Where(rule => rule.Strength == Strength.Preferred && !rule.IsRisk);

    /// <summary>The positions of rule sets: each set is one.</summary>
    public static IReadOnlyList<Position> OfSets(IReadOnlyList<CheckedRuleSet> sets) =>
        [.. sets.Select((set, number) => new Position(NameOf(set, sets), number, set.Rules, null))];

    /// <summary>The positions of the parties within one set, in the order in which rules name them; what is nobody's own stands for all and
    /// comes first.</summary>
    public static IReadOnlyList<Position> OfHolders(CheckedRuleSet set)
    {
        var holders = set.Rules.Select(rule => rule.Holder).OfType<string>().Distinct(StringComparer.Ordinal);
        var shared = new Position(set.Name, 0, [.. set.Rules.Where(rule => rule.Holder is null && rule.Each?.Holder is null)], null);
        var own = holders.Select(holder => new Position(
            TitleOf(holder, set), 0, [.. set.Rules.Where(rule => rule.MayBeHeldBy(holder)).Select(rule => rule.HeldBy(holder))], holder));
        return [.. shared.Rules.Count > 0 ? [shared] : Array.Empty<Position>(), .. own];
    }

    public static string TitleOf(string holder, CheckedRuleSet set) => set.Parties.GetValueOrDefault(holder, holder);

    // The party that holds all that a set insists on, or else the set. Of two with one name the second is told apart by its number.
    private static string NameOf(CheckedRuleSet set, IReadOnlyList<CheckedRuleSet> sets)
    {
        var name = PartyOf(set) is { } party && sets.Count(other => PartyOf(other) == party) == 1 ? party : set.Name;
        var same = sets.Where(other => other.Name == set.Name).ToList();
        return name != set.Name || same.Count == 1 ? name : $"{name} ({same.IndexOf(set) + 1})";
    }

    private static string? PartyOf(CheckedRuleSet set)
    {
        var required = set.Rules.Where(rule => rule.Strength == Strength.Required && !rule.IsRisk);
        return required.Select(rule => rule.Holder).Distinct(StringComparer.Ordinal).ToList() is [{ } holder] ? TitleOf(holder, set) : null;
    }
}
