using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;
using NegotiationRules.Testing;

namespace NegotiationRules.Extensions.Telemetry;

/// <summary>Measures and traces what becomes of rule sets. Nobody who does not listen pays for it.</summary>
internal sealed class RuleSetTelemetry : IDisposable
{
    public const string Name = "NegotiationRules";

    private const string RuleSetTag = "negotiation_rules.rule_set";
    private const string StageTag = "negotiation_rules.stage";
    private const string OutcomeTag = "negotiation_rules.outcome";
    private const string ErrorTag = "error.type";

    private static readonly ActivitySource Source = new(Name);

    // From a microsecond up: most rule sets take less than the least bucket of the usual ones.
    private static readonly InstrumentAdvice<double> Buckets = new()
    {
        HistogramBucketBoundaries =
            [0.000001, 0.000005, 0.00001, 0.000025, 0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 1],
    };

    private static readonly InstrumentAdvice<double> ReadingBuckets = new()
    {
        HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    };

    private readonly Meter? _own;
    private readonly Counter<long> _evaluations;
    private readonly Counter<long> _outcomes;
    private readonly Histogram<double> _duration;
    private readonly Histogram<double> _readings;
    private readonly Counter<long> _reloads;
    private readonly Counter<long> _faults;

    /// <param name="meters">Of the host; <see langword="null"/> if there is none.</param>
    public RuleSetTelemetry(IMeterFactory? meters)
    {
        var meter = meters?.Create(Name) ?? (_own = new Meter(Name));
        _evaluations = meter.CreateCounter<long>(
            "negotiation_rules.evaluations", "{evaluation}", "Scenarios that were evaluated; with error.type, those that could not be.");
        _outcomes = meter.CreateCounter<long>(
            "negotiation_rules.stage.outcomes", "{outcome}", "Outcomes of stages: valid, invalid, undetermined or notApplicable.");
        _duration = meter.CreateHistogram(
            "negotiation_rules.evaluation.duration", "s", "How long evaluating a scenario took.", tags: null, Buckets);
        _readings = meter.CreateHistogram(
            "negotiation_rules.reading.duration", "s", "How long reading a rule set took; with error.type, one that could not be used.",
            tags: null, ReadingBuckets);
        _reloads = meter.CreateCounter<long>("negotiation_rules.reloads", "{reload}", "How many times other rules came into force.");
        _faults = meter.CreateCounter<long>("negotiation_rules.faults", "{fault}", "How many times rules were read and could not be used.");
    }

    public bool TryEvaluate(
        string name, RuleSet rules, bool tracesFacts, Scenario scenario,
        [NotNullWhen(true)] out Verdict? verdict, out IReadOnlyList<Diagnostic> diagnostics)
    {
        using var activity = Source.HasListeners() ? Source.StartActivity($"evaluate {name}") : null;
        var begun = _duration.Enabled ? Stopwatch.GetTimestamp() : 0;
        var isEvaluated = rules.TryEvaluate(scenario, out verdict, out diagnostics);
        var error = isEvaluated ? null : diagnostics.First(one => one.Severity == DiagnosticSeverity.Error).Code;
        Measure(name, verdict, error, begun);
        if (activity is not null)
        {
            Tell(activity, name, rules, verdict, error);
            if (tracesFacts)
            {
                TellFacts(activity, scenario, verdict, diagnostics);
            }
        }

        return isEvaluated;
    }

    /// <summary>Begins to read a rule set.</summary>
    public static MeasuredReading BeginReading(string name) => new(name, Source.StartActivity(SpanOf(name)));

    /// <summary>Tells of a reading that has ended.</summary>
    /// <param name="measured">The reading.</param>
    /// <param name="error">What kind of fault there was; <see langword="null"/> for none.</param>
    /// <returns>What to tell later to who did not listen.</returns>
    public ReadingRecord EndReading(MeasuredReading measured, string? error)
    {
        var isMetered = _readings.Enabled;
        var record = new ReadingRecord(measured.Name, measured.Begun, measured.Elapsed, error, measured.Activity is not null, isMetered);
        Tell(measured.Activity, record);
        Measure(record);
        return record;
    }

    /// <summary>Tells of a reading those who listen by now and did not then.</summary>
    public void TellLate(ReadingRecord record)
    {
        if (!record.IsTraced)
        {
            using var activity = Source.StartActivity(
                SpanOf(record.Name), ActivityKind.Internal, parentContext: default, startTime: record.Begun);
            Tell(activity, record);
            activity?.SetEndTime((record.Begun + record.Elapsed).UtcDateTime);
        }

        if (!record.IsMetered)
        {
            Measure(record);
        }
    }

    public void Reloaded(string name) => _reloads.Add(1, new KeyValuePair<string, object?>(RuleSetTag, name));

    public void Dispose() => _own?.Dispose();

    private static string SpanOf(string name) => $"read {name}";

    private static void Tell(Activity? activity, ReadingRecord record)
    {
        activity?.SetTag(RuleSetTag, record.Name);
        if (record.Error is { } error)
        {
            activity?.SetTag(ErrorTag, error).SetStatus(ActivityStatusCode.Error);
        }
    }

    private void Measure(ReadingRecord record)
    {
        var tags = TagsOf(record.Name, record.Error);
        _readings.Record(record.Elapsed.TotalSeconds, tags);
        if (record.Error is not null)
        {
            _faults.Add(1, new KeyValuePair<string, object?>(RuleSetTag, record.Name));
        }
    }

    private static TagList TagsOf(string name, string? error)
    {
        var tags = new TagList { { RuleSetTag, name } };
        if (error is not null)
        {
            tags.Add(ErrorTag, error);
        }

        return tags;
    }

    private void Measure(string name, Verdict? verdict, string? error, long begun)
    {
        if (_evaluations.Enabled || _duration.Enabled)
        {
            var tags = TagsOf(name, error);
            _evaluations.Add(1, tags);
            if (begun != 0)
            {
                _duration.Record(Stopwatch.GetElapsedTime(begun).TotalSeconds, tags);
            }
        }

        if (_outcomes.Enabled && verdict is not null)
        {
            foreach (var stage in verdict.Stages)
            {
                _outcomes.Add(1, new(RuleSetTag, name), new(StageTag, stage.Name), new(OutcomeTag, OutcomeNames.Of(stage.Outcome)));
            }
        }
    }

    private static void Tell(Activity activity, string name, RuleSet rules, Verdict? verdict, string? error)
    {
        activity.SetTag(RuleSetTag, name);
        if (rules.Version is not null)
        {
            activity.SetTag($"{RuleSetTag}.version", rules.Version);
        }

        if (error is not null)
        {
            activity.SetTag(ErrorTag, error).SetStatus(ActivityStatusCode.Error);
        }

        foreach (var stage in verdict?.Stages ?? [])
        {
            activity.SetTag($"{OutcomeTag}.{stage.Name}", OutcomeNames.Of(stage.Outcome));
        }
    }

    private static void TellFacts(Activity activity, Scenario scenario, Verdict? verdict, IReadOnlyList<Diagnostic> diagnostics)
    {
        activity.SetTag("negotiation_rules.scenario", scenario.ToString());
        if (verdict is not null)
        {
            activity.SetTag("negotiation_rules.unsettled", verdict.Unsettled.ToArray());
        }
        else
        {
            activity.SetStatus(ActivityStatusCode.Error, RuleFileException.MessageOf(diagnostics));
        }
    }
}
