using System.Text.RegularExpressions;

namespace NegotiationRules.Generation.Steps;

/// <summary>The patterns that texts are matched with, each once, in the order of their numbers.</summary>
internal sealed class PatternList
{
    private readonly List<Regex> _patterns = [];

    public IReadOnlyList<Regex> All => _patterns;

    /// <summary>The number of a pattern, counted from 1.</summary>
    public int NumberOf(Regex pattern)
    {
        var place = _patterns.FindIndex(other => other.ToString() == pattern.ToString() && other.Options == pattern.Options);
        if (place < 0)
        {
            place = _patterns.Count;
            _patterns.Add(pattern);
        }

        return place + 1;
    }
}
