using System.Globalization;
using NegotiationRules.Cli.Output;
using NegotiationRules.Cli.Verdicts;
using NegotiationRules.Text;
using Spectre.Console;
using TextCell = Spectre.Console.Text;

namespace NegotiationRules.Cli.Streaming;

/// <summary>Prints what a run came to: how many, how fast, the stages, and the rules that blocked most.</summary>
internal static class TallyTable
{
    private const int MostRules = 10;

    public static void Print(
        OutcomeTally tally, RepeatedNames names, TimeSpan time, bool isInterrupted, Terminal terminal, string unit = "line")
    {
        terminal.Out.Flush();
        terminal.Error.WriteLine(Headline(tally, time, isInterrupted, unit));
        if (names.Count > 0)
        {
            terminal.Error.WriteLine(
                $"{Counts.Of(names.Count, unit)} with the id of a {unit} before, the first of them {unit} "
                    + $"{Counts.Number(names.First.Again)} with that of {unit} {Counts.Number(names.First.Before)}"
            );
        }

        if (tally.Scenarios == 0)
        {
            return;
        }

        terminal.PrintErrorTable(Stages(tally));
        var blocking = tally.Blocking.Take(MostRules + 1).ToList();
        if (blocking.Count > 0)
        {
            terminal.PrintErrorTable(Rules(blocking.Take(MostRules)));
            if (blocking.Count > MostRules)
            {
                terminal.Error.WriteLine($"  … and {Counts.Of(tally.Blocking.Count() - MostRules, "more rule")}");
            }
        }
    }

    private static string Headline(OutcomeTally tally, TimeSpan time, bool isInterrupted, string unit)
    {
        var answered = tally.Scenarios + tally.Faults;
        var rate = time > TimeSpan.Zero ? $" ({Counts.Number((long)(answered / time.TotalSeconds))} a second)" : string.Empty;
        var faults = tally.Faults == 0 ? string.Empty : $", {Counts.Of(tally.Faults, $"bad {unit}")}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{(isInterrupted ? "interrupted after " : string.Empty)}{Counts.Of(tally.Scenarios, "scenario")}{faults} in "
                + $"{time.TotalSeconds:0.0} s{rate}"
        );
    }

    private static Table Stages(OutcomeTally tally)
    {
        var mayNotApply = Enumerable.Range(0, tally.Stages.Count).Any(i => tally.Of(i, StageOutcome.NotApplicable) > 0);
        var table = NewTable("stage", ["valid", "invalid", "undetermined", .. mayNotApply ? ["not applicable"] : (string[])[]]);
        for (var i = 0; i < tally.Stages.Count; i++)
        {
            table.AddRow(
            [
                new TextCell(OneLine.Of(tally.Stages[i])),
                Cell(tally.Of(i, StageOutcome.Valid), Color.Green),
                Cell(tally.Of(i, StageOutcome.Invalid), Color.Maroon),
                Cell(tally.Of(i, StageOutcome.Undetermined), Color.Olive),
                .. mayNotApply ? [Cell(tally.Of(i, StageOutcome.NotApplicable), Color.Grey)] : (TextCell[])[],
            ]);
        }

        return table;
    }

    private static Table Rules(IEnumerable<(Rule Rule, long Violated, long Pending, long Unknown)> blocking)
    {
        var table = NewTable("blocked most", "violated", "pending", "unknown");
        foreach (var (rule, violated, pending, unknown) in blocking)
        {
            table.AddRow(
                new TextCell(OneLine.Of(rule.Id)),
                Cell(violated, Color.Maroon),
                Cell(pending, Color.Olive),
                Cell(unknown, Color.Olive));
        }

        return table;
    }

    private static Table NewTable(string first, params string[] others)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn(new TableColumn(new TextCell(first)));
        foreach (var other in others)
        {
            table.AddColumn(new TableColumn(new TextCell(other)).RightAligned());
        }

        return table;
    }

    private static TextCell Cell(long count, Color colour) =>
        new(count == 0 ? "·" : Counts.Number(count), count == 0 ? null : new Style(colour));
}
