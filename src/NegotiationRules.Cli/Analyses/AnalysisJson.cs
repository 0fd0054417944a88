using System.Text.Json;
using NegotiationRules.Cli.Output;

namespace NegotiationRules.Cli.Analyses;

/// <summary>For programs: every finding with its rules, its scenario and how far it holds, and what is not decided.</summary>
internal static class AnalysisJson
{
    public static void Print(AnalysisReport report, AnalysisLimits limits, Terminal terminal) =>
        JsonOutput.PrintDocument(terminal.Out, json =>
        {
            json.WriteStartObject();
            json.WriteString("version", VersionLine.Number);
            json.WriteNumber("seconds", limits.Time.TotalSeconds);
            WriteAll(json, "files", report.Files, json.WriteStringValue);
            WriteAll(json, "faults", report.Faults, fault => Write(json, fault));
            WriteAll(json, "findings", report.Findings, finding => Write(json, finding));
            WriteAll(json, "notDecided", report.Gaps, gap => Write(json, gap));
            json.WriteNumber("ignored", report.Ignored);
            json.WriteEndObject();
        });

    private static void Write(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        WriteDiagnostic(json, finding);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SoundnessFinding finding)
    {
        json.WriteStartObject();
        WriteDiagnostic(json, Finding.Of(finding.Diagnostic));
        json.WriteString("stage", finding.Stage);
        json.WriteString("rule", finding.Rule?.Id);
        WriteAll(json, "with", finding.Core, rule => json.WriteStringValue(rule.Id));
        json.WriteStartObject("upTo");
        foreach (var (list, most) in finding.UpTo)
        {
            json.WriteNumber(list, most);
        }

        json.WriteEndObject();
        if (finding.Witness is { } witness)
        {
            json.WritePropertyName("scenario");
            json.WriteRawValue(witness.ToString());
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SoundnessGap gap)
    {
        json.WriteStartObject();
        json.WriteString("code", gap.Code);
        json.WriteString("stage", gap.Stage);
        json.WriteString("rule", gap.Rule?.Id);
        json.WriteString("question", gap.Question);
        json.WriteString("reason", gap.Why.Reason);
        json.WriteString("help", gap.Why.Help);
        json.WriteEndObject();
    }

    private static void WriteDiagnostic(Utf8JsonWriter json, Finding finding)
    {
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
    }

    private static void WriteAll<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(item);
        }

        json.WriteEndArray();
    }
}
