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
            json.WriteAnswer("equivalent", comparison.IsEquivalent);
            json.WriteAnswer("equivalentWhileUnknown", comparison.IsEquivalentWhileUnknown);
            json.WriteObjects("scenarios", changes, change => Write(json, change));
            json.WriteTexts("added", comparison.Added);
            json.WriteTexts("removed", comparison.Removed);
            json.WriteObjects("differences", comparison.Differences, difference => Write(json, difference));
            json.WriteObjects("whileUnknown", comparison.WhileUnknown, difference => Write(json, difference));
            json.WriteObjects("notDecided", comparison.Open, open => Write(json, open));
            json.WriteObjects("notDecidedWhileUnknown", comparison.OpenWhileUnknown, open => Write(json, open));
            json.WriteEndObject();
        });

    private static void Write(Utf8JsonWriter json, ScenarioChange change)
    {
        json.WriteString("id", change.Name);
        json.WriteObjects("stages", change.Stages, stage => Write(json, stage.Name, Words.Of(stage.Before), Words.Of(stage.After)));
        json.WriteObjects("rules", change.Rules, rule => Write(json, rule.Id, Words.Of(rule.Before), Words.Of(rule.After)));
    }

    private static void Write(Utf8JsonWriter json, string name, string before, string after)
    {
        json.WriteString("name", name);
        json.WriteString("before", before);
        json.WriteString("after", after);
    }

    private static void Write(Utf8JsonWriter json, OutcomeDifference difference)
    {
        json.WriteString("stage", difference.Stage);
        json.WriteString("rule", difference.Rule?.Id);
        json.WriteString("change", difference.IsGained ? "gained" : "lost");
        json.WriteScenario(difference.Example);
        Write(json, difference.Why);
    }

    private static void Write(Utf8JsonWriter json, KnowledgeDifference difference)
    {
        json.WriteString("stage", difference.Stage);
        json.WriteString("rule", difference.Rule?.Id);
        json.WriteString("leftOpenBy", difference.IsOpened ? "newer" : "older");
        json.WriteBoolean("sameOnceKnown", difference.IsSameOnceKnown);
        json.WriteTexts("unknown", difference.Unknown);
        json.WriteString("toBeSettled", difference.ToBeSettled);
        json.WriteScenario(difference.Example);
        Write(json, difference.Why);
    }

    private static void Write(Utf8JsonWriter json, NotDecided? why)
    {
        if (why is not null)
        {
            json.WriteString("reason", why.Reason);
            json.WriteString("help", why.Help);
        }
    }
}
