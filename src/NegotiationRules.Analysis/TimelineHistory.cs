using System.Globalization;
using NegotiationRules.Analysis.Questions;
using NegotiationRules.Analysis.Telling;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;

namespace NegotiationRules.Analysis;

/// <summary>What becomes of all that is watched on each day, and what a timeline tells of it.</summary>
/// <remarks>Immutable and safe to share between threads: whatever works something out makes its own scenario.</remarks>
internal sealed class TimelineHistory
{
    private readonly string _scenario;
    private readonly FactRecord _facts;
    private readonly FactReference _day;
    private readonly AnalysisLimits _limits;
    private readonly TimelineReasons _reasons;
    private readonly IReadOnlyList<Watched> _watched;
    private readonly IReadOnlyList<IReadOnlyList<OutcomeFrom>> _found;

    // Of each stage, where it is found whether it applies; -1 of one that always does. Rules come first, in their order.
    private readonly int[] _stages;

    private TimelineHistory(
        RuleSet rules, string scenario, FactRecord facts, FactReference day, PartialDate days, AnalysisLimits limits)
    {
        (RuleSet, _scenario, _facts, _day, Days, _limits) = (rules, scenario, facts, day, days, limits);
        _reasons = new TimelineReasons(rules.Checked, NewScenario);
        var dated = NewScenario();
        _watched = Watched.All(rules.Checked, dated.Over(days.First), dated.Days);
        _stages = new int[rules.Checked.Stages.Length];
        Array.Fill(_stages, -1);
        for (var i = 0; i < _watched.Count; i++)
        {
            if (_watched[i] is WatchedStage { Stage: var stage })
            {
                _stages[stage] = i;
            }
        }

        var bisection = DayBisection.Find(dated, _watched, days, limits);
        (_found, Evaluations) = (bisection.Found, bisection.Evaluations);
    }

    public RuleSet RuleSet { get; }

    public string Fact => _day.Path;

    public PartialDate Days { get; }

    public int Evaluations { get; }

    public static TimelineHistory Find(
        RuleSet rules, string scenario, FactRecord facts, FactReference day, PartialDate days, AnalysisLimits limits) =>
        new(rules, scenario, facts, day, days, limits);

    public Verdict VerdictOn(int day) => new(NewScenario().Evaluate(day, _scenario));

    public RuleOutcome? OutcomeOf(Rule rule, int day) => At(_found[rule.Index], day).Outcome;

    /// <summary>The outcome of a stage, if whether it applies is decided, and all required rules are.</summary>
    public StageOutcome? OutcomeOf(int stage, int day)
    {
        RuleOutcome? applies = _stages[stage] < 0 ? RuleOutcome.Satisfied : At(_found[_stages[stage]], day).Outcome;
        if (applies is null or RuleOutcome.NotApplicable)
        {
            return applies is null ? null : StageOutcome.NotApplicable;
        }

        var outcomes = RulesOf(stage).Select(rule => (Rule: rule, Outcome: OutcomeOf(rule, day))).ToList();
        return outcomes.Exists(rule => rule.Outcome is null && IsRequired(rule.Rule)) ? null
            : StageEvaluator.OutcomeOf(
                applies: true, outcomes.Where(rule => rule.Outcome is not null).Select(rule => (rule.Rule, rule.Outcome!.Value)));
    }

    public IReadOnlyList<TimelineChange> Changes()
    {
        var rules = _watched.SelectMany((watched, i) => ChangesOf(watched, _found[i])).ToList();
        return [.. rules.Concat<TimelineChange>(Enumerable.Range(0, _stages.Length).SelectMany(stage => ChangesOf(stage, rules)))
            .OrderBy(change => change.Day)
            .ThenBy(change => change is RuleChange { Rule.Index: var rule } ? rule : int.MaxValue)];
    }

    public IReadOnlyList<TimelineGap> Gaps() =>
    [
        .. RuleSet.Rules.SelectMany(rule => GapsIn(_found[rule.Index], rule.Stage, rule)),
        .. _stages.SelectMany((place, stage) => place < 0 ? [] : GapsIn(_found[place], RuleSet.Stages[stage], null)),
    ];

    private static bool IsRequired(Rule rule) => rule is { Strength: Strength.Required, IsRisk: false };

