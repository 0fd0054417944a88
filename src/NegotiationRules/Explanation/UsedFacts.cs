using NegotiationRules.Conditions;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;

namespace NegotiationRules.Explanation;

/// <summary>Collects the facts that the rules read, by their full paths, in the order in which they are first read.</summary>
internal sealed class UsedFacts : ConditionWalk
{
    private readonly Dictionary<string, FactType> _found = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];

    private UsedFacts()
    {
    }

    public static IReadOnlyList<(string Path, FactType Type)> Of(CheckedRuleSet rules)
    {
        var walk = new UsedFacts();
        walk.VisitRules(rules);
        return [.. walk._order.Select(path => (path, walk._found[path]))];
    }

    protected override void VisitFact(FactReference fact, Naming at)
    {
        var path = at.FullPathOf(fact);
        if (path.Length > 0 && _found.TryAdd(path, fact.Type))
        {
            _order.Add(path);
        }
    }

    protected override void VisitNamed(NamedCondition condition, Naming at)
    {
    }
}
