using System.Text.Json;
using NegotiationRules.Cli.Output;

namespace NegotiationRules.Cli.HowMuch;

/// <summary>For programs: all outcomes, rules and facts, with exact fractions and their per cents.</summary>
internal static class ShareJson
{
    private static readonly (string Name, StageOutcome Outcome)[] Outcomes =
    [
        ("valid", StageOutcome.Valid), ("invalid", StageOutcome.Invalid), ("undetermined", StageOutcome.Undetermined),
        ("notApplicable", StageOutcome.NotApplicable),
    ];

    public static void Print(Share share, string given, Terminal terminal) => JsonOutput.PrintDocument(terminal.Out, json =>
    {
        json.WriteStartObject();
        json.WriteString("rules", share.Rules.Name);
        json.WriteString("given", given);
        json.WriteString("stage", share.Stage);
        if (share.NotDecided is { } reason)
        {
            json.WriteNotDecided(reason);
            Write(json, share.Estimate);
            json.WriteEndObject();
            return;
        }

        PowerJson.Write(json, "scenarios", share.Scenarios);
        json.WriteStartObject("outcomes");
        foreach (var (name, outcome) in Outcomes)
        {
            PowerJson.Write(json, name, share.Of(outcome));
        }

        json.WriteEndObject();
        json.WriteObjects("blocking", share.Blocking, rule =>
        {
            json.WriteString("rule", rule.Rule.Id);
            PowerJson.Write(json, "alone", rule.Alone);
            PowerJson.Write(json, "any", rule.Any);
        });
        json.WriteObjects("facts", share.Facts, fact =>
        {
            json.WriteString("path", fact.Path);
            json.WriteString("name", fact.Name);
            PowerJson.Write(json, "difference", fact.Difference);
            json.WriteString("bestValues", fact.BestValues);
            PowerJson.Write(json, "best", fact.Best);
            json.WriteString("worstValues", fact.WorstValues);
            PowerJson.Write(json, "worst", fact.Worst);
        });
        json.WriteEndObject();
    });

    // Under a name of its own, so that nobody takes it for the count.
    private static void Write(Utf8JsonWriter json, ShareEstimate? estimate)
    {
        if (estimate is null)
        {
            return;
        }

        json.WriteStartObject("estimate");
        json.WriteNumber("samples", estimate.Samples);
        json.WriteNumber("seed", estimate.Seed);
        json.WriteString("interval", "Wilson, 95 %");
        json.WriteStartObject("outcomes");
        foreach (var (name, outcome) in Outcomes)
        {
            Write(json, name, estimate.Of(outcome));
        }

        json.WriteEndObject();
        json.WriteObjects("blocking", estimate.Blocking, rule =>
        {
            json.WriteString("rule", rule.Rule.Id);
            Write(json, "alone", rule.Alone);
            Write(json, "any", rule.Any);
        });
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, EstimatedShare part)
    {
        json.WriteStartObject(name);
        json.WriteNumber("drawn", part.Drawn);
        json.WriteNumber("estimatedPercent", part.Value * 100);
        json.WriteNumber("fromPercent", part.Low * 100);
        json.WriteNumber("toPercent", part.High * 100);
        json.WriteEndObject();
    }
}
