using System.Buffers;
using System.Text;
using System.Text.Json;
using NegotiationRules.Cli.Files;
using NegotiationRules.Cli.Output;
using NegotiationRules.Cli.Sources;
using NegotiationRules.Conditions;

namespace NegotiationRules.Cli.Verdicts;

/// <summary>For programs: the same lines as for a stream of scenarios, with the name of the file as id:
/// <c>"stages":{"talks":"invalid"},"rules":{"military-on-both-sides":"violated"}</c>. What is wrong with a scenario goes to standard
/// error too.</summary>
internal sealed class VerdictLines(Terminal terminal) : IVerdictPrinter
{
    public void Begin(IReadOnlyList<string> files)
    {
    }

    public void Print(string file, Answer answer) => PrintLine(file, json =>
    {
        json.WriteStartObject("stages");
        foreach (var stage in answer.Verdict.Stages)
        {
            json.WriteString(stage.Name, Words.Of(stage.Outcome));
        }

        json.WriteEndObject();
        json.WriteStartObject("rules");
        foreach (var (rule, outcome) in answer.Rules)
        {
            json.WriteString(rule.Id, Words.Of(outcome));
        }

        json.WriteEndObject();
        answer.WriteMore(json);
    });

    public void PrintFault(string file, IReadOnlyList<Diagnostic> diagnostics)
    {
        PrintLine(file, json => json.WriteString("error", diagnostics.First(d => d.Severity == DiagnosticSeverity.Error).Message));
        terminal.Report(diagnostics);
    }

    public void End(OutcomeTally tally)
    {
    }

    private void PrintLine(string file, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonOutput.OneLine))
        {
            json.WriteStartObject();
            json.WriteString("id", FileKinds.NameOf(file));
            write(json);
            json.WriteEndObject();
        }

        terminal.Out.WriteLine(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }
}
