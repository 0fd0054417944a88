using System.Globalization;
using NegotiationRules.Analysis.Telling;
using NegotiationRules.Explanation.Wording;

namespace NegotiationRules.Analysis;

/// <summary>What there is to say of a table of power, beside its rows.</summary>
internal static class PowerWords
{
    /// <summary>Those whose votes decide as much, each kind once; those that decide most come first.</summary>
    public static IEnumerable<IReadOnlyList<VoterPower>> Alike(PowerTable power) =>
        power.Voters.GroupBy(voter => voter.Kind).Select(group => (IReadOnlyList<VoterPower>)[.. group])
            .OrderByDescending(alike => alike[0].ShapleyShubik, Proportion.BySize);

    /// <summary>How often the stage is valid; or that no vote decides, or that there is no telling.</summary>
    public static string Summary(PowerTable power) => power.NotDecided is { } reason ? ProportionWords.Sentence(reason.ToString())
        : power.Swings.IsZero ? $"No vote decides: whoever votes for it, {power.Stage} is {(power.Winning.IsZero ? "not valid" : "valid")}."
        : $"Of {ProportionWords.Of(power.Ways)} ways of voting, {power.Stage} is valid in {ProportionWords.Of(power.Winning)} "
            + $"({ProportionWords.Of(new Proportion(power.Winning, power.Ways))}).";

    /// <summary>Who votes, and how.</summary>
    public static string Ballot(PowerTable power)
    {
        var voters = Nouns.Words(power.Votes.List[(power.Votes.List.LastIndexOf('.') + 1)..]);
        return $"Each of the {voters} votes {ValueOf(power.Votes.For)} or {ValueOf(power.Votes.Against)}; all else is as in the scenario.";
    }

    private static string ValueOf(object vote) => vote switch
    {
        bool yes => yes ? "true" : "false",
        DateOnly day => $"{day:yyyy-MM-dd}",
        _ => ValueWords.Quote(Convert.ToString(vote, CultureInfo.InvariantCulture) ?? string.Empty),
    };
}
