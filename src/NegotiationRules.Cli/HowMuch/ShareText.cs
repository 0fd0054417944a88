using NegotiationRules.Analysis;
using NegotiationRules.Analysis.Telling;
using NegotiationRules.Cli.Output;
using NegotiationRules.Text;
using Spectre.Console;
using TextCell = Spectre.Console.Text;

namespace NegotiationRules.Cli.HowMuch;

/// <summary>For people: how often the stage is valid, the rules that stand in its way, and the facts that matter most.</summary>
internal static class ShareText
{
    private const int MostRules = 10;
    private const int MostFacts = 15;

    public static void Print(Share share, string given, Terminal terminal)
    {
        terminal.Out.WriteLine($"{terminal.Style.Bold(OneLine.Of(given))}, {OneLine.Of(share.Stage)} by {OneLine.Of(share.Rules.Name)}: "
            + "how often it is valid");
        terminal.Out.WriteLine(OneLine.Of(ShareWords.Scope(share)));
        terminal.Out.WriteLine(OneLine.Of(ShareWords.Summary(share)));
        if (share.Estimate is { } estimate)
        {
            Print(share, estimate, terminal);
        }

        if (share.NotDecided is not null)
        {
            return;
        }

        terminal.PrintTable(Table(
            ["outcome", "of all"],
            ShareWords.Outcomes(share).Select(pair => (IReadOnlyList<string>)[pair.Outcome, ProportionWords.Of(pair.Part)])));
        var rules = ShareWords.Blocking(share).ToList();
        if (rules.Count > 0)
        {
            terminal.PrintTable(Table(
                ["stands in the way", "alone", "in all"],
                rules.Take(MostRules).Select(rule => (IReadOnlyList<string>)
                    [ShareWords.NameOf(rule.Rule), ProportionWords.Of(rule.Alone), ProportionWords.Of(rule.Any)])));
            PrintRest(rules.Count - MostRules, "more rule", terminal);
        }

        var facts = ShareWords.Facts(share).ToList();
        if (facts.Count > 0)
        {
            terminal.PrintTable(Table(
                ["matters most", "at best", "valid", "at worst", "valid"],
                facts.Take(MostFacts).Select(fact => (IReadOnlyList<string>)
                    [fact.Name, fact.BestValues, ProportionWords.Of(fact.Best), fact.WorstValues, ProportionWords.Of(fact.Worst)])));
            PrintRest(facts.Count - MostFacts, "more fact", terminal);
        }
    }

    private static void Print(Share share, ShareEstimate estimate, Terminal terminal)
    {
        terminal.Out.WriteLine(OneLine.Of(ShareWords.Estimated(share, estimate)));
        terminal.PrintTable(Table(
            ["outcome, estimated", "of all", "from", "to"],
            ShareWords.Outcomes(estimate).Select(pair => Row(pair.Outcome, pair.Part))));
        var rules = ShareWords.Blocking(estimate).ToList();
        if (rules.Count > 0)
        {
            terminal.PrintTable(Table(
                ["stands in the way, estimated", "alone", "from", "to", "in all", "from", "to"],
                rules.Take(MostRules).Select(rule =>
                    (IReadOnlyList<string>)[.. Row(ShareWords.NameOf(rule.Rule), rule.Alone), .. Row(string.Empty, rule.Any).Skip(1)])));
            PrintRest(rules.Count - MostRules, "more rule", terminal);
        }
    }

    private static IReadOnlyList<string> Row(string name, EstimatedShare part) => [name, part.About, part.From, part.To];

    private static void PrintRest(int rest, string thing, Terminal terminal)
    {
        if (rest > 0)
        {
            terminal.Out.WriteLine($"  … and {Counts.Of(rest, thing)}");
        }
    }

    private static Table Table(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn(new TableColumn(new TextCell(heads[0])));
        foreach (var head in heads.Skip(1))
        {
            table.AddColumn(new TableColumn(new TextCell(head)).RightAligned());
        }

        foreach (var row in rows)
        {
            table.AddRow(row.Select(cell => new TextCell(OneLine.Of(cell))));
        }

        return table;
    }
}
