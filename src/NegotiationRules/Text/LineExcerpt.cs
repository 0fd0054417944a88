using System.Text;

namespace NegotiationRules.Text;

/// <summary>A line of a file as it is shown, with what is marked in it: a line that is too long by the part around the mark.</summary>
/// <param name="Text">What is shown.</param>
/// <param name="Before">How many columns of it lie before the mark.</param>
/// <param name="Marked">How many columns are marked, at least one.</param>
internal sealed record LineExcerpt(string Text, int Before, int Marked)
{
    private const string Cut = "…";

    /// <param name="line">The whole line.</param>
    /// <param name="start">Where the mark starts, in UTF-16 units.</param>
    /// <param name="length">How many of them it covers; it may run past the end of the line.</param>
    /// <param name="columns">How many columns there are.</param>
    public static LineExcerpt Of(string line, int start, int length, int columns)
    {
        line = line.TrimEnd();
        var (first, last) = Around(line, start, length, columns);
        var elements = new List<(string Shown, int Width)>();
        var (marked, end, at) = (-1, -1, first);
        foreach (var element in DisplayWidth.Elements(OneLine.Of(line[first..last])))
        {
            // A mark inside what is drawn as one covers the whole of it.
            var behind = at + element.Length;
            marked = marked < 0 && start < behind ? elements.Count : marked;
            end = at < start + Math.Max(length, 1) ? elements.Count + 1 : end;
            var shown = DisplayWidth.Shown(element);
            elements.Add((shown, DisplayWidth.OfElement(shown)));
            at = behind;
        }

        // Behind the end, in white space that is not shown.
        if (marked < 0)
        {
            elements.AddRange(Enumerable.Repeat((" ", 1), Math.Min(Math.Max(start - at, 0), columns) + 1));
            (marked, end) = (elements.Count - 1, elements.Count);
        }

        var (from, to) = WindowOf(elements, marked, columns);
        var text = new StringBuilder(from > 0 ? Cut : string.Empty);
        elements[from..to].ForEach(element => text.Append(element.Shown));
        text.Append(to < elements.Count ? Cut : string.Empty);
        return new LineExcerpt(
            text.ToString().TrimEnd(),
            (from > 0 ? 1 : 0) + elements[from..marked].Sum(element => element.Width),
            Math.Max(1, elements[marked..Math.Clamp(end, marked, to)].Sum(element => element.Width)));
    }

    // Of a line of a whole file only what lies near the mark is looked at: there may be as many marks as the line is long. What is left out
    // is more than is shown beside it, and begins and ends between two letters that are never drawn as one.
    private static (int First, int Last) Around(string line, int start, int length, int columns)
    {
        var first = Math.Min(start, line.Length) - (4 * columns);
        var last = start + Math.Min(length, columns) + (4 * columns);
        while (first > 0 && !AreApart(line, first))
        {
            first--;
        }

        while (last < line.Length && !AreApart(line, last))
        {
            last++;
        }

        return (Math.Max(first, 0), Math.Min(last, line.Length));
    }

    private static bool AreApart(string line, int at) => line[at - 1] is >= ' ' and <= '~' && line[at] is >= ' ' and <= '~';

    // Two thirds of what is shown lie behind the start of the mark, unless the line ends before.
    private static (int From, int To) WindowOf(List<(string Shown, int Width)> elements, int marked, int columns)
    {
        var whole = elements.Sum(element => element.Width);
        if (whole <= columns)
        {
            return (0, elements.Count);
        }

        var from = marked;
        var (before, behind) = (elements[..marked].Sum(element => element.Width), elements[marked..].Sum(element => element.Width));
        var room = Math.Max(columns / 3, columns - behind);
        for (var used = 1; from > 0 && used + elements[from - 1].Width <= Math.Min(room, before + 1); from--)
        {
            used += elements[from - 1].Width;
        }

        from = from == 1 && elements[0].Width <= 1 ? 0 : from;
        var to = from;
        for (var used = from > 0 ? 1 : 0; to < elements.Count && used
            + elements[to].Width <= columns - (to + 1 < elements.Count ? 1 : 0); to++)
        {
            used += elements[to].Width;
        }

        return (from, Math.Max(to, marked + 1));
    }
}
