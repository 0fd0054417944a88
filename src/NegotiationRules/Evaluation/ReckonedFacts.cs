using NegotiationRules.Conditions;

namespace NegotiationRules.Evaluation;

/// <summary>Finds the facts that a rule reckons with, and not only compares: where a number grows beyond all measure, it is one of
/// them.</summary>
internal static class ReckonedFacts
{
    /// <summary>Their paths, each once, in the order of the rule.</summary>
    public static IReadOnlyList<string> Of(Rule rule)
    {
        var found = new List<string>();
        var seen = new HashSet<(Node, bool)>();
        foreach (var node in new Node?[] { rule.When, rule.Require, rule.Deadline }.OfType<Node>())
        {
            Add(node, isReckoned: false);
        }

        return [.. found.Distinct()];

        void Add(Node node, bool isReckoned)
        {
            if (!seen.Add((node, isReckoned)))
            {
                return;
            }

            if (isReckoned && node is FactOperand fact)
            {
                found.Add(fact.Fact.Path);
            }

            // What elements are selected by is compared.
            foreach (var child in node.Children)
            {
                Add(child.Node, node is Operand && child.Node is Operand && (child.List is null || child.List == node.List));
            }
        }
    }
}
