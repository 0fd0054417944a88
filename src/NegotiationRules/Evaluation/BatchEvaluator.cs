using System.Collections.Immutable;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Programs;
using NegotiationRules.Text;

namespace NegotiationRules.Evaluation;

/// <summary>Evaluates many scenarios at once: laid out in columns, by the program of the rule set; what the program leaves open, by the
/// tree walk.</summary>
/// <remarks>
/// Gives exactly what <see cref="EvaluatedScenario"/> gives for each scenario on its own, whatever the width, the stretches and the number
/// of threads. Either scenarios are added with their facts, or the table is filled and a function finds the facts of the few scenarios of
/// which more is needed than the table has. One for each thread that evaluates; it may itself use several.
/// </remarks>
internal sealed class BatchEvaluator(CheckedRuleSet rules, Program program)
{
    // What the steps of so many give each other stays near the processor, and going over the steps is little beside it.
    private const int MostScenarios = 8192;
    private const int MostElements = 65_536;
    private const int FewestScenarios = 256;

    private readonly List<FactRecord> _facts = [];
    private readonly List<BatchWorker> _workers = [];
    private Func<int, FactRecord>? _added;
    private Func<int, FactRecord>? _factsOf;

    /// <summary>How many bits are worked on at a time.</summary>
    public VectorWidth Width { get; init; } = VectorWidths.Widest;

    /// <summary>How many scenarios are taken through all steps at a time, a multiple of 64; if left out, as many as are good for what the
    /// table holds.</summary>
    public int? Stretch { get; init; }

    /// <summary>The scenarios. Filled by whoever does not add them one by one.</summary>
    public FactTable Table { get; } = new(program.Layout, program.Texts);

    /// <summary>What became of rules and stages in all scenarios, after they were evaluated.</summary>
    public BatchOutcomes Outcomes { get; } = new(rules, program);

    /// <summary>How many scenarios there are.</summary>
    public int Count => Table.Count;

    /// <summary>Takes all scenarios out.</summary>
    /// <param name="keepsTexts">Whether texts keep their codes, because somebody may have asked for them.</param>
    public void Clear(bool keepsTexts = false)
    {
        _facts.Clear();
        if (keepsTexts)
        {
            Table.ClearRows();
        }
        else
        {
            Table.Clear();
        }

        foreach (var worker in _workers)
        {
            worker.Clear();
        }
    }

    public void Add(FactRecord facts)
    {
        _facts.Add(facts);
        Table.Add(facts);
    }

    /// <summary>Evaluates all scenarios that were added.</summary>
    public void Evaluate() => Evaluate(_added ??= scenario => _facts[scenario]);

    /// <summary>Evaluates all scenarios of the table.</summary>
    /// <param name="factsOf">Finds the facts of a scenario by its place in the table, for what has no step and for numbers beyond measure;
    /// called by several threads if there are.</param>
    /// <param name="threads">How many threads work at it.</param>
    public void Evaluate(Func<int, FactRecord> factsOf, int threads = 1)
    {
        _factsOf = factsOf;
        var stretch = Stretch ?? GoodStretch();
        Outcomes.Start(Count, stretch);
        threads = Math.Max(1, Math.Min(threads, (Count + stretch - 1) / stretch));
        while (_workers.Count < threads)
        {
            _workers.Add(new BatchWorker(rules, program, Width));
        }

        foreach (var worker in _workers)
        {
            worker.Start(Table, factsOf);
        }

        if (threads > 1)
        {
            EvaluateTogether(stretch, threads);
            return;
        }

        for (var first = 0; first < Count; first += stretch)
        {
            _workers[0].Evaluate(first, Math.Min(stretch, Count - first), Outcomes);
        }
    }

    /// <summary>What keeps a scenario from being evaluated; <see langword="null"/> if nothing does.</summary>
    public DiagnosticBag? FaultsOf(int scenario) =>
        Outcomes.IsFaulty(scenario) && TryFindWalked(scenario, out var walked) ? walked.Bag : null;

    /// <summary>What became of a rule in a scenario that has no faults.</summary>
    public RuleOutcome OutcomeOf(int scenario, int rule) => Outcomes.OutcomeOf(rule, scenario);

    /// <summary>A scenario that has no faults, with what became of all rules.</summary>
    public EvaluatedScenario Evaluated(int scenario)
    {
        if (TryFindWalked(scenario, out var walked))
        {
            return walked.Evaluated!;
        }

        var outcomes = ImmutableArray.CreateBuilder<RuleOutcome>(rules.Rules.Length);
        for (var rule = 0; rule < rules.Rules.Length; rule++)
        {
            outcomes.Add(Outcomes.OutcomeOf(rule, scenario));
        }

        ImmutableArray<bool> applies =
            [.. rules.Stages.Select((_, stage) => Outcomes.OutcomeOfStage(stage, scenario) != StageOutcome.NotApplicable)];
        return new EvaluatedScenario(rules, _factsOf!(scenario), outcomes.MoveToImmutable(), applies);
    }

    // Whoever is free takes the next stretch; where results go depends on the stretch alone.
    private void EvaluateTogether(int stretch, int threads)
    {
        var next = 0;
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, worker =>
        {
            for (var first = Take(); first < Count; first = Take())
            {
                _workers[worker].Evaluate(first, Math.Min(stretch, Count - first), Outcomes);
            }
        });

        int Take() => (int)Math.Min(((long)Interlocked.Increment(ref next) - 1) * stretch, int.MaxValue);
    }

    // The more elements a scenario has, the fewer scenarios.
    private int GoodStretch()
    {
        var elements = 1;
        foreach (var level in Table.Levels)
        {
            elements = Math.Max(elements, level.Count);
        }

        var stretch = MostScenarios;
        while (stretch > FewestScenarios && (long)stretch * elements > (long)MostElements * Math.Max(1, Count))
        {
            stretch /= 2;
        }

        return stretch;
    }

    private bool TryFindWalked(int scenario, out (EvaluatedScenario? Evaluated, DiagnosticBag Bag) walked)
    {
        foreach (var worker in _workers)
        {
            if (worker.Walked.TryGetValue(scenario, out walked))
            {
                return true;
            }
        }

        walked = default;
        return false;
    }
}
