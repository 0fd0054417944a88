using NegotiationRules.Analysis.Circuits;
using NegotiationRules.Analysis.Grounding;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Questions;

/// <summary>Finds scenarios in which two rule sets over one vocabulary come to different outcomes.</summary>
/// <param name="newer">The first of the sets that the scenarios are asked about.</param>
/// <param name="older">The second.</param>
/// <param name="meanings">What is plain to see of both.</param>
/// <param name="scenarios">The scenarios.</param>
internal sealed class OutcomeComparer(CheckedRuleSet newer, CheckedRuleSet older, RuleMeanings meanings, AllScenarios scenarios)
{
    /// <summary>Whether it is plain to see that a stage is valid by the older rules wherever it is by the newer, or the other way
    /// round.</summary>
    public static bool IsPlain(CheckedRuleSet newer, CheckedRuleSet older, RuleMeanings meanings, string stage, bool isGained) =>
        meanings.Doubtful(isGained ? newer : older, isGained ? older : newer, stage) is { Applies: true, Rules.Count: 0 };

    /// <summary>A scenario, as small as can be, in which a stage is valid by the one and not by the other.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="isGained">Whether it is valid by the newer rules.</param>
    public Sought Stage(string stage, bool isGained)
    {
        var (with, without) = isGained ? (newer, older) : (older, newer);
        var (first, second) = isGained ? (0, 1) : (1, 0);
        var (doubtful, applies) = meanings.Doubtful(with, without, stage);
        if (applies && doubtful.Count == 0)
        {
            return Sought.None([]);
        }

        if (applies && ByThemselves(doubtful, RuleMeanings.Deciding(with, stage), first, second) is { IsNone: true } none)
        {
            return none;
        }

        return Smallest(scenarios.Seek(
            [.. GroundRules.ConditionsOf(with, stage), .. doubtful.SelectMany(AllScenarios.Of), .. ConditionOf(without, stage, !applies)],
            inquiry => inquiry.Circuit.And(
                inquiry.Rules[first].Of(stage, StageOutcome.Valid),
                inquiry.Circuit.Any(
                [
                    .. applies ? (Edge[])[] : [!inquiry.Rules[second].Applies(stage)],
                    .. doubtful.Select(rule => !inquiry.Rules[second].Allows(rule)),
                ])),
            scope => IsValid(with, stage, scope) && !IsValid(without, stage, scope)),

            // Not because something is left out.
            scope => IsValid(with, stage, scope) && IsNotValid(without, stage, scope));
    }

    /// <summary>Likewise one in which a rule is met, or does not apply, by the one, and is missed by the other.</summary>
    /// <param name="rule">The rule of the newer set.</param>
    /// <param name="was">The same of the older.</param>
    /// <param name="isGained">Whether it is missed by the older rules.</param>
    public Sought Rule(Rule rule, Rule was, bool isGained)
    {
        if (meanings.Implies(isGained ? rule : was, isGained ? was : rule))
        {
            return Sought.None([]);
        }

        return Smallest(scenarios.Seek(
            AllScenarios.Of(rule).Concat(AllScenarios.Of(was)),
            inquiry => isGained
                ? inquiry.Circuit.And(inquiry.Rules[0].Allows(rule), Missed(inquiry, inquiry.Rules[1], was))
                : inquiry.Circuit.And(inquiry.Rules[1].Allows(was), Missed(inquiry, inquiry.Rules[0], rule)),
            IsIt), IsIt);

        bool IsIt(Scope scope) => Allows(isGained ? rule : was, scope) && IsMissed(isGained ? was : rule, scope);
    }

    // What the rules that changed say by themselves is less to ask, and proves as much where nothing is found; null if they have no others
    // beside them, or none of their name in the first set.
    private Sought? ByThemselves(IReadOnlyList<Rule> doubtful, List<Rule> given, int first, int second)
    {
        var pairs = doubtful.Select(rule => (Given: given.Find(one => one.Id == rule.Id), Rule: rule)).ToList();
        return pairs.Exists(pair => pair.Given is null) || pairs.Count == given.Count ? null : scenarios.Seek(
            pairs.SelectMany(pair => AllScenarios.Of(pair.Given!).Concat(AllScenarios.Of(pair.Rule))),
            inquiry => inquiry.Circuit.Any(pairs.Select(pair => inquiry.Circuit.And(
                inquiry.Rules[first].Allows(pair.Given!), !inquiry.Rules[second].Allows(pair.Rule)))),
            scope => pairs.Exists(pair => Allows(pair.Given!, scope) && !Allows(pair.Rule, scope)));
    }

    private static IEnumerable<Condition> ConditionOf(CheckedRuleSet rules, string stage, bool isAsked) =>
        isAsked && rules.StageConditions[rules.Stages.IndexOf(stage)] is { } condition ? [condition] : [];

    private static Edge Missed(Inquiry inquiry, GroundRules rules, Rule rule) =>
        inquiry.Circuit.Or(rules.Of(rule, RuleOutcome.Violated), rules.Of(rule, RuleOutcome.Pending));

    private static bool Allows(Rule rule, Scope scope) =>
        RuleEvaluator.Evaluate(rule, scope) is RuleOutcome.Satisfied or RuleOutcome.NotApplicable;

    private static bool IsMissed(Rule rule, Scope scope) =>
        RuleEvaluator.Evaluate(rule, scope) is RuleOutcome.Violated or RuleOutcome.Pending;

    private static bool IsValid(CheckedRuleSet rules, string stage, Scope scope) =>
        (rules.StageConditions[rules.Stages.IndexOf(stage)] is not { } condition || TreeWalk.Evaluate(condition, scope) != Truth.False)
        && RuleMeanings.Deciding(rules, stage).All(rule => Allows(rule, scope));

    private static bool IsNotValid(CheckedRuleSet rules, string stage, Scope scope) =>
        (rules.StageConditions[rules.Stages.IndexOf(stage)] is { } condition && TreeWalk.Evaluate(condition, scope) == Truth.False)
        || RuleMeanings.Deciding(rules, stage).Exists(rule => IsMissed(rule, scope));

    private Sought Smallest(Sought sought, Func<Scope, bool> isIt) =>
        scenarios.Smallest(sought.Facts, isIt) is { } smallest ? Sought.Found(smallest) : sought;
}
