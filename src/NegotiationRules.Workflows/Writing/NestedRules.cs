using NegotiationRules.Conditions;
using NegotiationRules.Syntax;

namespace NegotiationRules.Workflows.Writing;

/// <summary>Finds rules that only join others: claims named after them, <c>Parent › Child</c>, as workflows nest them.</summary>
internal sealed class NestedRules
{
    private const string Separator = " › ";

    private readonly Dictionary<string, Rule> _byId;
    private readonly Dictionary<Rule, List<Rule>> _children = [];

    public NestedRules(IReadOnlyList<Rule> rules)
    {
        _byId = rules.ToDictionary(r => r.Id, StringComparer.Ordinal);
        foreach (var rule in rules)
        {
            if (FindChildren(rule) is { } children)
            {
                _children.Add(rule, children);
            }
        }

        var nested = _children.Values.SelectMany(children => children).ToHashSet();
        Outermost = [.. rules.Where(r => !nested.Contains(r))];
    }

    /// <summary>The rules that are not nested in another, in their order.</summary>
    public IReadOnlyList<Rule> Outermost { get; }

    public bool IsParent(Rule rule) => _children.ContainsKey(rule);

    public IReadOnlyList<Rule> ChildrenOf(Rule parent) => _children[parent];

    /// <summary>Whether one child is enough.</summary>
    public static bool IsAny(Rule parent) => parent.Require is Composition { Kind: CompositionKind.Any };

    /// <summary>What a child is called inside its parent.</summary>
    public static string NameIn(Rule parent, Rule child) => child.Id[(parent.Id.Length + Separator.Length)..];

    private List<Rule>? FindChildren(Rule rule)
    {
        if (rule.When is not null || rule.Deadline is not null || rule.IsRisk)
        {
            return null;
        }

        IReadOnlyList<Condition> parts = rule.Require is Composition { Kind: CompositionKind.All or CompositionKind.Any, Parts: var all }
            ? all
            : [rule.Require];
        var children = parts.Select(part => part is RuleReference { Id: var id } ? ChildOf(rule, id) : null).ToList();
        return children.Contains(null) ? null : [.. children.OfType<Rule>()];
    }

    private Rule? ChildOf(Rule parent, string id) =>
        id.StartsWith(parent.Id + Separator, StringComparison.Ordinal)
        && _byId.TryGetValue(id, out var child)
        && child is { Strength: Strength.Claim, Deadline: null }
            ? child
            : null;
}
