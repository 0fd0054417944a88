using NegotiationRules.Analysis.Tests.Support;
using NegotiationRules.Evaluation;
using NegotiationRules.Tests.Support;
using Xunit.Abstractions;

namespace NegotiationRules.Analysis.Tests.Timelines;

/// <summary>On all rules that ship a timeline tells what a session does that is taken from day to day.</summary>
public sealed class ShippedRulesTests(ITestOutputHelper output)
{
    // However busy the machine is.
    private static readonly AnalysisLimits Limits = AnalysisLimits.Default with { Time = TimeSpan.FromMinutes(5) };

    public static IEnumerable<object[]> Scenarios { get; } = [.. Found().Select(found => new object[] { found.Rules, found.Scenario })];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void ATimelineTellsWhatEveryDayDoes(string rules, string scenario)
    {
        var (set, facts) = (RuleSet.Load(Repository.At(rules)), Scenario.Load(Repository.At(scenario)));
        var usual = set.Timeline(facts, limits: Limits);

        // The treaties for fifty years, whatever their dates are.
        var timeline = rules.Contains("treaty", StringComparison.Ordinal)
            ? set.Timeline(facts, usual.To.AddYears(-50), usual.To, limits: Limits) : usual;

        Assert.Empty(timeline.Gaps);
        var days = CheckSession(timeline, set, facts);
        output.WriteLine($"{timeline}: {timeline.Evaluations:N0} evaluations, the same on {days:N0} days");
    }

    // What a change hangs on is what it turns on: were all these dates later, nothing would change on that day.
    [Theory]
    [MemberData(nameof(Scenarios))]
    public void NothingTurnsOnADayOnceTheFactsItHangsOnAreLater(string rules, string scenario)
    {
        var (set, facts) = (RuleSet.Load(Repository.At(rules)), Scenario.Load(Repository.At(scenario)));
        foreach (var change in set.Timeline(facts, limits: Limits).Changes.OfType<RuleChange>().Where(change => change.Element is null))
        {
            Assert.NotEmpty(change.Because);
            Assert.All(change.Because, sentence => Assert.False(string.IsNullOrWhiteSpace(sentence)));
            var dates = change.Facts.Where(path => DateAt(set, facts, path) is not null).ToList();
            if (dates.Count > 0)
            {
                var later = dates.Aggregate(
                    facts, (changed, path) => changed.With(path, DateAt(set, facts, path)!.Value.AddYears(3)));
                Assert.True(
                    set.Timeline(later, change.Day.AddDays(-1), change.Day, limits: Limits).Changes
                        .OfType<RuleChange>().All(other => other.Rule != change.Rule || other.After != change.After),
                    $"{change}, although these are later: {string.Join(", ", dates)}");
            }
        }
    }

    // Where rules are left to the tree walk a day takes long: then some days, and those around each change.
    private static int CheckSession(Timeline timeline, RuleSet set, Scenario scenario)
    {
        var (session, turns, checkedDays) = (new Session(set, scenario), timeline.Changes.Select(change => change.Day).ToHashSet(), 0);
        for (var day = timeline.From; day <= timeline.To; day = day.AddDays(1))
        {
            if (set.FirstRuleThatWalks is null || day.DayNumber % 97 == 0 || turns.Contains(day) || turns.Contains(day.AddDays(1)))
            {
                session.Set("asOf", day);
                session.Evaluate();
                checkedDays++;
                for (var rule = 0; rule < set.Rules.Count; rule++)
                {
                    Assert.Equal((day, session.OutcomeOf(rule)), (day, timeline.RuleOn(set.Rules[rule].Id, day)));
                }

                for (var stage = 0; stage < set.Stages.Count; stage++)
                {
                    Assert.Equal((day, session.OutcomeOfStage(stage)), (day, timeline.StageOn(set.Stages[stage], day)));
                }
            }
        }

        return checkedDays;
    }

    private static DateOnly? DateAt(RuleSet set, Scenario scenario, string path)
    {
        foreach (var last in (string[])["0002-01-01", "9998-01-01"])
        {
            // A place for a date, and one that states a whole day.
            if (!set.TryEvaluate(scenario.With(path, last), out _, out _))
            {
                return null;
            }
        }

        return DateIn(scenario.ToString(), path);
    }

    private static DateOnly? DateIn(string json, string path)
    {
        var node = System.Text.Json.Nodes.JsonNode.Parse(json);
        foreach (var step in path.Replace("]", string.Empty, StringComparison.Ordinal).Split('.', '['))
        {
            node = int.TryParse(step, out var index) ? Listed(node)?[index] : node?[step];
        }

        node = node is System.Text.Json.Nodes.JsonObject ? node["value"] : node;
        return DateOnly.TryParseExact(node?.ToString(), "yyyy-MM-dd", out var day) ? day : null;
    }

    private static System.Text.Json.Nodes.JsonNode? Listed(System.Text.Json.Nodes.JsonNode? node) =>
        node is System.Text.Json.Nodes.JsonObject ? node["known"] : node;

    private static IEnumerable<(string Rules, string Scenario)> Found() =>
        from set in ShippedScenarios.All()
        where ReadsTheDay(RuleSet.Load(Repository.At(set.Rules)))
        from scenario in set.Scenarios
        select (set.Rules, scenario);

    private static bool ReadsTheDay(RuleSet rules) =>
        rules.Checked.AsOf is { } day && new SeveralDays(day) is var days
        && rules.Rules.Any(rule => days.AreReadBy(rule.When) || days.AreReadBy(rule.Require) || days.AreReadBy(rule.Deadline));
}
