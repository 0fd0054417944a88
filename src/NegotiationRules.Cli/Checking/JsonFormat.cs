using NegotiationRules.Cli.Output;

namespace NegotiationRules.Cli.Checking;

/// <summary>For programs: the files, the counts and every finding.</summary>
internal sealed class JsonFormat : ICheckFormat
{
    public void Print(CheckReport report, Terminal terminal) => JsonOutput.PrintDocument(terminal.Out, json =>
    {
        json.WriteStartObject();
        json.WriteTexts("files", report.Files);
        json.WriteNumber("errors", report.Errors);
        json.WriteNumber("warnings", report.Warnings);
        json.WriteObjects("diagnostics", report.Findings, json.WriteFinding);
        json.WriteEndObject();
    });
}
