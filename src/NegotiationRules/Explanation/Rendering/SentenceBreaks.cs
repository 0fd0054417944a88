using System.Text.RegularExpressions;

namespace NegotiationRules.Explanation.Rendering;

/// <summary>Breaks a sentence that would go over more than three lines into points, where it takes a breath anyhow.</summary>
/// <remarks>What stands in quotation marks or brackets is kept together if it can be. Put together with spaces, the points are the sentence
/// again, letter by letter.</remarks>
internal static partial class SentenceBreaks
{
    /// <summary>How many columns three lines have where nobody says how wide they are.</summary>
    public const int ThreeLines = 240;

    private const int MostLines = 3;

    // The best first. A comma before a bare word may stand in a list inside a list.
    private static readonly Regex[] Places = [Semicolon(), Colon(), Clause(), Comma(), Word(), Space()];

    /// <summary>The points for lines of <paramref name="width"/> columns; the sentence alone if it takes three lines at most.</summary>
    public static IReadOnlyList<string> Of(string text, int width)
    {
        if (IsShort(text, width))
        {
            return [text];
        }

        var most = width == int.MaxValue ? ThreeLines : Math.Min(ThreeLines, MostLines * Math.Max(20, width));
        var points = new List<string>();
        while (LinesOf(text, width, most) > MostLines && BreakOf(text, most) is > 0 and var end)
        {
            points.Add(text[..end]);
            text = text[(end + 1)..];
        }

        points.Add(text);
        return points;
    }

    /// <summary>Whether it is told in one point, as can be seen without looking for lines.</summary>
    public static bool IsShort(string text, int width) =>
        IsShort(text.Length, width) || (width == int.MaxValue && text.Length <= ThreeLines && LineWrap.ColumnsOf(text) <= ThreeLines);

    /// <summary>Whether a sentence takes less than three lines, as can be seen by its length.</summary>
    public static bool IsShort(int length, int width) => width == int.MaxValue && length <= ThreeLines / 2;

    private static int LinesOf(string text, int width, int most) =>
        LineWrap.ColumnsOf(text) > most ? MostLines + 1
        : width == int.MaxValue ? 1
        : LineWrap.Of(text, Math.Max(20, width)).Take(MostLines + 1).Count();

    // The space at which to break: the last of the best kind that leaves neither too little nor too much.
    private static int BreakOf(string text, int most)
    {
        var isInside = Inside(text);
        var longest = text.Length;
        while (longest > most / 2 && LineWrap.ColumnsOf(text[..longest]) > most - (most / 8))
        {
            longest -= Math.Max(1, longest / 16);
        }

        // A quotation is broken only if nothing around it can be.
        foreach (var (kind, mayBeInside) in Places.Select(kind => (kind, false)).Concat(Places.Select(kind => (kind, true))))
        {
            var ends = kind.Matches(text)
                .Select(m => m.Index)
                .Where(i => i >= most / 4 && i <= longest && i < text.Length - 1 && (mayBeInside || !isInside[i]))
                .ToList();
            if (ends.Count > 0)
            {
                return ends[^1];
            }
        }

        return 0;
    }

    private static bool[] Inside(string text)
    {
        var (inside, depth) = (new bool[text.Length], 0);
        for (var i = 0; i < text.Length; i++)
        {
            depth = Math.Max(0, depth + (text[i] is '“' or '(' ? 1 : text[i] is '”' or ')' ? -1 : 0));
            inside[i] = depth > 0;
        }

        return inside;
    }

    [GeneratedRegex("(?<=;) ")]
    private static partial Regex Semicolon();

    [GeneratedRegex("(?<=:) | (?=such that )")]
    private static partial Regex Colon();

    [GeneratedRegex("(?<=,) (?=(?:a|an|and|as|at|but|either|has|is|it|no|not|or|so|the|those|which) )")]
    private static partial Regex Clause();

    [GeneratedRegex("(?<=,) ")]
    private static partial Regex Comma();

    [GeneratedRegex(" (?=(?:and|or|that|of|is|are|in|to|with|meet|meets) )")]
    private static partial Regex Word();

    [GeneratedRegex(" ")]
    private static partial Regex Space();
}
