using NegotiationRules.Text;

namespace NegotiationRules;

/// <summary>Which scenarios a question about all of them means, and how much work it may be.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed record AnalysisOptions
{
    /// <summary>All scenarios of the vocabulary, within <see cref="AnalysisLimits.Default"/>.</summary>
    public static AnalysisOptions Default { get; } = new();

    /// <summary>A scenario whose facts all scenarios share; what it does not state may be anything. The default is
    /// <see langword="null"/>: nothing is given.</summary>
    public Scenario? Given { get; init; }

    /// <summary>What holds in all scenarios that rules are analysed or compared in: each a condition as JSON, such as
    /// <c>{ "talks.mediated": true }</c>, or the name of a condition of the rules. The default is nothing.</summary>
    public IReadOnlyList<string> Assume { get; init; } = [];

    /// <summary>The same, as they stand in a file.</summary>
    internal IReadOnlyList<JsonValue> Assumed { get; init; } = [];

    /// <summary>How many elements lists have at most, by their paths in the vocabulary (<c>members</c>, <c>delegations.delegates</c>). The
    /// default is none: as many as the rules could tell apart, or as many as the vocabulary allows.</summary>
    public IReadOnlyDictionary<string, int> Lists { get; init; } = new Dictionary<string, int>();

    /// <summary>How much work it may be. The default is <see cref="AnalysisLimits.Default"/>.</summary>
    public AnalysisLimits Limits { get; init; } = AnalysisLimits.Default;
}
