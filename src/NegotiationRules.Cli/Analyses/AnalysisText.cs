using NegotiationRules.Cli.Output;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.Analyses;

/// <summary>For people: every finding with its line and a caret, what is not decided, and a closing line.</summary>
internal static class AnalysisText
{
    private const int Shown = 6;

    public static void Print(AnalysisReport report, Terminal terminal)
    {
        foreach (var finding in report.Faults.Concat(report.Findings.Select(finding => Finding.Of(finding.Diagnostic))))
        {
            terminal.Out.WriteLine(finding.Paint(terminal.Style, terminal.OutIsTerminal ? terminal.Width : null));
            terminal.Out.WriteLine();
        }

        // Much is often not decided for one reason.
        foreach (var same in report.Gaps.GroupBy(gap => gap.Why.ToString()))
        {
            terminal.Out.WriteLine(OneLine.Of($"? {same.Key}"));
            foreach (var gap in same.Take(Shown))
            {
                terminal.Out.WriteLine(OneLine.Of($"    {gap.Question}"));
            }

            if (same.Count() > Shown)
            {
                terminal.Out.WriteLine($"    and {same.Count() - Shown} more");
            }

            terminal.Out.WriteLine();
        }

        terminal.Out.WriteLine(
            report.HasErrors ? terminal.Style.Red(report.Summary)
            : report.Findings.Count + report.Faults.Count + report.Gaps.Count > 0 ? terminal.Style.Yellow(report.Summary)
            : terminal.Style.Green(report.Summary));
    }
}
