using NegotiationRules.Cli.Output;

namespace NegotiationRules.Cli.Checking;

/// <summary>For people: every finding with its line and a caret, and a closing line.</summary>
internal sealed class TextFormat : ICheckFormat
{
    public void Print(CheckReport report, Terminal terminal)
    {
        foreach (var finding in report.Findings)
        {
            terminal.Out.WriteLine(finding.Paint(terminal.Style, terminal.OutIsTerminal ? terminal.Width : null));
            terminal.Out.WriteLine();
        }

        terminal.Out.WriteLine(
            report.Errors > 0 ? terminal.Style.Red(report.Summary)
            : report.Warnings > 0 ? terminal.Style.Yellow(report.Summary)
            : terminal.Style.Green(report.Summary)
        );
    }
}
