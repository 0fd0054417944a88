using NegotiationRules.Analysis.Circuits;
using NegotiationRules.Analysis.Grounding;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Questions;

/// <summary>Finds scenarios in which two rule sets over one vocabulary come to different outcomes.</summary>
/// <param name="newer">The first of the sets that the scenarios are asked about.</param>
/// <param name="older">The second.</param>
/// <param name="scenarios">The scenarios.</param>
internal sealed class OutcomeComparer(CheckedRuleSet newer, CheckedRuleSet older, AllScenarios scenarios)
{
    /// <summary>A scenario, as small as can be, in which a stage is valid by the one and not by the other.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="isGained">Whether it is valid by the newer rules.</param>
    public Sought Stage(string stage, bool isGained)
    {
        var (with, without) = isGained ? (0, 1) : (1, 0);
        return Smallest(scenarios.Seek(
            new[] { newer, older }.SelectMany(set => ConditionsOf(set, stage)),
            inquiry => inquiry.Circuit.And(
                inquiry.Rules[with].Of(stage, StageOutcome.Valid), !inquiry.Rules[without].Of(stage, StageOutcome.Valid)),
            scope => IsValid(isGained ? newer : older, stage, scope) && !IsValid(isGained ? older : newer, stage, scope)),

            // Not because something is left out.
            scope => IsValid(isGained ? newer : older, stage, scope) && IsNotValid(isGained ? older : newer, stage, scope));
    }

    /// <summary>Likewise one in which a rule is met, or does not apply, by the one, and is missed by the other.</summary>
    /// <param name="rule">The rule of the newer set.</param>
    /// <param name="was">The same of the older.</param>
    /// <param name="isGained">Whether it is missed by the older rules.</param>
    public Sought Rule(Rule rule, Rule was, bool isGained)
    {
        return Smallest(scenarios.Seek(
            AllScenarios.Of(rule).Concat(AllScenarios.Of(was)),
            inquiry => isGained
                ? inquiry.Circuit.And(inquiry.Rules[0].Allows(rule), Missed(inquiry, inquiry.Rules[1], was))
                : inquiry.Circuit.And(inquiry.Rules[1].Allows(was), Missed(inquiry, inquiry.Rules[0], rule)),
            IsIt), IsIt);

        bool IsIt(Scope scope) => Allows(isGained ? rule : was, scope) && IsMissed(isGained ? was : rule, scope);
    }

    private static Edge Missed(Inquiry inquiry, GroundRules rules, Rule rule) =>
        inquiry.Circuit.Or(rules.Of(rule, RuleOutcome.Violated), rules.Of(rule, RuleOutcome.Pending));

    private static bool Allows(Rule rule, Scope scope) =>
        RuleEvaluator.Evaluate(rule, scope) is RuleOutcome.Satisfied or RuleOutcome.NotApplicable;

    private static bool IsMissed(Rule rule, Scope scope) =>
        RuleEvaluator.Evaluate(rule, scope) is RuleOutcome.Violated or RuleOutcome.Pending;

    private static IEnumerable<Condition> ConditionsOf(CheckedRuleSet rules, string stage) =>
    [
        .. rules.Rules.Where(rule => rule.Stage == stage && GroundRules.Decides(rule)).SelectMany(AllScenarios.Of),
        .. rules.StageConditions[rules.Stages.IndexOf(stage)] is { } condition ? (Condition[])[condition] : [],
    ];

    private static bool IsValid(CheckedRuleSet rules, string stage, Scope scope) =>
        (rules.StageConditions[rules.Stages.IndexOf(stage)] is not { } condition || TreeWalk.Evaluate(condition, scope) != Truth.False)
        && rules.Rules.Where(rule => rule.Stage == stage && GroundRules.Decides(rule)).All(rule => Allows(rule, scope));

    private static bool IsNotValid(CheckedRuleSet rules, string stage, Scope scope) =>
        (rules.StageConditions[rules.Stages.IndexOf(stage)] is { } condition && TreeWalk.Evaluate(condition, scope) == Truth.False)
        || rules.Rules.Any(rule => rule.Stage == stage && GroundRules.Decides(rule) && IsMissed(rule, scope));

    private Sought Smallest(Sought sought, Func<Scope, bool> isIt) =>
        scenarios.Smallest(sought.Facts, isIt) is { } smallest ? Sought.Found(smallest) : sought;
}
