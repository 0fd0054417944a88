using System.Globalization;
using NegotiationRules.Analysis.Sweeps;
using NegotiationRules.Analysis.Telling;
using NegotiationRules.Explanation.Outlines;
using NegotiationRules.Explanation.Wording;

namespace NegotiationRules.Analysis;

/// <summary>What there is to say of a sweep, beside its tables.</summary>
internal static class SweepWords
{
    private const int MostNames = 6;

    private static readonly StageOutcome[] OfStages =
        [StageOutcome.Valid, StageOutcome.Invalid, StageOutcome.Undetermined, StageOutcome.NotApplicable];

    private static readonly RuleOutcome[] OfRules =
        [RuleOutcome.Satisfied, RuleOutcome.Violated, RuleOutcome.Unknown, RuleOutcome.Pending, RuleOutcome.NotApplicable];

    /// <summary>What varies, and how scenarios come about.</summary>
    public static string Scope(SweepResult sweep)
    {
        var what = Series.And([.. sweep.Dimensions.Select(one => $"`{one.Name}` ({ProportionWords.Of(one.Values)} "
            + $"{(one.Values == 1 ? "value" : "values")})")], MostNames);
        return sweep.Method switch
        {
            null => $"Every combination of the values of {what}: {ProportionWords.Of(sweep.Scenarios)} scenarios.",
            SamplingMethod.LatinHypercube => $"{Drawn(sweep)} as a Latin hypercube over {what}, seed {sweep.Seed}.",
            SamplingMethod.Sobol => $"{Drawn(sweep)} as points of Sobol over {what}, seed {sweep.Seed}.",
            _ => $"{Drawn(sweep)} at random over {what}, seed {sweep.Seed}.",
        };
    }

    /// <summary>How far figures can be relied on.</summary>
    public static string Reliance(SweepResult sweep) => !sweep.IsSampled
        ? sweep.Done == sweep.Scenarios ? "All combinations were evaluated: the figures are exact."
            : "Only some of the combinations were evaluated: the figures say nothing of the others."
        : sweep.Method == SamplingMethod.Random
            ? "Each interval is Wilson's at 95 %."
            : "Each interval is Wilson's at 95 %, reckoned as if scenarios had been drawn independently.";

    /// <summary>What a sensitivity is, and how it is reckoned.</summary>
    public static IReadOnlyList<string> Sensitivity(SweepResult sweep) =>
    [
        "First-order sensitivity (Sobol's index) is the variance of how often it is valid for each value, as a part of the whole.",
        .. sweep.IsSampled ? (string[])["Of a sample it is the correlation ratio with Kelley's correction."] : [],
    ];

    /// <summary>What is not there, if anything is not.</summary>
    public static string? Missing(SweepResult sweep)
    {
        var interrupted = sweep.IsWhole ? null
            : $"Interrupted: {ProportionWords.Of(sweep.Done)} of {ProportionWords.Of(sweep.Planned)} scenarios were evaluated "
                + $"({new Proportion(sweep.Done, sweep.Planned).Percent(1)} %).";
        var part = sweep.Shard.Of == 1 ? null : $"This is shard {sweep.Shard} alone.";
        var faulty = sweep.NotEvaluated == 0 ? null
            : $"{ProportionWords.Of(sweep.NotEvaluated)} could not be evaluated, because a value grew beyond what can be represented; "
                + "they are in no figure.";
        string?[] all = [interrupted, part, faulty];
        return Array.TrueForAll(all, one => one is null) ? null : string.Join(' ', all.OfType<string>());
    }

    /// <summary>The outcomes of a stage that came, with how often.</summary>
    public static IEnumerable<(string Outcome, SweptShare Share)> Outcomes(SweptStage stage) =>
        OfStages.Select(outcome => (OutcomeWords.Of(outcome), stage.Of(outcome))).Where(pair => pair.Item2.Count > 0);

    /// <summary>The outcomes of a rule that came, with how often.</summary>
    public static IEnumerable<(string Outcome, SweptShare Share)> Outcomes(SweptRule rule) =>
        OfRules.Select(outcome => (OutcomeWords.Of(rule.IsRisk, rule.Strength, outcome), rule.Of(outcome)))
            .Where(pair => pair.Item2.Count > 0);

    /// <summary>What matters to a stage, what matters most first.</summary>
    public static IEnumerable<(SweptDimension Dimension, int Place, double Sensitivity)> Sensitivities(
        SweepResult sweep, SweptStage stage) =>
        sweep.Dimensions.Select((dimension, i) => (dimension, i, stage.SensitivityTo(i))).Where(one => one.Item3 is not null)
            .Select(one => (one.dimension, one.i, one.Item3!.Value)).OrderByDescending(one => one.Value);

    /// <summary>What a rule is called.</summary>
    public static string NameOf(SweptRule rule) => rule.Title ?? rule.Id;

    /// <summary>A sensitivity with three decimals.</summary>
    public static string Of(double sensitivity) => sensitivity is > 0 and < 0.0005 ? "< 0.001"
        : sensitivity.ToString("0.000", CultureInfo.InvariantCulture);

    /// <summary>A part, said to be about so if it was drawn.</summary>
    public static string Of(SweptShare share) => share.Low is null ? ProportionWords.Of(share.Proportion) : share.Estimate.About;

    /// <summary>The interval; empty if there is none.</summary>
    public static (string From, string To) Interval(SweptShare share) =>
        share.Low is null ? (string.Empty, string.Empty) : (share.Estimate.From, share.Estimate.To);

    private static string Drawn(SweepResult sweep) => $"{ProportionWords.Of(sweep.Scenarios)} scenarios, drawn";
}
