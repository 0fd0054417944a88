using System.Globalization;
using NegotiationRules.Explanation.Wording;

namespace NegotiationRules.Explanation;

/// <summary>Puts rules that decide nothing into one line: how many, and which.</summary>
internal static class RuleGroup
{
    // About two lines of a terminal.
    private const int LongestNames = 130;

    /// <summary>One line for several rules, with theirs folded under it; a single one has a line of its own.</summary>
    public static IReadOnlyList<ExplanationNode> Of(
        IReadOnlyList<Rule> rules, string what, ExplanationMark mark, Func<Rule, ExplanationNode> explain
    ) =>
        rules.Count < 2
            ? [.. rules.Select(explain)]
            :
            [
                new ExplanationNode($"{Nouns.Count(rules.Count, "rule")} {what}: {Names(rules)}", mark, [.. rules.Select(explain)])
                {
                    IsFolded = true,
                    IsVerdict = true,
                },
            ];

    private static string Names(IReadOnlyList<Rule> rules)
    {
        var (names, length) = (new List<string>(), 0);
        foreach (var name in rules.Select(rule => rule.Title ?? rule.Id))
        {
            length += name.Length;
            if (names.Count > 0 && length > LongestNames)
            {
                break;
            }

            names.Add(name);
        }

        var more = rules.Count - names.Count;
        return string.Join("; ", names) + (more == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"; and {more} more"));
    }
}
