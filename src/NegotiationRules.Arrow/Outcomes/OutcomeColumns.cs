using Apache.Arrow;
using Apache.Arrow.Types;

namespace NegotiationRules.Arrow.Outcomes;

/// <summary>What became of rows, a column for each stage and rule. Any number of threads may write, each its own rows.</summary>
/// <param name="stages">The names of the stages.</param>
/// <param name="rules">The ids of the rules.</param>
/// <param name="count">How many rows there are.</param>
internal sealed class OutcomeColumns(IReadOnlyList<string> stages, IReadOnlyList<string> rules, int count)
{
    private readonly byte[][] _stages = [.. stages.Select(_ => new byte[count])];
    private readonly byte[][] _rules = [.. rules.Select(_ => new byte[count])];
    private readonly string?[] _errors = new string?[count];

    /// <summary>How the columns are called.</summary>
    /// <param name="stages">The names of the stages.</param>
    /// <param name="rules">The ids of the rules.</param>
    /// <param name="before">Columns before them.</param>
    public static Schema SchemaOf(IEnumerable<string> stages, IEnumerable<string> rules, params Field[] before) =>
        new([.. before, Group("stages", stages), Group("rules", rules), new Field("error", StringType.Default, nullable: true)], null);

    public Span<byte> Stage(int stage) => _stages[stage];

    public Span<byte> Rule(int rule) => _rules[rule];

    /// <summary>Why a row has no outcomes; <see langword="null"/> if it has.</summary>
    public string? ErrorOf(int row) => _errors[row];

    /// <summary>Reads the outcomes of a row that has some.</summary>
    public void Read(int row, Span<StageOutcome> stageOutcomes, Span<RuleOutcome> ruleOutcomes)
    {
        for (var stage = 0; stage < _stages.Length; stage++)
        {
            stageOutcomes[stage] = (StageOutcome)_stages[stage][row];
        }

        for (var rule = 0; rule < _rules.Length; rule++)
        {
            ruleOutcomes[rule] = (RuleOutcome)_rules[rule][row];
        }
    }

    /// <summary>Writes the outcomes of a row.</summary>
    public void Write(int row, ReadOnlySpan<StageOutcome> stageOutcomes, ReadOnlySpan<RuleOutcome> ruleOutcomes)
    {
        for (var stage = 0; stage < _stages.Length; stage++)
        {
            _stages[stage][row] = (byte)stageOutcomes[stage];
        }

        for (var rule = 0; rule < _rules.Length; rule++)
        {
            _rules[rule][row] = (byte)ruleOutcomes[rule];
        }
    }

    /// <summary>Says why a row has no outcomes.</summary>
    public void WriteError(int row, string error)
    {
        _errors[row] = error;
        foreach (var outcomes in _stages)
        {
            outcomes[row] = OutcomeTexts.None;
        }

        foreach (var outcomes in _rules)
        {
            outcomes[row] = OutcomeTexts.None;
        }
    }

    /// <summary>The rows up to a number as a record batch. To be asked for once.</summary>
    /// <param name="schema">The columns, as <see cref="SchemaOf"/> has them: the very same for all record batches of a file, in which their
    /// dictionaries are found by the fields.</param>
    /// <param name="rows">How many.</param>
    /// <param name="before">The columns before the outcomes.</param>
    public RecordBatch ToRecordBatch(Schema schema, int rows, params IArrowArray[] before)
    {
        var errors = new StringArray.Builder();
        foreach (var error in _errors.AsSpan(0, rows))
        {
            errors.Append(error);
        }

        var (first, second) = (schema.FieldsList[before.Length], schema.FieldsList[before.Length + 1]);
        return new RecordBatch(
            schema,
            [
                .. before,
                new StructArray(first.DataType, rows, _stages.Select(o => OutcomeTexts.OfStage(o, rows)), ArrowBuffer.Empty, 0, 0),
                new StructArray(second.DataType, rows, _rules.Select(o => OutcomeTexts.OfRule(o, rows)), ArrowBuffer.Empty, 0, 0),
                errors.Build(),
            ],
            rows);
    }

    private static Field Group(string name, IEnumerable<string> inside) =>
        new(name, new StructType([.. inside.Select(one => new Field(one, OutcomeTexts.Type, nullable: true))]), nullable: false);
}
