using NegotiationRules.Analysis.Telling;
using NegotiationRules.Explanation.Outlines;
using NegotiationRules.Explanation.Wording;

namespace NegotiationRules.Analysis;

/// <summary>What there is to say of a share, beside its tables.</summary>
internal static class ShareWords
{
    private const int MostPaths = 4;

    private static readonly StageOutcome[] InOrder =
        [StageOutcome.Valid, StageOutcome.Invalid, StageOutcome.Undetermined, StageOutcome.NotApplicable];

    /// <summary>In what part of all scenarios the stage is valid; or that there is no telling.</summary>
    public static string Summary(Share share) => share.NotDecided is { } reason ? ProportionWords.Sentence(reason.ToString())
        : $"In {ProportionWords.Of(share.Valid)} of all scenarios, {share.Stage} is valid ({share.Valid}).";

    /// <summary>What was estimated, from what and how, and that it is no count.</summary>
    public static string Estimated(Share share, ShareEstimate estimate)
    {
        var valid = estimate.Valid;
        return $"This is an estimate and not a count: of {ProportionWords.Of(estimate.Samples)} scenarios drawn at random "
            + $"(seed {estimate.Seed}), {share.Stage} is valid in {ProportionWords.Of(valid.Drawn)} ({valid.About}); "
            + $"of all, between {valid.From} and {valid.To}. "
            + "Each interval is Wilson's at 95 %. Which facts matter most is not estimated.";
    }

    /// <summary>The outcomes that were drawn.</summary>
    public static IEnumerable<(string Outcome, EstimatedShare Part)> Outcomes(ShareEstimate estimate) =>
        InOrder.Select(outcome => (OutcomeWords.Of(outcome), estimate.Of(outcome))).Where(pair => pair.Item2.Drawn > 0);

    /// <summary>The rules that stood in the way, those that did so alone most often first.</summary>
    public static IEnumerable<BlockingEstimate> Blocking(ShareEstimate estimate) => estimate.Blocking.Where(rule => rule.Any.Drawn > 0)
        .OrderByDescending(rule => rule.Alone.Drawn).ThenByDescending(rule => rule.Any.Drawn);

    /// <summary>What may be anything, and that the rest is as it is.</summary>
    public static string Scope(Share share)
    {
        var free = share.Options.Free.Concat(share.Options.Distribution.Keys).Distinct(StringComparer.Ordinal)
            .Select(path => $"`{path}`").ToList();
        var what = free.Count == 0 ? "What nothing is stated of may be anything" : $"{Series.And(free, MostPaths)} may be anything";
        var often = share.Options.Distribution.Count > 0 ? "as often as is said" : "each value as often as any other";
        var rest = share.Options.Given.Root.Members.Count > 0 ? "; all else is as in the scenario"
            : free.Count > 0 ? "; nothing else is known" : string.Empty;
        return $"{what}, {often}{rest}.";
    }

    /// <summary>The outcomes that occur, each with the part of scenarios that have it.</summary>
    public static IEnumerable<(string Outcome, Proportion Part)> Outcomes(Share share) =>
        InOrder.Select(outcome => (OutcomeWords.Of(outcome), share.Of(outcome))).Where(pair => !pair.Item2.Numerator.IsZero);

    /// <summary>The rules that stand in the way at times, those that do so alone most often first.</summary>
    public static IEnumerable<BlockingShare> Blocking(Share share) => share.Blocking.Where(rule => !rule.Any.Numerator.IsZero)
        .OrderByDescending(rule => rule.Alone, Proportion.BySize).ThenByDescending(rule => rule.Any, Proportion.BySize);

    /// <summary>What a rule is called.</summary>
    public static string NameOf(Rule rule) => rule.Title ?? rule.Id;

    /// <summary>The facts that matter.</summary>
    public static IEnumerable<FactInfluence> Facts(Share share) => share.Facts.Where(fact => !fact.Difference.Numerator.IsZero);
}
