using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Programs;
using NegotiationRules.Text;

namespace NegotiationRules.Evaluation;

/// <summary>Evaluates one scenario at a time: by a machine of lanes, and by the tree walk where that is needed.</summary>
/// <remarks>Gives exactly what <see cref="EvaluatedScenario"/> gives. Holds the outcomes until the next scenario. Serves one
/// thread.</remarks>
internal sealed class LaneEvaluator
{
    private readonly CheckedRuleSet _rules;
    private readonly LaneMachine _machine;
    private readonly LaneOutcomes _outcomes;
    private readonly Func<Condition, Truth>? _walk;
    private EvaluatedScenario? _walked;
    private Scope? _scope;
    private bool _isBeyond;

    public LaneEvaluator(CheckedRuleSet rules, LaneProgram program)
    {
        _rules = rules;
        _machine = new LaneMachine(program);
        _outcomes = _machine.Outcomes;
        _walk = program.HasWalks ? Walk : null;
    }

    /// <summary>Evaluates a scenario.</summary>
    /// <param name="table">Its facts in columns.</param>
    /// <param name="facts">Its facts; only needed if the program has walks.</param>
    /// <returns>Whether there are outcomes. If not, it takes <see cref="TryWalk"/>.</returns>
    public bool TryRun(FactTable table, FactRecord? facts)
    {
        Begin(facts);
        _machine.Run(table, _walk);
        return !(_isBeyond || _machine.IsBeyond);
    }

    /// <summary>Evaluates a scenario, and remembers its outcomes for <see cref="TryUpdate"/>.</summary>
    /// <inheritdoc cref="TryRun"/>
    public bool TryStart(FactTable table, FactRecord? facts)
    {
        Begin(facts);
        _machine.Start(table, _walk);
        return !(_isBeyond || _machine.IsBeyond);
    }

    /// <summary>Evaluates again what depends on changed facts of the scenario that was started with.</summary>
    /// <param name="columns">The columns of which a value changed.</param>
    /// <param name="levels">The levels of which elements came or went.</param>
    /// <param name="facts">The facts as they are now; only needed if the program has walks.</param>
    /// <param name="flips">The rules with another outcome than before, if there are outcomes now and were before.</param>
    /// <returns>Whether there are outcomes. If not, it takes <see cref="TryWalk"/>.</returns>
    public bool TryUpdate(ReadOnlySpan<int> columns, ReadOnlySpan<int> levels, FactRecord? facts, out ReadOnlySpan<LaneFlip> flips)
    {
        Begin(facts);
        flips = _machine.Update(columns, levels);
        return !(_isBeyond || _machine.IsBeyond);
    }

    /// <summary>Evaluates a scenario by the tree walk alone.</summary>
    /// <returns>Whether there are outcomes. If not, the bag has what keeps the scenario from being evaluated.</returns>
    public bool TryWalk(FactRecord facts, DiagnosticBag bag)
    {
        _walked = EvaluatedScenario.Evaluate(_rules, facts, bag);
        return _walked is not null;
    }

    public RuleOutcome OutcomeOf(int rule) => _walked is null ? _outcomes.OutcomeOf(rule) : _walked.Outcomes[rule];

    public StageOutcome OutcomeOfStage(int stage) => _walked is null ? _outcomes.OutcomeOfStage(stage) : OutcomeOfStage(_walked, stage);

    /// <summary>All stages together.</summary>
    public StageOutcome OutcomeOfAll()
    {
        var outcome = StageOutcome.Valid;
        for (var stage = 0; stage < _rules.Stages.Length; stage++)
        {
            outcome = StageEvaluator.Together(outcome, OutcomeOfStage(stage));
        }

        return outcome;
    }

    public void CopyOutcomes(Span<RuleOutcome> outcomes)
    {
        if (_walked is null)
        {
            _outcomes.CopyOutcomes(outcomes);
        }
        else
        {
            _walked.Outcomes.CopyTo(outcomes);
        }
    }

    public void CopySatisfied(Span<ulong> satisfied)
    {
        if (_walked is null)
        {
            _outcomes.CopySatisfied(satisfied);
            return;
        }

        satisfied[..Bits.Words(_walked.Outcomes.Length)].Clear();
        for (var rule = 0; rule < _walked.Outcomes.Length; rule++)
        {
            Bits.Set(satisfied, rule, _walked.Outcomes[rule] == RuleOutcome.Satisfied);
        }
    }

    private void Begin(FactRecord? facts)
    {
        (_walked, _isBeyond) = (null, false);
        _scope = _walk is null ? null : Scope.Of(facts!, new StepCount(_rules.Work.Part(4)), new RepeatedLists(VectorWidths.Widest));
    }

    private StageOutcome OutcomeOfStage(EvaluatedScenario walked, int stage) =>
        StageEvaluator.OutcomeOf(
            walked.Applies[stage],
            _rules.Rules.Where(rule => _rules.StageOfRule[rule.Index] == stage).Select(rule => (rule, walked.Outcomes[rule.Index]))
        );

    // A condition whose quantities go beyond all measure, or that takes too much work, leaves the whole scenario to the tree walk, which
    // says so in its own words: it may take all the work that there may be, so what comes before it, a quarter.
    private Truth Walk(Condition condition)
    {
        try
        {
            return TreeWalk.Evaluate(condition, _scope!);
        }
        catch (Exception fault) when (fault is OverflowException or ScenarioException)
        {
            _isBeyond = true;
            return Truth.Unknown;
        }
    }
}
