using NegotiationRules.Analysis.Telling;
using NegotiationRules.Explanation;

namespace NegotiationRules.Analysis;

/// <summary>A page about how often a stage is valid, what stands in its way, and which facts matter.</summary>
internal static class SharePage
{
    private const int MostFacts = 30;

    public static string Of(Share share)
    {
        var premises = RuleSetWords.Of(share.Rules.Checked).PremisesOf(share.Options.Given.Name).Line;
        var page = new ChartPage($"How often it is valid: {share.Stage}", premises);
        page.Paragraph(ShareWords.Scope(share));
        page.Paragraph(ShareWords.Summary(share));
        if (share.Estimate is { } estimate)
        {
            Estimate(page, share, estimate);
        }

        if (share.NotDecided is not null)
        {
            return page.ToString();
        }

        page.Section("Outcomes", () => page.Chart(
            ["of all scenarios"],
            [.. ShareWords.Outcomes(share).Select(pair => (pair.Outcome, string.Empty, (IReadOnlyList<Proportion>)[pair.Part]))]));
        var rules = ShareWords.Blocking(share).ToList();
        if (rules.Count > 0)
        {
            page.Section("What stands in the way", () => page.Chart(
                ["alone", "alone or with others"],
                [
                    .. rules.Select(rule =>
                        (ShareWords.NameOf(rule.Rule), string.Empty, (IReadOnlyList<Proportion>)[rule.Alone, rule.Any])),
                ]));
        }

        var facts = ShareWords.Facts(share).Take(MostFacts).ToList();
        if (facts.Count > 0)
        {
            page.Section("What matters most", () =>
            {
                page.Chart(
                    ["valid at best", "valid at worst"],
                    [.. facts.Select(fact => (fact.Name, Values(fact), (IReadOnlyList<Proportion>)[fact.Best, fact.Worst]))]);
                page.Paragraph("Of each fact: how often it is valid with the value that is best for it, and with that which is worst.");
            });
        }

        return page.ToString();
    }

    private static void Estimate(ChartPage page, Share share, ShareEstimate estimate)
    {
        page.Paragraph(ShareWords.Estimated(share, estimate));
        page.Section("Outcomes, estimated", () => page.Table(
            ["outcome", "of all", "from", "to"],
            ShareWords.Outcomes(estimate).Select(pair => Row(pair.Outcome, pair.Part))));
        var rules = ShareWords.Blocking(estimate).ToList();
        if (rules.Count > 0)
        {
            page.Section("What stands in the way, estimated", () => page.Table(
                ["rule", "alone", "from", "to", "alone or with others", "from", "to"],
                rules.Select(rule => (IReadOnlyList<(string, string)>)
                    [.. Row(ShareWords.NameOf(rule.Rule), rule.Alone), .. Row(string.Empty, rule.Any).Skip(1)])));
        }
    }

    private static IReadOnlyList<(string Text, string Below)> Row(string name, EstimatedShare part) =>
        [(name, string.Empty), (part.About, string.Empty), (part.From, string.Empty), (part.To, string.Empty)];

    private static string Values(FactInfluence fact) => $"best {fact.BestValues}, worst {fact.WorstValues}";
}
