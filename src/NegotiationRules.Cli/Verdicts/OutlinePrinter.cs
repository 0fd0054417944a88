using NegotiationRules.Cli.Output;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.Verdicts;

/// <summary>Prints parts of explanations, in the same signs and colours as the whole.</summary>
internal sealed class OutlinePrinter(Terminal terminal)
{
    // However narrow the terminal is, words stay readable.
    private const int LeastWidth = 40;

    private readonly TextStyle _style = terminal.Style;

    /// <summary>A line and all under it.</summary>
    public void PrintTree(ExplanationNode node, int indent)
    {
        var text = node.Mark == ExplanationMark.Reason ? $"reason: {node.Text}" : node.Text;
        PrintLine(node.RuleId is null ? SignOfFact(node.Mark) : Sign(node.Mark), node.Mark, text, indent);
        foreach (var child in node.Children)
        {
            PrintTree(child, indent + 2);
        }
    }

    /// <summary>One line.</summary>
    public void PrintLine(ExplanationMark mark, string text, int indent) => PrintLine(Sign(mark), mark, text, indent);

    /// <summary>A text without a sign, broken between words where the terminal ends; whoever reads by a program wants whole
    /// lines.</summary>
    public IEnumerable<string> Fit(string text, int indent) =>
        terminal.OutIsTerminal ? Wrap(text, Math.Max(LeastWidth, terminal.Width - indent - 1)) : [text];

    private static IEnumerable<string> Wrap(string text, int width) => DisplayWidth.Wrap(text, width, width);

    private void PrintLine(string sign, ExplanationMark mark, string text, int indent)
    {
        foreach (var line in Fit(OneLine.Of(text), indent + 2))
        {
            terminal.Out.WriteLine(
                $"{new string(' ', indent)}{sign} {(mark is ExplanationMark.Note or ExplanationMark.Reason ? _style.Dim(line) : line)}"
            );
            sign = " ";
        }
    }

    public string Sign(ExplanationMark mark) => mark switch
    {
        ExplanationMark.Satisfied => _style.Green("✓"),
        ExplanationMark.Violated => _style.Red("✗"),
        ExplanationMark.Unknown => _style.Cyan("?"),
        ExplanationMark.Pending => _style.Cyan("…"),
        ExplanationMark.Warning => _style.Yellow("!"),
        ExplanationMark.NotApplicable => _style.Dim("–"),
        _ => _style.Dim("·"),
    };

    // What is said of a fact is true, whichever way it weighs: a cross beside it would say that it is not.
    private string SignOfFact(ExplanationMark mark) => mark switch
    {
        ExplanationMark.Satisfied => _style.Green("+"),
        ExplanationMark.Violated => _style.Red("−"),
        ExplanationMark.NotApplicable => _style.Dim("·"),
        _ => Sign(mark),
    };
}
