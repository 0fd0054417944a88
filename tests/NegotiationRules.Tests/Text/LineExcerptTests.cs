using NegotiationRules.Text;

namespace NegotiationRules.Tests.Text;

/// <summary>The caret stands under what is meant, however wide the characters before it are and however much of the line is
/// shown.</summary>
public class LineExcerptTests
{
    // What may stand in a file, with the columns that terminals give it and how it is shown.
    private static readonly (string Written, int Columns, string Shown)[] Pieces =
    [
        ("a", 1, "a"), ("word ", 5, "word "), ("\t", 1, " "), ("e\u0301", 1, "e\u0301"), ("和平", 4, "和平"), ("👍", 2, "👍"),
            ("👩\u200D👩\u200D👧", 2, "👩\u200D👩\u200D👧"),
        ("\u001B", 1, "\uFFFD"), ("\u202E", 1, "\uFFFD"), ("Женева", 6, "Женева"), ("🇨🇭", 2, "🇨🇭"), ("한국", 4, "한국"),
            ("❤\uFE0F", 2, "❤\uFE0F"),
    ];

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(160)]
    [InlineData(200)]
    public void TheCaretStandsUnderWhatIsMeant(int columns)
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        for (var i = 0; i < 500; i++)
        {
            var (before, behind) = (Some(random), Some(random));
            const string Meant = "\"和é.x\"";

            var shown = LineExcerpt.Of(string.Concat(before.Select(p => p.Written)) + Meant + string.Concat(behind.Select(p => p.Written)),
                before.Sum(p => p.Written.Length), Meant.Length, columns);

            // Only whole elements are cut off, so what is left before the caret is the end of what was written before it.
            var at = shown.Text.IndexOf(Meant, StringComparison.Ordinal);
            Assert.True(at >= 0, $"seed {seed}: {shown.Text}");
            var left = shown.Text[..at];
            var isCut = left.StartsWith('…');
            Assert.EndsWith(isCut ? left[1..] : left, string.Concat(before.Select(p => p.Shown)), StringComparison.Ordinal);
            Assert.Equal(shown.Before, (isCut ? 1 : 0) + ColumnsOf(isCut ? left[1..] : left));
            Assert.Equal(7, shown.Marked);
            Assert.True(ColumnsOf(shown.Text.Trim('…')) <= columns, $"seed {seed}: {shown.Text}");
        }
    }

    [Fact]
    public void AMarkBehindTheEndOfTheLineIsShownThere() => Assert.Equal(new LineExcerpt("ab", 3, 1), LineExcerpt.Of("ab  ", 3, 1, 80));

    [Fact]
    public void AMarkThatIsWiderThanTheScreenIsMarkedAsFarAsItIsShown()
    {
        var shown = LineExcerpt.Of(new string('x', 500), 10, 400, 60);

        Assert.Equal(60, shown.Text.Length);
        Assert.InRange(shown.Before + shown.Marked, 58, 60);
    }

    private static List<(string Written, int Columns, string Shown)> Some(Random random) =>
        [.. Enumerable.Range(0, random.Next(60)).Select(_ => Pieces[random.Next(Pieces.Length)]).Append(("a ", 2, "a "))];

    private static int ColumnsOf(string text)
    {
        var columns = 0;
        while (text.Length > 0)
        {
            // The longest piece that stands here, or the end of one, of which each letter has its own column or two.
            var piece = Pieces.Where(p => text.StartsWith(p.Shown, StringComparison.Ordinal)).OrderByDescending(p =>
                p.Shown.Length).FirstOrDefault();
            var (length, width) = piece.Shown is { Length: > 0 } shown ? (shown.Length, piece.Columns) : text[0] is '平' or '和' or '한' or '국'
                ? (1, 2) : (1, 1);
            columns += width;
            text = text[length..];
        }

        return columns;
    }
}
