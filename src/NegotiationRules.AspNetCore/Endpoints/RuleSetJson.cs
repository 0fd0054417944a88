using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NegotiationRules.AspNetCore.Endpoints;

/// <summary>Rule sets as JSON, the list as <see cref="Described.RuleSetEntry"/> describes it. What is
/// empty is left out, but for lists.</summary>
internal static class RuleSetJson
{
    // The answer is no part of a page: letters of all languages stay legible.
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string List(IEnumerable<(string Name, RuleSet Rules)> sets) => Write(json =>
    {
        json.WriteStartArray();
        foreach (var (name, rules) in sets)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            WriteHead(json, "ruleSet", rules);
            json.WriteNumber("rules", rules.Rules.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    /// <param name="rules">The rules.</param>
    /// <param name="language">The language of the reasons; <see langword="null"/> for none in particular.</param>
    public static string Of(RuleSet rules, string? language) => Write(json =>
    {
        json.WriteStartObject();
        WriteHead(json, "name", rules);
        json.WriteStartArray("parameters");
        foreach (var parameter in rules.Parameters)
        {
            json.WriteStartObject();
            json.WriteString("name", parameter.Name);
            json.WriteString("value", parameter.Value);
            WriteText(json, "description", parameter.Description);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("rules");
        foreach (var rule in rules.Rules)
        {
            Write(json, rule, language);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, Rule rule, string? language)
    {
        json.WriteStartObject();
        json.WriteString("id", rule.Id);
        WriteText(json, "title", rule.Title);
        WriteText(json, "description", rule.Description);
        json.WriteString("stage", rule.Stage);
        WriteText(json, "holder", rule.Holder);
        json.WriteString("strength", JsonNamingPolicy.CamelCase.ConvertName(rule.Strength.ToString()));
        json.WriteBoolean("risk", rule.IsRisk);
        json.WriteString("says", rule.Describe());
        WriteText(json, "reason", rule.Reason(language));
        WriteText(json, "forEach", rule.ForEach);
        if (rule.Sources.Count > 0)
        {
            WriteTexts(json, "sources", rule.Sources.Select(source => source.ToString()));
        }

        // Which folders there are on the server is nobody's business.
        json.WriteStartObject("place");
        json.WriteString("file", Path.GetFileName(rule.Place.File));
        json.WriteNumber("line", rule.Place.Line);
        json.WriteNumber("column", rule.Place.Column);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteHead(Utf8JsonWriter json, string nameOf, RuleSet rules)
    {
        json.WriteString(nameOf, rules.Name);
        WriteText(json, "version", rules.Version);
        WriteText(json, "description", rules.Description);
        WriteTexts(json, "stages", rules.Stages);
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    private static string Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
