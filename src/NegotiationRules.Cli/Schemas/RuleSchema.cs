using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NegotiationRules.Schemas;
using NegotiationRules.Syntax;
using static NegotiationRules.Schemas.SchemaNodes;

namespace NegotiationRules.Cli.Schemas;

/// <summary>The JSON Schema of rule files with the facts of a vocabulary: their paths, the comparisons that fit each, and the texts each
/// may be.</summary>
internal static partial class RuleSchema
{
    public static JsonObject Of(Vocabulary vocabulary)
    {
        var schema = ShippedSchema.Parse("rules");
        var definitions = schema["$defs"]!.AsObject();
        var paths = new SchemaPaths(vocabulary);

        definitions["anyPath"] = definitions["path"]!.DeepClone();
        var path = definitions["anyPath"]!["description"]!.DeepClone();
        definitions["path"] = AnyOf([.. Among(paths.Facts.Keys), Ref("anyPath")]);
        definitions["path"]!["description"] = path;
        var lists = definitions["list"]!["anyOf"]!.AsArray();
        foreach (var choice in Among(paths.InLists).Concat(Among(paths.Lists)))
        {
            lists.Insert(0, choice);
        }

        var facts = definitions["facts"]!.AsObject();
        var any = facts["additionalProperties"]!.DeepClone();
        facts["propertyNames"]!["allOf"]![0] = Ref("anyPath");
        facts["properties"] = new JsonObject(paths.Facts.Select(fact => KeyValuePair.Create(fact.Key, (JsonNode?)Test(fact.Value))));

        // An element that has a name: `party.id`, or the name alone where elements are plain values. Every other key is misspelt.
        facts["patternProperties"] = new JsonObject { ["^[^.]+$"] = any.DeepClone() };
        if (paths.InElements.Count > 0)
        {
            facts["patternProperties"]![$"^[^.]+\\.({string.Join('|', paths.InElements.Select(Escape))})$"] = any;
        }

        facts["additionalProperties"] = false;
        return schema;
    }

    // A choice among nothing is no schema: validators refuse the whole file for it.
    private static IEnumerable<JsonNode> Among(IReadOnlyCollection<string> paths) => paths.Count == 0 ? [] : [OneOf(paths)];

    // Validators read patterns as Unicode ones, where a backslash before anything else, such as a space, is an error.
    private static string Escape(string path) => Syntax().Replace(path, @"\$&");

    [GeneratedRegex(@"[\\^$.*+?()\[\]{}|/]")]
    private static partial Regex Syntax();

    private static JsonObject Test(List<JsonObject> types) =>
        types.Count == 1 ? Test(types[0]) : Described(AnyOf(types.Select(Test)), types[0]);

    private static JsonObject Test(JsonObject fact)
    {
        var comparisons = new JsonObject
        {
            ["type"] = "object",
            ["minProperties"] = 1,
            ["properties"] = new JsonObject(
                Operators.Table.Where(row => (row.Of & KindsOf(fact)) != 0).Select(row => Comparison(row, fact))
            ),
            ["additionalProperties"] = false,
        };
        return Described(IsList(fact) ? AnyOf(comparisons) : AnyOf(Literal(fact), comparisons), fact);
    }

    // An object or a list of objects can only be known.
    private static ValueKinds KindsOf(JsonObject fact) => (TypeOf(fact), fact["format"]?.GetValue<string>()) switch
    {
        ("array", _) => IsRecord(ElementOf(fact)) ? ValueKinds.Composites : ValueKinds.Lists,
        ("object", _) => ValueKinds.Composites,
        ("boolean", _) => ValueKinds.Truths,
        ("integer" or "number", _) => ValueKinds.Numbers,
        (_, "duration") => ValueKinds.Durations,
        (_, "date" or "date-time") => ValueKinds.Days,
        _ => ValueKinds.Texts,
    };

    // What may be compared with one of so many texts is one of them; a piece of a text need not be.
    private static KeyValuePair<string, JsonNode?> Comparison(OperatorRow row, JsonObject fact)
    {
        var name = Operators.NameOf(row.Operator);
        var texts = IsList(fact) ? ElementOf(fact)["enum"] : fact["enum"];
        var isPiece = row.Kind == ComparisonKind.Search && !IsList(fact);
        return new(name, texts is null || isPiece ? Ref($"comparisons/properties/{name}") : row.Takes switch
        {
            OperandShape.Value => OneOfTexts(),
            OperandShape.Values => AnyOf(
                new JsonObject { ["type"] = "array", ["minItems"] = 1, ["items"] = OneOfTexts() }, Ref("operandObject")),
            OperandShape.Range or OperandShape.Truth => Ref($"comparisons/properties/{name}"),
        });

        JsonObject OneOfTexts() => AnyOf(new JsonObject { ["enum"] = texts.DeepClone() }, Ref("operandObject"));
    }

    private static JsonObject Literal(JsonObject fact) => fact["enum"] is { } texts
        ? new JsonObject { ["enum"] = texts.DeepClone() }
        : new JsonObject { ["type"] = fact["type"]!.DeepClone() };
}
