using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NegotiationRules.Schemas;

/// <summary>Pieces of JSON Schemas, and what a vocabulary's own schema says.</summary>
internal static class SchemaNodes
{
    private static readonly JsonSerializerOptions Legible = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A schema as the text of a file, with letters of all languages legible.</summary>
    public static string Print(JsonObject schema) => schema.ToJsonString(Legible).ReplaceLineEndings("\n") + "\n";

    /// <summary>Every node of a tree has one parent, so pieces that are used twice are references.</summary>
    public static JsonObject Ref(string name) => new() { ["$ref"] = $"#/$defs/{name}" };

    /// <summary>A reference to a definition whose name may hold anything.</summary>
    public static JsonObject RefTo(string name) =>
        Ref(Uri.EscapeDataString(name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)));

    public static JsonObject AnyOf(params IEnumerable<JsonNode> choices) => new() { ["anyOf"] = new JsonArray([.. choices]) };

    public static JsonObject OneOf(IEnumerable<string> texts) =>
        new() { ["enum"] = new JsonArray([.. texts.Select(text => JsonValue.Create(text))]) };

    public static string TypeOf(JsonObject schema) => schema["type"]!.GetValue<string>();

    public static bool IsList(JsonObject schema) => TypeOf(schema) == "array";

    public static bool IsRecord(JsonObject schema) => TypeOf(schema) == "object";

    public static JsonObject ElementOf(JsonObject list) => list["items"]!.AsObject();

    public static IEnumerable<(string Name, JsonObject Schema)> PropertiesOf(JsonObject record) =>
        record["properties"]!.AsObject().Select(property => (property.Key, property.Value!.AsObject()));

    /// <summary>Title and description, for the editor to show.</summary>
    public static JsonObject Described(JsonObject schema, JsonObject like)
    {
        foreach (var keyword in new[] { "title", "description" })
        {
            if (like[keyword] is { } text)
            {
                schema[keyword] = text.DeepClone();
            }
        }

        return schema;
    }
}
