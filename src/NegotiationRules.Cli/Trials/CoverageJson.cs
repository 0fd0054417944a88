using System.Text.Json;
using NegotiationRules.Conditions;

namespace NegotiationRules.Cli.Trials;

/// <summary>Coverage for programs.</summary>
internal static class CoverageJson
{
    /// <summary>Writes a member <c>coverage</c> into the object that is open.</summary>
    public static void Write(Utf8JsonWriter json, RuleTestCoverage coverage)
    {
        json.WriteStartObject("coverage");
        WriteCount(json, "outcomes", coverage.OutcomeCount);
        WriteCount(json, "values", coverage.ValueCount);
        WriteCount(json, "parts", coverage.PartCount);
        json.WriteStartArray("rules");
        foreach (var rule in coverage.Rules)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Rule.Id);
            WriteList(json, "reached", rule.Reached.Select(Words.Of));
            WriteList(json, "missed", rule.Missed.Select(Words.Of));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("conditions");
        foreach (var condition in coverage.Conditions)
        {
            json.WriteStartObject();
            json.WriteString("file", condition.Place.File);
            json.WriteNumber("line", condition.Place.Line);
            json.WriteNumber("column", condition.Place.Column);
            json.WriteString("text", condition.Text);
            WriteList(json, "missed", CoverageText.Missed(condition));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteCount(Utf8JsonWriter json, string name, CoverageCount count)
    {
        json.WriteStartObject(name);
        json.WriteNumber("reached", count.Reached);
        json.WriteNumber("reachable", count.Reachable);
        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
