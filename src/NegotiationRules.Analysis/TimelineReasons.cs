using NegotiationRules.Analysis.Questions;
using NegotiationRules.Analysis.Telling;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Outlines;

namespace NegotiationRules.Analysis;

/// <summary>Finds out why something changed on a day.</summary>
/// <remarks>Safe to share between threads: each answer is worked out on a scenario of its own.</remarks>
internal sealed class TimelineReasons(CheckedRuleSet rules, Func<DatedScenario> newScenario)
{
    /// <summary>Why a rule, an element or whether a stage applies is another than the day before.</summary>
    public ChangeReasons Of(Watched watched, RuleOutcome before, RuleOutcome after, int day)
    {
        try
        {
            var scenario = newScenario();
            var points = TurningPoints.Of(watched, before, after, scenario, day);
            var words = new TurningWords(rules, scenario.Days);
            return new ChangeReasons(words.Sentences(points), words.Facts(points));
        }
        catch (ScenarioException limit) when (limit.IsOfWork)
        {
            return new ChangeReasons(["why would take too long to find out"], []);
        }
    }

    /// <summary>Why a stage is another, of the required rules that are on that day: those of which it is made otherwise.</summary>
    public static ChangeReasons Of(IEnumerable<RuleChange> changes)
    {
        var bearing = changes.Where(change =>
            StageEvaluator.OutcomeBy(change.Rule, change.Before) != StageEvaluator.OutcomeBy(change.Rule, change.After)).ToList();
        return new ChangeReasons(
            [.. bearing.Select(change => $"{change.Rule.Title ?? change.Rule.Id}: {OutcomeWords.Of(change.Rule, change.After)}")],
            [.. bearing.SelectMany(change => change.Facts).Distinct(StringComparer.Ordinal)]);
    }
}
