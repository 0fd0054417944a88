using System.Globalization;
using NegotiationRules.Editing.Texts;
using NegotiationRules.Text;

namespace NegotiationRules.Page.Opened;

/// <summary>What the page asks: an object of JSON, with what nearly every question names.</summary>
/// <param name="json">The object.</param>
internal sealed class PageQuestion(JsonObject json)
{
    /// <summary>What is asked for.</summary>
    public string Kind => Text("ask") ?? string.Empty;

    /// <summary>What tells one opening of files from the next.</summary>
    public string? Opening => (json.Find("folder")?.Value as JsonNumber)?.Digits;

    /// <summary>The rule file.</summary>
    public string Rules => Text("rules") ?? string.Empty;

    /// <summary>The scenario file.</summary>
    public string Scenario => Text("scenario") ?? string.Empty;

    /// <summary>Other values for parameters.</summary>
    public JsonObject? Parameters => json.Find("parameters")?.Value as JsonObject;

    public string? Text(string name) => (json.Find(name)?.Value as JsonText)?.Value;

    /// <summary>The place in a text that is asked about.</summary>
    public int Offset(WrittenText text) => json.Find("offset")?.Value is JsonNumber { Digits: var digits }
        && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
        ? Math.Min(offset, text.Source.Text.Length) : 0;

    /// <summary>Texts by name: the files that are written, <see langword="null"/> for those that are taken away.</summary>
    public IEnumerable<(string Name, string? Text)> Texts(string name) =>
        (json.Find(name)?.Value as JsonObject)?.Members.Select(member => (member.Name, (member.Value as JsonText)?.Value)) ?? [];

    /// <summary>A list of texts.</summary>
    public IReadOnlySet<string> Names(string name) =>
        (json.Find(name)?.Value as JsonArray)?.Items.OfType<JsonText>().Select(text => text.Value).ToHashSet(StringComparer.Ordinal)
        ?? [];
}
