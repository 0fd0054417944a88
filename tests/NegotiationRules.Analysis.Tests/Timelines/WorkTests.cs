using System.Text.Json.Nodes;
using NegotiationRules.Evaluation;

namespace NegotiationRules.Analysis.Tests.Timelines;

/// <summary>How much work a timeline is: it grows with the days on which something changes, not with those that pass.</summary>
public sealed class WorkTests
{
    private static readonly DateOnly Start = new(2000, 1, 1);
    private static readonly Vocabulary Facts = Vocabulary.Parse("""
        { "type": "object", "properties": { "asOf": { "type": "string", "format": "date" }, "due": { "type": "string", "format": "date" },
          "other": { "type": "string", "format": "date" } } }
        """);

    [Fact]
    public void TwiceTheDaysAreAFewMoreEvaluations()
    {
        var rules = Rules(10);
        int Evaluations(int days) => rules.Timeline(Due("2000-03-05"), Start, Start.AddDays(days)).Evaluations;

        Assert.InRange(Evaluations(20_000) - Evaluations(10_000), 0, 4 * 10);
        Assert.InRange(Evaluations(20_000), 1, 10 * 2 * 16);
    }

    [Fact]
    public void TwiceTheRulesAreTwiceTheEvaluations()
    {
        int Evaluations(int rules) => Rules(rules).Timeline(Due("2010-03-05"), Start, Start.AddDays(20_000)).Evaluations;

        Assert.InRange(Evaluations(200), Evaluations(100), 2.2 * Evaluations(100));
    }

    [Fact]
    public void WhatIsUnknownOnEachDayIsSeenToBeSo()
    {
        var timeline = Rules(1).Timeline(Scenario.Parse("{}"), Start, Start.AddDays(20_000));

        Assert.Empty(timeline.Changes);
        Assert.Equal(RuleOutcome.Unknown, timeline.RuleOn("rule-0", Start));
        Assert.InRange(timeline.Evaluations, 1, 3);
    }

    // The limit is told, and what was found out before it stands.
    [Fact]
    public void WithoutTimeNothingIsDecidedAndThatIsSaid()
    {
        var timeline = Rules(1).Timeline(Due("2000-03-05"), Start, Start.AddDays(100), limits: new AnalysisLimits { Time = TimeSpan.Zero });

        var gap = Assert.Single(timeline.Gaps);
        Assert.Equal((Start, Start.AddDays(100), "rule-0"), (gap.First, gap.Last, gap.Rule!.Id));
        Assert.Contains("all the time that was allowed is used up (0 s); more time", gap.Reason, StringComparison.Ordinal);
        Assert.Null(timeline.RuleOn("rule-0", Start));
        Assert.Null(timeline.StageOn("talks", Start));
        Assert.Empty(timeline.Changes);
    }

    [Fact]
    public void ItCanBeCancelled()
    {
        var limits = new AnalysisLimits { CancellationToken = new CancellationToken(canceled: true) };

        Assert.Throws<OperationCanceledException>(() => Rules(1).Timeline(Due("2000-03-05"), limits: limits));
    }

    private static Scenario Due(string day) => Scenario.Parse($$"""{ "due": "{{day}}" }""");

    private static RuleSet Rules(int count) => RuleSet.Parse(
        new JsonObject
        {
            ["name"] = "days",
            ["stages"] = new JsonArray("talks"),
            ["rules"] = new JsonArray([.. Enumerable.Range(0, count).Select(i => new JsonObject
            {
                ["id"] = $"rule-{i}",
                ["require"] = JsonNode.Parse($$"""{ "value": { "fact": "due", "plus": "P{{i}}D" }, "onOrBefore": { "fact": "asOf" } }"""),
            })]),
        }.ToJsonString(),
        new RuleSetOptions { Vocabulary = Facts });
}
