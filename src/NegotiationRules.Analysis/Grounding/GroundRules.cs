using NegotiationRules.Analysis.Circuits;
using NegotiationRules.Conditions;

namespace NegotiationRules.Analysis.Grounding;

/// <summary>Where in the scenarios of a frame rules and stages have which outcome.</summary>
/// <param name="rules">The rules.</param>
/// <param name="grounder">Makes circuits of their conditions.</param>
/// <param name="circuit">Takes them.</param>
internal sealed class GroundRules(CheckedRuleSet rules, Grounder grounder, Circuit circuit)
{
    private readonly Dictionary<Rule, GroundRule> _made = [];

    /// <summary>Where the rule has the outcome.</summary>
    public Edge Of(Rule rule, RuleOutcome outcome) => outcome switch
    {
        RuleOutcome.NotApplicable => Of(rule).When.False,
        RuleOutcome.Satisfied => circuit.And(!Of(rule).When.False, Of(rule).Require.True),
        RuleOutcome.Violated => circuit.And(Of(rule).Missed, Of(rule).Passed.True),
        RuleOutcome.Pending => circuit.And(Of(rule).Missed, Of(rule).Passed.False),
        _ => circuit.All(new[] { RuleOutcome.NotApplicable, RuleOutcome.Satisfied, RuleOutcome.Violated, RuleOutcome.Pending }
            .Select(other => !Of(rule, other))),
    };

    /// <summary>Where the rule keeps no stage from being valid: it is satisfied, or does not apply.</summary>
    public Edge Allows(Rule rule) => circuit.Or(Of(rule).When.False, Of(rule).Require.True);

    /// <summary>Where a stage that applies has no rule that keeps it from being valid, and so on.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="outcome">The outcome.</param>
    public Edge Of(string stage, StageOutcome outcome) => Of(stage, outcome, rules.Rules.Where(rule => rule.Stage == stage));

    /// <summary>The same if some of its rules are all there are.</summary>
    public Edge Of(string stage, StageOutcome outcome, IEnumerable<Rule> asked)
    {
        var applies = Applies(stage);
        var required = asked.Where(Decides).ToList();
        return outcome switch
        {
            StageOutcome.NotApplicable => !applies,
            StageOutcome.Valid => circuit.And(applies, circuit.All(required.Select(Allows))),
            StageOutcome.Invalid => circuit.And(applies, circuit.Any(required.Select(rule => Of(rule, RuleOutcome.Violated)))),
            _ => circuit.All(applies, !circuit.All(required.Select(Allows)),
                !circuit.Any(required.Select(rule => Of(rule, RuleOutcome.Violated)))),
        };
    }

    /// <summary>Where the stage may apply.</summary>
    public Edge Applies(string stage) =>
        rules.StageConditions[rules.Stages.IndexOf(stage)] is { } condition ? !grounder.Of(condition, grounder.Scenario).False : Edge.True;

    /// <summary>All that the outcome of a stage hangs on.</summary>
    public static IReadOnlyList<Condition> ConditionsOf(CheckedRuleSet rules, string stage) =>
    [
        .. rules.Rules.Where(rule => rule.Stage == stage && Decides(rule))
            .SelectMany(rule => new[] { rule.When, rule.Require, rule.Deadline })
            .Append(rules.StageConditions[rules.Stages.IndexOf(stage)]).OfType<Condition>(),
    ];

    /// <summary>Whether a stage hangs on the rule.</summary>
    public static bool Decides(Rule rule) => rule.Strength == Strength.Required && !rule.IsRisk;

    private GroundRule Of(Rule rule)
    {
        if (!_made.TryGetValue(rule, out var made))
        {
            var when = rule.When is null ? Rails.Always : grounder.Of(rule.When, grounder.Scenario);
            var require = grounder.Of(rule.Require, grounder.Scenario);
            require = rule.IsRisk ? !require : require;
            var passed = rule.Deadline is null ? Rails.Always : grounder.Of(rule.Deadline, grounder.Scenario);
            _made[rule] = made = new GroundRule(when, require, passed, circuit.And(when.True, require.False));
        }

        return made;
    }

    /// <param name="When">That it applies.</param>
    /// <param name="Require">What must hold.</param>
    /// <param name="Passed">That the day by which it must has passed.</param>
    /// <param name="Missed">Where it certainly applies, and does certainly not hold.</param>
    private sealed record GroundRule(Rails When, Rails Require, Rails Passed, Edge Missed);
}
