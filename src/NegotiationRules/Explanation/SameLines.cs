namespace NegotiationRules.Explanation;

/// <summary>What is said twice is said once.</summary>
internal static class SameLines
{
    // So many lines are compared one by one.
    private const int FewLines = 8;

    /// <summary>The lines, each once; a line with others under it stands for itself.</summary>
    public static IReadOnlyList<ExplanationNode> Once(IReadOnlyList<ExplanationNode> lines) =>
        AreOnce(lines, 0) ? lines : Distinct(lines);

    /// <summary>Likewise of the lines from a place on.</summary>
    public static void KeepOnce(List<ExplanationNode> lines, int from)
    {
        if (!AreOnce(lines, from))
        {
            var once = Distinct(lines.Skip(from));
            lines.RemoveRange(from, lines.Count - from);
            lines.AddRange(once);
        }
    }

    private static bool AreOnce(IReadOnlyList<ExplanationNode> lines, int from)
    {
        var areOnce = lines.Count - from <= FewLines;
        for (var i = from + 1; areOnce && i < lines.Count; i++)
        {
            for (var j = from; areOnce && j < i; j++)
            {
                areOnce = lines[i].Children.Count > 0 || lines[j].Children.Count > 0 || lines[i].Text != lines[j].Text;
            }
        }

        return areOnce;
    }

    private static List<ExplanationNode> Distinct(IEnumerable<ExplanationNode> lines) =>
        [.. lines.DistinctBy(node => node.Children.Count == 0 ? node.Text : (object)node)];
}
