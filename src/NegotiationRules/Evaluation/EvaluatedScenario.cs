using System.Collections.Immutable;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Evaluation;

/// <summary>A rule set, the facts of one scenario, and what became of each rule.</summary>
/// <param name="Rules">The rules.</param>
/// <param name="Facts">The facts.</param>
/// <param name="Outcomes">What became of each rule.</param>
/// <param name="Applies">Of each stage, whether it may apply.</param>
internal sealed record EvaluatedScenario(
    CheckedRuleSet Rules, FactRecord Facts, ImmutableArray<RuleOutcome> Outcomes, ImmutableArray<bool> Applies)
{
    private readonly IReadOnlyList<OpenFact>?[] _unsettled = new IReadOnlyList<OpenFact>?[Rules.Rules.Length];
    private readonly StepCount _stepsToSettle = new(Rules.Work.Part(8));

    /// <summary>The name that the scenario goes by in reports; <see langword="null"/> if there is none.</summary>
    public string? ScenarioName { get; init; }

    /// <summary>The scenario for one walk over conditions.</summary>
    public Scope NewScope() => NewScope(new StepCount(Rules.Work));

    /// <summary>The same for one of several walks that may take so many steps together.</summary>
    /// <param name="steps">The steps of all of them.</param>
    /// <param name="trace">Keeps what becomes of conditions, for who tells why.</param>
    public Scope NewScope(StepCount steps, Trace? trace = null) =>
        Scope.Of(Facts, steps, new RepeatedLists(VectorWidths.Widest), trace);

    /// <summary>The open facts that settle a rule whose outcome is unknown: none if nothing can, or of a rule that is decided. Worked out
    /// when first asked for.</summary>
    public IReadOnlyList<OpenFact> UnsettledOf(Rule rule) =>
        _unsettled[rule.Index] ??=
            Outcomes[rule.Index] == RuleOutcome.Unknown ? [.. Settling(rule).Select(unsettled => unsettled.Fact)] : [];

    /// <summary>The same for one party: of a rule that others hold for some elements, what comes of its own.</summary>
    public EvaluatedScenario HeldBy(string party)
    {
        if (!Rules.Rules.Any(rule => rule.Each?.Holder is not null))
        {
            return this;
        }

        var scope = NewScope();
        var rules = Rules with { Rules = [.. Rules.Rules.Select(rule => rule.HeldBy(party))] };
        var outcomes = rules.Rules.Select(rule => rule.Each?.Holder is null ? Outcomes[rule.Index] : OutcomeOf(rule, scope));
        return new EvaluatedScenario(rules, Facts, [.. outcomes], Applies) { ScenarioName = ScenarioName };
    }

    // Where the rule as a whole was decided by another's element, nobody has come to what is beyond all measure in one of these.
    private static RuleOutcome OutcomeOf(Rule rule, Scope scope)
    {
        try
        {
            return RuleEvaluator.Evaluate(rule, scope);
        }
        catch (OverflowException)
        {
            return RuleOutcome.Unknown;
        }
    }

    /// <summary>What became of the elements of a rule's list.</summary>
    /// <exception cref="ScenarioException">It takes more steps than are allowed.</exception>
    public IReadOnlyList<ElementOutcome> ElementsOf(Rule rule) => RuleEvaluator.ElementsOf(rule, NewScope());

    /// <summary>Whether an unknown rule reads no fact that is open, so that no fact can ever settle it.</summary>
    public bool ReadsNothingOpen(Rule rule) => OpenFactCollector.Of(rule, NewScope(_stepsToSettle)).Facts.Count == 0;

    private IReadOnlyList<UnsettledFact> Settling(Rule rule) =>
        UnsettledFacts.Of(rule, Rules, NewScope(_stepsToSettle), Outcomes.Count(outcome => outcome == RuleOutcome.Unknown));

    /// <summary>Evaluates every rule; <see langword="null"/>, with a diagnostic, if a rule cannot be evaluated on these facts.</summary>
    public static EvaluatedScenario? Evaluate(CheckedRuleSet rules, FactRecord facts, DiagnosticBag bag)
    {
        var scope = Scope.Of(facts, rules.Work);
        var outcomes = ImmutableArray.CreateBuilder<RuleOutcome>(rules.Rules.Length);
        foreach (var rule in rules.Rules)
        {
            try
            {
                outcomes.Add(RuleEvaluator.Evaluate(rule, scope));
            }
            catch (OverflowException overflow)
            {
                new EvaluationDiagnostics(bag).OutOfRange(rule, overflow);
            }
            catch (ScenarioException limit) when (limit.IsOfWork)
            {
                new EvaluationDiagnostics(bag).TooMuchWork(rule, rules.Work.Steps);
                return null;
            }
        }

        if (outcomes.Count < rules.Rules.Length)
        {
            return null;
        }

        try
        {
            // Its rules have asked the same before, as a stage without rules has no condition: nothing goes beyond what can be represented.
            var applies = rules.StageConditions.Select(stage => stage is null || TreeWalk.Evaluate(stage, scope) != Truth.False);
            return new EvaluatedScenario(rules, facts, outcomes.MoveToImmutable(), [.. applies]);
        }
        catch (ScenarioException limit) when (limit.IsOfWork)
        {
            new EvaluationDiagnostics(bag).TooMuchWork(null, rules.Work.Steps);
            return null;
        }
    }
}
