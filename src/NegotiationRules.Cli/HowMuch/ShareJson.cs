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
}
