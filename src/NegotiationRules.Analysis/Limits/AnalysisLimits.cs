namespace NegotiationRules;

/// <summary>How much work an analysis may do before it answers "not decided".</summary>
/// <remarks>
/// <para>An answer that is given is exact, whatever the limits: they never make a yes or a no of what was not worked out. A limit that was
/// reached is named in the answer.</para>
/// <para>Immutable and safe to share between threads.</para>
/// </remarks>
public sealed record AnalysisLimits
{
    /// <summary>Ten seconds, and nothing that cancels.</summary>
    public static AnalysisLimits Default { get; } = new();

    /// <summary>The longest time a question may take. The default is ten seconds.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Ends the work when it is cancelled, with an <see cref="OperationCanceledException"/>. The default cannot be
    /// cancelled.</summary>
    public CancellationToken CancellationToken { get; init; }
}
