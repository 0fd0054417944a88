using System.Globalization;
using System.Runtime.CompilerServices;
using NegotiationRules.Explanation.Wording;

namespace NegotiationRules.Explanation;

/// <summary>Puts rules that decide nothing into one line: how many, and which.</summary>
internal static class RuleGroup
{
    // About two lines of a terminal.
    private const int LongestNames = 130;

    /// <summary>One line for several rules, with theirs folded under it; a single one has a line of its own.</summary>
    public static ExplanationNode Of(ReadOnlySpan<Rule> rules, string what, ExplanationMark mark, RuleExplainer explainer)
    {
        if (rules.Length == 1)
        {
            return explainer.Explain(rules[0]);
        }

        var lines = new ExplanationNode[rules.Length];
        for (var i = 0; i < lines.Length; i++)
        {
            lines[i] = explainer.Explain(rules[i]);
        }

        return new ExplanationNode(Heading(rules, what), mark, lines)
        {
            IsFolded = true,
            IsVerdict = true,
        };
    }

    /// <summary>Whether these are the rules that the line tells of.</summary>
    public static bool IsOf(ExplanationNode group, ReadOnlySpan<Rule> rules)
    {
        var isSame = group.IsFolded && group.Children.Count == rules.Length;
        for (var i = 0; isSame && i < rules.Length; i++)
        {
            isSame = group.Children[i].RuleId == rules[i].Id;
        }

        return isSame;
    }

    // "3 rules are as they should be: a; b; c"
    private static string Heading(ReadOnlySpan<Rule> rules, string what)
    {
        var text = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture);
        text.AppendFormatted(rules.Length);
        text.Add(" rules ", what, ": ");
        var (count, length) = (0, 0);
        foreach (var rule in rules)
        {
            var name = rule.Title ?? rule.Id;
            length += name.Length;
            if (count > 0 && length > LongestNames)
            {
                text.AppendLiteral("; and ");
                text.AppendFormatted(rules.Length - count);
                text.AppendLiteral(" more");
                break;
            }

            text.Add(count++ > 0 ? "; " : string.Empty, name);
        }

        return text.ToStringAndClear();
    }
}
