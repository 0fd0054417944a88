namespace NegotiationRules.Cli.Verdicts;

/// <summary>Prints parts of explanations, in the same signs and colours as the whole.</summary>
internal sealed class OutlinePrinter(TextWriter output, Ink ink)
{
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

    private void PrintLine(string sign, ExplanationMark mark, string text, int indent) =>
        output.WriteLine($"{new string(' ', indent)}{sign} {(mark is ExplanationMark.Note or ExplanationMark.Reason ? ink.Dim(Words.OneLine(text)) : Words.OneLine(text))}");

    public static ExplanationMark MarkOf(StageOutcome outcome) => outcome switch
    {
        StageOutcome.Valid => ExplanationMark.Satisfied,
        StageOutcome.Invalid => ExplanationMark.Violated,
        _ => ExplanationMark.Unknown,
    };

    public static ExplanationMark MarkOf(RuleOutcome outcome) => outcome switch
    {
        RuleOutcome.Satisfied => ExplanationMark.Satisfied,
        RuleOutcome.Violated => ExplanationMark.Violated,
        RuleOutcome.Pending => ExplanationMark.Pending,
        RuleOutcome.NotApplicable => ExplanationMark.NotApplicable,
        _ => ExplanationMark.Unknown,
    };

    public string Sign(ExplanationMark mark) => mark switch
    {
        ExplanationMark.Satisfied => ink.Green("✓"),
        ExplanationMark.Violated => ink.Red("✗"),
        ExplanationMark.Unknown => ink.Cyan("?"),
        ExplanationMark.Pending => ink.Cyan("…"),
        ExplanationMark.Warning => ink.Yellow("!"),
        ExplanationMark.NotApplicable => ink.Dim("–"),
        _ => ink.Dim("·"),
    };

    // What is said of a fact is true, whichever way it weighs: a cross beside it would say that it is not.
    private string SignOfFact(ExplanationMark mark) => mark switch
    {
        ExplanationMark.Satisfied => ink.Green("+"),
        ExplanationMark.Violated => ink.Red("−"),
        ExplanationMark.NotApplicable => ink.Dim("·"),
        _ => Sign(mark),
    };
}
