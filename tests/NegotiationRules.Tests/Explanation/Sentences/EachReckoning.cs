using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Outlines;
using NegotiationRules.Facts;

namespace NegotiationRules.Tests.Explanation.Sentences;

/// <summary>Reckons again what comes of a rule that asks something of each element of a list: from all ways in which each of them may turn
/// out, and of those that may exist.</summary>
internal static class EachReckoning
{
    // The worst of all is that of the rule.
    private static readonly RuleOutcome[] FromTheWorst =
        [RuleOutcome.Violated, RuleOutcome.Pending, RuleOutcome.Satisfied, RuleOutcome.NotApplicable];

    /// <summary>The outcomes that the rule may come to.</summary>
    public static HashSet<RuleOutcome> WaysOf(Rule rule, CheckedRuleSet rules, Scope at)
    {
        HashSet<RuleOutcome> ways = [RuleOutcome.NotApplicable];
        var (known, further) = PlainReckoning.Elements(rule.Each!.List, at);
        foreach (var (element, mayBeMissing) in known.Select(e => (e, false)).Concat(further.Select(f => (f.Scope, true))))
        {
            var own = WaysOf(rule.Each, rules, element, mindsStage: true);
            if (mayBeMissing)
            {
                own.Add(RuleOutcome.NotApplicable);
            }

            ways = [.. ways.SelectMany(way => own.Select(other => Worse(way, other)))];
        }

        return ways;
    }

    /// <summary>Whether the rule may still be met, if its stage applies.</summary>
    public static bool CanBeMet(Rule rule, CheckedRuleSet rules, Scope at) =>
        PlainReckoning.Elements(rule.Each!.List, at).Known
            .TrueForAll(e => !WaysOf(rule.Each, rules, e, mindsStage: false).SetEquals([RuleOutcome.Violated]));

    /// <summary>How many elements come to an outcome.</summary>
    public static int Count(Rule rule, CheckedRuleSet rules, Scope at, RuleOutcome outcome) =>
        PlainReckoning.Elements(rule.Each!.List, at).Known.Count(e => Of(rule, rules, e) == outcome);

    public static IEnumerable<string> Faults(ElementOutcomeClaim claim) =>
        Of(claim.Rule, claim.Checked, claim.At) is var outcome && outcome == claim.Outcome ? [] : [$"it is {outcome}"];

    public static IEnumerable<string> Faults(ElementsOfRuleClaim claim) =>
        claim.Elements.Where(e => Of(claim.Rule, claim.Checked, e) != claim.Outcome).Select(_ => $"one is not {claim.Outcome}")
            .Concat(Count(claim.Rule, claim.Checked, claim.At, claim.Outcome) is var count && count == claim.Elements.Count ? []
                : [$"there are {count}"]);

    public static IEnumerable<string> Faults(ElementCountsClaim claim) =>
        claim.Counts.Where(c => Count(claim.Rule, claim.Checked, claim.At, c.Outcome) != c.Count).Select(c => $"{c.Outcome} are others");

    private static RuleOutcome Of(Rule rule, CheckedRuleSet rules, Scope element)
    {
        var ways = WaysOf(rule.Each!, rules, element, mindsStage: true);
        return ways.Count == 1 ? ways.Single()
            : ways.IsSubsetOf([RuleOutcome.Satisfied, RuleOutcome.NotApplicable]) ? RuleOutcome.Satisfied
            : RuleOutcome.Unknown;
    }

    private static HashSet<RuleOutcome> WaysOf(EachElement each, CheckedRuleSet rules, Scope element, bool mindsStage)
    {
        var stage = each.Stage is null || !mindsStage ? Truth.True : PlainReckoning.Of(each.Stage, element.At(0));
        var when = each.When is null ? Truth.True : PlainReckoning.Of(each.When, element);
        var require = PlainReckoning.Of(each.Require, element);
        var met = each.IsRisk ? require.Not() : require;
        var passed = RuleReckoning.HasPassed(each.By, rules, element);
        return
        [
            .. stage != Truth.True || when != Truth.True ? (RuleOutcome[])[RuleOutcome.NotApplicable] : [],
            .. stage == Truth.False || when == Truth.False ? (RuleOutcome[])[] :
            [
                .. met != Truth.False ? (RuleOutcome[])[RuleOutcome.Satisfied] : [],
                .. met != Truth.True && passed != Truth.False ? (RuleOutcome[])[RuleOutcome.Violated] : [],
                .. met != Truth.True && passed != Truth.True ? (RuleOutcome[])[RuleOutcome.Pending] : [],
            ],
        ];
    }

    private static RuleOutcome Worse(RuleOutcome one, RuleOutcome other) => Array.Find(FromTheWorst, o => o == one || o == other);
}
