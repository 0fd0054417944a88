using NegotiationRules.Arrow.Outcomes;

namespace NegotiationRules.Arrow.Evaluating;

/// <summary>Writes what became of rows into columns.</summary>
internal static class RowOutcomes
{
    /// <param name="rows">The rows, evaluated.</param>
    /// <param name="count">How many they are.</param>
    /// <param name="into">The columns.</param>
    /// <param name="first">The place there of the first row.</param>
    /// <param name="textOf">What is wrong with a row, by its place, in one line.</param>
    /// <param name="holder">Whose rules alone count, and have columns; <see langword="null"/> for all.</param>
    public static void Write(
        RowEvaluator rows, int count, OutcomeColumns into, int first, Func<int, IReadOnlyList<Diagnostic>, string> textOf,
        string? holder = null)
    {
        if (rows.Batch.Count == count && holder is null)
        {
            OutcomeReader.Read(rows.Batch, into, first);
        }

        var stages = new StageOutcome[rows.Batch.Rules.Stages.Count];
        var rules = new RuleOutcome[rows.Batch.Rules.Rules.Count];
        for (var row = 0; (rows.HasFaults || holder is not null) && row < count; row++)
        {
            if (rows.FaultsOf(row) is { Count: > 0 } faults)
            {
                into.WriteError(first + row, textOf(first + row, faults));
                continue;
            }

            if (holder is not null)
            {
                var held = rows.Batch.ToVerdict(rows.ScenarioOf(row)).For(holder);
                into.Write(
                    first + row, [.. held.Stages.Select(stage => stage.Outcome)], [.. held.Rules.Select(rule => rule.Outcome)]);
                continue;
            }

            Read(rows.Batch, rows.ScenarioOf(row), stages, rules);
            into.Write(first + row, stages, rules);
        }
    }

    // What became of one scenario.
    private static void Read(ScenarioBatch batch, int scenario, Span<StageOutcome> stages, Span<RuleOutcome> rules)
    {
        for (var stage = 0; stage < stages.Length; stage++)
        {
            stages[stage] = batch.OutcomeOfStage(scenario, stage);
        }

        for (var rule = 0; rule < rules.Length; rule++)
        {
            rules[rule] = batch.OutcomeOf(scenario, rule);
        }
    }
}
