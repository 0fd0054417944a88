using NegotiationRules.Cli.Checking;
using NegotiationRules.Cli.Streaming;

namespace NegotiationRules.Cli.Verdicts;

/// <summary>The lines that are the same whatever the rules are: that a scenario cannot be evaluated, and what all came to.</summary>
internal static class ScenarioLines
{
    public static void PrintFault(string file, int widestName, IReadOnlyList<Diagnostic> diagnostics, Terminal terminal)
    {
        var sign = new OutlinePrinter(terminal).Sign(ExplanationMark.Violated);
        terminal.Out.WriteLine(
            $"{sign} {terminal.Ink.Bold(Words.OneLine(FileKinds.NameOf(file)).PadRight(widestName))}  "
                + $"{terminal.Ink.Red("cannot be evaluated")}"
        );
        terminal.Report(diagnostics);
    }

    public static void PrintEnd(Tally tally, Terminal terminal)
    {
        var ink = terminal.Ink;
        string?[] counts =
        [
            tally.Of(StageOutcome.Valid) > 0 ? ink.Green($"{Words.Number(tally.Of(StageOutcome.Valid))} valid") : null,
            tally.Of(StageOutcome.Invalid) > 0 ? ink.Red($"{Words.Number(tally.Of(StageOutcome.Invalid))} invalid") : null,
            tally.Of(StageOutcome.Undetermined) > 0 ? ink.Cyan($"{Words.Number(tally.Of(StageOutcome.Undetermined))} undetermined") : null,
            tally.Faults > 0 ? ink.Red($"{Words.Number(tally.Faults)} cannot be evaluated") : null,
        ];
        terminal.Out.WriteLine();
        terminal.Out.WriteLine($"{Words.Count(tally.Scenarios + tally.Faults, "scenario")}: {string.Join(", ", counts.OfType<string>())}");
    }
}
