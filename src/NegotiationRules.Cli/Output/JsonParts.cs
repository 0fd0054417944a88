using System.Text.Json;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.Output;

/// <summary>Parts of JSON that several commands print in one shape.</summary>
internal static class JsonParts
{
    /// <summary>An array of objects, each with what is written of it.</summary>
    public static void WriteObjects<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>An array of texts.</summary>
    public static void WriteTexts(this Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    /// <summary>How long lists may be, by their paths.</summary>
    public static void WriteLengths(this Utf8JsonWriter json, string name, IReadOnlyDictionary<string, int> lists)
    {
        json.WriteStartObject(name);
        foreach (var (list, most) in lists)
        {
            json.WriteNumber(list, most);
        }

        json.WriteEndObject();
    }

    /// <summary>Yes, no, or null for what is not decided.</summary>
    public static void WriteAnswer(this Utf8JsonWriter json, string name, bool? answer)
    {
        if (answer is { } isSo)
        {
            json.WriteBoolean(name, isSo);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>Why something is not decided, and what would help; nothing if it is.</summary>
    public static void WriteNotDecided(this Utf8JsonWriter json, NotDecided? why)
    {
        if (why is not null)
        {
            json.WriteStartObject("notDecided");
            json.WriteString("reason", why.Reason);
            json.WriteString("help", why.Help);
            json.WriteEndObject();
        }
    }

    /// <summary>A scenario as it stands in a file.</summary>
    public static void WriteScenario(this Utf8JsonWriter json, Scenario? scenario)
    {
        if (scenario is not null)
        {
            json.WritePropertyName("scenario");
            json.WriteRawValue(JsonPrinter.Print(scenario.Root, indented: false));
        }
    }

    /// <summary>What is wrong, where, and what to do about it.</summary>
    public static void WriteFinding(this Utf8JsonWriter json, Finding finding) => JsonTreeWriter.WriteMembers(json, DiagnosticTree.Of(
        finding.Code, finding.Severity, finding.Message, finding.Help, (finding.File, finding.Line, finding.Column, finding.Length),
        finding.FactPath));
}
