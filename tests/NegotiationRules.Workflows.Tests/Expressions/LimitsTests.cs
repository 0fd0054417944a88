using System.Diagnostics;
using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Tests.Expressions;

/// <summary>Expressions that are cheap to write and might cost much: each is read, or refused, in no time.</summary>
public class LimitsTests
{
    private const int Many = 49_000;

    [Theory]
    [InlineData("")]
    [InlineData(" \t\n")]
    public void AnEmptyExpressionIsReported(string expression)
    {
        var (tree, found) = ReadExpression.Try(expression);
        Assert.Equal("NR7110", Assert.Single(found).Code);
        Assert.IsType<BrokenExpression>(tree);
    }

    [Fact]
    public void AnExpressionMayNotBeLongerThanTheLimit()
    {
        Assert.Empty(ReadExpression.Try(new string('a', ExpressionParser.LongestText)).Found);
        Assert.Equal("NR7101", Assert.Single(ReadExpression.Try(new string('a', ExpressionParser.LongestText + 1)).Found).Code);
    }

    [Theory]
    [InlineData("(", "a", ")")]
    [InlineData("!", "a", "")]
    [InlineData("- ", "a", "")]
    [InlineData("f(", "a", ")")]
    [InlineData("a[", "a", "]")]
    [InlineData("a ?? ", "a", "")]
    [InlineData("a ? b : ", "a", "")]
    [InlineData("a ? ", "a", " : b")]
    [InlineData("a.Any(b => ", "a", ")")]
    [InlineData("new[]{", "a", "}")]
    [InlineData("new(", "a", " as b)")]
    [InlineData("a in (", "a", ")")]
    [InlineData("a in f(", "a", ")")]
    [InlineData("1+(", "a", ")")]
    public void NestingIsRefusedBeyondTheLimitAndReadBelowIt(string open, string inner, string close)
    {
        string Nested(int depth) => string.Concat(Enumerable.Repeat(open, depth)) + inner + string.Concat(Enumerable.Repeat(close, depth));

        Assert.DoesNotContain(ReadExpression.Try(Nested(90)).Found, d => d.Code == "NR7102");
        var (tree, found) = ReadExpression.Try(Nested(6_000));
        Assert.Single(found, d => d.Code == "NR7102");
        Assert.IsType<BrokenExpression>(tree);
    }

    [Theory]
    [InlineData("a", "||a")]
    [InlineData("a", ".a")]
    [InlineData("a", "[0]")]
    [InlineData("a", ".a()")]
    [InlineData("a", "-1")]
    [InlineData("a", " in (b)")]
    public void AChainIsRefusedBeyondTheLimitAndReadBelowIt(string start, string link)
    {
        Assert.Empty(ReadExpression.Try(start + string.Concat(Enumerable.Repeat(link, 900))).Found);
        Assert.Equal("NR7102", Assert.Single(ReadExpression.Try(start + string.Concat(Enumerable.Repeat(link, 5_000))).Found).Code);
    }

    [Fact]
    public void AListMayBeLong() =>
        Assert.Equal(
            20_000,
            Assert
                .IsType<InExpression>(ReadExpression.Good($"a in ({string.Join(",", Enumerable.Range(0, 20_000).Select(i => i % 1000))})"))
                .Values.Count
        );

    [Theory]
    [InlineData("9")]
    [InlineData("f(#,")]
    [InlineData("\"a\" ")]
    [InlineData("'a' ")]
    [InlineData("new a.")]
    [InlineData("a.")]
    [InlineData("(a,")]
    [InlineData("(]")]
    [InlineData("[}")]
    [InlineData("a ? ")]
    [InlineData("\\")]
    [InlineData("\"\\\\")]
    [InlineData("in ")]
    [InlineData("x=>")]
    [InlineData("1e")]
    [InlineData("#")]
    [InlineData(";a")]
    [InlineData("a in (1 ")]
    [InlineData("(a) => ")]
    [InlineData("(a, b) => (")]
    public void TimeIsInProportionToTheText(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, Many * 2 / part.Length));
        ReadExpression.Try(text[..1000]);
        var watch = Stopwatch.StartNew();
        ReadExpression.Try(text);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed} for {text.Length} characters");
    }

    [Fact]
    public void TinyNumbersAreNoBombsForExactArithmetic() =>
        Assert.Equal("0.0", Assert.IsType<NumberExpression>(ReadExpression.Good("1e-999999999")).Digits);
}
