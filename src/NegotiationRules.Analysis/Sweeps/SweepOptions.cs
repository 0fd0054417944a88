namespace NegotiationRules;

/// <summary>Which scenarios a sweep is about: what is given, what varies, and whether all combinations are evaluated or a
/// sample.</summary>
/// <remarks>Immutable and safe to share between threads, as long as nobody changes what it was given.</remarks>
public sealed record SweepOptions
{
    /// <summary>What is as stated in all scenarios. The default states nothing.</summary>
    public Scenario Given { get; init; } = Scenario.Parse("{}");

    /// <summary>The facts and parameters that vary; at least one. Parameters are gone through first, then facts, each in the order given
    /// here.</summary>
    public IReadOnlyList<SweepDimension> Dimensions { get; init; } = [];

    /// <summary>How many scenarios are drawn. The default is 0: every combination of values is evaluated once.</summary>
    public long Samples { get; init; }

    /// <summary>How they are drawn.</summary>
    public SamplingMethod Method { get; init; }

    /// <summary>From what they are drawn: for the same number the same ones, everywhere. The default is 1.</summary>
    public int Seed { get; init; } = 1;
}
