using System.Numerics;
using NegotiationRules.Analysis;
using NegotiationRules.Analysis.Questions;

namespace NegotiationRules;

/// <summary>Of all scenarios that there can be, how many a stage is valid in, exactly; which rules keep it from being so, and which facts
/// matter most.</summary>
/// <remarks>
/// <para>All scenarios are counted; none is tried by itself, and none is drawn by lot. Where they cannot be counted, or not within the
/// limits, <see cref="NotDecided"/> says why; and only if <see cref="ShareOptions.Samples"/> asks for it, there is an
/// <see cref="Estimate"/> then.</para>
/// <para>Immutable and safe to share between threads. Made by
/// <see cref="RuleSetAnalysis.ShareOfValid(RuleSet, string, ShareOptions, AnalysisLimits)"/>.</para>
/// </remarks>
public sealed class Share
{
    private readonly ShareCount? _count;

    internal Share(
        RuleSet rules, string stage, ShareOptions options, ShareCount? count, NotDecided? whyNot, ShareEstimate? estimate = null)
    {
        (Rules, Stage, Options, _count, NotDecided, Estimate) = (rules, stage, options, count, whyNot, estimate);
        if (count is null)
        {
            return;
        }

        Blocking = [.. count.Rules.Select(rule => new BlockingShare(rule.Rule, Of(rule.Any), Of(rule.Alone)))];
        Facts =
        [
            .. InfluenceFinder.Of(rules, options.Given, count).OrderByDescending(fact => fact.Difference, Proportion.BySize),
        ];
    }

    /// <summary>The rules.</summary>
    public RuleSet Rules { get; }

    /// <summary>The stage.</summary>
    public string Stage { get; }

    /// <summary>Of which scenarios.</summary>
    public ShareOptions Options { get; }

    /// <summary>Why there is no answer; <see langword="null"/> if there is one. An estimate is none.</summary>
    public NotDecided? NotDecided { get; }

    /// <summary>What was found out from some scenarios drawn at random, as they could not all be counted and it was asked for; otherwise
    /// <see langword="null"/>.</summary>
    public ShareEstimate? Estimate { get; }

    /// <summary>In what part of all scenarios the stage is valid; zero if that is not decided.</summary>
    public Proportion Valid => Of(StageOutcome.Valid);

    /// <summary>How many scenarios there are, each value of a free fact that the stage hangs on being one by itself; with a distribution,
    /// how much they count for together. Zero if that is not decided.</summary>
    public BigInteger Scenarios => _count?.All ?? BigInteger.Zero;

    /// <summary>The rules that the stage hangs on, in the order of the rule set, and how often each stands in its way.</summary>
    public IReadOnlyList<BlockingShare> Blocking { get; } = [];

    /// <summary>The free facts that the stage hangs on, those that matter most first.</summary>
    public IReadOnlyList<FactInfluence> Facts { get; } = [];

    /// <summary>In what part of all scenarios the stage has an outcome; zero if that is not decided.</summary>
    /// <param name="outcome">The outcome.</param>
    public Proportion Of(StageOutcome outcome) => _count is null ? default : Of(_count.Outcomes[outcome]);

    /// <summary>One page with all it needs and no script: a chart of outcomes, of the rules and of the facts.</summary>
    public string ToHtml() => SharePage.Of(this);

    /// <summary>The rule set, the stage and the share, or why that is not decided and what is estimated.</summary>
    public override string ToString() => $"{Rules.Name} {Stage}: {NotDecided?.ToString() ?? $"valid in {Valid.Percent()} % ({Valid})"}"
        + (Estimate is null ? string.Empty : $"; {Estimate}");

    private Proportion Of(BigInteger count) => new(count, Scenarios);
}
