namespace NegotiationRules.Explanation.Rendering;

/// <summary>The signs that stand for marks where there is room for one character, and their names where there is not even that.</summary>
/// <remarks>
/// A tick or a cross beside a sentence would say that it is true or false. What is said of facts is true, whichever way it weighs: so a
/// tick and a cross stand only where it is told what became of a rule or a stage, and facts have a plus where they speak for it and a minus
/// where they speak against it.
/// </remarks>
internal static class MarkSigns
{
    /// <summary>What the signs of facts mean.</summary>
    public const string Legend = "+ speaks for it, − speaks against it";

    private const string For = "+";
    private const string Against = "−";

    public static string SignOf(ExplanationNode node) => node.Mark switch
    {
        ExplanationMark.Satisfied => node.IsVerdict ? "✓" : For,
        ExplanationMark.Violated => node.IsVerdict ? "✗" : Against,
        ExplanationMark.Unknown => "?",
        ExplanationMark.Pending => "…",
        ExplanationMark.NotApplicable => node.IsVerdict ? "–" : "·",
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

    /// <summary>What the sign says to who hears it read: "speaks against it".</summary>
    public static string SpokenOf(ExplanationNode node) => node.Mark switch
    {
        ExplanationMark.Satisfied => node.IsVerdict ? "met" : "speaks for it",
        ExplanationMark.Violated => node.IsVerdict ? "not met" : "speaks against it",
        ExplanationMark.Unknown => "open",
        ExplanationMark.Pending => "pending",
        ExplanationMark.NotApplicable => "does not apply",
        ExplanationMark.Warning => "warning",
        ExplanationMark.Reason => "reason",
        _ => "remark",
    };

    /// <summary>Whether facts for and against stand side by side, so that their signs have to be told apart.</summary>
    public static bool NeedsLegend(ExplanationNode outline) =>
        Has(outline, ExplanationMark.Satisfied) && Has(outline, ExplanationMark.Violated);

    /// <summary>What a line says where it stands among others: a reason is called one.</summary>
    public static string WordsOf(ExplanationNode node) => node.Mark == ExplanationMark.Reason ? $"reason: {node.Text}" : node.Text;

    // Of facts, not of verdicts.
    private static bool Has(ExplanationNode node, ExplanationMark mark)
    {
        var (has, shown) = (node.Mark == mark && !node.IsVerdict, node.Shown);
        for (var i = 0; !has && i < shown.Count; i++)
        {
            has = Has(shown[i], mark);
        }

        return has;
    }
}
