using Apache.Arrow;
using NegotiationRules.Arrow.Binding;
using NegotiationRules.Arrow.Evaluating;
using NegotiationRules.Arrow.Outcomes;

namespace NegotiationRules;

/// <summary>Evaluates the rows of Arrow record batches, however many a batch has, and gives the outcomes as record batches.</summary>
/// <remarks>
/// <para>What columns mean is said at <see cref="ArrowScenarios"/>. A row with a value that is none of its fact has an error in the place
/// of outcomes, and the others have theirs.</para>
/// <para>The memory is used again; for one thread at a time, which may have others help it. Any number of them may share a rule set.</para>
/// </remarks>
public sealed class RecordBatchEvaluator
{
    private readonly RowRun _run;
    private (Schema Schema, BoundField Root)? _bound;

    /// <summary>An evaluator of rules.</summary>
    /// <param name="rules">The rules.</param>
    public RecordBatchEvaluator(RuleSet rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        Rules = rules;
        _run = new RowRun(rules, isStrict: false);
        OutcomeSchema = OutcomeColumns.SchemaOf(rules.Stages, rules.Rules.Select(rule => rule.Id));
    }

    /// <summary>The rules.</summary>
    public RuleSet Rules { get; }

    /// <summary>The columns of what <see cref="Evaluate"/> gives: a struct <c>stages</c> with a column of texts for each stage, a struct
    /// <c>rules</c> with one for each rule, and <c>error</c>, which is null where there are outcomes.</summary>
    public Schema OutcomeSchema { get; }

    /// <summary>Evaluates all rows.</summary>
    /// <param name="scenarios">The rows, a scenario each.</param>
    /// <param name="threads">How many threads work at it, this one among them; 1 if left out. The outcomes do not depend on it.</param>
    /// <returns>The outcomes, row by row.</returns>
    /// <exception cref="ScenarioException">A column is no fact, or cannot hold it.</exception>
    public RecordBatch Evaluate(RecordBatch scenarios, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        if (_bound is not { } bound || !ReferenceEquals(bound.Schema, scenarios.Schema))
        {
            bound = (scenarios.Schema, GivenRows.Bind(scenarios, scenarios.Schema.FieldsList, Rules.Vocabulary));
            _bound = bound;
        }

        var outcomes = new OutcomeColumns(Rules.Stages, [.. Rules.Rules.Select(rule => rule.Id)], scenarios.Length);
        var given = new GivenRows(scenarios, bound.Root, scenarios.Arrays);
        _run.Evaluate(given, threads, (rows, count, first) => RowOutcomes.Write(rows, count, outcomes, first, given.TextOf));
        given.WriteFaults(outcomes);
        return outcomes.ToRecordBatch(OutcomeSchema, scenarios.Length);
    }
}
