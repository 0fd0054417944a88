using NegotiationRules.Conditions;
using NegotiationRules.Explanation.Wording;

namespace NegotiationRules.Explanation;

/// <summary>The named quantities that the rules use, each once, with the names in reach where it is first used.</summary>
internal static class UsedQuantities
{
    // Of an element it may be another one; what reads nothing of the element is the same everywhere.
    public static IReadOnlyList<(NamedOperand Quantity, Naming At)> Of(CheckedRuleSet rules) =>
    [
        .. RuleNodes.Of(rules)
            .Where(node => node.Node is NamedOperand)
            .Select(node => (Quantity: (NamedOperand)node.Node, node.At))
            .Select(named => named with { At = named.At.Level(named.Quantity.Reach.Innermost(named.At.Depth)) })
            .DistinctBy(named => (named.Quantity.Name, named.At.Name)),
    ];
}
