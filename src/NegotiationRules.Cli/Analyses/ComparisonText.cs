using NegotiationRules.Cli.Output;
using NegotiationRules.Conditions;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.Analyses;

/// <summary>For people: first what changes for the scenarios that are named, then which outcomes change at all, each with the smallest
/// scenario.</summary>
internal static class ComparisonText
{
    public static void Print(Comparison comparison, IReadOnlyList<ScenarioChange> changes, Terminal terminal)
    {
        var (lines, style) = (terminal.Out, terminal.Style);
        foreach (var change in changes)
        {
            List<string> told =
            [
                .. change.Stages.Select(stage => $"{stage.Name} {Words.Of(stage.Before)} -> {Words.Of(stage.After)}"),
                .. change.Rules.Select(rule => $"{rule.Id} {Words.Of(rule.Before)} -> {Words.Of(rule.After)}"),
            ];
            lines.WriteLine(OneLine.Of($"{style.Bold(change.Name)}: {(told.Count == 0 ? "nothing changes" : string.Join(", ", told))}"));
        }

        if (changes.Count > 0)
        {
            lines.WriteLine();
        }

        PrintNames("only in the newer rules", comparison.Added, terminal);
        PrintNames("only in the older rules", comparison.Removed, terminal);
        foreach (var difference in comparison.Differences)
        {
            PrintExample($"{(difference.IsGained ? style.Green("+") : style.Red("-"))} {difference}", difference.Example!, terminal);
        }

        foreach (var difference in comparison.WhileUnknown)
        {
            PrintExample($"~ {difference}", difference.Example!, terminal);
        }

        foreach (var open in (object[])[.. comparison.Open, .. comparison.OpenWhileUnknown])
        {
            lines.WriteLine(OneLine.Of($"? {open}"));
        }

        if (comparison.IsEquivalentWhileUnknown == true)
        {
            lines.WriteLine("= every stage has the same outcome in all scenarios, each fact being known or not known at all (proved)");
        }
        else if (comparison.IsEquivalent == true)
        {
            lines.WriteLine("= where everything is known, every stage is valid in the same scenarios (proved)");
        }
    }

    private static void PrintExample(string difference, Scenario example, Terminal terminal)
    {
        terminal.Out.WriteLine(OneLine.Of($"{difference}, such as"));
        foreach (var line in example.ToString().Split('\n'))
        {
            terminal.Out.WriteLine($"    {OneLine.Of(line)}");
        }
    }

    private static void PrintNames(string where, IReadOnlyList<string> names, Terminal terminal)
    {
        if (names.Count > 0)
        {
            terminal.Out.WriteLine(OneLine.Of($"{where}: {string.Join(", ", names)}"));
        }
    }
}
