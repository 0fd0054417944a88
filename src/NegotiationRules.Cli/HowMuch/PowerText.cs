using NegotiationRules.Analysis;
using NegotiationRules.Analysis.Telling;
using NegotiationRules.Cli.Output;
using NegotiationRules.Text;
using Spectre.Console;
using TextCell = Spectre.Console.Text;

namespace NegotiationRules.Cli.HowMuch;

/// <summary>For people: a line for all whose votes decide as much, those that decide most first.</summary>
internal static class PowerText
{
    public static void Print(PowerTable power, string file, Terminal terminal)
    {
        var style = terminal.Style;
        terminal.Out.WriteLine(
            $"{style.Bold(OneLine.Of(file))}, {OneLine.Of(power.Stage)} by {OneLine.Of(power.Rules.Name)}: whose votes decide");
        terminal.Out.WriteLine(OneLine.Of(PowerWords.Ballot(power)));
        if (power.NotDecided is null && !power.Swings.IsZero)
        {
            terminal.PrintTable(Voters(power));
            terminal.Out.WriteLine();
        }

        terminal.Out.WriteLine(OneLine.Of(PowerWords.Summary(power)));
    }

    private static Table Voters(PowerTable power)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn(new TableColumn(new TextCell("voter")));
        foreach (var name in (string[])["votes", "swings", "Banzhaf", "Shapley–Shubik", "exactly"])
        {
            table.AddColumn(new TableColumn(new TextCell(name)).RightAligned());
        }

        foreach (var alike in PowerWords.Alike(power))
        {
            var one = alike[0];
            table.AddRow(
                new TextCell(OneLine.Of(one.Kind)),
                new TextCell(Counts.Number(alike.Count)),
                new TextCell(ProportionWords.Of(one.Swings)),
                new TextCell(ProportionWords.Of(one.Banzhaf)),
                new TextCell(ProportionWords.Of(one.ShapleyShubik)),
                new TextCell(one.ShapleyShubik.ToString()));
        }

        return table;
    }
}
