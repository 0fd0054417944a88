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
            json.WriteTexts("files", report.Files);
            json.WriteObjects("faults", report.Faults, json.WriteFinding);
            json.WriteObjects("findings", report.Findings, finding =>
            {
                json.WriteFinding(Finding.Of(finding.Diagnostic));
                WriteWhatever(json, finding);
            });
            json.WriteObjects("notDecided", report.Gaps, gap => Write(json, gap));
            json.WriteNumber("ignored", report.Ignored);
            json.WriteEndObject();
        });

    /// <summary>What there is to say of a finding besides what it is, and where.</summary>
    public static void WriteWhatever(Utf8JsonWriter json, SoundnessFinding finding)
    {
        json.WriteString("stage", finding.Stage);
        json.WriteString("rule", finding.Rule?.Id);
        json.WriteTexts("with", finding.Core.Select(rule => rule.Id));
        json.WriteLengths("upTo", finding.UpTo);
        json.WriteScenario(finding.Witness);
    }

    private static void Write(Utf8JsonWriter json, SoundnessGap gap)
    {
        json.WriteString("code", gap.Code);
        json.WriteString("stage", gap.Stage);
        json.WriteString("rule", gap.Rule?.Id);
        json.WriteString("question", gap.Question);
        json.WriteString("reason", gap.Why.Reason);
        json.WriteString("help", gap.Why.Help);
    }
}
