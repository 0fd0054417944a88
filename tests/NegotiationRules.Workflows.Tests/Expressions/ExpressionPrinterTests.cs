using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Tests.Expressions;

public class ExpressionPrinterTests
{
    public static TheoryData<string> Files => CaseLines.FilesIn(string.Empty);

    [Property(MaxTest = 3_000)]
    public Property WhatIsWrittenIsReadAsTheSameTree() => Prop.ForAll(RandomExpressions.Trees.ToArbitrary(), tree =>
    {
        var text = ExpressionPrinter.Print(tree);
        var (written, read) = (TreeText.Of(tree), TreeText.Of(ReadExpression.Good(text)));
        Assert.True(written == read, $"{text}\n{written}\n{read}");
    });

    [Theory]
    [MemberData(nameof(Files))]
    public void WhatWasReadIsWrittenAsTheSameTree(string file) => Assert.All(CaseLines.Of(file), line =>
    {
        var tree = ReadExpression.Good(line);
        Assert.Equal(TreeText.Of(tree), TreeText.Of(ReadExpression.Good(ExpressionPrinter.Print(tree))));
    });

    [Theory]
    [InlineData("a == 1 && (b < 2 || !c)")]
    [InlineData("a - (b - c) - d * (e + 1)")]
    [InlineData("(a ?? b) == c ? d : e ?? f")]
    [InlineData("items.Any(x => x.a > 1 && x.b in (1, -2)) || it.c in codes")]
    [InlineData("new (a.b, c + 1 as d).d == new[] { \"e\", 'f' }.Length")]
    [InlineData("-5 + -a - -(5U) - (5).ToString().Length")]
    [InlineData("a.@le && a.@Not.in")]
    [InlineData("DateTime.Now > DateTime?(a) && int? .MaxValue > 1")]
    [InlineData("(a == \"System.Int32\") ? (b => b) : c")]
    public void NoMoreParenthesesAreWrittenThanNeeded(string expression)
    {
        var written = ExpressionPrinter.Print(ReadExpression.Good(expression));
        Assert.Equal(expression.Replace("? (b => b)", "? b => b", StringComparison.Ordinal), written);
    }
}
