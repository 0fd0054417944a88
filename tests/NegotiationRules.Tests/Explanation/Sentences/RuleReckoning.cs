using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Outlines;

namespace NegotiationRules.Tests.Explanation.Sentences;

/// <summary>Reckons again what is said of rules taken together: what comes of a stage, and its score, from each way in which it may still
/// turn out.</summary>
internal static class RuleReckoning
{
    public static IEnumerable<string> Faults(StageClaim claim)
    {
        var decisive = Decisive(claim);
        var outcome = OutcomeOf(claim);
        return outcome != claim.Outcome ? [$"it is {outcome}"]
            : decisive.Count != claim.Decisive ? [$"{decisive.Count} decide"]
            : decisive.Count(r => Of(r, claim.Checked, claim.At) == RuleOutcome.Pending) is var pending && pending != claim.Pending
                && outcome == StageOutcome.Undetermined ? [$"{pending} are pending"]
            : [];
    }

    public static IEnumerable<string> Faults(MoreRulesClaim claim) =>
        claim.Told.Except(Decisive(claim.Stage)).Select(rule => $"{rule.Id} does not decide");

    public static IEnumerable<string> Faults(ScoreClaim claim) =>
        Score(claim) is var score && Near(score.Low, claim.Score.Low) && Near(score.High, claim.Score.High) ? [] : [$"it is {score}"];

    /// <summary>The rules by which the stage is what it is.</summary>
    public static List<Rule> Decisive(StageClaim claim)
    {
        var outcome = OutcomeOf(claim);
        return [.. claim.Rules.Where(rule => (outcome, Of(rule, claim.Checked, claim.At)) switch
        {
            (StageOutcome.Invalid, RuleOutcome.Violated) => IsRequired(rule),
            (StageOutcome.Undetermined, RuleOutcome.Unknown or RuleOutcome.Pending) => IsRequired(rule),
            (StageOutcome.Valid, RuleOutcome.Violated) => rule.IsRisk || rule.Strength == Strength.Expected,
            _ => false,
        })];
    }

    /// <summary>The preferred rules that may count, and whether each is met.</summary>
    public static List<(double Weight, bool IsMet)> Preferred(ScoreClaim claim) =>
        [.. claim.Rules.Where(IsPreferred).Select(rule => (rule.Weight, Outcome: Of(rule, claim.Checked, claim.At)))
            .Where(rule => rule.Outcome != RuleOutcome.NotApplicable)
            .Select(rule => (rule.Weight, rule.Outcome == RuleOutcome.Satisfied))];

    private static StageOutcome OutcomeOf(StageClaim claim)
    {
        if (claim.Condition is { } applies && PlainReckoning.Of(applies, claim.At) == Truth.False)
        {
            return StageOutcome.NotApplicable;
        }

        var outcomes = claim.Rules.Where(IsRequired).Select(rule => Of(rule, claim.Checked, claim.At)).ToList();
        return outcomes.Contains(RuleOutcome.Violated) ? StageOutcome.Invalid
            : outcomes.Exists(o => o is RuleOutcome.Unknown or RuleOutcome.Pending) ? StageOutcome.Undetermined
            : StageOutcome.Valid;
    }

    // The least and the greatest share of what is met in what applies, over all ways in which the rules may turn out.
    private static (double Low, double High) Score(ScoreClaim claim)
    {
        List<(double Met, double All)> ways = [(0, 0)];
        foreach (var rule in claim.Rules.Where(IsPreferred))
        {
            var when = rule.When is null ? Truth.True : PlainReckoning.Of(rule.When, claim.At);
            var met = Met(rule, claim.At);
            var canBeMet = rule.Each is not null ? EachReckoning.CanBeMet(rule, claim.Checked, claim.At)
                : met != Truth.False || HasPassed(rule, claim.Checked, claim.At) != Truth.True;
            ways = [.. ways.SelectMany(way => new[]
            {
                (when != Truth.True, way),
                (when != Truth.False && canBeMet, (way.Met + rule.Weight, way.All + rule.Weight)),
                (when != Truth.False && met != Truth.True, (way.Met, way.All + rule.Weight)),
            }.Where(next => next.Item1).Select(next => next.Item2)).Distinct()];
        }

        var scores = ways.Where(way => way.All > 0).Select(way => way.Met / way.All).ToList();
        return (scores.Min(), scores.Max());
    }

    private static RuleOutcome Of(Rule rule, CheckedRuleSet rules, Scope at)
    {
        if (rule.Each is not null)
        {
            return OfAll(EachReckoning.WaysOf(rule, rules, at));
        }

        var when = rule.When is null ? Truth.True : PlainReckoning.Of(rule.When, at);
        return (when, Met(rule, at)) switch
        {
            (Truth.False, _) => RuleOutcome.NotApplicable,
            (_, Truth.True) => RuleOutcome.Satisfied,
            (Truth.True, Truth.False) => HasPassed(rule, rules, at) switch
            {
                Truth.True => RuleOutcome.Violated,
                Truth.False => RuleOutcome.Pending,
                _ => RuleOutcome.Unknown,
            },
            _ => RuleOutcome.Unknown,
        };
    }

    private static Truth Met(Rule rule, Scope at) =>
        PlainReckoning.Of(rule.IsRisk ? new Negation(rule.Require.Span, rule.Require) : rule.Require, at);

    private static Truth HasPassed(Rule rule, CheckedRuleSet rules, Scope at) => HasPassed(rule.By, rules, at);

    /// <summary>Whether the day has passed by which something must be.</summary>
    public static Truth HasPassed(Operand? by, CheckedRuleSet rules, Scope at)
    {
        if (by is null)
        {
            return Truth.True;
        }

        var asOf = ClaimCheck.Walk(rules.AsOf!, at);
        var (low, high) = PlainReckoning.Day(by, at);
        return (low, high) == PlainReckoning.Nothing || !asOf.IsKnown ? Truth.Unknown
            : PlainReckoning.Compare(Relation.Greater, (asOf.Date.First, asOf.Date.Last), by is Constant ? (high, high) : (low, high));
    }

    // The only outcome that there may be; what may be satisfied and may not apply is satisfied.
    private static RuleOutcome OfAll(HashSet<RuleOutcome> ways) =>
        ways.Count == 1 ? ways.Single()
        : ways.IsSubsetOf([RuleOutcome.Satisfied, RuleOutcome.NotApplicable]) ? RuleOutcome.Satisfied
        : RuleOutcome.Unknown;

    private static bool IsRequired(Rule rule) => rule is { Strength: Strength.Required, IsRisk: false };

    private static bool IsPreferred(Rule rule) => rule is { Strength: Strength.Preferred, IsRisk: false };

    private static bool Near(double one, double other) => Math.Abs(one - other) < 1e-9;
}
