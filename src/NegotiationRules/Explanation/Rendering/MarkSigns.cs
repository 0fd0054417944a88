namespace NegotiationRules.Explanation.Rendering;

/// <summary>The signs that stand for marks where there is room for one character, and their names where there is not even that.</summary>
internal static class MarkSigns
{
    public static string SignOf(ExplanationMark mark) => mark switch
    {
        ExplanationMark.Satisfied => "✓",
        ExplanationMark.Violated => "✗",
        ExplanationMark.Unknown => "?",
        ExplanationMark.Pending => "…",
        ExplanationMark.NotApplicable => "–",
        ExplanationMark.Warning => "!",
        _ => "·",
    };

    /// <summary>The name as in JSON and in style sheets: <c>notApplicable</c>.</summary>
    public static string NameOf(ExplanationMark mark) => mark switch
    {
        ExplanationMark.Satisfied => "satisfied",
        ExplanationMark.Violated => "violated",
        ExplanationMark.Unknown => "unknown",
        ExplanationMark.Pending => "pending",
        ExplanationMark.NotApplicable => "notApplicable",
        ExplanationMark.Warning => "warning",
        ExplanationMark.Reason => "reason",
        _ => "note",
    };

    /// <summary>What a line says where it stands among others: a reason is called one.</summary>
    public static string WordsOf(ExplanationNode node) => node.Mark == ExplanationMark.Reason ? $"reason: {node.Text}" : node.Text;
}
