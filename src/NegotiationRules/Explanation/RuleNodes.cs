using NegotiationRules.Conditions;
using NegotiationRules.Explanation.Wording;

namespace NegotiationRules.Explanation;

/// <summary>All conditions and operands of a rule set with the names in reach at each, in the order in which they are read; what is used
/// twice in the same place comes once.</summary>
internal static class RuleNodes
{
    public static IReadOnlyList<(Node Node, Naming At)> Of(CheckedRuleSet rules)
    {
        var root = Naming.Root(rules.Vocabulary.Root);
        var found = new List<(Node, Naming)>();
        var seen = new HashSet<Node>();
        foreach (var node in rules.Rules.SelectMany(rule => new Node?[] { rule.When, rule.Require, rule.Deadline }).OfType<Node>())
        {
            Add(node, root);
        }

        return found;

        void Add(Node node, Naming at)
        {
            if (!seen.Add(node))
            {
                return;
            }

            found.Add((node, at));
            foreach (var child in node.Children)
            {
                Add(child.Node, child.IsInScenario ? root : child.List is { } list ? at.Enter(list) : at);
            }
        }
    }
}
