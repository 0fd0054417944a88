using NegotiationRules.Evaluation;
using NegotiationRules.Facts;
using NegotiationRules.Testing;
using NegotiationRules.Text;

namespace NegotiationRules.Analysis.Questions;

/// <summary>Facts on which rules come out otherwise than nearly the same rules: a test that expects so tells both apart.</summary>
/// <param name="Verdict">What comes out of the rules as they are.</param>
/// <param name="Facts">The facts.</param>
/// <param name="Rule">The rule that comes out otherwise; <see langword="null"/> if only a stage does.</param>
/// <param name="Stage">The stage, or that of the rule.</param>
internal sealed record TellingCase(Verdict Verdict, FactRecord Facts, Rule? Rule, string Stage)
{
    /// <summary>The case that has these facts; <see langword="null"/> if none has.</summary>
    public TriedCase? In { get; init; }

    /// <summary>What comes out, as tests files write it.</summary>
    public string Outcome => OutcomeIn(Verdict);

    /// <summary>The facts, if they tell the rules apart; <see langword="null"/> if they do not, or cannot be evaluated.</summary>
    public static TellingCase? Of(RuleSet rules, RuleSet others, FactRecord facts)
    {
        if (VerdictOf(rules, facts) is not { } verdict || VerdictOf(others, facts) is not { } other)
        {
            return null;
        }

        if (verdict.Rules.Zip(other.Rules).FirstOrDefault(pair => pair.First.Outcome != pair.Second.Outcome).First is { Rule: var rule })
        {
            return new TellingCase(verdict, facts, rule, rule.Stage);
        }

        return verdict.Stages.Zip(other.Stages).FirstOrDefault(pair => pair.First.Outcome != pair.Second.Outcome).First is { } stage
            ? new TellingCase(verdict, facts, null, stage.Name) : null;
    }

    /// <summary>Whether a test that expects what comes out here fails on the rules.</summary>
    public bool TellsApart(RuleSet others) => VerdictOf(others, Facts) is not { } other || OutcomeIn(other) != Outcome;

    /// <summary>The same with as few facts as will do for all to come out as it does, of the rules and of the others.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="others">The others.</param>
    /// <param name="goesOn">Whether there is time for more.</param>
    public TellingCase Shrink(RuleSet rules, RuleSet others, Func<bool> goesOn)
    {
        var (here, there) = (Outcome, VerdictOf(others, Facts) is { } other ? OutcomeIn(other) : null);
        var facts = Shrinking.Shrink(Facts, fewer => goesOn() && VerdictOf(rules, fewer) is { } verdict && OutcomeIn(verdict) == here
            && VerdictOf(others, fewer) is { } second && OutcomeIn(second) == there);
        return this with { Verdict = VerdictOf(rules, facts)!, Facts = facts };
    }

    private string OutcomeIn(Verdict verdict) =>
        Rule is null ? OutcomeNames.Of(verdict.Stage(Stage).Outcome) : OutcomeNames.Of(verdict.Rule(Rule.Id).Outcome);

    private static Verdict? VerdictOf(RuleSet rules, FactRecord facts) =>
        EvaluatedScenario.Evaluate(rules.Checked, facts, new DiagnosticBag()) is { } evaluated ? new Verdict(evaluated) : null;
}
