using NegotiationRules.Conditions;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;

namespace NegotiationRules.Explanation;

/// <summary>The facts that the rules read, by their full paths, in the order in which they are first read.</summary>
internal static class UsedFacts
{
    public static IReadOnlyList<(string Path, FactType Type)> Of(CheckedRuleSet rules)
    {
        return
        [
            .. RuleNodes.Of(rules)
                .SelectMany(node => In(node.Node, node.At))
                .Select(fact => (Path: fact.At.FullPathOf(fact.Fact), fact.Fact.Type))
                .Where(fact => fact.Path.Length > 0)
                .DistinctBy(fact => fact.Path),
        ];
    }

    private static IEnumerable<(FactReference Fact, Naming At)> In(Node node, Naming at)
    {
        if (node.Fact is { } fact)
        {
            yield return (fact, at);
        }

        at = node.List is { } list ? at.Around(list) : at;
        foreach (var level in node.List?.Levels ?? [])
        {
            yield return (level, at);
            at = at.Enter(new ListReference { Path = at.PathOf(level), Levels = [level], Element = ((ListType)level.Type).Element });
        }
    }
}
