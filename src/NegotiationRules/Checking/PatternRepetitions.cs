using System.Globalization;

namespace NegotiationRules.Checking;

/// <summary>Counts repetitions inside repetitions: <c>(a{1,30}){1,30}</c> may be in 900 places at once, and each letter of a text is held
/// against all of them.</summary>
internal static class PatternRepetitions
{
    /// <summary>As many as a pattern may have; addresses and identifiers have some dozen.</summary>
    public const int Most = 500;

    /// <summary>How often a part of a pattern may be repeated by numbers that are written out, those around it included.</summary>
    public static long Of(string pattern)
    {
        var around = new Stack<long>();
        var (most, last) = (1L, 1L);
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\':
                    (i, last) = (i + 1, 1);
                    break;
                case '[':
                    (i, last) = (EndOfClass(pattern, i), 1);
                    break;
                case '(':
                    around.Push(most);
                    most = 1;
                    break;
                case ')' when around.Count > 0:
                    (last, most) = (most, Math.Max(most, around.Pop()));
                    break;
                case '{' when MostTimes(pattern, i) is { } times:
                    most = Math.Max(most, last = Math.Min(last * times, int.MaxValue));
                    i = pattern.IndexOf('}', i);
                    break;
                case '?' or '*' or '+':
                    break;
                default:
                    last = 1;
                    break;
            }
        }

        while (around.Count > 0)
        {
            most = Math.Max(most, around.Pop());
        }

        return most;
    }

    private static int EndOfClass(string pattern, int start)
    {
        // Right behind the bracket, or behind `^`, a closing one is a letter.
        var at = start + 1;
        at += at < pattern.Length && pattern[at] == '^' ? 1 : 0;
        for (at++; at < pattern.Length && pattern[at] != ']'; at++)
        {
            at += pattern[at] == '\\' ? 1 : 0;
        }

        return at;
    }

    // `{n}`, `{n,}` or `{n,m}`; anything else is text.
    private static int? MostTimes(string pattern, int start)
    {
        var end = pattern.IndexOf('}', start);
        var parts = end < 0 ? [] : pattern[(start + 1)..end].Split(',');
        int? least =
            parts.Length is 1 or 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;
        return least is null || parts is [_, ""] || parts.Length == 1 ? least
            : int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var m) ? m : null;
    }
}
