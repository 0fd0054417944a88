using System.Text.Json;
using NegotiationRules.Analysis.Telling;
using NegotiationRules.Cli.Analyses;
using NegotiationRules.Cli.Lookup;
using NegotiationRules.Cli.Output;

namespace NegotiationRules.Cli.Checking;

/// <summary>SARIF 2.1.0, the exchange format of code scanners.</summary>
internal sealed class SarifFormat : ICheckFormat
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";
    private const string Project = "https://github.com/negotiation-rules/negotiation-rules";

    public void Print(CheckReport report, Terminal terminal) =>
        Print([.. report.Findings.Select(finding => new SarifResult(finding))], terminal);

    public static void Print(IReadOnlyList<SarifResult> results, Terminal terminal) => JsonOutput.PrintDocument(terminal.Out, json =>
    {
        json.WriteStartObject();
        json.WriteString("$schema", Schema);
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        var codes = results.Select(result => result.Finding.Code).Distinct().Order(StringComparer.Ordinal).ToList();
        WriteTool(json, codes);
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("results");
        foreach (var result in results)
        {
            json.WriteStartObject();
            WriteResult(json, result.Finding, codes.IndexOf(result.Finding.Code));
            WriteWhatever(json, result.Whatever);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteTool(Utf8JsonWriter json, List<string> codes)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "negotiate");
        json.WriteString("semanticVersion", VersionLine.Number);
        json.WriteString("informationUri", Project);
        json.WriteStartArray("rules");
        foreach (var code in codes)
        {
            json.WriteStartObject();
            json.WriteString("id", code);
            if (DiagnosticPage.Of(code) is { } page)
            {
                WriteText(json, "shortDescription", page.Title);
                WriteText(json, "fullDescription", page.Summary);
                json.WriteStartObject("help");
                json.WriteString("text", page.Summary);
                json.WriteString("markdown", page.Text);
                json.WriteEndObject();
                json.WriteString("helpUri", $"{Project}/blob/main/{page.Address}");
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, Finding finding, int ruleIndex)
    {
        json.WriteString("ruleId", finding.Code);
        json.WriteNumber("ruleIndex", ruleIndex);
        json.WriteString("level", finding.Level);
        WriteText(json, "message", finding.MessageAndHelp);
        if (finding.File.Length > 0)
        {
            json.WriteObjects("locations", [finding], place => WriteLocation(json, place));
        }
    }

    // Who looks at one rule wants to see those that make it so, and a scenario that shows it.
    private static void WriteWhatever(Utf8JsonWriter json, SoundnessFinding? finding)
    {
        if (finding is null)
        {
            return;
        }

        if (finding.Core.Count > 0)
        {
            var number = 0;
            json.WriteObjects("relatedLocations", finding.Core, rule =>
            {
                json.WriteNumber("id", ++number);
                WriteLocation(json, Finding.Of(SoundnessDiagnostics.PartIn(finding.Diagnostic, rule)));
                WriteText(json, "message", $"`{rule.Id}` has a part in it");
            });
        }

        json.WriteStartObject("properties");
        AnalysisJson.WriteWhatever(json, finding);
        json.WriteEndObject();
    }

    private static void WriteLocation(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", UriOf(finding));
        json.WriteEndObject();
        if (finding.Line > 0)
        {
            json.WriteStartObject("region");
            json.WriteNumber("startLine", finding.Line);
            json.WriteNumber("startColumn", finding.Column);
            json.WriteNumber("endColumn", finding.Column + finding.Length);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    // Relative paths stay relative, so that a scan of one machine means something on another.
    private static string UriOf(Finding finding) => Path.IsPathRooted(finding.File)
        ? new Uri(Path.GetFullPath(finding.File)).AbsoluteUri
        : string.Join('/', finding.PathForServices.Split('/').Select(Uri.EscapeDataString));
}
