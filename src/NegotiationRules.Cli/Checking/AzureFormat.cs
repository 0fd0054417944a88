using System.Globalization;
using NegotiationRules.Cli.Output;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.Checking;

/// <summary>Lines (<c>##vso[task.logissue type=error;sourcepath=…]message</c>) that Azure Pipelines shows as issues of the run.</summary>
internal sealed class AzureFormat : ICheckFormat
{
    public void Print(CheckReport report, Terminal terminal)
    {
        foreach (var finding in report.Findings)
        {
            var place =
                finding.Line > 0
                    ? string.Create(CultureInfo.InvariantCulture, $"linenumber={finding.Line};columnnumber={finding.Column};")
                    : string.Empty;
            terminal.Out.WriteLine(
                $"##vso[task.logissue type={finding.Level};sourcepath={EscapeProperty(OneLine.Of(finding.PathForServices))};"
                    + $"{place}code={finding.Code};]{Escape(finding.MessageAndHelp)}"
            );
        }

        terminal.Out.WriteLine(report.Summary);
    }

    // `%` has a way of its own to be written.
    private static string Escape(string text) =>
        text.Replace("%", "%AZP25", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string EscapeProperty(string text) =>
        Escape(text).Replace("]", "%5D", StringComparison.Ordinal).Replace(";", "%3B", StringComparison.Ordinal);
}
