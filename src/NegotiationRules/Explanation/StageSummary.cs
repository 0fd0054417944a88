using System.Globalization;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Outlines;
using NegotiationRules.Explanation.Wording;

namespace NegotiationRules.Explanation;

/// <summary>Says first what decides a stage: its outcome, and under it which rules stand in the way, or are open, and why in a line
/// each.</summary>
/// <param name="evaluated">What became of the rules.</param>
/// <param name="explainer">Tells why a stage does not apply.</param>
/// <param name="brief">Tells of the rules what decides, and nothing else.</param>
internal sealed class StageSummary(EvaluatedScenario evaluated, RuleExplainer explainer, RuleExplainer brief)
{
    private const int MostRules = 3;
    private const int MostFacts = 5;
    private const int LongestReason = 220;

    /// <summary>The line of a stage.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="rules">Its rules.</param>
    /// <param name="told">Lines of its rules that tell what decides, and nothing else: they are told no second time.</param>
    public ExplanationNode Of(int stage, in SortedRules rules, IReadOnlyList<ExplanationNode> told)
    {
        var (open, pending) = (rules[Bearing.Open].Length, rules[Bearing.Pending].Length);
        var decisive = rules.Outcome switch
        {
            StageOutcome.Invalid => rules[Bearing.InTheWay],
            StageOutcome.Undetermined => rules.Between(Bearing.Open, Bearing.Pending),
            _ => rules[Bearing.Warning],
        };
        var text = rules.Outcome switch
        {
            StageOutcome.Invalid => decisive.Length == 1 ? ", one rule stands in the way"
                : string.Create(CultureInfo.InvariantCulture, $", {decisive.Length} rules stand in the way"),
            StageOutcome.Undetermined => $", {string.Join(" and ", Parts(open, pending))}{WithoutHope(rules[Bearing.Open], pending)}",
            StageOutcome.NotApplicable => string.Empty,
            _ when decisive.Length > 0 => $", with {(decisive.Length == 1 ? "one warning" : Nouns.Count(decisive.Length, "warning"))}",
            _ => rules.All.Any(IsRequired) ? string.Empty : ", as nothing is required",
        };
        var claim = new StageClaim(explainer.Scenario, evaluated.Rules, rules.All, rules.Outcome, decisive.Length,
            rules.Outcome == StageOutcome.Undetermined ? pending : 0)
        { Condition = evaluated.Rules.StageConditions[stage] };
        var lines = new List<ExplanationNode>();
        if (rules.Outcome == StageOutcome.NotApplicable)
        {
            explainer.AddWhetherApplies(stage, lines);
        }

        AddLines(decisive, told, claim, lines);
        if (rules.Outcome == StageOutcome.Undetermined)
        {
            AddWhatSettles(rules[Bearing.Open], lines);
        }

        return new ExplanationNode(text, Explainer.MarkOf(rules.Outcome), lines)
        {
            Asides = explainer.Words.LeadOf(stage, rules.Outcome),
            IsVerdict = true,
            Claims = [claim],
        };
    }

    private void AddLines(
        ReadOnlySpan<Rule> rules, IReadOnlyList<ExplanationNode> told, StageClaim stage, List<ExplanationNode> lines)
    {
        var shown = rules.Length > MostRules + 1 ? MostRules : rules.Length;
        lines.EnsureCapacity(shown);
        foreach (var rule in rules[..shown])
        {
            lines.Add(Line(rule, NodeOf(rule, told), stage.Rules));
        }

        if (shown < rules.Length)
        {
            lines.Add(new ExplanationNode($"and {Nouns.Count(rules.Length - shown, "more rule")}", ExplanationMark.Note)
            {
                Claims = [new MoreRulesClaim(explainer.Scenario, stage, rules[..shown].ToArray())],
            });
        }
    }

    private ExplanationNode NodeOf(Rule rule, IReadOnlyList<ExplanationNode> told)
    {
        for (var i = 0; i < told.Count; i++)
        {
            if (told[i].RuleId == rule.Id)
            {
                return told[i];
            }
        }

        return brief.Explain(rule);
    }

    // Of two rules with one title the id says which is meant.
    private ExplanationNode Line(Rule rule, ExplanationNode node, IReadOnlyList<Rule> all)
    {
        var lead = explainer.Words.LeadOf(rule, byId: rule.Title is null || IsSeveral(rule.Title, all));
        if (rule.Each is not null && Deciding(rule) is { Count: > 1 } elements)
        {
            var outcome = evaluated.Outcomes[rule.Index];
            return new ExplanationNode($"{OutcomeWords.Of(rule, outcome)} for {Labels.OfAll(elements, MostRules)}", node.Mark)
            {
                Asides = lead,
                IsVerdict = true,
                Claims = [new ElementsOfRuleClaim(explainer.Scenario, evaluated.Rules, rule, outcome, elements)],
            };
        }

        var why = ReasonOf(node);
        var reason = why is null ? string.Empty : Cut((why.Short is { } brief && why.Margin is null ? brief : why.Text).TrimEnd('.'));
        return new ExplanationNode(reason, node.Mark)
        {
            Asides = why is null ? lead with { Lead = lead.Lead![..^": ".Length] } : lead,
            IsVerdict = true,
            Quoted = why?.Language is { } language ? new FilledReason(reason, language) : null,
        };
    }

