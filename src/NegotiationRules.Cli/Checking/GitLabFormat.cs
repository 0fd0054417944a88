using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NegotiationRules.Cli.Output;

namespace NegotiationRules.Cli.Checking;

/// <summary>The code quality report that GitLab shows in merge requests: JSON, after that of Code Climate.</summary>
internal sealed class GitLabFormat : ICheckFormat
{
    public void Print(CheckReport report, Terminal terminal) => JsonOutput.PrintDocument(terminal.Out, json =>
    {
        // By its fingerprint a finding is known again in the next run, wherever its line has moved to by then.
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        json.WriteStartArray();
        foreach (var finding in report.Findings)
        {
            var what = $"{finding.PathForServices}\n{finding.Code}\n{finding.Message}";
            seen[what] = seen.GetValueOrDefault(what) + 1;
            json.WriteStartObject();
            json.WriteString("description", finding.MessageAndHelp);
            json.WriteString("check_name", finding.Code);
            json.WriteString("fingerprint", Fingerprint(string.Create(CultureInfo.InvariantCulture, $"{what}\n{seen[what]}")));
            json.WriteString("severity", finding.Severity == DiagnosticSeverity.Error ? "major" : "minor");
            json.WriteStartObject("location");
            json.WriteString("path", finding.PathForServices);
            json.WriteStartObject("lines");
            json.WriteNumber("begin", Math.Max(1, finding.Line));
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static string Fingerprint(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(..16));
}
