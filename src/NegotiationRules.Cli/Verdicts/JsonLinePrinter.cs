using System.Buffers;
using System.Text;
using System.Text.Json;
using NegotiationRules.Cli.Checking;
using NegotiationRules.Cli.Streaming;

namespace NegotiationRules.Cli.Verdicts;

/// <summary>For programs: the same lines as for a stream of scenarios, with the name of the file as id. What is wrong with a scenario goes
/// to standard error too.</summary>
internal sealed class JsonLinePrinter(Terminal terminal) : IVerdictPrinter
{
    public void Begin(IReadOnlyList<string> files)
    {
    }

    public void Print(string file, Answer answer) => PrintLine(file, json =>
    {
        if (answer.OfWorkflow is { } workflow)
        {
            WorkflowJson.WriteOutcomes(json, workflow);
            WorkflowJson.WriteEffects(json, workflow);
        }
        else
        {
            VerdictJson.WriteOutcomes(json, answer.Verdict);
        }
    });

    public void PrintFault(string file, IReadOnlyList<Diagnostic> diagnostics)
    {
        PrintLine(file, json => json.WriteString("error", diagnostics.First(d => d.Severity == DiagnosticSeverity.Error).Message));
        terminal.Report(diagnostics);
    }

    public void End(Tally tally)
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
