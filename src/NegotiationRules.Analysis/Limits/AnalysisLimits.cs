namespace NegotiationRules;

/// <summary>How much work an analysis may do before it answers "not decided".</summary>
/// <remarks>
/// <para>An answer that is given is exact, whatever the limits: they never make a yes or a no of what was not worked out. A limit that was
/// reached is named in the answer.</para>
/// <para>Immutable and safe to share between threads.</para>
/// </remarks>
public sealed record AnalysisLimits
{
    /// <summary>Ten seconds, 2,000 lemmas, 20,000 rows, 3,000,000 nodes, and nothing that cancels.</summary>
    public static AnalysisLimits Default { get; } = new();

    /// <summary>The longest time a question may take. The default is ten seconds.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How often a scenario that was found may turn out to be none, as the evaluator says otherwise of a condition
    /// that the analysis has no structure for. The default is 2,000.</summary>
    public int Lemmas { get; init; } = 2_000;

    /// <summary>How many choices of values may be tried for one condition that goes over no list. The default is 20,000.</summary>
    public int TableRows { get; init; } = 20_000;

    /// <summary>How many parts a number of scenarios may be counted in. The default is 3,000,000.</summary>
    public long Nodes { get; init; } = 3_000_000;

    /// <summary>Ends the work when it is cancelled, with an <see cref="OperationCanceledException"/>. The default cannot be
    /// cancelled.</summary>
    public CancellationToken CancellationToken { get; init; }

    /// <summary>Takes each question that a solver has answered, as SMT-LIB text with the answer as its status.</summary>
    internal Action<string>? Record { get; init; }
}
