using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;

namespace NegotiationRules.Tests.Evaluation;

/// <summary>Kleene's tables of 1952, written out.</summary>
public class TruthTests
{
    [Theory]
    [InlineData("TT", "T", "T")]
    [InlineData("TU", "U", "T")]
    [InlineData("TF", "F", "T")]
    [InlineData("UT", "U", "T")]
    [InlineData("UU", "U", "U")]
    [InlineData("UF", "F", "U")]
    [InlineData("FT", "F", "T")]
    [InlineData("FU", "F", "U")]
    [InlineData("FF", "F", "F")]
    public void AndAndOrAreThoseOfTheTables(string operands, string and, string or)
    {
        var (a, b) = (Of(operands[0]), Of(operands[1]));
        Assert.Equal(Of(and[0]), a.And(b));
        Assert.Equal(Of(or[0]), a.Or(b));
    }

    [Theory]
    [InlineData("T", "F")]
    [InlineData("U", "U")]
    [InlineData("F", "T")]
    public void NotIsThatOfTheTable(string operand, string not) => Assert.Equal(Of(not[0]), Of(operand[0]).Not());

    [Fact]
    public void WhatIsCertainIsTrueAndWhatIsNotPossibleIsFalse()
    {
        Assert.Equal(Truth.True, Truths.Of(certain: true, possible: true));
        Assert.Equal(Truth.Unknown, Truths.Of(certain: false, possible: true));
        Assert.Equal(Truth.False, Truths.Of(certain: false, possible: false));
    }

    private static Truth Of(char letter) => letter switch
    {
        'T' => Truth.True,
        'U' => Truth.Unknown,
        _ => Truth.False,
    };
}
