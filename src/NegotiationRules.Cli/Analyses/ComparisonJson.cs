using System.Text.Json;
using NegotiationRules.Cli.Output;
using NegotiationRules.Conditions;

namespace NegotiationRules.Cli.Analyses;

/// <summary>For programs: what changes for the scenarios that are named, and every difference with its scenario.</summary>
internal static class ComparisonJson
{
    public static void Print(Comparison comparison, IReadOnlyList<ScenarioChange> changes, Terminal terminal) =>
        JsonOutput.PrintDocument(terminal.Out, json =>
        {
            json.WriteStartObject();
            if (comparison.IsEquivalent is { } isEquivalent)
            {
                json.WriteBoolean("equivalent", isEquivalent);
            }
            else
            {
                json.WriteNull("equivalent");
            }

            WriteAll(json, "scenarios", changes, change => Write(json, change));
            WriteAll(json, "added", comparison.Added, json.WriteStringValue);
            WriteAll(json, "removed", comparison.Removed, json.WriteStringValue);
            WriteAll(json, "differences", comparison.Differences, difference => Write(json, difference));
            WriteAll(json, "notDecided", comparison.Open, open => Write(json, open));
            json.WriteEndObject();
        });

    private static void Write(Utf8JsonWriter json, ScenarioChange change)
    {
        json.WriteStartObject();
        json.WriteString("id", change.Name);
        WriteAll(json, "stages", change.Stages, stage => Write(json, stage.Name, Words.Of(stage.Before), Words.Of(stage.After)));
        WriteAll(json, "rules", change.Rules, rule => Write(json, rule.Id, Words.Of(rule.Before), Words.Of(rule.After)));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, string before, string after)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("before", before);
        json.WriteString("after", after);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, OutcomeDifference difference)
    {
        json.WriteStartObject();
        json.WriteString("stage", difference.Stage);
        json.WriteString("rule", difference.Rule?.Id);
        json.WriteString("change", difference.IsGained ? "gained" : "lost");
        if (difference.Example is { } example)
        {
            json.WritePropertyName("scenario");
            json.WriteRawValue(example.ToString());
        }

        if (difference.Why is { } why)
        {
            json.WriteString("reason", why.Reason);
            json.WriteString("help", why.Help);
        }

        json.WriteEndObject();
    }

    private static void WriteAll<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(item);
        }

        json.WriteEndArray();
    }
}
