using FsCheck.Xunit;
using NegotiationRules.Facts;

namespace NegotiationRules.Tests.Facts;

/// <summary>ISO 8601 durations.</summary>
public class DurationTests
{
    private const long Day = TimeSpan.TicksPerDay;

    [Theory]
    [InlineData("P0D", 0, 0)]
    [InlineData("P1M", 1, 0)]
    [InlineData("P1Y2M3W4DT5H6M7.8S", 14, (25 * Day) + (((5 * 3600) + (6 * 60) + 7) * TimeSpan.TicksPerSecond) + 8_000_000)]
    [InlineData("-P3D", 0, -3 * Day)]
    [InlineData("-P1Y", -12, 0)]
    [InlineData("PT36H", 0, 36 * TimeSpan.TicksPerHour)]
    [InlineData("PT0.0000001S", 0, 1)]
    [InlineData("PT1.00000000000S", 0, TimeSpan.TicksPerSecond)]
    [InlineData("P90D", 0, 90 * Day)]
    [InlineData("P13M", 13, 0)]
    public void ReadsWhatIso8601Writes(string text, int months, long ticks)
    {
        Assert.True(Duration.TryParse(text, out var duration));
        Assert.Equal(new Duration(months, ticks), duration);
    }

    [Theory]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("-P")]
    [InlineData("--P1D")]
    [InlineData("+P1D")]
    [InlineData("1D")]
    [InlineData("p1d")]
    [InlineData("P1")]
    [InlineData("PD")]
    [InlineData("P1DT")]
    [InlineData("P1D1M")]
    [InlineData("P1M1M")]
    [InlineData("P1H")]
    [InlineData("PT1D")]
    [InlineData("PT1H1H")]
    [InlineData("PT1T1H")]
    [InlineData("P1T1H")]
    [InlineData("P1.5M")]
    [InlineData("PT1.5H")]
    [InlineData("PT.5S")]
    [InlineData("PT1.S")]
    [InlineData("PT1.5.5S")]
    [InlineData("PT0.00000001S")]
    [InlineData("P-1D")]
    [InlineData("P 1D")]
    [InlineData("P1D ")]
    [InlineData("P١D")]
    [InlineData("P10000Y")]
    [InlineData("P99999999999999999999D")]
    [InlineData("P9223372036854775807Y")]
    [InlineData("P9223372036854775807W")]
    [InlineData("PT9223372036854775807H")]
    public void RefusesEverythingElse(string text) => Assert.False(Duration.TryParse(text, out _));

    [Theory]
    [InlineData("P1M", 28, 31)]
    [InlineData("P2M", 59, 62)]
    [InlineData("P1Y", 365, 366)]
    [InlineData("P4Y", 1460, 1461)]
    [InlineData("P400Y", 146_097, 146_097)]
    [InlineData("-P1M", -31, -28)]
    [InlineData("P1M1D", 29, 32)]
    [InlineData("P3D", 3, 3)]
    public void ADurationOfMonthsIsAsLongAsTheyMayBe(string text, int low, int high)
    {
        Assert.True(Duration.TryParse(text, out var duration));
        Assert.Equal((low * Day, high * Day), duration.Range);
    }

    [Theory]
    [InlineData(0, 0, "P0D")]
    [InlineData(14, 3 * Day, "P1Y2M3D")]
    [InlineData(0, 36 * TimeSpan.TicksPerHour, "P1DT12H")]
    [InlineData(-1, 0, "-P1M")]
    [InlineData(1, -3 * Day, "P1M-3D")]
    [InlineData(0, -1, "-PT0.0000001S")]
    public void WritesTheShortestForm(int months, long ticks, string text) => Assert.Equal(text, new Duration(months, ticks).ToString());

    [Property]
    public bool ReadsBackWhatItWrites(int months, long ticks, bool negative)
    {
        var duration = new Duration(Math.Abs(months % 119_988), Math.Abs(ticks % (119_988L * 31 * Day)));
        duration = negative ? duration.Negate() : duration;
        return Duration.TryParse(duration.ToString(), out var read) && read == duration;
    }

    [Property]
    public bool NeverThrows(string? text) => Duration.TryParse(text, out _) || !Duration.TryParse("P" + text + "~", out _);

    [Property]
    public bool TheRangeHoldsEverySpanOfSoManyMonths(ushort months, ushort start)
    {
        var (low, high) = new Duration(months % 1200, 0).Range;
        var first = new DateTime(1900, 1, 1).AddMonths(start % 1200);
        return (first.AddMonths(months % 1200) - first).Ticks is var span && low <= span && span <= high;
    }
}
