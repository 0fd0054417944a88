using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Outlines;
using NegotiationRules.Explanation.Wording;

namespace NegotiationRules.Explanation;

/// <summary>Tells what became of the elements of a rule's list: of those that decide one by one, of the others how many they are.</summary>
internal sealed class EachExplainer(
    CheckedRuleSet rules, ExplanationOptions options, ConditionExplainer conditions, DemandExplainer demands)
{
    // Those that stand in the way first.
    private static readonly RuleOutcome[] Order =
        [RuleOutcome.Violated, RuleOutcome.Unknown, RuleOutcome.Pending, RuleOutcome.Satisfied, RuleOutcome.NotApplicable];

    /// <summary>Adds why the rule has its outcome; whether the reason that it gives is told with each element.</summary>
    public bool Add(Rule rule, RuleOutcome outcome, Scope scenario, List<ExplanationNode> lines)
    {
        var each = rule.Each!;
        if (demands.Applies(each.Stage, outcome, scenario) is { } applies)
        {
            lines.Add(applies);
        }

        var elements = RuleEvaluator.ElementsOf(rule, scenario).ToLookup(e => e.Outcome, e => e.Element);
        var told = new HashSet<RuleOutcome>();
        var saysWhy = elements[outcome].Take(2).Count() > 1 && ReasonFiller.NamesTheElement(rule);
        foreach (var kind in Order.Where(kind => elements[kind].Any() && (options.ShowAll || kind == outcome)))
        {
            lines.AddRange(Told(rule, kind, [.. elements[kind]], scenario, saysWhy && kind == outcome));
            told.Add(kind);
        }

        var others = Order.Where(kind => !told.Contains(kind)).Select(kind => (Outcome: kind, Count: elements[kind].Count()))
            .Where(other => other.Count > 0).ToList();
        if (others.Count > 0)
        {
            lines.Add(Others(rule, others, told.Count > 0, scenario));
        }

        if (told.Count + others.Count == 0 && outcome == RuleOutcome.NotApplicable && each.Applies() is { } some)
        {
            lines.AddRange(conditions.ExplainAll(some, scenario, Stance.Circumstance));
        }

        if (outcome == RuleOutcome.Unknown)
        {
            lines.AddRange(conditions.OpenLists(each.List, scenario));
        }

        if (SharedDay(each) is { } by && DemandExplainer.Tells(outcome) && AnyElement(each, scenario) is { } any)
        {
            lines.Add(demands.Deadline(by, outcome, any));
        }

        return saysWhy;
    }

    // The day, where it is the same for all elements.
    private static Operand? SharedDay(EachElement each) =>
        each.By is { } by && Enumerable.Range(1, each.List.LevelCount).All(by.Reach.IsOutside) ? by : null;

    // What reads no element is read in one all the same: lists inside of it are so many deep.
    private static Scope? AnyElement(EachElement each, Scope scenario)
    {
        var elements = Elements.Of(each.List, scenario);
        return elements.Known.Count > 0 ? elements.Known[0] : elements.Further.Select(further => further.Scope).FirstOrDefault();
    }

    private IReadOnlyList<ExplanationNode> Told(
        Rule rule, RuleOutcome outcome, List<Scope> elements, Scope scenario, bool saysWhy)
    {
        Func<Scope, ExplanationNode> tell = element => Told(rule, outcome, element, saysWhy);
        Func<int, Claim> more = told => new MoreElementsClaim(scenario, rules, rule, outcome, told);
        return outcome == RuleOutcome.Unknown ? conditions.FewOpen(elements, tell, more) : conditions.Few(elements, tell, more);
    }

    private ExplanationNode Told(Rule rule, RuleOutcome outcome, Scope element, bool saysWhy)
    {
        var each = rule.Each!;
        var lines = new List<ExplanationNode>(1);
        if (saysWhy && ReasonFiller.Fill(rule, outcome, element.At(0), options, element) is { } reason)
        {
            lines.Add(reason.ToLine());
        }

        var own = new Demanded(each.When, each.Require, each.IsRisk, SharedDay(each) is null ? each.By : null);
        demands.AddAll(own, outcome, element, lines);

        // What speaks of the element and says all there is to say needs no heading.
        var label = Labels.Of(element);
        return lines is [{ Mark: not ExplanationMark.Reason } only] && only.Text.Contains(label, StringComparison.Ordinal) ? only
            : new ExplanationNode($"{label}: {OutcomeWords.Of(rule, outcome)}", RuleSetWords.MarkOf(rule, outcome), lines)
            {
                IsVerdict = true,
                Short = outcome == RuleOutcome.Pending ? lines.Find(line => line.Mark == ExplanationMark.Pending)?.Text : null,
                Claims = [new ElementOutcomeClaim(element, rules, rule, outcome)],
            };
    }

    // "of the others, 2 are pending and 1 is satisfied"
    private ExplanationNode Others(Rule rule, List<(RuleOutcome Outcome, int Count)> others, bool isBeside, Scope scenario)
    {
        var counts = Series.And([.. others.Select(other =>
            $"{Numbers.Of(other.Count)} {(other.Count == 1 ? "is" : "are")} {OutcomeWords.Of(rule, other.Outcome)}")]);
        var text = isBeside && others is [{ Count: 1 } one] ? $"the other is {OutcomeWords.Of(rule, one.Outcome)}"
            : isBeside ? $"of the others, {counts}"
            : $"of those that are known, {counts}";
        return new ExplanationNode(text, ExplanationMark.Note)
        {
            Claims = [new ElementCountsClaim(scenario, rules, rule, others)],
        };
    }
}
