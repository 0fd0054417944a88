using NegotiationRules.Tests.Support;
using NegotiationRules.Text;

namespace NegotiationRules.Tests.Text;

public class ReadingLimitsTests
{
    private static readonly ReadingLimits Tight = new() { Characters = 60, Depth = 3, Values = 8, ListLength = 4 };

    [Fact]
    public void EveryLimitIsReportedWithItsName() => Approved.CheckFile(
        string.Join("\n\n", Report(new string(' ', 61)), Report("[[[[1]]]]"), Report("[[1, 2, 3], [4, 5, 6]]"), Report("[1, 2, 3, 4, 5]")),
        Repository.At("tests/NegotiationRules.Tests/Cases/Diagnostics/limits.approved.txt"));

    [Theory]
    [InlineData("[[[]]]")]
    [InlineData("[[1, 2, 3], [4, 5]]")]
    [InlineData("[1, 2, 3, 4]")]
    [InlineData("[                                                          ]")]
    public void TheLimitItselfIsAllowed(string text) => Assert.Empty(Report(text));

    [Fact]
    public void NoOptionLiftsTheDepthThatTheStagesAfterCanBear()
    {
        var deep = new string('[', 257) + new string(']', 257);
        Assert.Contains("NR1011", Report(deep, new ReadingLimits { Depth = 100_000 }), StringComparison.Ordinal);
        Assert.Empty(Report(deep[1..^1], new ReadingLimits { Depth = 100_000 }));
    }

    [Fact]
    public void AMillionOpenBracketsAreRefusedWithoutAMillionCalls() =>
        Assert.Contains("NR1011", Report(new string('[', 1_000_000), ReadingLimits.Default), StringComparison.Ordinal);

    private static string Report(string text, ReadingLimits? limits = null)
    {
        var bag = new DiagnosticBag();
        JsonReader.Read(new SourceText("case.rules.json", text), limits ?? Tight, bag);
        return string.Join("\n\n", bag.ToSorted());
    }
}
