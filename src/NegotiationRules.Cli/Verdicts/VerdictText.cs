using NegotiationRules.Cli.Output;
using NegotiationRules.Cli.Sources;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.Verdicts;

/// <summary>For people: a line with the outcome of each stage, and under it the rules that are told of, with the reasons.</summary>
internal sealed class VerdictText(IRuleSource rules, string? holder, Terminal terminal) : IVerdictPrinter
{
    private const int Indent = 4;
    private const int Step = 2;

    // As wide as any outcome that a stage of these rules may have.
    private readonly int _widestOutcome = Enum.GetValues<StageOutcome>()
        .Where(outcome => outcome != StageOutcome.NotApplicable || rules.Rules.Checked.StageConditions.Any(when => when is not null))
        .Max(outcome => Words.Of(outcome).Length);

    private readonly TextStyle _style = terminal.Style;
    private readonly OutlinePrinter _outline = new(terminal);
    private int _widestName;
    private bool _hadReasons = true;

    public void Begin(IReadOnlyList<string> files)
    {
        _widestName = files.Max(file => FileKinds.NameOf(file).Length);
        terminal.Out.WriteLine($"{_style.Bold(OneLine.Of(rules.Name))}{rules.Summary(holder)}");
    }

    public void Print(string file, Answer answer)
    {
        var (verdict, told) = (answer.Verdict, answer.Told.ToList());
        SetApart(told.Count > 0);
        terminal.Out.WriteLine(
            $"{_outline.Sign(Marks.Of(verdict.Outcome))} {Name(file)}  "
                + string.Join("  ", verdict.Stages.Select((stage, i) => Cell(answer, stage, isLast: i + 1 == verdict.Stages.Count))));
        foreach (var rule in told)
        {
            var indent = Indent + (Step * rule.Depth);
            Write(indent, _outline.Sign(rule.Mark), rule.Text, text => text);
            foreach (var reason in rule.Reasons)
            {
                Write(indent + Step, " ", reason, _style.Dim);
            }
        }
    }

    public void PrintFault(string file, IReadOnlyList<Diagnostic> diagnostics)
    {
        SetApart(true);
        terminal.Out.WriteLine($"{_outline.Sign(ExplanationMark.Violated)} {Name(file)}  {_style.Red("cannot be evaluated")}");
        terminal.Report(diagnostics);
    }

    public void End(OutcomeTally tally)
    {
        string?[] counts =
        [
            Count(tally.Of(StageOutcome.Valid), "valid", _style.Green),
            Count(tally.Of(StageOutcome.Invalid), "invalid", _style.Red),
            Count(tally.Of(StageOutcome.Undetermined), "undetermined", _style.Cyan),
            Count(tally.Faults, "cannot be evaluated", _style.Red),
        ];
        terminal.Out.WriteLine();
        terminal.Out.WriteLine(
            $"{Counts.Of(tally.Scenarios + tally.Faults, "scenario")}: {string.Join(", ", counts.OfType<string>())}");
    }

    private static string? Count(long count, string what, Func<string, string> paint) =>
        count == 0 ? null : paint($"{Counts.Number(count)} {what}");

    private string Name(string file) => _style.Bold(OneLine.Of(FileKinds.NameOf(file)).PadRight(_widestName));

    private void Write(int indent, string sign, string text, Func<string, string> paint)
    {
        foreach (var line in _outline.Fit(OneLine.Of(text), indent + Step))
        {
            terminal.Out.WriteLine($"{new string(' ', indent)}{sign} {paint(line)}");
            sign = " ";
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

    private string Cell(Answer answer, StageVerdict stage, bool isLast)
    {
        var outcome = isLast ? Words.Of(stage.Outcome) : Words.Of(stage.Outcome).PadRight(_widestOutcome);
        var painted = stage.Outcome switch
        {
            StageOutcome.Valid => _style.Green(outcome),
            StageOutcome.Invalid => _style.Red(outcome),
            StageOutcome.NotApplicable => _style.Dim(outcome),
            _ => _style.Cyan(outcome),
        };
        return answer.NameOf(stage) is { Length: > 0 } name ? $"{OneLine.Of(name)} {painted}" : painted;
    }
}
