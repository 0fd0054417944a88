using System.Buffers;
using System.Text;
using System.Text.Json;
using NegotiationRules.Cli.Output;
using NegotiationRules.Conditions;
using NegotiationRules.Text;

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
            WriteTexts(json, "sides", answer.Sides);
            if (answer.IsPossible is { } isPossible)
            {
                json.WriteBoolean("possible", isPossible);
            }
            else
            {
                json.WriteNull("possible");
            }

            WriteAll(json, "preconditions", answer.Preconditions, one => Write(json, one));
            WriteAll(json, "room", answer.Room, room =>
            {
                json.WriteString("path", room.Path);
                json.WriteString("values", room.Values);
                json.WriteString("text", room.ToString());
            });
            WriteAll(json, "front", answer.Front, joint => Write(json, joint));
            WriteAll(json, "collisions", answer.Collisions, collision =>
            {
                WriteAll(json, "preconditions", collision.Preconditions, one => Write(json, one));
                WriteTexts(json, "facts", collision.Facts);
                json.WriteString("about", collision.About);
            });
            WriteAll(json, "concessions", answer.Concessions, concession =>
                WriteAll(json, "preconditions", concession.Preconditions, one => Write(json, one)));
            json.WriteStartObject("upTo");
            foreach (var (list, length) in answer.UpTo)
            {
                json.WriteNumber(list, length);
            }

            json.WriteEndObject();
            if (answer.NotDecided is { } why)
            {
                json.WriteStartObject("notDecided");
                json.WriteString("reason", why.Reason);
                json.WriteString("help", why.Help);
                json.WriteEndObject();
            }

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
        WriteTexts(json, "sources", precondition.Rule.Sources.Select(source => source.ToString()));
    }

    private static void Write(Utf8JsonWriter json, JointScenario joint)
    {
        WriteAll(json, "sides", joint.Verdicts, side =>
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
        json.WritePropertyName("scenario");
        json.WriteRawValue(JsonPrinter.Print(joint.Scenario.Root, indented: false));
    }

    private static void WriteAll<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
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

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
