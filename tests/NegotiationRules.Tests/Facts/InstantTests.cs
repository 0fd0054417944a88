using FsCheck.Xunit;
using NegotiationRules.Facts;

namespace NegotiationRules.Tests.Facts;

/// <summary>Dates with a time and an offset.</summary>
public class InstantTests
{
    [Theory]
    [InlineData("2022-01-10T09:00:00Z", "2022-01-10T09:00:00Z")]
    [InlineData("2022-01-10T09:00Z", "2022-01-10T09:00:00Z")]
    [InlineData("2022-01-10T09:00:00.5Z", "2022-01-10T09:00:00.5Z")]
    [InlineData("2022-01-10T09:00:00.1234567+01:30", "2022-01-10T07:30:00.1234567Z")]
    [InlineData("2022-01-10T00:00:00-23:59", "2022-01-10T23:59:00Z")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999Z")]
    [InlineData("2022-01-10t09:00:00z", "2022-01-10T09:00:00Z")]
    [InlineData("2022-01-10T09:00:00.123456700Z", "2022-01-10T09:00:00.1234567Z")]
    [InlineData("2022-01-10T09:00:00.5000000000000000000Z", "2022-01-10T09:00:00.5Z")]
    public void ReadsDatesWithAnOffset(string text, string utc)
    {
        Assert.True(Instant.TryParse(text, out var ticks));
        Assert.Equal(utc, Instant.ToText(ticks));
    }

    [Theory]
    [InlineData("2022-01-10T09:00:00", true)]
    [InlineData("2022-01-10T09:00", true)]
    [InlineData("2022-01-10", false)]
    [InlineData("2022-01-10T09Z", false)]
    [InlineData("2022-01-10 09:00:00Z", false)]
    [InlineData("2022-01-10T24:00:00Z", false)]
    [InlineData("2022-01-10T09:60:00Z", false)]
    [InlineData("2022-12-31T23:59:60Z", false)]
    [InlineData("2022-01-10T09:00:00.Z", false)]
    [InlineData("2022-01-10T09:00:00.12345678Z", false)]
    [InlineData("2022-01-10T09:00:00+0100", false)]
    [InlineData("2022-01-10T09:00:00+24:00", false)]
    [InlineData("2022-01-10T09:00:00+01:60", false)]
    [InlineData("2022-01-10T09:00:00ZZ", false)]
    [InlineData("2022-01-10T09:00:00Z01:30", false)]
    [InlineData("2022-01-10T09:00:00+1:30", false)]
    [InlineData("2022-01-10T09:00:", false)]
    [InlineData("2022-01T09:00:00Z", false)]
    [InlineData("0001-01-01T00:00:00+00:01", false)]
    [InlineData("9999-12-31T23:59:59-00:01", false)]
    [InlineData("2022-02-30T09:00:00Z", false)]
    [InlineData("", false)]
    [InlineData("T", false)]
    public void RefusesEverythingElse(string text, bool lacksOffset)
    {
        Assert.False(Instant.TryParse(text, out _));
        Assert.Equal(lacksOffset, Instant.LacksOffset(text));
    }

    [Property]
    public bool ReadsBackWhatItWrites(ulong ticks)
    {
        var instant = (long)(ticks % (ulong)(DateTime.MaxValue.Ticks + 1));
        return Instant.TryParse(Instant.ToText(instant), out var read) && read == instant;
    }

    [Property]
    public bool NeverThrows(string? text) => !Instant.TryParse(text, out var ticks) || ticks >= 0;
}
