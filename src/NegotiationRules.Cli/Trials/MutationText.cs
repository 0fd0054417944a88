using NegotiationRules.Cli.Output;
using NegotiationRules.Cli.Verdicts;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.Trials;

/// <summary>Prints which changes to the rules no test notices, and the tests that would.</summary>
internal sealed class MutationText(Terminal terminal)
{
    private readonly OutlinePrinter _outline = new(terminal);
    private readonly TextStyle _style = terminal.Style;
    private readonly HashSet<SuggestedTest> _shown = [];

    public void Print(MutationResults results)
    {
        terminal.Out.WriteLine();
        var changing = results.Mutants.Count - results.Equivalent;
        var score = $"{Counts.Number(results.Killed)} of {Counts.Number(changing)}";
        var nothing = results.Equivalent == 0 ? string.Empty
            : $"; {Counts.Number(results.Equivalent)} more {(results.Equivalent == 1 ? "changes" : "change")} nothing where all is known";
        terminal.Out.WriteLine(
            $"  changes that a test notices   {(results.Killed < changing ? _style.Yellow(score) : _style.Green(score))}{nothing}");
        terminal.Out.WriteLine();
        foreach (var survivor in results.Survivors)
        {
            Print(survivor);
        }
    }

    private void Print(RuleMutant survivor)
    {
        _outline.PrintLine(survivor.Telling is null ? ExplanationMark.Unknown : ExplanationMark.Warning, $"{survivor}", 2);
        if (survivor.Telling is not { } test)
        {
            PrintNote($"not decided whether a test can notice it: {survivor.NotDecided?.Reason}");
        }
        else if (test.Extends is { } extends)
        {
            PrintNote($"noticed if the test “{extends}” expects {test.Text} too");
        }
        else if (!_shown.Add(test))
        {
            PrintNote($"noticed by the test “{test.Name}” above");
        }
        else
        {
            PrintNote("noticed by this test:");
            foreach (var line in test.Text.Split('\n'))
            {
                terminal.Out.WriteLine($"      {OneLine.Of(line)}");
            }
        }

        terminal.Out.WriteLine();
    }

    private void PrintNote(string text)
    {
        foreach (var line in _outline.Fit(OneLine.Of(text), 6))
        {
            terminal.Out.WriteLine($"      {line}");
        }
    }
}
