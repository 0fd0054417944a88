using System.Text;

namespace NegotiationRules.Workflows.Translation;

/// <summary>A regular expression of .NET as rules write it, where patterns mean what those of JSON Schema do.</summary>
/// <remarks>A character beyond U+FFFF is two to .NET and one in rules, which only tells where characters are counted.</remarks>
internal static class DotNetPattern
{
    private const string Words = @"\p{L}\p{Mn}\p{Nd}\p{Pc}";
    private const string Spaces = @"\f\n\r\t\v\u0085\p{Z}";

    /// <summary>The same pattern; <see langword="null"/> if it cannot be written so.</summary>
    public static string? ToRules(string pattern)
    {
        var (written, isInClass) = (new StringBuilder(), false);
        for (var i = 0; i < pattern.Length; i++)
        {
            var next = pattern[i];
            if (next == '\\' && i + 1 < pattern.Length)
            {
                if (OfEscape(pattern[++i], isInClass) is not { } escape)
                {
                    return null;
                }

                written.Append(escape);
                continue;
            }

            // Options and classes without others have no counterpart.
            if (isInClass ? next == '[' : next == '(' && i + 2 < pattern.Length && pattern[i + 1] == '?' && pattern[i + 2] is 'm' or 's')
            {
                return null;
            }

            isInClass = next == '[' || (isInClass && next != ']');
            written.Append(next switch
            {
                '$' when !isInClass => @"\n?$",
                '.' when !isInClass => @"[^\n]",
                _ => next.ToString(),
            });
        }

        return written.ToString();
    }

    private static string? OfEscape(char escape, bool isInClass) => (escape, isInClass) switch
    {
        ('d', _) => @"\p{Nd}",
        ('D', _) => @"\P{Nd}",
        ('w', true) => Words,
        ('w', false) => $"[{Words}]",
        ('W', false) => $"[^{Words}]",
        ('s', true) => Spaces,
        ('s', false) => $"[{Spaces}]",
        ('S', false) => $"[^{Spaces}]",
        ('W' or 'S', true) => null,
        ('A', false) => "^",
        ('z', false) => "$",
        ('Z', false) => @"\n?$",
        _ => $@"\{escape}",
    };
}
