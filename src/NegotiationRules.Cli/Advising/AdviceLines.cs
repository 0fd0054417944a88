using System.Buffers;
using System.Text;
using System.Text.Json;
using NegotiationRules.Cli.Output;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.Advising;

/// <summary>For programs: a line of JSON for each scenario and stage, with the name of the file as id.</summary>
internal sealed class AdviceLines(int limit, Terminal terminal) : IAdvicePrinter
{
    public void Print(string file, Verdict verdict, IReadOnlyList<Advice> advice)
    {
        foreach (var stage in advice)
        {
            var line = new ArrayBufferWriter<byte>();
            using (var json = new Utf8JsonWriter(line, JsonOutput.OneLine))
            {
                json.WriteStartObject();
                json.WriteString("id", FileKinds.NameOf(file));
                Write(json, stage);
                json.WriteEndObject();
            }

            terminal.Out.WriteLine(Encoding.UTF8.GetString(line.WrittenSpan));
        }
    }

    private void Write(Utf8JsonWriter json, Advice advice)
    {
        json.WriteString("stage", advice.Stage.Name);
        json.WriteString("outcome", Words.Of(advice.Stage.Outcome));
        if (advice.Settled is { } settled)
        {
            json.WriteString("settled", Words.Of(settled));
        }

        json.WriteObjects("remedies", advice.Remedies.Take(limit), remedy => Write(json, remedy));
        json.WriteBoolean("all", advice.IsAll && advice.Remedies.Count <= limit);
        WriteText(json, "whyNone", advice.WhyNone);
        if (advice.NearestMiss is { } nearest)
        {
            json.WriteStartObject("nearestMiss");
            Write(json, nearest);
            json.WriteEndObject();
        }

        json.WriteObjects("questions", advice.Questions, question => Write(json, question));
        json.WriteNotDecided(advice.NotDecided);
    }

    private static void Write(Utf8JsonWriter json, Remedy remedy)
    {
        json.WriteString("text", remedy.ToString());
        json.WriteNumber("cost", remedy.Cost);
        json.WriteBoolean("escape", remedy.IsEscape);
        json.WriteObjects("steps", remedy.Steps, step => Write(json, step));
        json.WriteObjects("changes", remedy.Changes, change =>
        {
            json.WriteString("rule", change.Rule.Id);
            json.WriteString("before", Words.Of(change.Before));
            json.WriteString("after", Words.Of(change.After));
        });
        json.WritePropertyName("scenario");
        json.WriteRawValue(remedy.Scenario.ToString());
    }

    private static void Write(Utf8JsonWriter json, RemedyStep step)
    {
        json.WriteString("kind", Words.Of(step.Kind));
        json.WriteString("path", step.Path);
        WriteText(json, "from", step.From);
        WriteText(json, "room", step.Room);
        json.WriteNumber("cost", step.Cost);
        WriteText(json, "by", step.ControlledBy);
    }

    private static void Write(Utf8JsonWriter json, FactQuestion question)
    {
        json.WriteString("path", question.Path);
        json.WriteString("text", question.Text);
        WriteText(json, "by", question.ControlledBy);
        json.WriteObjects("answers", question.Answers, answer =>
        {
            WriteText(json, "room", answer.Room);
            json.WriteString("outcome", Words.Of(answer.Outcome));
        });
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }
}
