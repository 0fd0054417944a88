using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Outlines;
using NegotiationRules.Explanation.Wording;

namespace NegotiationRules.Explanation;

/// <summary>Says first what decides a stage: its outcome, and under it which rules stand in the way, or are open, and why in a line
/// each.</summary>
internal sealed class StageSummary(EvaluatedScenario evaluated, Func<Rule, ExplanationNode> explain)
{
    private const int MostRules = 3;
    private const int MostFacts = 5;
    private const int LongestReason = 220;

    public ExplanationNode Of(string stage, IReadOnlyList<Rule> rules, StageOutcome outcome)
    {
        var sorted = rules.ToLookup(rule => Bearings.Of(rule, evaluated.Outcomes[rule.Index]));
        List<Rule> open = [.. sorted[Bearing.Open]];
        List<Rule> pending = [.. sorted[Bearing.Pending]];
        List<Rule> inTheWay = [.. sorted[Bearing.InTheWay]];
        List<Rule> warnings = [.. sorted[Bearing.Warning]];
        var (text, lines) = outcome switch
        {
            StageOutcome.Invalid => (
                $"invalid, {Count(inTheWay.Count, "stands", "stand")} in the way",
                Lines(inTheWay, rules)),
            StageOutcome.Undetermined => (
                $"undetermined, {string.Join(" and ", Parts(open.Count, pending.Count))}",
                [.. Lines([.. open, .. pending], rules), .. ToSettle(open)]),
            _ when warnings.Count > 0 => (
                $"valid, with {(warnings.Count == 1 ? "one warning" : Nouns.Count(warnings.Count, "warning"))}",
                Lines(warnings, rules)),
            _ => (rules.Any(IsRequired) ? "valid" : "valid, as nothing is required", (List<ExplanationNode>)[]),
        };
        return new ExplanationNode($"{stage}: {text}", Explainer.MarkOf(outcome), lines) { IsVerdict = true };
    }

    /// <summary>All of it on one line.</summary>
    public static string OnOneLine(ExplanationNode summary) => summary.Children.Count == 0
        ? summary.Text
        : $"{summary.Text} — {string.Join("; ", summary.Children.Select(child => child.Text))}";

    private List<ExplanationNode> Lines(List<Rule> rules, IReadOnlyList<Rule> all)
    {
        var shown = rules.Count > MostRules + 1 ? MostRules : rules.Count;
        IEnumerable<ExplanationNode> more =
            shown == rules.Count ? [] : [new ExplanationNode($"and {Nouns.Count(rules.Count - shown, "more rule")}", ExplanationMark.Note)];
        return [.. rules.Take(shown).Select(rule => Line(rule, all)), .. more];
    }

    // Of two rules with one title the id says which is meant.
    private ExplanationNode Line(Rule rule, IReadOnlyList<Rule> all)
    {
        var node = explain(rule);
        var title = rule.Title is null || all.Count(other => other.Title == rule.Title) > 1 ? rule.Id : rule.Title;
        var who = rule.Holder is null ? string.Empty : $" ({evaluated.Rules.Parties.GetValueOrDefault(rule.Holder) ?? rule.Holder})";
        var why = ReasonOf(node);
        var reason = why is null ? null : Cut((why.Margin is null ? why.Short ?? why.Text : why.Text).TrimEnd('.'));
        return new ExplanationNode($"{title}{who}{(reason is null ? string.Empty : $": {reason}")}", node.Mark)
        {
            RuleId = rule.Id,
            IsVerdict = true,
            Quoted = reason is not null && why!.Language is { } language ? new FilledReason(reason, language) : null,
        };
    }

    // The first line that tells by how much, or the only one that says something of a fact (headings are no reasons); of several, what the
    // author of the rule says, and else the first of them. For what is pending, the deadline.
    private static ExplanationNode? ReasonOf(ExplanationNode rule)
    {
        if (rule.Mark == ExplanationMark.Pending)
        {
            return rule.Children.FirstOrDefault(child => child.Mark == ExplanationMark.Pending);
        }

        List<ExplanationNode> reasons = [.. rule.Children.SelectMany(child => Reasons(child, rule.Mark == ExplanationMark.Unknown))];
        return reasons.Find(reason => reason.Margin is not null)
            ?? (
                reasons.Count > 1 && rule.Mark != ExplanationMark.Unknown
                    ? rule.Children.FirstOrDefault(child => child.Mark == ExplanationMark.Reason)
                    : null
            )
            ?? reasons.FirstOrDefault();
    }

    private static List<ExplanationNode> Reasons(ExplanationNode node, bool isOpen)
    {
        if (isOpen ? node.Mark != ExplanationMark.Unknown : node.Mark is not (ExplanationMark.Violated or ExplanationMark.Warning))
        {
            return [];
        }

        List<ExplanationNode> deeper = node is { Margin: null, Short: null }
            ? [.. node.Children.SelectMany(child => Reasons(child, isOpen))]
            : [];
        return deeper.Count > 0 ? deeper : [node];
    }

    private List<ExplanationNode> ToSettle(List<Rule> open)
    {
        try
        {
            var facts = open.SelectMany(evaluated.UnsettledOf).DistinctBy(fact => fact.Path, StringComparer.Ordinal).ToList();
            return facts.Count == 0
                ? []
                :
                [
                    new ExplanationNode(
                        $"to be settled: {UnsettledWords.Of(facts, evaluated.Rules.Vocabulary.Root, MostFacts)}",
                        ExplanationMark.Note
                    )
                    {
                        Facts = [.. facts.Select(fact => fact.Path)],
                    },
                ];
        }
        catch (ScenarioException limit) when (limit.IsOfWork)
        {
            return [];
        }
    }

    private static IEnumerable<string> Parts(int open, int pending)
    {
        if (open > 0)
        {
            yield return Count(open, "is", "are") + " open";
        }

        if (pending > 0)
        {
            yield return (open == 0 ? Count(pending, "is", "are") : $"{Number(pending)} {(pending == 1 ? "is" : "are")}") + " pending";
        }
    }

    private static string Count(int count, string verb, string verbOfMany) =>
        count == 1 ? $"one rule {verb}" : $"{Nouns.Count(count, "rule")} {verbOfMany}";

    private static string Number(int count) => count == 1 ? "one" : count.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static bool IsRequired(Rule rule) => rule is { Strength: Strength.Required, IsRisk: false };

    // At the head of a page a reason takes two lines at most; all of it stands below.
    private static string Cut(string text) =>
        text.Length <= LongestReason || text.LastIndexOf(' ', LongestReason) is not (> 0 and var end)
            ? text
            : $"{text[..end].TrimEnd(',', ';', ':')} …";
}
