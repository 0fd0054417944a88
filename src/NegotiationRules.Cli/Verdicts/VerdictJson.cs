using System.Text.Json;

namespace NegotiationRules.Cli.Verdicts;

/// <summary>Verdicts for programs: <c>"stages":{"talks":"invalid"},"rules":{"military-on-both-sides":"violated"}</c>.</summary>
internal static class VerdictJson
{
    /// <summary>Writes the two members into the object that is open.</summary>
    public static void WriteOutcomes(Utf8JsonWriter json, Verdict verdict)
    {
        json.WriteStartObject("stages");
        foreach (var stage in verdict.Stages)
        {
            json.WriteString(stage.Name, Words.Of(stage.Outcome));
        }

        json.WriteEndObject();
        json.WriteStartObject("rules");
        foreach (var rule in verdict.Rules)
        {
            json.WriteString(rule.Rule.Id, Words.Of(rule.Outcome));
        }

        json.WriteEndObject();
    }
}
