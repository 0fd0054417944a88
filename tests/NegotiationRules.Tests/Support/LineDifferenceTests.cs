namespace NegotiationRules.Tests.Support;

public sealed class LineDifferenceTests
{
    [Theory]
    [InlineData("a\nb\nc", "a\nb\nc", "…\n")]
    [InlineData("a\nb\nc", "a\nx\nc", "  a\n- b\n+ x\n  c\n")]
    [InlineData("a\nb", "a\nb\nc", "  a\n  b\n+ c\n")]
    [InlineData("a\nb\nc", "b\nc", "- a\n  b\n  c\n")]
    [InlineData("1\n2\n3\n4\n5\n6\nx", "1\n2\n3\n4\n5\n6\ny", "…\n  5\n  6\n- x\n+ y\n")]
    public void OnlyChangedLinesAndTheirNeighboursAreShown(string old, string @new, string expected) =>
        Assert.Equal(expected, LineDifference.Between(old, @new));
}
