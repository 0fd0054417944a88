using System.Buffers;
using System.Text;
using System.Text.Json;
using NegotiationRules.Analysis;
using NegotiationRules.Cli.Output;
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
                JsonTreeWriter.WriteMembers(json, AdviceTree.Of(stage, limit));
                json.WriteEndObject();
            }

            terminal.Out.WriteLine(Encoding.UTF8.GetString(line.WrittenSpan));
        }
    }
}
