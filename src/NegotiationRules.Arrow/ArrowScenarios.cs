using Apache.Arrow;
using NegotiationRules.Arrow.Evaluating;
using NegotiationRules.Arrow.Filling;
using NegotiationRules.Arrow.Outcomes;
using NegotiationRules.Arrow.Rows;
using NegotiationRules.Facts;

namespace NegotiationRules;

/// <summary>Scenarios from Arrow record batches, and outcomes as such, by a <see cref="ScenarioBatch"/>.</summary>
/// <remarks>
/// <para>A row is a scenario. Columns have the names of facts: objects are structs, or columns by paths such as <c>agreement.form</c>;
/// lists are lists, of structs where their elements are objects. What is null, or has no column, is not known, or has the default of its
/// fact.</para>
/// <para>A fact that is true or false takes a column of such; a number takes whole numbers, floating ones and those with a point; text
/// takes text, with a dictionary or without; a date takes days, times at midnight without a zone, or texts such as <c>2022-01</c>; a date
/// and time takes moments with a zone, or texts; a duration takes texts, or durations. Nothing is rounded: a number with more places than
/// its fact has is an error.</para>
/// <para>A struct with <c>value</c> and <c>source</c> in the place of a fact states it with its source; one with <c>known</c> and
/// <c>complete</c> in the place of a list is one of which there may be other elements.</para>
/// </remarks>
public static class ArrowScenarios
{
    /// <summary>Adds the rows of a record batch to an empty batch, in their order.</summary>
    /// <param name="batch">The batch; what was in it is taken out.</param>
    /// <param name="scenarios">The rows. They must stay as they are, and not be disposed of, until the batch is cleared.</param>
    /// <exception cref="ScenarioException">A column is no fact or cannot hold it, or a row has a value that is none of its fact: then the
    /// message says which row, counted from 0, and which fact. The batch is empty.</exception>
    public static void Read(this ScenarioBatch batch, RecordBatch scenarios)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(scenarios);
        batch.Clear();
        var root = GivenRows.Bind(scenarios, scenarios.Schema.FieldsList, batch.Rules.Vocabulary);
        var given = new GivenRows(scenarios, root, scenarios.Arrays);
        if (given.FirstFault is { } fault)
        {
            throw new ScenarioException([InRow(fault.Fault, fault.Row)]);
        }

        var arrays = given.Arrays;
        var rows = new RowReader();
        if (new RecordFiller(batch).TryFill(root, arrays, 0, scenarios.Length))
        {
            batch.KeepsFactsOf(row => FactsOf(rows.Write(root, arrays, row, out _)!, batch.Rules));
            return;
        }

        for (var row = 0; row < scenarios.Length; row++)
        {
            if (!rows.TryAdd(batch, root, arrays, row, out var diagnostics))
            {
                batch.Clear();
                throw new ScenarioException([.. diagnostics.Select(one => InRow(one, row))]);
            }
        }
    }

    /// <summary>The outcomes of a batch that was evaluated: a struct <c>stages</c> with a column of texts for each stage, a struct
    /// <c>rules</c> with one for each rule, and a column <c>error</c>, which says where a scenario has none and why.</summary>
    /// <param name="batch">The batch.</param>
    /// <exception cref="InvalidOperationException">The batch was not evaluated since a scenario was added.</exception>
    public static RecordBatch ToRecordBatch(this ScenarioBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        IReadOnlyList<string> rules = [.. batch.Rules.Rules.Select(rule => rule.Id)];
        var outcomes = new OutcomeColumns(batch.Rules.Stages, rules, batch.Count);
        OutcomeReader.Read(batch, outcomes, 0);
        return outcomes.ToRecordBatch(OutcomeColumns.SchemaOf(batch.Rules.Stages, rules), batch.Count);
    }

    private static FactRecord FactsOf(byte[] json, RuleSet rules) =>
        Scenario.Parse(json).Bind(rules.Vocabulary, new Text.DiagnosticBag());

    private static Diagnostic InRow(Diagnostic one, int row) =>
        new(one.Code, one.Severity, default(Text.Span), $"row {row}: {one.Message}", one.Help) { FactPath = one.FactPath };
}
