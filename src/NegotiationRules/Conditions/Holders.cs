using NegotiationRules.Facts;

namespace NegotiationRules.Conditions;

/// <summary>The parties that hold rules, or may hold them for some elements.</summary>
/// <param name="Known">Their ids, in the order of the rules, then of the files.</param>
/// <param name="MayBeOthers">Whether facts of elements say who holds a rule, and these may be any.</param>
internal sealed record Holders(IReadOnlyList<string> Known, bool MayBeOthers)
{
    public static Holders Of(CheckedRuleSet rules)
    {
        var told = rules.Rules.Select(rule => rule.Each?.Holder).OfType<Operand>().ToList();
        var values = told.SelectMany(ValuesOf);
        IEnumerable<string> parties = told.Count == 0 ? [] : rules.Parties.Keys.Order(StringComparer.Ordinal);
        return new Holders(
            [.. rules.Rules.Select(rule => rule.Holder).OfType<string>().Concat(parties).Concat(values).Distinct(StringComparer.Ordinal)],
            rules.Parties.IsEmpty && told.Any(holder => !ValuesOf(holder).Any()));
    }

    public bool MayBe(string party) => MayBeOthers || Known.Contains(party);

    private static IEnumerable<string> ValuesOf(Operand holder) =>
        holder is FactOperand { Fact.Type: TextType { Values: { } values } } ? values : [];
}
