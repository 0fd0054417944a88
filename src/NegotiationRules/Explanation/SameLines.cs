namespace NegotiationRules.Explanation;

/// <summary>What is said twice is said once.</summary>
internal static class SameLines
{
    // So many lines are compared one by one.
    private const int FewLines = 8;

    /// <summary>The lines, each once; a line with others under it stands for itself.</summary>
    public static IReadOnlyList<ExplanationNode> Once(IReadOnlyList<ExplanationNode> lines)
    {
        var isOnce = lines.Count <= FewLines;
        for (var i = 1; isOnce && i < lines.Count; i++)
        {
            for (var j = 0; isOnce && j < i; j++)
            {
                isOnce = lines[i].Children.Count > 0 || lines[j].Children.Count > 0 || lines[i].Text != lines[j].Text;
            }
        }

        return isOnce ? lines : [.. lines.DistinctBy(node => node.Children.Count == 0 ? node.Text : (object)node)];
    }
}
