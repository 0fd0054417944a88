using NegotiationRules.Facts;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Tests.Agreement;

/// <summary>Writes scenarios into the columns of a batch, as a simulation does: one fact of all scenarios after the other.</summary>
internal sealed class WrittenColumns
{
    private readonly RuleSet _rules;
    private readonly ScenarioColumns _columns;

    private WrittenColumns(RuleSet rules, ScenarioColumns columns)
    {
        _rules = rules;
        _columns = columns;
    }

    /// <summary>The outcomes of columns that hold the facts of scenarios.</summary>
    /// <param name="rules">Rules that are accepted for columns.</param>
    /// <param name="scenarios">Scenarios that columns can say: see <see cref="Sayable"/>.</param>
    public static ScenarioBatch Evaluate(RuleSet rules, IReadOnlyList<FactRecord> scenarios)
    {
        var batch = new ScenarioBatch(rules);
        var columns = batch.BeginColumns(scenarios.Count);
        new WrittenColumns(rules, columns).Write(rules.Vocabulary.Root, string.Empty, [.. scenarios]);
        columns.End();
        batch.Evaluate();
        return batch;
    }

    /// <summary>The scenario nearest to one that columns can say: lists are there and complete, and the objects in them are.</summary>
    public static JsonObject Sayable(JsonObject facts, RecordType type) => (JsonObject)Sayable(facts, (FactType)type)!;

    private static JsonValue? Sayable(JsonValue? value, FactType type)
    {
        value = value is JsonObject stated && type is not RecordType && stated.Find("value") is { } inner ? inner.Value : value;
        switch (type)
        {
            case RecordType record when value is JsonObject || HasLists(record):
                var members = new ObjectBuilder();
                foreach (var property in record.Properties)
                {
                    members.Add(property.Name, Sayable((value as JsonObject)?.Find(property.Name)?.Value, property.Type));
                }

                return members.Build();
            case ListType list:
                var items = (value as JsonArray ?? (value as JsonObject)?.Find("known")?.Value as JsonArray)?.Items ?? [];
                var none = list.Element is RecordType ? new JsonObject(default, []) : (JsonValue)new JsonNull(default);
                return new JsonArray(default, [.. items.Select(item => Sayable(item, list.Element) ?? none)]);
            default:
                return value;
        }
    }

    private static bool HasLists(RecordType record) =>
        record.Properties.Any(p => p.Type is ListType || (p.Type is RecordType inner && HasLists(inner)));

    private void Write(RecordType type, string path, IReadOnlyList<FactRecord?> records)
    {
        for (var slot = 0; slot < type.Properties.Count; slot++)
        {
            var (name, of) = ($"{path}{type.Properties[slot].Name}", type.Properties[slot].Type);
            Write(of, name, [.. records.Select(record => record is null ? default : record[slot])]);
        }
    }

    private void Write(FactType type, string path, IReadOnlyList<FactValue> values)
    {
        switch (type)
        {
            case RecordType record:
                Write(record, $"{path}.", [.. values.Select(v => v.IsKnown ? v.Record : null)]);
                if (StorageOf(path, type) is not null)
                {
                    WriteKnown(path, values);
                }

                break;
            case ListType list when _columns.Has(path):
                _columns.SetLists(path, [.. values.Select(v => v.List.Count)]);
                if (list.Element is RecordType element)
                {
                    Write(element, $"{path}.", [.. values.SelectMany(ElementsOf).Select(v => v.IsKnown ? v.Record : null)]);
                }
                else
                {
                    WriteScalars(list.Element, path, [.. values.SelectMany(ElementsOf)]);
                }

                break;
            case ListType:
                break;
            default:
                WriteScalars(type, path, values);
                break;
        }
    }

    private static IEnumerable<FactValue> ElementsOf(FactValue list) => Enumerable.Range(0, list.List.Count).Select(i => list.List[i]);

    private void WriteScalars(FactType type, string path, IReadOnlyList<FactValue> values)
    {
        switch (StorageOf(path, type))
        {
            case null:
                return;
            case ColumnStorage.Bits:
                WriteBits(_columns.Booleans(path), values, v => v.Boolean);
                break;
            case ColumnStorage.Ints:
                Each(_columns.Integers(path), v => (int)v.Steps);
                break;
            case ColumnStorage.Longs:
                Each(_columns.LongIntegers(path), v => v.Steps);
                break;
            case ColumnStorage.Reals:
                Each(_columns.Reals(path), v => v.Real);
                break;
            case ColumnStorage.Codes:
                Each(_columns.Texts(path), v => _columns.CodeOf(v.Text));
                break;
            case ColumnStorage.Days:
                Each(_columns.Days(path, out var last), v => v.Date.First);
                Each(last, v => v.Date.Last);
                break;
            default:
                break;
        }

        WriteKnown(path, values);

        void Each<T>(Span<T> column, Func<FactValue, T> read)
        {
            Assert.Equal(values.Count, column.Length);
            for (var i = 0; i < values.Count; i++)
            {
                column[i] = values[i].IsKnown ? read(values[i]) : default!;
            }
        }
    }

    private void WriteKnown(string path, IReadOnlyList<FactValue> values) => WriteBits(_columns.Known(path), values, _ => true);

    private static void WriteBits(Span<ulong> column, IReadOnlyList<FactValue> values, Func<FactValue, bool> read)
    {
        for (var i = 0; i < values.Count; i++)
        {
            Bits.Set(column, i, values[i].IsKnown && read(values[i]));
        }
    }

    // A list and its elements go by one path; what is said of the list is said by its length.
    private ColumnStorage? StorageOf(string path, FactType type)
    {
        var columns = _rules.Program.Layout.Columns.Where(c => c.Path == path && c.Type is ListType == type is ListType).ToList();
        return columns.Find(c => c.Storage != ColumnStorage.Presence)?.Storage ?? columns.FirstOrDefault()?.Storage;
    }
}
