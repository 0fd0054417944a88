using NegotiationRules.Analysis.Grounding;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Analysis.Questions;

/// <summary>Finds scenarios, in which something is not known, that the one of two rule sets over one vocabulary decides, and the other
/// leaves open.</summary>
/// <param name="newer">The first of the sets that the scenarios are asked about.</param>
/// <param name="older">The second.</param>
/// <param name="scenarios">The scenarios, in which anything may be unknown.</param>
internal sealed class KnowledgeComparer(CheckedRuleSet newer, CheckedRuleSet older, AllScenarios scenarios)
{
    /// <summary>One of a stage.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="isOpened">Whether the newer rules leave it open.</param>
    public Sought Stage(string stage, bool isOpened)
    {
        var (decides, leaves) = isOpened ? (older, newer) : (newer, older);
        var (one, other) = isOpened ? (1, 0) : (0, 1);
        return Smallest(
            scenarios.Seek(
                new[] { decides, leaves }.SelectMany(set => GroundRules.ConditionsOf(set, stage)),
                inquiry => inquiry.Circuit.And(
                    inquiry.Rules[other].Of(stage, StageOutcome.Undetermined),
                    !inquiry.Rules[one].Of(stage, StageOutcome.Undetermined)),
                IsIt),
            leaves, RuleMeanings.Deciding(leaves, stage), IsIt);

        bool IsIt(Scope scope) => OutcomeOf(leaves, stage, scope) == StageOutcome.Undetermined
            && OutcomeOf(decides, stage, scope) != StageOutcome.Undetermined;
    }

    /// <summary>One of a rule.</summary>
    /// <param name="rule">The rule of the newer set.</param>
    /// <param name="was">The same of the older.</param>
    /// <param name="isOpened">Whether the newer leaves it open.</param>
    public Sought Rule(Rule rule, Rule was, bool isOpened)
    {
        var (decided, left) = isOpened ? (was, rule) : (rule, was);
        var (one, other) = isOpened ? (1, 0) : (0, 1);
        return Smallest(
            scenarios.Seek(
                AllScenarios.Of(rule).Concat(AllScenarios.Of(was)),
                inquiry => inquiry.Circuit.And(
                    inquiry.Rules[other].Of(left, RuleOutcome.Unknown), !inquiry.Rules[one].Of(decided, RuleOutcome.Unknown)),
                IsIt),
            isOpened ? newer : older, [left], IsIt);

        bool IsIt(Scope scope) => RuleEvaluator.Evaluate(left, scope) == RuleOutcome.Unknown
            && RuleEvaluator.Evaluate(decided, scope) != RuleOutcome.Unknown;
    }

    private static StageOutcome OutcomeOf(CheckedRuleSet rules, string stage, Scope scope) => StageEvaluator.OutcomeOf(
        rules.StageConditions[rules.Stages.IndexOf(stage)] is not { } condition || TreeWalk.Evaluate(condition, scope) != Truth.False,
        RuleMeanings.Deciding(rules, stage).Select(rule => (rule, RuleEvaluator.Evaluate(rule, scope))));

    // Nothing is left out of which it would be told that it is not known, too.
    private Sought Smallest(Sought sought, CheckedRuleSet rules, List<Rule> open, Func<Scope, bool> isIt)
    {
        if (sought.Facts is not { } facts)
        {
            return sought;
        }

        var most = Unsettled(rules, open, facts);
        return Sought.Found(Shrinking.Shrink(
            facts, smaller => scenarios.Accepted(smaller, isIt).Facts is not null && Unsettled(rules, open, smaller) <= most));
    }

    private static int Unsettled(CheckedRuleSet rules, List<Rule> open, FactRecord facts) =>
        EvaluatedScenario.Evaluate(rules, facts, new DiagnosticBag()) is not { } evaluated ? int.MaxValue
            : open.Where(rule => evaluated.Outcomes[rule.Index] == RuleOutcome.Unknown)
                .SelectMany(rule => evaluated.UnsettledOf(rule).Select(fact => fact.Path)).Distinct(StringComparer.Ordinal).Count();
}
