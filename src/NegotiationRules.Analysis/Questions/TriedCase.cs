using System.Collections.Immutable;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Text;

namespace NegotiationRules.Analysis.Questions;

/// <summary>A case of tests that passed, with its facts at hand to be tried on rules that are nearly those it tests.</summary>
internal sealed class TriedCase
{
    private readonly EvaluatedScenario _evaluated;

    /// <param name="result">What came of it.</param>
    public TriedCase(RuleTestResult result)
    {
        Result = result;

        // It has a verdict, so it was bound and evaluated before.
        var facts = result.Scenario!.Bind(result.Rules.Vocabulary, new DiagnosticBag());
        _evaluated = EvaluatedScenario.Evaluate(result.Rules.Checked, facts, new DiagnosticBag())!;
    }

    public RuleTestResult Result { get; }

    /// <summary>The rules with the parameters of this case.</summary>
    public RuleSet Rules => Result.Rules;

    public Facts.FactRecord Facts => _evaluated.Facts;

    /// <summary>What becomes of it with other rules.</summary>
    /// <param name="mutant">The rules, of which some are others.</param>
    /// <param name="changed">The places of these.</param>
    public TrialOutcome Try(CheckedRuleSet mutant, ImmutableArray<int> changed)
    {
        if (Evaluate(mutant, changed) is not { } evaluated)
        {
            return TrialOutcome.Failed;
        }

        var isSame = evaluated.Outcomes.SequenceEqual(_evaluated.Outcomes) && evaluated.Applies.SequenceEqual(_evaluated.Applies);
        if (isSame && changed.All(at =>
            mutant.Rules[at].Each is null && CountsAs(mutant.Rules[at]) == CountsAs(_evaluated.Rules.Rules[at])))
        {
            return TrialOutcome.Same;
        }

        // Of a case that is known to differ it is expected that it does.
        var verdict = new Verdict(evaluated);
        var differs = Result.Expectations.Any(expectation => expectation.Compare(verdict) is not null);
        return differs == Result.Deviation is null ? TrialOutcome.Failed : isSame ? TrialOutcome.Same : TrialOutcome.Unnoticed;
    }

    private static (Strength Strength, bool IsRisk, double Weight) CountsAs(Rule rule) => (rule.Strength, rule.IsRisk, rule.Weight);

    private EvaluatedScenario? Evaluate(CheckedRuleSet mutant, ImmutableArray<int> changed)
    {
        var scope = Scope.Of(Facts, mutant.Work);
        var outcomes = _evaluated.Outcomes.ToBuilder();
        try
        {
            foreach (var at in changed)
            {
                outcomes[at] = RuleEvaluator.Evaluate(mutant.Rules[at], scope);
            }

            var applies = mutant.StageConditions.Select(stage => stage is null || TreeWalk.Evaluate(stage, scope) != Truth.False);
            return new EvaluatedScenario(mutant, Facts, outcomes.MoveToImmutable(), [.. applies]);
        }
        catch (OverflowException)
        {
            return null;
        }
        catch (ScenarioException limit) when (limit.IsOfWork)
        {
            return null;
        }
    }
}

/// <summary>What becomes of a case with other rules.</summary>
internal enum TrialOutcome
{
    /// <summary>Every rule and every stage is as it was.</summary>
    Same,

    /// <summary>Something is not, but nothing that the case expects.</summary>
    Unnoticed,

    /// <summary>It fails.</summary>
    Failed,
}
