using NegotiationRules.Conditions;

namespace NegotiationRules.Tests.Conditions;

/// <summary>Shares as people write them, and as they are told back.</summary>
public class FractionTests
{
    [Theory]
    [InlineData("2/3", "2/3")]
    [InlineData(" 2 / 3 ", "2/3")]
    [InlineData("1/2", "50 %")]
    [InlineData("1/8", "12.5 %")]
    [InlineData("3/400", "0.75 %")]
    [InlineData("1/800", "1/800")]
    [InlineData("7/1000000000", "7/1000000000")]
    [InlineData("0.55", "55 %")]
    [InlineData("55 %", "55 %")]
    [InlineData("55%", "55 %")]
    [InlineData("62.5 %", "62.5 %")]
    [InlineData("0.125 %", "1/800")]
    [InlineData("0.000000001", "1/1000000000")]
    [InlineData("1e-1", "10 %")]
    [InlineData("1", "100 %")]
    [InlineData("0", "0 %")]
    public void AShareIsToldBackAsPeopleSayIt(string written, string told)
    {
        Assert.True(Fraction.TryParse(written, out var fraction));
        Assert.Equal(told, fraction.ToString());
    }

    [Theory]
    [InlineData("0.55", 11, 20)]
    [InlineData("55 %", 11, 20)]
    [InlineData("12.5 %", 1, 8)]
    [InlineData("0.000000001", 1, 1_000_000_000)]
    [InlineData("1000", 1000, 1)]
    public void DecimalsAreReduced(string written, long numerator, long denominator)
    {
        Assert.True(Fraction.TryParse(written, out var fraction));
        Assert.Equal(new Fraction(numerator, denominator), fraction);
    }

    [Theory]
    [InlineData("")]
    [InlineData("%")]
    [InlineData("half")]
    [InlineData("1/0")]
    [InlineData("/3")]
    [InlineData("2/")]
    [InlineData("-1/3")]
    [InlineData("1/1000000001")]
    [InlineData("2000000000/3")]
    [InlineData("2/3 %")]
    [InlineData("0.0000000001")]
    [InlineData("0.00000001 %")]
    [InlineData("1001")]
    [InlineData("1,5")]
    public void WhatIsNoShareIsRefused(string written) => Assert.False(Fraction.TryParse(written, out _));
}
