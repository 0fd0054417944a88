using NegotiationRules.Cli.Checking;
using NegotiationRules.Cli.Streaming;

namespace NegotiationRules.Cli.Verdicts;

/// <summary>For people: a line with the outcome of each stage, and under it the rules that keep stages from being valid, or that warn, with
/// the reasons.</summary>
internal sealed class VerdictPrinter(RuleSet rules, string? holder, Terminal terminal) : IVerdictPrinter
{
    private const int Indent = 4;

    private static readonly int WidestOutcome = Enum.GetValues<StageOutcome>().Max(outcome => Words.Of(outcome).Length);

    private readonly Ink _ink = terminal.Ink;
    private readonly OutlinePrinter _outline = new(terminal);
    private int _widestName;
    private bool _hadReasons = true;

    public void Begin(IReadOnlyList<string> files)
    {
        _widestName = files.Max(file => FileKinds.NameOf(file).Length);
        var version = rules.Version is null ? string.Empty : $" {rules.Version}";
        var (count, whose) = holder is null
            ? (rules.Rules.Count, string.Empty)
            : (rules.Rules.Count(rule => rule.Holder == holder), $" of {holder}");
        terminal.Out.WriteLine(
            $"{_ink.Bold(Words.OneLine(rules.Name))}{version}: {Words.Count(count, "rule")}{whose} for {Words.Series(rules.Stages)}"
        );
    }

    public void Print(string file, Answer answer)
    {
        var verdict = answer.Verdict;
        var told = verdict.Stages.SelectMany(stage => stage.Blocking).Concat(verdict.Warnings).ToList();
        SetApart(told.Count > 0);
        terminal.Out.WriteLine(
            ($"{SignOf(verdict.Outcome)} {_ink.Bold(Words.OneLine(FileKinds.NameOf(file)).PadRight(_widestName))}  "
                + $"{string.Join("  ", verdict.Stages.Select(Cell))}").TrimEnd()
        );
        if (told.Count == 0)
        {
            return;
        }

        var lines = verdict
            .Explain()
            .Outline.Children.SelectMany(stage => stage.Children)
            .Where(node => node.RuleId is not null)
            .ToDictionary(node => node.RuleId!);
        foreach (var rule in told)
        {
            Print(rule, lines[rule.Rule.Id]);
        }
    }

    public void PrintFault(string file, IReadOnlyList<Diagnostic> diagnostics)
    {
        SetApart(true);
        ScenarioLines.PrintFault(file, _widestName, diagnostics, terminal);
    }

    public void End(Tally tally) => ScenarioLines.PrintEnd(tally, terminal);

    private void Print(RuleVerdict rule, ExplanationNode line)
    {
        var stage = rules.Stages.Count > 1 ? $"{Words.OneLine(rule.Rule.Stage)}: " : string.Empty;
        Write($"{_outline.Sign(line.Mark)} ", "  ", $"{stage}{Words.OneLine(rule.Rule.Title ?? rule.Rule.Id)}{KindOf(rule)}", text => text);
        foreach (var reason in VerdictReasons.Of(rule, line))
        {
            Write("    ", "    ", Words.OneLine(reason), _ink.Dim);
        }
    }

    private static string KindOf(RuleVerdict rule) =>
        rule.Rule.IsRisk ? " (a risk)"
        : rule.Rule.Strength == Strength.Expected ? " (expected)"
        : string.Empty;

    // Whoever reads on a screen wants whole words; whoever reads by a program wants whole lines.
    private void Write(string before, string beforeRest, string text, Func<string, string> paint)
    {
        foreach (
            var line in terminal.OutIsTerminal ? Words.Wrap(text, Math.Max(40, terminal.Width - Indent - beforeRest.Length - 1)) : [text]
        )
        {
            terminal.Out.WriteLine($"{new string(' ', Indent)}{before}{paint(line)}");
            before = beforeRest;
        }
    }

    // Scenarios about which there is nothing to tell stand close, as in a table.
    private void SetApart(bool hasReasons)
    {
        if (hasReasons || _hadReasons)
        {
            terminal.Out.WriteLine();
        }

        _hadReasons = hasReasons;
    }

    private string Cell(StageVerdict stage)
    {
        var outcome = Words.Of(stage.Outcome).PadRight(WidestOutcome);
        var painted = stage.Outcome switch
        {
            StageOutcome.Valid => _ink.Green(outcome),
            StageOutcome.Invalid => _ink.Red(outcome),
            _ => _ink.Cyan(outcome),
        };
        return $"{Words.OneLine(stage.Name)} {painted}";
    }

    private string SignOf(StageOutcome outcome) => _outline.Sign(OutlinePrinter.MarkOf(outcome));
}
