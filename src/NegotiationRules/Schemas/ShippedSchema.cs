using System.Text.Json.Nodes;

namespace NegotiationRules.Schemas;

/// <summary>The JSON Schemas of the file kinds, as the library ships them.</summary>
internal static class ShippedSchema
{
    public static readonly IReadOnlyList<string> Kinds =
        ["rules", "scenario", "tests", "vocabulary", "analysis", "distribution", "explanation"];

    public static string Text(string kind)
    {
        using var stream = typeof(ShippedSchema).Assembly.GetManifestResourceStream($"schema/{kind}.schema.json")
            ?? throw new InvalidOperationException($"The library ships no schema of {kind} files.");
        using var text = new StreamReader(stream);
        return text.ReadToEnd();
    }

    public static JsonObject Parse(string kind) => JsonNode.Parse(Text(kind))!.AsObject();
}
