using NegotiationRules.Conditions;
using NegotiationRules.Explanation.Wording;

namespace NegotiationRules.Explanation;

/// <summary>The named conditions that the rules use, each once, with the names in reach where it is first used.</summary>
internal static class NamedConditions
{
    // The same name may mean something else of another kind of element.
    public static IReadOnlyList<(NamedCondition Condition, Naming At)> Of(CheckedRuleSet rules) =>
    [
        .. RuleNodes.Of(rules)
            .Where(node => node.Node is NamedCondition)
            .Select(node => (Condition: (NamedCondition)node.Node, node.At))
            .DistinctBy(named => (named.Condition.Name, named.At.Name)),
    ];
}
