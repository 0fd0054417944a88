using NegotiationRules.Cli.Output;

namespace NegotiationRules.Cli.Checking;

/// <summary>For programs: the files, the counts and every finding.</summary>
internal sealed class JsonFormat : ICheckFormat
{
    public void Print(CheckReport report, Terminal terminal) => JsonOutput.PrintDocument(terminal.Out, json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("files");
        foreach (var file in report.Files)
        {
            json.WriteStringValue(file);
        }

        json.WriteEndArray();
        json.WriteNumber("errors", report.Errors);
        json.WriteNumber("warnings", report.Warnings);
        json.WriteStartArray("diagnostics");
        foreach (var finding in report.Findings)
        {
            json.WriteStartObject();
            json.WriteString("code", finding.Code);
            json.WriteString("severity", finding.Level);
            json.WriteString("message", finding.Message);
            json.WriteString("help", finding.Help);
            json.WriteString("file", finding.File);
            if (finding.Line > 0)
            {
                json.WriteNumber("line", finding.Line);
                json.WriteNumber("column", finding.Column);
                json.WriteNumber("length", finding.Length);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });
}
