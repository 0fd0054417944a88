using NegotiationRules.Analysis;
using NegotiationRules.Cli.Output;
using NegotiationRules.Text;
using Spectre.Console;
using TextCell = Spectre.Console.Text;

namespace NegotiationRules.Cli.Sweeping;

/// <summary>For people: how often each stage has which outcome, what stands in its way, and what matters.</summary>
internal static class SweepText
{
    private const int MostRules = 10;
    private const int MostDimensions = 15;

    public static void Print(SweepResult sweep, Terminal terminal)
    {
        terminal.Out.WriteLine($"{terminal.Style.Bold(OneLine.Of(sweep.RuleSet))}: {OneLine.Of(SweepWords.Scope(sweep))}");
        terminal.Out.WriteLine(SweepWords.Reliance(sweep));
        if (SweepWords.Missing(sweep) is { } missing)
        {
            terminal.Out.WriteLine(missing);
        }

        foreach (var stage in sweep.Stages)
        {
            Print(sweep, stage, terminal);
        }

        if (sweep.Stages.Any(stage => SweepWords.Sensitivities(sweep, stage).Any()))
        {
            foreach (var line in SweepWords.Sensitivity(sweep))
            {
                terminal.Out.WriteLine(line);
            }
        }

        terminal.PrintTable(Table(
            sweep, ["rule", "outcome", "scenarios"],
            sweep.Rules.SelectMany(rule => SweepWords.Outcomes(rule).Select((pair, i) =>
                Row(sweep, [i == 0 ? SweepWords.NameOf(rule) : string.Empty, pair.Outcome], pair.Share)))));
    }

    private static void Print(SweepResult sweep, SweptStage stage, Terminal terminal)
    {
        terminal.PrintTable(Table(
            sweep, [stage.Name, "scenarios"], SweepWords.Outcomes(stage).Select(pair => Row(sweep, [pair.Outcome], pair.Share))));
        var rules = stage.Blocking;
        if (rules.Count > 0)
        {
            var table = NewTable(["stands in the way", "alone", "of all", "alone or with others", "of all"], left: 1);
            foreach (var rule in rules.Take(MostRules))
            {
                AddRow(table,
                [
                    SweepWords.NameOf(rule), Counts.Number(rule.BlocksAlone.Count), SweepWords.Of(rule.BlocksAlone),
                    Counts.Number(rule.Blocks.Count), SweepWords.Of(rule.Blocks),
                ]);
            }

            terminal.PrintTable(table);
            PrintRest(rules.Count - MostRules, terminal);
        }

        var sensitivities = SweepWords.Sensitivities(sweep, stage).ToList();
        if (sensitivities.Count > 0)
        {
            var table = NewTable(["what matters", "first-order sensitivity"], left: 1);
            foreach (var (dimension, _, sensitivity) in sensitivities.Take(MostDimensions))
            {
                AddRow(table, [dimension.Name, SweepWords.Of(sensitivity)]);
            }

            terminal.PrintTable(table);
            PrintRest(sensitivities.Count - MostDimensions, terminal);
        }
    }

    private static void PrintRest(int rest, Terminal terminal)
    {
        if (rest > 0)
        {
            terminal.Out.WriteLine($"  … and {Counts.Number(rest)} more");
        }
    }

    private static string[] Row(SweepResult sweep, string[] names, SweptShare share)
    {
        var (from, to) = SweepWords.Interval(share);
        return [.. names, Counts.Number(share.Count), SweepWords.Of(share), .. sweep.IsSampled ? (string[])[from, to] : []];
    }

    private static Table Table(SweepResult sweep, IReadOnlyList<string> heads, IEnumerable<string[]> rows)
    {
        var table = NewTable([.. heads, "of all", .. sweep.IsSampled ? (string[])["from", "to"] : []], left: heads.Count - 1);
        foreach (var row in rows)
        {
            AddRow(table, row);
        }

        return table;
    }

    private static Table NewTable(IReadOnlyList<string> heads, int left)
    {
        var table = new Table().Border(TableBorder.Simple);
        for (var i = 0; i < heads.Count; i++)
        {
            var column = new TableColumn(new TextCell(OneLine.Of(heads[i])));
            table.AddColumn(i < left ? column : column.RightAligned());
        }

        return table;
    }

    private static void AddRow(Table table, IEnumerable<string> cells) =>
        table.AddRow(cells.Select(cell => new TextCell(OneLine.Of(cell))));
}
