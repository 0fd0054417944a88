using System.Buffers;
using System.Text;
using System.Text.Json;
using NegotiationRules.Cli.Output;
using NegotiationRules.Conditions;

namespace NegotiationRules.Cli.Reconciling;

/// <summary>For programs: the whole answer as one line of JSON.</summary>
internal static class ReconciliationLines
{
    public static void Print(Reconciliation answer, Terminal terminal)
    {
        var line = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(line, JsonOutput.OneLine))
        {
            json.WriteStartObject();
            json.WriteTexts("sides", answer.Sides);
            json.WriteAnswer("possible", answer.IsPossible);
            json.WriteObjects("preconditions", answer.Preconditions, one => Write(json, one));
            json.WriteObjects("room", answer.Room, room =>
            {
                json.WriteString("path", room.Path);
                json.WriteString("values", room.Values);
                json.WriteString("text", room.ToString());
            });
            json.WriteObjects("front", answer.Front, joint => Write(json, joint));
            json.WriteObjects("collisions", answer.Collisions, collision =>
            {
                json.WriteObjects("preconditions", collision.Preconditions, one => Write(json, one));
                json.WriteTexts("facts", collision.Facts);
                json.WriteString("about", collision.About);
            });
            json.WriteObjects("concessions", answer.Concessions, concession =>
                json.WriteObjects("preconditions", concession.Preconditions, one => Write(json, one)));
            json.WriteLengths("upTo", answer.UpTo);
            json.WriteNotDecided(answer.NotDecided);
            json.WriteEndObject();
        }

        terminal.Out.WriteLine(Encoding.UTF8.GetString(line.WrittenSpan));
    }

    private static void Write(Utf8JsonWriter json, Precondition precondition)
    {
        json.WriteString("side", precondition.Side);
        json.WriteString("rules", precondition.Rules.Name);
        json.WriteString("rule", precondition.Rule.Id);
        json.WriteString("title", precondition.Rule.Title);
        json.WriteTexts("sources", precondition.Rule.Sources.Select(source => source.ToString()));
    }

    private static void Write(Utf8JsonWriter json, JointScenario joint)
    {
        json.WriteObjects("sides", joint.Verdicts, side =>
        {
            json.WriteString("side", side.Side);
            json.WriteString("outcome", Words.Of(side.Verdict.Outcome));
            if (side.Verdict.Score is { } score)
            {
                json.WriteStartObject("score");
                json.WriteNumber("low", score.Low);
                json.WriteNumber("high", score.High);
                json.WriteEndObject();
            }
        });
        json.WriteScenario(joint.Scenario);
    }
}
