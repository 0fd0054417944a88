using NegotiationRules.Analysis.Telling;
using NegotiationRules.Explanation;

namespace NegotiationRules.Analysis;

/// <summary>A page about votes: how much those decide that decide as much, and a table of all.</summary>
internal static class PowerPage
{
    public static string Of(PowerTable power)
    {
        var premises = RuleSetWords.Of(power.Rules.Checked).PremisesOf(power.Scenario).Line;
        var page = new ChartPage($"Whose votes decide: {power.Stage}", premises);
        page.Paragraph(PowerWords.Ballot(power));
        page.Paragraph(PowerWords.Summary(power));
        if (power.NotDecided is not null || power.Swings.IsZero)
        {
            return page.ToString();
        }

        page.Section("How much a vote decides", () => page.Chart(["Banzhaf", "Shapley–Shubik"],
        [
            .. PowerWords.Alike(power).Select(alike => (
                alike[0].Kind, alike.Count == 1 ? string.Empty : $"each of {alike.Count}",
                (IReadOnlyList<Proportion>)[alike[0].Banzhaf, alike[0].ShapleyShubik])),
        ]));
        page.Section("All voters", () =>
        {
            page.Table(
                ["voter", "swings", "Banzhaf", "Shapley–Shubik"],
                power.Voters.OrderByDescending(voter => voter.ShapleyShubik, Proportion.BySize)
                    .Select(voter => (IReadOnlyList<(string, string)>)
                [
                    (voter.Name, voter.Kind == voter.Name ? string.Empty : voter.Kind),
                    (ProportionWords.Of(voter.Swings), string.Empty),
                    (ProportionWords.Of(voter.Banzhaf), string.Empty),
                    (ProportionWords.Of(voter.ShapleyShubik), voter.ShapleyShubik.ToString()),
                ]));
            page.Paragraph(
                "A swing is a way in which all others can vote with which this vote decides. The index of Banzhaf is a voter’s part of "
                    + "all swings; that of Shapley and Shubik is how often it is the one that decides if the voters come to be for it "
                    + "one after the other, in all orders.");
        });
        return page.ToString();
    }
}
