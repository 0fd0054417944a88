using NegotiationRules.Text;

namespace NegotiationRules.Facts;

/// <summary>Reads <c>x-fixed</c>, <c>x-cost</c>, <c>x-controlledBy</c> and <c>x-key</c>.</summary>
internal sealed class StepTermsReader(VocabularyDiagnostics diagnostics)
{
    private const string Fixed = "x-fixed";
    private const string Cost = "x-cost";
    private const string ControlledBy = "x-controlledBy";
    private const string Key = "x-key";

    /// <summary>What a schema says; <see langword="null"/> if it says nothing.</summary>
    public StepTerms? Read(JsonObject schema)
    {
        var (isFixed, cost, by) = (schema.Find(Fixed)?.Value, schema.Find(Cost)?.Value, schema.Find(ControlledBy)?.Value);
        return isFixed is null && cost is null && by is null ? null
            : new StepTerms(ReadFixity(isFixed), ReadCost(cost), ReadController(by));
    }

    /// <summary>The properties by which the elements of a list are told apart; <see langword="null"/> if the schema names none.</summary>
    public IReadOnlyList<string>? ReadKey(JsonObject schema, FactType element)
    {
        var written = schema.Find(Key)?.Value;
        JsonValue[] names = written switch
        {
            null => [],
            JsonText one => [one],
            JsonArray { Items.Count: > 0 } several when several.Items.All(item => item is JsonText) => [.. several.Items],
            _ => Refuse(written),
        };
        var keys = new List<string>();
        foreach (var name in names.Cast<JsonText>())
        {
            var record = element as RecordType;
            if (record?.SlotOf(name.Value) is >= 0 and var slot && record.Properties[slot].Type is not (ListType or RecordType))
            {
                keys.Add(name.Value);
                continue;
            }

            var possible = record?.Properties.Where(p => p.Type is not (ListType or RecordType)).Select(p => p.Name) ?? [];
            diagnostics.NoSuchKey(name, Spelling.Nearest(name.Value, possible));
        }

        return keys.Count == 0 ? null : keys;
    }

    /// <summary>The same type; each fact that should name a party, and is none that can be read where that is said, is reported.</summary>
    public RecordType? CheckControllers(RecordType? root)
    {
        if (root is not null)
        {
            Check(root, [], []);
        }

        return root;
    }

    private void Check(FactType type, IReadOnlyList<RecordType> around, HashSet<Span> told)
    {
        IReadOnlyList<RecordType> within = type is RecordType own ? [own, .. around] : around;
        if (type.Terms?.By is { Fact: { } fact } by && within.All(record => !IsText(record, fact)) && told.Add(by.At))
        {
            var texts = within.SelectMany(record => record.Properties).Where(p => p.Type is TextType).Select(p => p.Name);
            diagnostics.NoSuchController(by.At, fact, Spelling.Nearest(fact, texts));
        }

        IEnumerable<FactType> inner = type is RecordType { Properties: var properties } ? properties.Select(p => p.Type)
            : type is ListType { Element: var element } ? [element] : [];
        foreach (var part in inner)
        {
            Check(part, within, told);
        }
    }

    private static bool IsText(RecordType record, string path)
    {
        FactType? type = record;
        foreach (var name in path.Split('.'))
        {
            type = type is RecordType inner && inner.SlotOf(name) is >= 0 and var slot ? inner.Properties[slot].Type : null;
        }

        return type is TextType;
    }

    private JsonValue[] Refuse(JsonValue written)
    {
        diagnostics.Takes(written, Key, "the name of a property, or a list of such names");
        return [];
    }

    private Fixity? ReadFixity(JsonValue? value)
    {
        switch (value)
        {
            case null:
                return null;
            case JsonBoolean { Value: var always }:
                return always ? Fixity.Always : Fixity.Free;
            case JsonText { Value: "stated" }:
                return Fixity.Stated;
            default:
                diagnostics.Takes(value, Fixed, "true, false or \"stated\"");
                return null;
        }
    }

    private long? ReadCost(JsonValue? value)
    {
        switch (value)
        {
            case null:
                return null;
            case JsonNumber number when ExactNumber.Read(number.Digits, StepTerms.CostScale, out var cost) == NumberFit.Exact
                && cost is >= 0 and <= int.MaxValue:
                return cost;
            default:
                diagnostics.Takes(value, Cost, "a number that is not negative, with at most three decimals");
                return null;
        }
    }

    private Controller? ReadController(JsonValue? value)
    {
        switch (value)
        {
            case null:
                return null;
            case JsonText { Value.Length: > 0 } party:
                return new Controller(value.Span, party.Value, null);
            case JsonObject { Members: [{ Name: "fact", Value: JsonText { Value.Length: > 0 } fact }] }:
                return new Controller(fact.Span, null, fact.Value);
            default:
                diagnostics.Takes(value, ControlledBy, "a party, or { \"fact\": the fact that names it }");
                return null;
        }
    }
}
