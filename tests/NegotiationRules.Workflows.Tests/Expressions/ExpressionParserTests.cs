using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Tests.Expressions;

public class ExpressionParserTests
{
    public static TheoryData<string> Files => CaseLines.FilesIn(string.Empty);

    public static TheoryData<string> FaultFiles => CaseLines.FilesIn("Faults");

    [Theory]
    [MemberData(nameof(Files))]
    public void EachExpressionIsReadAsTheApprovedTree(string file) =>
        CaseLines.Approve(file, CaseLines.Of(file).SelectMany(line => new[] { line, $"    {TreeText.Of(ReadExpression.Good(line))}" }));

    [Theory]
    [MemberData(nameof(FaultFiles))]
    public void EachFaultIsReportedWithItsPlaceAndItsCure(string file) =>
        CaseLines.Approve(file, CaseLines.Of(file).SelectMany(line =>
        {
            var (tree, found) = ReadExpression.Try(line);
            Assert.True(found.Count > 0, $"{line} is read as {TreeText.Of(tree)}");
            return found.Select(d => d.ToString()).Append($"  → {TreeText.Of(tree)}").Append(string.Empty);
        }));

    [Theory]
    [InlineData("input1.a AND input1.b", "(&& (. input1 a) (. input1 b))")]
    [InlineData("input1.a and IT", "(&& (. input1 a) it)")]
    public void LetterCaseOfWordsDoesNotCount(string expression, string tree) =>
        Assert.Equal(tree, TreeText.Of(ReadExpression.Good(expression)));

    [Theory]
    [InlineData("input1.a and IT", "(&& (. input1 a) IT)")]
    [InlineData("input1.Le MOD 2 == NOT b", "(== (% (. input1 Le) 2) (not b))")]
    [InlineData("a IN (1)", "(in a values 1)")]
    public void WhereLetterCaseCountsOnlySmallLettersAreOperators(string expression, string tree) =>
        Assert.Equal(tree, TreeText.Of(ReadExpression.Good(expression, isCaseSensitive: true)));

    [Fact]
    public void WhereLetterCaseCountsOtherLettersAreNames() =>
        Assert.Equal("NR7111", Assert.Single(ReadExpression.Try("a AND b", isCaseSensitive: true).Found).Code);

    [Fact]
    public void PlacesAreThoseInTheFileHoweverItIsEscaped()
    {
        var (tree, found) = ReadExpression.TryFile("""{ "Expression": "a == \"x\\n\" \u0026\u0026 \t(b < 3)" }""");

        Assert.Empty(found);
        var and = Assert.IsType<BinaryExpression>(tree);
        Assert.Equal("""a == \"x\\n\" \u0026\u0026 \t(b < 3)""", and.Span.Characters.ToString());
        Assert.Equal("""\u0026\u0026""", and.OperatorSpan.Characters.ToString());
        Assert.Equal("""\"x\\n\" """.TrimEnd(), Assert.IsType<BinaryExpression>(and.Left).Right.Span.Characters.ToString());
        Assert.Equal("b < 3", and.Right.Span.Characters.ToString());
    }

    [Fact]
    public void WhatIsFaultyInOneArgumentHidesNothingInTheNext()
    {
        var (tree, found) = ReadExpression.Try("iif(a === 1, b ? 2, c.Where(d =< 3)) == new[] { 4, #, e }");

        Assert.Equal(["NR7119", "NR7113", "NR7119", "NR7103"], found.Select(d => d.Code));
        Assert.Equal("(== (call iif (== a (broken)) (broken) (call c Where (== d (broken)))) (array _ 4 (broken) e))", TreeText.Of(tree));
    }

    [Fact]
    public void TwentyReportsOfOneExpressionAreEnough() =>
        Assert.Equal(20, ReadExpression.Try($"f({string.Join(", ", Enumerable.Repeat("#", 500))})").Found.Count);
}
