using Apache.Arrow;
using Apache.Arrow.Types;
using NegotiationRules.Arrow.Binding;
using NegotiationRules.Arrow.Evaluating;
using NegotiationRules.Arrow.Outcomes;
using NegotiationRules.Cli.Streaming;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.Tables;

/// <summary>Where in rows the scenarios and their names stand.</summary>
internal sealed class RowColumns
{
    private readonly JsonPointer _facts;
    private readonly JsonPointer? _id;
    private readonly BoundField _root;
    private readonly List<int> _chosen;

    /// <summary>Finds them.</summary>
    /// <exception cref="TableException">There is no such column.</exception>
    /// <exception cref="ScenarioException">A column is no fact, or cannot hold it.</exception>
    public RowColumns(ITableSource source, Envelope envelope, Vocabulary vocabulary)
    {
        (_facts, _id) = (envelope.Facts, envelope.Id);
        IReadOnlyList<Field> fields = source.Schema.FieldsList;
        if (_id is not null)
        {
            IdType = Find(fields, _id);
            if (!RowIds.AreNames(IdType))
            {
                throw NoAnswer(
                    $"the column at `{_id.Text}` holds {ColumnKinds.Of(IdType)}, which name no rows", "name one of texts or whole numbers");
            }
        }

        fields = _facts.Names.IsEmpty ? fields
            : Find(fields, _facts) is StructType o ? o.Fields
            : throw NoAnswer(
                $"what stands at `{_facts.Text}` is no scenario, which is a struct",
                source.HasTextsAlone ? "a file with commas has none: leave --facts out, and name the facts in the first line"
                : "name a column of structs, or leave --facts out where each fact has a column of its own");

        // A name that is no fact stands beside the facts.
        _chosen = [.. Enumerable.Range(0, fields.Count).Where(i => !IsName(fields[i].Name, vocabulary))];
        _root = SchemaBinder.Bind([.. _chosen.Select(i => fields[i])], vocabulary, source.HasTextsAlone);
    }

    /// <summary>What the column of names holds; <see langword="null"/> if rows go by their numbers.</summary>
    public IArrowType? IdType { get; }

    /// <summary>The scenarios of a record batch.</summary>
    public GivenRows FactsOf(RecordBatch rows)
    {
        var arrays = Follow([.. rows.Arrays], rows.Schema.FieldsList, _facts, out _);
        return new GivenRows(rows, _root, _chosen.Select(i => arrays[i]));
    }

    /// <summary>What the rows are called.</summary>
    public RowIds IdsOf(RecordBatch rows, long before)
    {
        IArrowArray? column = null;
        if (_id is not null)
        {
            Follow([.. rows.Arrays], rows.Schema.FieldsList, _id, out column);
        }

        return new RowIds(column, before);
    }

    /// <summary>Says of rows without a scenario that they have none.</summary>
    public void WriteFaults(RecordBatch rows, OutcomeColumns into)
    {
        Follow([.. rows.Arrays], rows.Schema.FieldsList, _facts, out var scenarios);
        for (var row = 0; scenarios?.NullCount > 0 && row < rows.Length; row++)
        {
            if (scenarios.IsNull(row))
            {
                into.WriteError(row, $"nothing stands at `{_facts.Text}`");
            }
        }
    }

    private bool IsName(string field, Vocabulary vocabulary) =>
        _id is { Names: [var name] } && _facts.Names.IsEmpty && field == name && vocabulary.Root.SlotOf(name) < 0;

    private static IArrowType Find(IReadOnlyList<Field> fields, JsonPointer pointer)
    {
        IArrowType? found = null;
        foreach (var name in pointer.Names)
        {
            var inside = found is null ? fields : found is StructType o ? o.Fields : [];
            found = inside.FirstOrDefault(field => field.Name == name)?.DataType
                ?? throw NoColumn(pointer, name, [.. inside.Select(one => one.Name)]);
        }

        return found!;
    }

    private static TableException NoColumn(JsonPointer pointer, string name, List<string> known) =>
        NoAnswer(
            $"there is no column at `{pointer.Text}`",
            Spelling.Nearest(name, known) is { } meant ? $"did you mean `{pointer.Text[..^Escaped(name).Length]}{Escaped(meant)}`?"
            : known.Count == 0 ? "what stands around it is no struct"
            : $"known here are {Spelling.List(known, "and")}");

    private static string Escaped(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private static TableException NoAnswer(string message, string help) => new(message, help) { IsOfQuestion = true };

    // The arrays of the struct that a pointer leads to, and the array that it leads to.
    private static IReadOnlyList<IArrowArray> Follow(
        IReadOnlyList<IArrowArray> arrays, IReadOnlyList<Field> fields, JsonPointer pointer, out IArrowArray? found)
    {
        found = null;
        foreach (var name in pointer.Names)
        {
            found = arrays[fields.ToList().FindIndex(field => field.Name == name)];
            (arrays, fields) = found is StructArray o ? (o.Fields, ((StructType)o.Data.DataType).Fields) : ([], []);
        }

        return arrays;
    }
}
