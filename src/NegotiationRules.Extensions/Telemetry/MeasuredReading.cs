using System.Diagnostics;

namespace NegotiationRules.Extensions.Telemetry;

/// <summary>A rule set that is being read; its span, if anybody listens, ends with it.</summary>
internal sealed class MeasuredReading(string name, Activity? activity) : IDisposable
{
    private readonly long _begun = Stopwatch.GetTimestamp();

    public string Name => name;

    public Activity? Activity => activity;

    public DateTimeOffset Begun { get; } = DateTimeOffset.UtcNow;

    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_begun);

    public void Dispose() => activity?.Dispose();
}
