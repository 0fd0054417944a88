using NegotiationRules.Analysis.Questions;
using NegotiationRules.Analysis.Telling;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Analysis.Tests.Timelines;

/// <summary>What becomes of rules and stages where every day is evaluated by itself: what a timeline is held against.</summary>
internal static class EveryDay
{
    /// <summary>How many outcomes were compared, and in how many of them something was another than on the day before.</summary>
    public readonly record struct Compared(long Outcomes, long Turns);

    /// <summary>Fails where a timeline says something else than the verdict on a day, lists another change, or leaves something
    /// open.</summary>
    public static Compared Check(RuleSet rules, Scenario scenario, DateOnly from, DateOnly to, string fact = "asOf")
    {
        var timeline = rules.Timeline(scenario, from, to, fact, new AnalysisLimits { Time = TimeSpan.MaxValue });
        var slots = SlotsOf(rules.Vocabulary.Root, fact);
        var facts = scenario.Bind(rules.Vocabulary, new DiagnosticBag());
        var (told, outcomes, turns) = (new List<string>(), 0L, 0L);
        EvaluatedScenario? before = null;
        for (var day = from; ; day = day.AddDays(1))
        {
            var on = facts.With(slots, FactValue.Of(PartialDate.Of(day)));
            if (EvaluatedScenario.Evaluate(rules.Checked, on, new DiagnosticBag()) is { } evaluated)
            {
                outcomes += CheckDay(timeline, new Verdict(evaluated), day);
                told.AddRange(before is null ? []
                    : Changes(before, evaluated, day, new SeveralDays(DayFact.Find(rules.Vocabulary, fact)!)));
                turns += before is null ? 0 : evaluated.Outcomes.Where((outcome, i) => outcome != before.Outcomes[i]).Count();
                before = evaluated;
            }
            else
            {
                CheckGaps(timeline, rules, on, day);
                before = null;
            }

            if (day == to)
            {
                break;
            }
        }

        if (timeline.Gaps.Count == 0)
        {
            Assert.Equal(told, timeline.Changes.Select(change => change.ToString()));
        }

        return new Compared(outcomes, turns);
    }

    private static int CheckDay(Timeline timeline, Verdict verdict, DateOnly day)
    {
        foreach (var rule in verdict.Rules)
        {
            Assert.True(timeline.RuleOn(rule.Rule.Id, day) == rule.Outcome,
                $"{rule.Rule.Id} on {day:yyyy-MM-dd}: {timeline.RuleOn(rule.Rule.Id, day)}, not {rule.Outcome}");
        }

        foreach (var stage in verdict.Stages)
        {
            Assert.True(timeline.StageOn(stage.Name, day) == stage.Outcome,
                $"{stage.Name} on {day:yyyy-MM-dd}: {timeline.StageOn(stage.Name, day)}, not {stage.Outcome}");
        }

        return verdict.Rules.Count + verdict.Stages.Count;
    }

    // Where no verdict is given as one rule has none, the others are told all the same.
    private static void CheckGaps(Timeline timeline, RuleSet rules, FactRecord facts, DateOnly day)
    {
        foreach (var rule in rules.Rules)
        {
            RuleOutcome? outcome;
            try
            {
                outcome = RuleEvaluator.Evaluate(rule, Scope.Of(facts));
            }
            catch (OverflowException)
            {
                outcome = null;
            }

            Assert.True(timeline.RuleOn(rule.Id, day) == outcome,
                $"{rule.Id} on {day:yyyy-MM-dd}: {timeline.RuleOn(rule.Id, day)}, not {outcome}");
        }
    }

    private static IEnumerable<string> Changes(EvaluatedScenario before, EvaluatedScenario after, DateOnly day, SeveralDays days)
    {
        var (was, now) = (new Verdict(before), new Verdict(after));
        return
        [
            .. was.Rules.Zip(now.Rules).SelectMany(pair =>
                OfRule(pair.First, pair.Second).Concat(OfElements(pair.First, pair.Second, days))
                    .Select(change => $"{day:yyyy-MM-dd} {change}")),
            .. was.Stages.Zip(now.Stages).Where(pair => pair.First.Outcome != pair.Second.Outcome)
                .Select(pair => new StageChange(
                    day, pair.First.Name, pair.First.Outcome, pair.Second.Outcome, () => new ChangeReasons([], [])).ToString()),
        ];
    }

    private static IEnumerable<string> OfRule(RuleVerdict was, RuleVerdict now) =>
        was.Outcome == now.Outcome ? [] : [new OutcomeChange(was.Rule, was.Outcome, now.Outcome).ToString()];

    // Of a list that has the same elements on each day.
    private static IEnumerable<string> OfElements(RuleVerdict was, RuleVerdict now, SeveralDays days) =>
        was.Rule.Each is not { List: var list } || list.Children.Any(child => days.AreReadBy(child.Node)) ? []
        : was.Elements.Zip(now.Elements).Where(pair => pair.First.Outcome != pair.Second.Outcome).Select(pair =>
            new OutcomeChange(was.Rule, pair.First.Outcome, pair.Second.Outcome).ToString()
                .Replace($"{was.Rule.Id}: ", $"{was.Rule.Id} for {pair.First.Label}: ", StringComparison.Ordinal));

    private static int[] SlotsOf(RecordType type, string path)
    {
        var slots = new List<int>();
        foreach (var name in path.Split('.'))
        {
            slots.Add(type.SlotOf(name));
            type = type.Properties[slots[^1]].Type as RecordType ?? type;
        }

        return [.. slots];
    }
}
