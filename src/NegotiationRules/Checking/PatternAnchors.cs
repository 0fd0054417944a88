namespace NegotiationRules.Checking;

/// <summary>Finds patterns that look as if they were about the whole text, and are not: <c>^a|b$</c>.</summary>
internal static class PatternAnchors
{
    /// <summary>Whether only the first alternative begins with <c>^</c> and only the last ends with <c>$</c>.</summary>
    public static bool AreOfOneAlternativeEach(string pattern)
    {
        var bars = Bars(pattern);
        return bars.Count > 0
            && pattern[0] == '^'
            && pattern[^1] == '$' && !(pattern.Length > 1 && pattern[^2] == '\\')
            && pattern[bars[0] - 1] != '$'
            && pattern[bars[^1] + 1] != '^';
    }

    // The bars that are in no group and no class.
    private static List<int> Bars(string pattern)
    {
        var (bars, depth, isInClass) = (new List<int>(), 0, false);
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\':
                    i++;
                    break;
                case '[' or ']':
                    isInClass = pattern[i] == '[';
                    break;
                case '(' or ')' when !isInClass:
                    depth += pattern[i] == '(' ? 1 : -1;
                    break;
                case '|' when depth == 0 && !isInClass:
                    bars.Add(i);
                    break;
            }
        }

        return bars;
    }
}
