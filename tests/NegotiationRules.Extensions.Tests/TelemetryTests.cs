using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using NegotiationRules.Extensions.Tests.Support;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace NegotiationRules.Extensions.Tests;

/// <summary>What OpenTelemetry exports. It listens to all that goes on, so nothing else may.</summary>
[Collection(nameof(TelemetryTests))]
[CollectionDefinition(nameof(TelemetryTests), DisableParallelization = true)]
public sealed class TelemetryTests : IDisposable
{
    private readonly RuleFolder _folder = new();
    private readonly List<Activity> _spans = [];
    private readonly List<MetricSnapshot> _metrics = [];

    public TelemetryTests() => _folder.Write("talks.rules.json", RuleFolder.Talks);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task EvaluationsOutcomesReloadsAndFaultsAreCounted()
    {
        await using var application = await StartAsync();
        foreach (var facts in new[] { "{}", """{ "agreement": { "termYears": 3 } }""", """{ "agreement": { "termYears": 30 } }""" })
        {
            application.Sets.Evaluate("talks", Scenario.Parse(facts));
        }

        var odd = Scenario.Parse("""{ "agreement": { "termYears": "long" } }""");
        Assert.False(application.Sets.TryEvaluate("talks", odd, out _, out var wrong));
        await application.Sets.ReloadAsync("talks");
        _folder.Write("talks.rules.json", "{");
        await application.Sets.ReloadAsync("talks");
        application.Services.GetRequiredService<MeterProvider>().ForceFlush();

        Assert.Equal(
            [
                $"negotiation_rules.evaluation.duration [s] error.type={wrong[0].Code} negotiation_rules.rule_set=talks 1",
                "negotiation_rules.evaluation.duration [s] negotiation_rules.rule_set=talks 3",
                $"negotiation_rules.evaluations [{{evaluation}}] error.type={wrong[0].Code} negotiation_rules.rule_set=talks 1",
                "negotiation_rules.evaluations [{evaluation}] negotiation_rules.rule_set=talks 3",
                "negotiation_rules.faults [{fault}] negotiation_rules.rule_set=talks 1",
                "negotiation_rules.reading.duration [s] error.type=NR1002 negotiation_rules.rule_set=talks 1",
                "negotiation_rules.reading.duration [s] negotiation_rules.rule_set=talks 2",
                "negotiation_rules.reloads [{reload}] negotiation_rules.rule_set=talks 1",
                "negotiation_rules.stage.outcomes [{outcome}] negotiation_rules.outcome=invalid negotiation_rules.rule_set=talks "
                    + "negotiation_rules.stage=talks 1",
                "negotiation_rules.stage.outcomes [{outcome}] negotiation_rules.outcome=undetermined negotiation_rules.rule_set=talks "
                    + "negotiation_rules.stage=talks 1",
                "negotiation_rules.stage.outcomes [{outcome}] negotiation_rules.outcome=valid negotiation_rules.rule_set=talks "
                    + "negotiation_rules.stage=talks 1",
            ],
            _metrics.SelectMany(Lines).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task TracesTellOutcomesAndNoFacts()
    {
        await using var application = await StartAsync();
        application.Sets.Evaluate("talks", Scenario.Parse("""{ "agreement": { "termYears": 37 } }"""));
        application.Sets.TryEvaluate("talks", Scenario.Parse("""{ "agreement": { "termYears": "for 37 years" } }"""), out _, out var wrong);

        await application.Sets.ReloadAsync("talks");

        Assert.Equal(["read talks", "evaluate talks", "evaluate talks", "read talks"], _spans.Select(span => span.DisplayName));
        Assert.Equal(
            ["negotiation_rules.rule_set=talks", "negotiation_rules.outcome.talks=valid"],
            _spans[1].Tags.Select(tag => $"{tag.Key}={tag.Value}"));
        Assert.Equal(
            ["negotiation_rules.rule_set=talks", $"error.type={wrong[0].Code}"], _spans[2].Tags.Select(tag => $"{tag.Key}={tag.Value}"));
        Assert.Equal((ActivityStatusCode.Error, null), (_spans[2].Status, _spans[2].StatusDescription));
    }

    [Fact]
    public async Task TracesTellFactsWhereThatIsAskedFor()
    {
        await using var application = await StartAsync(options => options.TraceFacts = true);
        var scenario = Scenario.Parse("""{ "talks": { "mediated": true } }""");
        application.Sets.Evaluate("talks", scenario);
        application.Sets.TryEvaluate("talks", Scenario.Parse("""{ "agreement": { "termYears": "long" } }"""), out _, out var wrong);

        Assert.Equal(scenario.ToString(), _spans[1].GetTagItem("negotiation_rules.scenario"));
        Assert.Equal(["agreement.termYears"], Assert.IsType<string[]>(_spans[1].GetTagItem("negotiation_rules.unsettled")));
        Assert.Equal(wrong[0].ToString(), _spans[2].StatusDescription);
    }

    // A host reads rules before it starts anything, telemetry too.
    [Fact]
    public async Task TheFirstReadingIsTracedAndMeasuredThoughTelemetryStartsAfterIt()
    {
        _folder.Write("talks.rules.json", "{");
        var before = DateTime.UtcNow;
        await using var application = await StartAsync(options => options.FaultStopsStart = false);
        application.Services.GetRequiredService<MeterProvider>().ForceFlush();

        var span = Assert.Single(_spans);
        Assert.Equal(
            ("read talks", ActivityStatusCode.Error, "NR1002"), (span.DisplayName, span.Status, span.GetTagItem("error.type")));
        Assert.InRange(span.StartTimeUtc, before, DateTime.UtcNow - span.Duration);
        Assert.NotEqual(TimeSpan.Zero, span.Duration);
        Assert.Equal(
            [
                "negotiation_rules.faults [{fault}] negotiation_rules.rule_set=talks 1",
                "negotiation_rules.reading.duration [s] error.type=NR1002 negotiation_rules.rule_set=talks 1",
            ],
            _metrics.SelectMany(Lines).Order(StringComparer.Ordinal));
    }

    private Task<Application> StartAsync(Action<HostedRuleSetOptions>? configure = null) => Application.StartAsync(services =>
    {
        services.AddNegotiationRules("talks", _folder.Path, options =>
        {
            options.Reload = false;
            configure?.Invoke(options);
        });
        services.AddOpenTelemetry()
            .WithMetrics(metrics => metrics.AddMeter("NegotiationRules").AddInMemoryExporter(_metrics))
            .WithTracing(traces => traces.AddSource("NegotiationRules").AddInMemoryExporter(_spans));
    });

    private static IEnumerable<string> Lines(MetricSnapshot metric)
    {
        foreach (var point in metric.MetricPoints)
        {
            var tags = new List<string>();
            foreach (var tag in point.Tags)
            {
                tags.Add($"{tag.Key}={tag.Value}");
            }

            var count = metric.MetricType == MetricType.Histogram ? point.GetHistogramCount() : point.GetSumLong();
            yield return $"{metric.Name} [{metric.Unit}] {string.Join(' ', tags.Order(StringComparer.Ordinal))} {count}";
        }
    }
}
