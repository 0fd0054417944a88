using System.Text.Json;
using NegotiationRules.Cli.Output;
using NegotiationRules.Conditions;

namespace NegotiationRules.Cli.Sweeping;

/// <summary>For programs: all counts, with the parts that they are and their intervals.</summary>
internal static class SweepJson
{
    public static void Print(SweepResult sweep, Terminal terminal) => JsonOutput.PrintDocument(terminal.Out, json =>
    {
        json.WriteStartObject();
        json.WriteString("ruleSet", sweep.RuleSet);
        json.WriteString("method", SweepNames.Of(sweep.Method));
        if (sweep.IsSampled)
        {
            json.WriteNumber("seed", sweep.Seed);
        }

        json.WriteNumber("scenarios", sweep.Scenarios);
        json.WriteNumber("done", sweep.Done);
        json.WriteNumber("notEvaluated", sweep.NotEvaluated);
        json.WriteObjects("dimensions", sweep.Dimensions, dimension =>
        {
            json.WriteString("name", dimension.Name);
            json.WriteString("kind", dimension.IsParameter ? "parameter" : "fact");
            json.WriteNumber("values", dimension.Values);
        });
        json.WriteObjects("stages", sweep.Stages, stage => Write(json, sweep, stage));
        json.WriteObjects("rules", sweep.Rules, rule =>
        {
            json.WriteString("id", rule.Id);
            json.WriteString("stage", rule.Stage);
            json.WriteString("strength", Words.Of(rule.Strength));
            json.WriteBoolean("risk", rule.IsRisk);
            json.WriteStartObject("outcomes");
            foreach (var outcome in SweepNames.OfRules)
            {
                Write(json, SweepNames.Of(outcome), rule.Of(outcome));
            }

            json.WriteEndObject();
        });
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, SweepResult sweep, SweptStage stage)
    {
        json.WriteString("name", stage.Name);
        json.WriteStartObject("outcomes");
        foreach (var outcome in SweepNames.OfStages)
        {
            Write(json, SweepNames.Of(outcome), stage.Of(outcome));
        }

        json.WriteEndObject();
        json.WriteObjects("blocking", stage.Blocking, rule =>
        {
            json.WriteString("rule", rule.Id);
            Write(json, "alone", rule.BlocksAlone);
            Write(json, "any", rule.Blocks);
        });
        json.WriteObjects("sensitivity", sweep.Dimensions.Select((_, i) => i), place =>
        {
            var dimension = sweep.Dimensions[place];
            json.WriteString("name", dimension.Name);
            if (stage.SensitivityTo(place) is { } sensitivity)
            {
                json.WriteNumber("firstOrder", sensitivity);
            }
            else
            {
                json.WriteNull("firstOrder");
            }

            json.WriteObjects("values", Enumerable.Range(0, dimension.Classes.Count)
                .Where(of => stage.ValidWith(place, of).Scenarios > 0), of =>
            {
                json.WriteString("value", dimension.Classes[of]);
                json.WriteNumber("scenarios", stage.ValidWith(place, of).Scenarios);
                Write(json, "valid", stage.ValidWith(place, of));
            });
        });
    }

    private static void Write(Utf8JsonWriter json, string name, SweptShare share)
    {
        json.WriteStartObject(name);
        json.WriteNumber("count", share.Count);
        json.WriteNumber("part", share.Part);
        if (share.Low is { } low && share.High is { } high)
        {
            json.WriteNumber("low", low);
            json.WriteNumber("high", high);
        }

        json.WriteEndObject();
    }
}
