using System.Text.Json;

namespace NegotiationRules.Cli.Checking;

/// <summary>SARIF 2.1.0, the exchange format of code scanners.</summary>
internal sealed class SarifFormat : ICheckFormat
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";
    private const string Project = "https://github.com/negotiation-rules/negotiation-rules";

    public void Print(CheckReport report, Terminal terminal) => JsonOutput.PrintDocument(terminal.Out, json =>
    {
        json.WriteStartObject();
        json.WriteString("$schema", Schema);
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        var codes = report.Findings.Select(finding => finding.Code).Distinct().Order(StringComparer.Ordinal).ToList();
        WriteTool(json, codes);
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("results");
        foreach (var finding in report.Findings)
        {
            WriteResult(json, finding, codes.IndexOf(finding.Code));
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
            json.WriteString("helpUri", $"{Project}/blob/main/rules/{(code.StartsWith("NR7", StringComparison.Ordinal) ? "WORKFLOW-DIAGNOSTICS.md" : "DIAGNOSTICS.md")}");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, Finding finding, int ruleIndex)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Code);
        json.WriteNumber("ruleIndex", ruleIndex);
        json.WriteString("level", finding.Level);
        json.WriteStartObject("message");
        json.WriteString("text", finding.Help is null ? finding.Message : $"{finding.Message}\nhelp: {finding.Help}");
        json.WriteEndObject();
        if (finding.File.Length > 0)
        {
            WriteLocation(json, finding);
        }

        json.WriteEndObject();
    }

    private static void WriteLocation(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", UriOf(finding.File));
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
        json.WriteEndObject();
        json.WriteEndArray();
    }

    // Relative paths stay relative, so that a scan of one machine means something on another.
    private static string UriOf(string path) => Path.IsPathRooted(path)
        ? new Uri(Path.GetFullPath(path)).AbsoluteUri
        : string.Join('/', path.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString));
}
