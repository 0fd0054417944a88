using NegotiationRules.Text;

namespace NegotiationRules.Tests.Text;

public class SpellingTests
{
    private static readonly string[] Known = ["require", "warnWhen", "when", "by", "stage"];

    [Theory]
    [InlineData("requir", "require")]
    [InlineData("reqiure", "require")]
    [InlineData("REQUIRE", "require")]
    [InlineData("warnwhen", "warnWhen")]
    [InlineData("wehn", "when")]
    [InlineData("stages", "stage")]
    [InlineData("bye", "by")]
    public void TheNearestWordIsFound(string word, string expected) => Assert.Equal(expected, Spelling.Nearest(word, Known));

    [Theory]
    [InlineData("EVALUATE", "evaluate")]
    [InlineData("chk", "check")]
    [InlineData("tst", "test")]
    [InlineData("--formating", "--format")]
    public void WordsOfACommandLineAreFoundLikewise(string word, string expected) =>
        Assert.Equal(expected, Spelling.Nearest(word, ["check", "evaluate", "test", "--format", "--facts"]));

    [Theory]
    [InlineData("priority")]
    [InlineData("x")]
    [InlineData("")]
    [InlineData("requirementsOfTheOtherSide")]
    public void AnotherWordIsNotSuggested(string word) => Assert.Null(Spelling.Nearest(word, Known));

    [Fact]
    public void OfTwoCandidatesTheNearerWins() =>
        Assert.Equal("talks.start", Spelling.Nearest("talks.stat", ["talks.states", "talks.start"]));

    [Fact]
    public void AWordOfAThousandLettersIsComparedWithNothing() =>
        Assert.Null(Spelling.Nearest(new string('a', 1000), [new string('a', 999)]));

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "`0`")]
    [InlineData(2, "`0` or `1`")]
    [InlineData(3, "`0`, `1` or `2`")]
    public void WordsAreListedAsInASentence(int count, string expected) =>
        Assert.Equal(expected, Spelling.List(Enumerable.Range(0, count).Select(i => $"{i}")));

    [Fact]
    public void ALongListIsCut() =>
        Assert.EndsWith("… (100 in all)", Spelling.List(Enumerable.Range(0, 100).Select(i => $"{i}")), StringComparison.Ordinal);
}
