using System.Globalization;
using FsCheck.Xunit;
using NegotiationRules.Facts;

namespace NegotiationRules.Tests.Facts;

/// <summary>Decimal numbers without loss.</summary>
public class ExactNumberTests
{
    [Theory]
    [InlineData("1.005", 2, nameof(NumberFit.TooFine), 0)]
    [InlineData("1.005", 3, nameof(NumberFit.Exact), 1005)]
    [InlineData("-1.005", 3, nameof(NumberFit.Exact), -1005)]
    [InlineData("1e2", 0, nameof(NumberFit.Exact), 100)]
    [InlineData("1.50e1", 0, nameof(NumberFit.Exact), 15)]
    [InlineData("1.5e+0", 0, nameof(NumberFit.TooFine), 0)]
    [InlineData("100e-2", 0, nameof(NumberFit.Exact), 1)]
    [InlineData("0e999999999", 0, nameof(NumberFit.Exact), 0)]
    [InlineData("-0.000", 9, nameof(NumberFit.Exact), 0)]
    [InlineData("9223372036.854775807", 9, nameof(NumberFit.Exact), long.MaxValue)]
    [InlineData("9223372036.854775808", 9, nameof(NumberFit.TooLarge), 0)]
    [InlineData("-9223372036.854775808", 9, nameof(NumberFit.Exact), long.MinValue)]
    [InlineData("10000000000", 9, nameof(NumberFit.TooLarge), 0)]
    [InlineData("1e2147483648", 0, nameof(NumberFit.TooLarge), 0)]
    [InlineData("1e-2147483648", 0, nameof(NumberFit.TooFine), 0)]
    [InlineData("99999999999999999999.5", 0, nameof(NumberFit.TooLarge), 0)]
    public void ReadsWithoutRounding(string number, int scale, string fit, long steps)
    {
        Assert.Equal(fit, ExactNumber.Read(number, scale, out var read).ToString());
        Assert.Equal(steps, fit == nameof(NumberFit.Exact) ? read : 0);
    }

    [Theory]
    [InlineData(0, 2, "0")]
    [InlineData(5, 2, "0.05")]
    [InlineData(-5, 2, "-0.05")]
    [InlineData(150, 2, "1.5")]
    [InlineData(100, 2, "1")]
    [InlineData(100, 0, "100")]
    [InlineData(long.MinValue, 9, "-9223372036.854775808")]
    public void WritesWithoutNeedlessZeros(long steps, int scale, string text) => Assert.Equal(text, ExactNumber.ToText(steps, scale));

    [Property]
    public bool ReadsBackWhatItWrites(long steps, byte scale) =>
        ExactNumber.Read(ExactNumber.ToText(steps, scale % 10), scale % 10, out var read) == NumberFit.Exact && read == steps;

    [Property]
    public bool AgreesWithDecimal(decimal number, byte scale)
    {
        var factor = (decimal)Math.Pow(10, scale % 10);
        var fit = ExactNumber.Read(number.ToString(CultureInfo.InvariantCulture), scale % 10, out var steps);
        return Math.Abs(number) > 1_000_000_000m ? fit != NumberFit.Exact || steps / factor == number
            : fit == (number * factor == decimal.Truncate(number * factor) ? NumberFit.Exact : NumberFit.TooFine)
                && (fit != NumberFit.Exact || steps == number * factor);
    }
}