    // The elements of the rule's list that came to the same as the rule.
    private List<Scope> Deciding(Rule rule)
    {
        try
        {
            return [.. RuleEvaluator.ElementsOf(rule, explainer.Scenario).Where(e => e.Outcome == evaluated.Outcomes[rule.Index])
                .Select(e => e.Element)];
        }
        catch (ScenarioException limit) when (limit.IsOfWork)
        {
            return [];
        }
    }

    private static bool IsSeveral(string title, IReadOnlyList<Rule> all) => all.Count(other => other.Title == title) > 1;

    // The first line that tells by how much, or the only one that says something of a fact (headings are no reasons); of several, what the
    // author of the rule says, and else the first of them. For what is pending, the deadline.
    private static ExplanationNode? ReasonOf(ExplanationNode rule)
    {
        if (rule.Mark == ExplanationMark.Pending)
        {
            return rule.Children.FirstOrDefault(child => child.Mark == ExplanationMark.Pending);
        }

        var found = default(Reasons);
        AddReasons(rule.Children, rule.Mark == ExplanationMark.Unknown, ref found);
        return found.WithMargin
            ?? (found.Count > 1 && rule.Mark != ExplanationMark.Unknown
                ? rule.Children.FirstOrDefault(child => child.Mark == ExplanationMark.Reason)
                : null)
            ?? found.First;
    }

    private static void AddReasons(IReadOnlyList<ExplanationNode> lines, bool isOpen, ref Reasons found)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var node = lines[i];
            if (isOpen ? node.Mark != ExplanationMark.Unknown : node.Mark is not (ExplanationMark.Violated or ExplanationMark.Warning))
            {
                continue;
            }

            var (before, hasMargin) = (found.Count, node.Margin is not null);
            if (!hasMargin && node.Short is null)
            {
                AddReasons(node.Children, isOpen, ref found);
            }

            if (found.Count == before)
            {
                found = new Reasons(found.Count + 1, found.First ?? node, found.WithMargin ?? (hasMargin ? node : null));
            }
        }
    }

    // What settles the open rules.
    private void AddWhatSettles(ReadOnlySpan<Rule> open, List<ExplanationNode> lines)
    {
        try
        {
            var facts = open.ToArray().SelectMany(evaluated.UnsettledOf).DistinctBy(fact => fact.Path, StringComparer.Ordinal).ToList();
            if (facts.Count > 0)
            {
                var words = UnsettledWords.Of(facts, evaluated.Rules.Vocabulary.Root, MostFacts);
                lines.Add(new ExplanationNode($"to be settled: {words}", ExplanationMark.Note)
                {
                    Facts = [.. facts.Select(fact => fact.Path)],
                });
            }
        }
        catch (ScenarioException limit) when (limit.IsOfWork)
        {
            // It is left out.
        }
    }

    // What nothing can settle: who reads no further would look for facts that there are not.
    private string WithoutHope(ReadOnlySpan<Rule> open, int pending)
    {
        try
        {
            var hopeless = open.ToArray().Where(rule => evaluated.UnsettledOf(rule).Count == 0).ToList();
            if (hopeless.Count == 0)
            {
                return string.Empty;
            }

            var settling = hopeless.TrueForAll(evaluated.ReadsNothingOpen) ? "nothing can settle" : "no values were found that settle";
            var they = (pending == 0, open.Length == 1) switch
            {
                (true, true) => "it",
                (true, false) => "them",
                (false, true) => "the one that is open",
                (false, false) => "those that are open",
            };
            return $", and {settling} {(hopeless.Count == open.Length ? they : $"{Number(hopeless.Count)} of {they}")}";
        }
        catch (ScenarioException limit) when (limit.IsOfWork)
        {
            return string.Empty;
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

    private static string Number(int count) => count == 1 ? "one" : count.ToString(CultureInfo.InvariantCulture);

    private static bool IsRequired(Rule rule) => rule is { Strength: Strength.Required, IsRisk: false };

    // At the head of a page a reason takes two lines at most; all of it stands below.
    private static string Cut(string text) =>
        text.Length <= LongestReason || text.LastIndexOf(' ', LongestReason) is not (> 0 and var end)
            ? text
            : $"{text[..end].TrimEnd(',', ';', ':')} …";

    // How many lines of a rule say something of a fact, the first of them, and the first that tells by how much.
    private readonly record struct Reasons(int Count, ExplanationNode? First, ExplanationNode? WithMargin);
}
