using NegotiationRules.Cli.Output;
using NegotiationRules.Conditions;
using NegotiationRules.Text;
using Spectre.Console;
using TextCell = Spectre.Console.Text;

namespace NegotiationRules.Cli.Trials;

/// <summary>Prints what of the rules tests have tested: a table of rules, and the conditions that something is missing for.</summary>
internal static class CoverageText
{
    private static readonly RuleOutcome[] Outcomes =
    [
        RuleOutcome.Satisfied, RuleOutcome.Violated, RuleOutcome.Unknown, RuleOutcome.Pending,
        RuleOutcome.NotApplicable,
    ];

    public static void Print(RuleTestCoverage coverage, Terminal terminal)
    {
        terminal.Out.WriteLine();
        PrintCount("outcomes of rules", coverage.OutcomeCount, terminal);
        PrintCount("values of conditions", coverage.ValueCount, terminal);
        PrintCount("parts that decided alone", coverage.PartCount, terminal);
        terminal.PrintTable(Rules(coverage));
        terminal.Out.WriteLine();

        var conditions = coverage.Conditions;
        var incomplete = conditions.Where(condition => !condition.IsComplete).ToList();
        foreach (var condition in incomplete)
        {
            terminal.Out.WriteLine($"  {OneLine.Of($"{condition.Place}")}: {terminal.Style.Yellow(string.Join(", ", Missed(condition)))}");
            terminal.Out.WriteLine($"      {OneLine.Of(condition.Text)}");
        }

        terminal.Out.WriteLine(incomplete.Count == 0
            ? $"  conditions seen in every way: all {Counts.Number(conditions.Count)}"
            : $"  conditions seen in every way: {Counts.Number(conditions.Count - incomplete.Count)} of {Counts.Number(conditions.Count)}");
        terminal.Out.WriteLine();
    }

    /// <summary>What is left to be shown of a condition.</summary>
    public static IEnumerable<string> Missed(ConditionCoverage condition)
    {
        (bool IsMissed, string What)[] all =
        [
            (!condition.WasTrue, "never true"),
            (!condition.WasFalse, "never false"),
            (!condition.WasUnknown && condition.CanBeUnknown, "never unknown"),
            (condition.DecidedAlone == false, "never decided alone"),
        ];
        return all.Where(one => one.IsMissed).Select(one => one.What);
    }

    private static void PrintCount(string what, CoverageCount count, Terminal terminal) =>
        terminal.Out.WriteLine(
            $"  {what,-25} {(count.Reached < count.Reachable ? terminal.Style.Yellow($"{count}") : terminal.Style.Green($"{count}"))}"
        );

    private static Table Rules(RuleTestCoverage coverage)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn(new TableColumn(new TextCell("rule")).NoWrap());
        foreach (var outcome in Outcomes)
        {
            table.AddColumn(
                new TableColumn(new TextCell(outcome == RuleOutcome.NotApplicable ? "n/a" : Words.Of(outcome))).Centered().NoWrap()
            );
        }

        foreach (var rule in coverage.Rules)
        {
            table.AddRow([new TextCell(OneLine.Of(rule.Rule.Id)), .. Outcomes.Select(outcome => Cell(rule, outcome))]);
        }

        return table;
    }

    private static TextCell Cell(RuleCoverage rule, RuleOutcome outcome) =>
        rule.Reached.Contains(outcome) ? new TextCell("✓", new Style(Color.Green))
        : rule.Missed.Contains(outcome) ? new TextCell("never", new Style(Color.Olive))
        : new TextCell("·");
}
