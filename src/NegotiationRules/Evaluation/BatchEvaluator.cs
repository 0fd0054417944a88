using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Programs;
using NegotiationRules.Text;

namespace NegotiationRules.Evaluation;

/// <summary>Evaluates many scenarios at once: laid out in columns, by the program of the rule set; what the program leaves open, by the tree walk.</summary>
/// <remarks>Gives exactly what <see cref="EvaluatedScenario"/> gives for each scenario on its own. One for each thread.</remarks>
internal sealed class BatchEvaluator
{
    private readonly CheckedRuleSet _rules;
    private readonly Program _program;
    private readonly FactTable _batch;
    private readonly Machine _machine;
    private readonly List<FactRecord> _facts = [];
    private readonly Dictionary<int, (EvaluatedScenario? Evaluated, DiagnosticBag Bag)> _walked = [];

    public BatchEvaluator(CheckedRuleSet rules, Program program)
    {
        _rules = rules;
        _program = program;
        _batch = new FactTable(program.Layout, program.Texts);
        _machine = new Machine(program);
    }

    /// <summary>How many scenarios there are.</summary>
    public int Count => _facts.Count;

    public void Clear()
    {
        _facts.Clear();
        _batch.Clear();
        _walked.Clear();
    }

    public void Add(FactRecord facts)
    {
        _facts.Add(facts);
        _batch.Add(facts);
    }

    /// <summary>Evaluates all scenarios that were added.</summary>
    public void Evaluate()
    {
        _machine.Run(_batch, Walk);
        for (var i = 0; i < Count; i++)
        {
            if (Bits.Get(_machine.Beyond, i))
            {
                var bag = new DiagnosticBag();
                _walked[i] = (EvaluatedScenario.Evaluate(_rules, _facts[i], bag), bag);
            }
        }
    }

    /// <summary>What keeps a scenario from being evaluated; <see langword="null"/> if nothing does.</summary>
    public DiagnosticBag? FaultsOf(int scenario) => _walked.TryGetValue(scenario, out var walked) && walked.Evaluated is null ? walked.Bag : null;

    /// <summary>What became of a rule in a scenario that has no faults.</summary>
    public RuleOutcome OutcomeOf(int scenario, int rule)
    {
        if (_walked.TryGetValue(scenario, out var walked))
        {
            return walked.Evaluated!.Outcomes[rule];
        }

        var steps = _program.Rules[rule];
        var when = TruthOf(steps.When, scenario);
        return when == Truth.False
            ? RuleOutcome.NotApplicable
            : RuleEvaluator.OutcomeOf(when, TruthOf(steps.Met, scenario), () => TruthOf(steps.HasPassed, scenario));
    }

    /// <summary>A scenario that has no faults, with what became of all rules.</summary>
    public EvaluatedScenario Evaluated(int scenario) => _walked.TryGetValue(scenario, out var walked)
        ? walked.Evaluated!
        : new EvaluatedScenario(_rules, Scope.Of(_facts[scenario]), [.. Enumerable.Range(0, _rules.Rules.Length).Select(rule => OutcomeOf(scenario, rule))]);

    private Truth TruthOf(int step, int scenario) =>
        Truths.Of(Bits.Get(_machine.Certain(step), scenario), Bits.Get(_machine.Possible(step), scenario));

    // A condition whose quantities go beyond all measure makes the scenario one for the tree walk, which says so in its own words.
    private Truth Walk(Condition condition, int scenario)
    {
        try
        {
            return TreeWalk.Evaluate(condition, Scope.Of(_facts[scenario]));
        }
        catch (OverflowException)
        {
            _machine.LeaveToTheTreeWalk(scenario);
            return Truth.Unknown;
        }
    }
}
