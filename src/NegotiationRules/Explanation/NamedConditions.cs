using NegotiationRules.Conditions;
using NegotiationRules.Explanation.Wording;

namespace NegotiationRules.Explanation;

/// <summary>Collects the named conditions that the rules use, each once, with the names in reach where it is first used.</summary>
internal sealed class NamedConditions : ConditionWalk
{
    private readonly List<(NamedCondition Condition, Naming At)> _found = [];
    private readonly HashSet<(string Name, string Place)> _seen = [];

    private NamedConditions()
    {
    }

    public static IReadOnlyList<(NamedCondition Condition, Naming At)> Of(CheckedRuleSet rules)
    {
        var walk = new NamedConditions();
        walk.VisitRules(rules);
        return walk._found;
    }

    protected override void VisitFact(FactReference fact, Naming at)
    {
    }

    // The same name may mean something else of another kind of element.
    protected override void VisitNamed(NamedCondition condition, Naming at)
    {
        if (_seen.Add((condition.Name, at.Name)))
        {
            _found.Add((condition, at));
        }
    }
}
