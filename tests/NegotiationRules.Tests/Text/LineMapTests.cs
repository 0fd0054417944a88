using NegotiationRules.Text;

namespace NegotiationRules.Tests.Text;

public class LineMapTests
{
    [Theory]
    [InlineData("a\nb", 2, 2, 1)]
    [InlineData("a\r\nb", 3, 2, 1)]
    [InlineData("a\rb", 2, 2, 1)]
    [InlineData("a\r\rb", 3, 3, 1)]
    [InlineData("a\r\n\r\nbc", 6, 3, 2)]
    [InlineData("ab", 1, 1, 2)]
    [InlineData("ab\n", 3, 2, 1)]
    [InlineData("", 0, 1, 1)]
    public void LinesAndColumnsCountFromOne(string text, int offset, int line, int column) =>
        Assert.Equal((line, column), new LineMap(text).PositionOf(offset));

    [Fact]
    public void ALineBreakBelongsToTheLineItEnds() =>
        Assert.Equal((1, 3), new LineMap("ab\ncd").PositionOf(2));

    [Theory]
    [InlineData("one\ntwo\nthree", 2, "two")]
    [InlineData("one\r\ntwo\r\n", 1, "one")]
    [InlineData("one\r\ntwo\r\n", 3, "")]
    [InlineData("one\rtwo", 2, "two")]
    [InlineData("", 1, "")]
    public void ALineIsGivenWithoutItsBreak(string text, int line, string expected) =>
        Assert.Equal(expected, new LineMap(text).LineAt(line));

    [Fact]
    public void OffsetsAndPositionsAreEachOthersInverse()
    {
        var map = new LineMap("{\r\n  \"name\": 1,\n\r}\r\n");
        for (var offset = 0; offset <= 20; offset++)
        {
            var (line, column) = map.PositionOf(offset);
            Assert.Equal(offset, map.OffsetOf(line, column - 1));
        }
    }

    [Fact]
    public void AnOffsetIsKeptInsideTheText()
    {
        var map = new LineMap("ab\ncd");
        Assert.Equal(5, map.OffsetOf(9, 9));
        Assert.Equal(0, map.OffsetOf(-1, -1));
    }
}
