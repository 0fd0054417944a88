using System.Globalization;
using NegotiationRules.Cli.Output;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.Checking;

/// <summary>Annotation lines (<c>::error file=…,line=…::message</c>) that GitHub Actions, and others after it, show beside the
/// code.</summary>
internal sealed class GitHubFormat : ICheckFormat
{
    public void Print(CheckReport report, Terminal terminal)
    {
        foreach (var finding in report.Findings)
        {
            terminal.Out.WriteLine($"::{finding.Level} {Properties(finding)}::{Escape(finding.MessageAndHelp)}");
        }

        terminal.Out.WriteLine(report.Summary);
    }

    private static string Properties(Finding finding)
    {
        var properties = $"file={EscapeProperty(OneLine.Of(finding.PathForServices))}";
        if (finding.Line > 0)
        {
            properties = string.Create(
                CultureInfo.InvariantCulture,
                $"{properties},line={finding.Line},col={finding.Column},endColumn={finding.Column + finding.Length}");
        }

        return $"{properties},title={finding.Code}";
    }

    private static string Escape(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string EscapeProperty(string text) =>
        Escape(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
