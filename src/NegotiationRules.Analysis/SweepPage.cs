using System.Globalization;
using NegotiationRules.Analysis.Telling;

namespace NegotiationRules.Analysis;

/// <summary>A page about a sweep: outcomes, what stands in the way, what matters, and how validity changes from value to value.</summary>
internal static class SweepPage
{
    private const int MostRules = 30;
    private const int MostClasses = 64;

    public static string Of(SweepResult sweep)
    {
        var page = new ChartPage($"Sweep: {sweep.RuleSet}", null);
        page.Paragraph(SweepWords.Scope(sweep).Replace("`", string.Empty, StringComparison.Ordinal));
        page.Paragraph(SweepWords.Reliance(sweep));
        if (SweepWords.Missing(sweep) is { } missing)
        {
            page.Paragraph(missing);
        }

        foreach (var stage in sweep.Stages)
        {
            Stage(page, sweep, stage);
        }

        page.Section("Rules", () => page.Table(
            ["rule", "scenarios", "of all"], sweep.Rules.SelectMany(rule => SweepWords.Outcomes(rule).Select(pair => Row(rule, pair)))));
        return page.ToString();
    }

    private static void Stage(ChartPage page, SweepResult sweep, SweptStage stage)
    {
        page.Section($"{stage.Name}: outcomes", () =>
        {
            page.Chart(
                ["of all scenarios"],
                [.. SweepWords.Outcomes(stage).Select(pair => Bars(pair.Outcome, Remark(pair.Share), pair.Share))], areParts: true);
        });
        var rules = stage.Blocking.Take(MostRules).ToList();
        if (rules.Count > 0)
        {
            page.Section($"{stage.Name}: what stands in the way", () => page.Chart(
                ["alone", "alone or with others"],
                [.. rules.Select(rule => Bars(SweepWords.NameOf(rule), string.Empty, rule.BlocksAlone, rule.Blocks))], areParts: true));
        }

        var sensitivities = SweepWords.Sensitivities(sweep, stage).ToList();
        if (sensitivities.Count == 0)
        {
            return;
        }

        page.Section($"{stage.Name}: what matters", () =>
        {
            page.Table(
                ["what varies", "first-order sensitivity"],
                sensitivities.Select(one =>
                    (IReadOnlyList<(string, string)>)[(one.Dimension.Name, string.Empty), (SweepWords.Of(one.Sensitivity), string.Empty)]));
            page.Paragraph($"How much of whether it is valid hangs on each alone, of 1. {string.Join(' ', SweepWords.Sensitivity(sweep))}");
        });
        foreach (var (dimension, place, _) in sensitivities.Where(one => one.Dimension.Classes.Count is > 1 and <= MostClasses))
        {
            var classes = dimension.Classes.Select((name, i) => (name, stage.ValidWith(place, i))).Where(one => one.Item2.Scenarios > 0);
            page.Section($"{stage.Name}: valid by {dimension.Name}", () => page.Chart(
                ["valid"], [.. classes.Select(one => Bars(one.name, string.Empty, one.Item2))], areParts: true));
        }
    }

    private static (string Name, string Remark, IReadOnlyList<Proportion> Values) Bars(
        string name, string remark, params SweptShare[] shares) => (name, remark, [.. shares.Select(share => share.Proportion)]);

    private static string Remark(SweptShare share)
    {
        var count = share.Count.ToString("N0", CultureInfo.InvariantCulture);
        return SweepWords.Interval(share) is { From.Length: > 0 } interval ? $"{count}; {interval.From} to {interval.To}" : count;
    }

    // Narrow enough for a telephone: the interval stands below its middle.
    private static IReadOnlyList<(string Text, string Below)> Row(SweptRule rule, (string Outcome, SweptShare Share) pair)
    {
        var (from, to) = SweepWords.Interval(pair.Share);
        return
        [
            (SweepWords.NameOf(rule), pair.Outcome), (pair.Share.Count.ToString("N0", CultureInfo.InvariantCulture), string.Empty),
            (SweepWords.Of(pair.Share), from.Length == 0 ? string.Empty : $"{from} to {to}"),
        ];
    }
}
