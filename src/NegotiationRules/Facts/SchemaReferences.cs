using System.Globalization;
using NegotiationRules.Text;

namespace NegotiationRules.Facts;

/// <summary>Finds what a <c>$ref</c> refers to.</summary>
internal sealed class SchemaReferences(JsonObject document, VocabularyDiagnostics diagnostics)
{
    /// <summary>The value at a JSON Pointer such as <c>#/$defs/party</c>, or <see langword="null"/> with a diagnostic.</summary>
    public JsonValue? Find(JsonText reference)
    {
        if (!reference.Value.StartsWith('#'))
        {
            diagnostics.ReferenceElsewhere(reference);
            return null;
        }

        var found = Follow(document, reference.Value[1..]);
        if (found is null)
        {
            diagnostics.UnknownReference(reference, Spelling.Nearest(reference.Value, Definitions(document)));
        }

        return found;
    }

    /// <summary>The value at a JSON Pointer, or <see langword="null"/>.</summary>
    public static JsonValue? Follow(JsonObject document, string pointer)
    {
        if (pointer.Length == 0)
        {
            return document;
        }

        if (pointer[0] != '/')
        {
            return null;
        }

        JsonValue? at = document;
        foreach (var step in pointer[1..].Split('/'))
        {
            var name = Uri.UnescapeDataString(step)
                .Replace("~1", "/", StringComparison.Ordinal)
                .Replace("~0", "~", StringComparison.Ordinal);
            at = at switch
            {
                JsonObject o => o.Find(name)?.Value,
                JsonArray a
                    when int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < a.Items.Count =>
                    a.Items[index],
                _ => null,
            };
        }

        return at;
    }

    /// <summary>Where the types stand that a document defines.</summary>
    public static IEnumerable<string> Definitions(JsonObject document) =>
        from keyword in (string[])["$defs", "definitions"]
        let definitions = document.Find(keyword)?.Value as JsonObject
        where definitions is not null
        from definition in definitions.Members
        select $"#/{keyword}/{definition.Name}";
}