    private static OutcomeFrom At(IReadOnlyList<OutcomeFrom> found, int day)
    {
        var (low, high) = (0, found.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = found[middle].Day <= day ? (middle, high) : (low, middle - 1);
        }

        return found[low];
    }

    private IEnumerable<Rule> RulesOf(int stage) => RuleSet.Rules.Where(rule => RuleSet.Checked.StageOfRule[rule.Index] == stage);

    private IEnumerable<RuleChange> ChangesOf(Watched watched, IReadOnlyList<OutcomeFrom> found)
    {
        for (var i = 1; i < found.Count; i++)
        {
            if (found[i - 1].Outcome is not { } before || found[i] is not { Outcome: { } after, Day: var day })
            {
                continue;
            }

            Func<ChangeReasons> reasons = () => _reasons.Of(watched, before, after, day);
            if (watched is WatchedRule { Rule: var rule })
            {
                yield return new RuleChange(DateOnly.FromDayNumber(day), rule, null, before, after, reasons);
            }
            else if (watched is WatchedElement element)
            {
                var place = (Labels.Of(element.Element), element.Element.Path);
                yield return new RuleChange(DateOnly.FromDayNumber(day), element.Rule, place, before, after, reasons);
            }
        }
    }

    private IEnumerable<StageChange> ChangesOf(int stage, List<RuleChange> changes)
    {
        var (name, ofRules) = (RuleSet.Stages[stage], changes.Where(change => change.Element is null && IsRequired(change.Rule)));
        var tracks = RulesOf(stage).Select(rule => _found[rule.Index]).ToList();
        if (_stages[stage] is >= 0 and var applies)
        {
            tracks.Add(_found[applies]);
        }

        var byDay = ofRules.Where(change => change.Stage == name).ToLookup(change => change.Day.DayNumber);
        var before = OutcomeOf(stage, Days.First);
        foreach (var day in tracks.SelectMany(found => found.Select(from => from.Day)).Distinct().Order().Skip(1))
        {
            var after = OutcomeOf(stage, day);
            if (before is { } was && after is { } becomes && was != becomes)
            {
                yield return new StageChange(DateOnly.FromDayNumber(day), name, was, becomes, () => ReasonsOf(stage, byDay[day], day));
            }

            before = after;
        }
    }

    private ChangeReasons ReasonsOf(int stage, IEnumerable<RuleChange> changes, int day)
    {
        var ofRules = TimelineReasons.Of(changes);
        if (_stages[stage] < 0 || At(_found[_stages[stage]], day - 1).Outcome is not { } before
            || At(_found[_stages[stage]], day).Outcome is not { } after || before == after)
        {
            return ofRules;
        }

        // That it applies or does not is what its rules hang on too.
        var applies = _reasons.Of(_watched[_stages[stage]], before, after, day);
        return after == RuleOutcome.NotApplicable || before == RuleOutcome.NotApplicable ? applies
            : new ChangeReasons([.. applies.Because, .. ofRules.Because], [.. applies.Facts.Union(ofRules.Facts)]);
    }

    private IEnumerable<TimelineGap> GapsIn(IReadOnlyList<OutcomeFrom> found, string stage, Rule? rule)
    {
        for (var i = 0; i < found.Count; i++)
        {
            if (found[i].Outcome is null)
            {
                var last = i + 1 < found.Count ? found[i + 1].Day - 1 : Days.Last;
                yield return new TimelineGap(
                    DateOnly.FromDayNumber(found[i].Day), DateOnly.FromDayNumber(last), stage, rule, WordsOf(found[i].WhyNot));
            }
        }
    }

    private string WordsOf(WhyNot whyNot) => whyNot switch
    {
        WhyNot.Time => string.Create(CultureInfo.InvariantCulture,
            $"all the time that was allowed is used up ({_limits.Time.TotalSeconds:0.###} s); more time, or fewer days, would help"),
        WhyNot.Steps => "to evaluate one of these days takes more steps than are allowed",
        WhyNot.BeyondMeasure => "a number or a date grows beyond what can be represented on each of these days",
        _ => throw new InvalidOperationException("it was found out"),
    };

    private DatedScenario NewScenario() => new(RuleSet.Checked, _facts, _day);
}
