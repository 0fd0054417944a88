using NegotiationRules.Analysis.Questions;
using NegotiationRules.Explanation.Wording;

namespace NegotiationRules;

/// <summary>A share that could not be counted, estimated from scenarios that were drawn at random, each of which was evaluated.</summary>
/// <remarks>
/// <para>For the same seed and number the same scenarios are drawn everywhere. All parts come from the same ones; each has an interval of
/// its own, Wilson's at 95 %. Which facts matter most is not estimated.</para>
/// <para>Immutable and safe to share between threads. Made only where <see cref="ShareOptions.Samples"/> asks for it.</para>
/// </remarks>
public sealed class ShareEstimate
{
    private readonly DrawnOutcomes _drawn;

    internal ShareEstimate(ShareOptions options, DrawnOutcomes drawn)
    {
        (Samples, Seed, _drawn) = (options.Samples, options.Seed, drawn);
        Blocking = [.. drawn.Deciding.Select(rule => new BlockingEstimate(rule, drawn.Of(rule)))];
    }

    /// <summary>How many scenarios were drawn.</summary>
    public int Samples { get; }

    /// <summary>From what they were drawn.</summary>
    public int Seed { get; }

    /// <summary>In about what part of all scenarios the stage is valid.</summary>
    public EstimatedShare Valid => Of(StageOutcome.Valid);

    /// <summary>The rules that the stage hangs on, in the order of the rule set, and about how often each stands in its way.</summary>
    public IReadOnlyList<BlockingEstimate> Blocking { get; }

    /// <summary>In about what part of all scenarios the stage has an outcome.</summary>
    /// <param name="outcome">The outcome.</param>
    public EstimatedShare Of(StageOutcome outcome) => _drawn.Of(outcome);

    /// <summary>In about what part of all scenarios the stage is valid, and from how many that is estimated.</summary>
    public override string ToString() => $"valid in {Valid}, estimated from {Nouns.Count(Samples, "scenario")}";
}
