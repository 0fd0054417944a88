namespace NegotiationRules.Cli.Verdicts;

/// <summary>Prints parts of explanations, in the same signs and colours as the whole.</summary>
internal sealed class OutlinePrinter(TextWriter output, Ink ink)
{
    /// <summary>A line and all under it.</summary>
    public void PrintTree(ExplanationNode node, int indent)
    {
        PrintLine(node.Mark, node.Mark == ExplanationMark.Reason ? $"reason: {node.Text}" : node.Text, indent);
        foreach (var child in node.Children)
        {
            PrintTree(child, indent + 2);
        }
    }

    /// <summary>One line.</summary>
    public void PrintLine(ExplanationMark mark, string text, int indent) =>
        output.WriteLine($"{new string(' ', indent)}{Sign(mark)} {(mark is ExplanationMark.Note or ExplanationMark.Reason ? ink.Dim(Words.OneLine(text)) : Words.OneLine(text))}");

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
}
