using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Programs;
using NegotiationRules.Text;

namespace NegotiationRules.Evaluation;

/// <summary>Evaluates stretches of scenarios, one after the other: by a machine of its own, and by the tree walk where that is needed.
/// Serves one thread.</summary>
internal sealed class BatchWorker
{
    private readonly CheckedRuleSet _rules;
    private readonly VectorWidth _width;
    private readonly Machine _machine;
    private readonly Func<Condition, int, Truth> _walk;
    private readonly Dictionary<int, (EvaluatedScenario? Evaluated, DiagnosticBag Bag)> _walked = [];
    private Func<int, FactRecord> _factsOf = null!;
    private int _first;
    private int _reached = -1;
    private Scope? _scope;

    public BatchWorker(CheckedRuleSet rules, Program program, VectorWidth width)
    {
        (_rules, _width) = (rules, width);
        _machine = new Machine(program, width);
        _walk = Walk;
    }

    /// <summary>Scenarios that were left to the tree walk as a whole, with what keeps them from being evaluated, if anything
    /// does.</summary>
    public IReadOnlyDictionary<int, (EvaluatedScenario? Evaluated, DiagnosticBag Bag)> Walked => _walked;

    public void Start(FactTable table, Func<int, FactRecord> factsOf)
    {
        _walked.Clear();
        _factsOf = factsOf;
        _machine.Start(table);
    }

    public void Evaluate(int first, int count, BatchOutcomes outcomes)
    {
        (_first, _reached) = (first, -1);
        _machine.Run(first, count, _walk);
        outcomes.Write(_machine, first);
        for (var i = 0; i < count && _machine.AnyBeyond; i++)
        {
            if (Bits.Get(_machine.Beyond, i))
            {
                WalkAll(first + i, outcomes);
            }
        }

        outcomes.WriteStages(first, count, _width);
    }

    /// <summary>Lets go of the facts it was given.</summary>
    public void Clear()
    {
        _walked.Clear();
        _scope = null;
        _factsOf = null!;
    }

    private void WalkAll(int scenario, BatchOutcomes outcomes)
    {
        var bag = new DiagnosticBag();
        var evaluated = EvaluatedScenario.Evaluate(_rules, _factsOf(scenario), bag);
        _walked[scenario] = (evaluated, bag);
        if (evaluated is null)
        {
            outcomes.MarkFaulty(scenario);
            return;
        }

        for (var rule = 0; rule < evaluated.Outcomes.Length; rule++)
        {
            outcomes.Correct(rule, scenario, evaluated.Outcomes[rule]);
        }

        for (var stage = 0; stage < evaluated.Applies.Length; stage++)
        {
            outcomes.CorrectStage(stage, scenario, evaluated.Applies[stage]);
        }
    }

    // A condition whose quantities go beyond all measure, or that takes too much work, makes the scenario one for the tree walk, which says
    // so in its own words: it may take all the work that there may be, so what comes before it, a quarter.
    private Truth Walk(Condition condition, int scenario)
    {
        if (_reached != scenario)
        {
            _scope = Scope.Of(_factsOf(_first + scenario), new StepCount(_rules.Work.Part(4)), new RepeatedLists(_width));
            _reached = scenario;
        }

        try
        {
            return TreeWalk.Evaluate(condition, _scope!);
        }
        catch (Exception fault) when (fault is OverflowException or ScenarioException)
        {
            _machine.LeaveToTheTreeWalk(scenario);
            return Truth.Unknown;
        }
    }
}
