using System.Buffers;
using System.Text;
using NegotiationRules.Cli.Output;
using NegotiationRules.Cli.Sources;
using NegotiationRules.Facts;

namespace NegotiationRules.Cli.Verdicts;

/// <summary>For programs: the same lines as for a stream of scenarios, with the name of the file as id:
/// <c>"stages":{"talks":"invalid"},"rules":{"military-on-both-sides":"violated"}</c>. What is wrong with a scenario goes to standard
/// error too.</summary>
internal sealed class VerdictLines(OutcomeLine outcomes, Terminal terminal) : IVerdictPrinter
{
    public void Begin(IReadOnlyList<string> files)
    {
    }

    public void Print(string file, Answer answer)
    {
        var members = new ArrayBufferWriter<byte>();
        outcomes.Write(members, answer);
        PrintLine(file, Encoding.UTF8.GetString(members.WrittenSpan));
    }

    public void PrintFault(string file, IReadOnlyList<Diagnostic> diagnostics)
    {
        var error = diagnostics.First(d => d.Severity == DiagnosticSeverity.Error).Message;
        PrintLine(file, $"\"error\":{OutcomeLine.Quoted(error)}");
        terminal.Report(diagnostics);
    }

    public void End(OutcomeTally tally)
    {
    }

    private void PrintLine(string file, string members) =>
        terminal.Out.WriteLine($$"""{"id":{{OutcomeLine.Quoted(FileKinds.NameOf(file))}},{{members}}}""");
}
