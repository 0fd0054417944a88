using FsCheck.Xunit;
using NegotiationRules.Facts;

namespace NegotiationRules.Tests.Facts;

/// <summary>Days, months and years.</summary>
public class PartialDateTests
{
    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    [InlineData("2024-02-29")]
    [InlineData("2023-02")]
    [InlineData("2024-02")]
    [InlineData("0001")]
    [InlineData("9999")]
    public void ReadsBackWhatItWrites(string text)
    {
        Assert.True(PartialDate.TryParse(text, out var date));
        Assert.Equal(text, date.ToString());
        Assert.Equal(text.Length == 10, date.IsDay);
        Assert.Equal(date, FactValue.Of(date).Date);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0000")]
    [InlineData("10000")]
    [InlineData("2022-13")]
    [InlineData("2022-00")]
    [InlineData("2022-1")]
    [InlineData("2022-01-00")]
    [InlineData("2022-01-32")]
    [InlineData("2022-04-31")]
    [InlineData("2023-02-29")]
    [InlineData("1900-02-29")]
    [InlineData("2022/01/10")]
    [InlineData("2022-01/10")]
    [InlineData("20220110")]
    [InlineData("2022-01-10T")]
    [InlineData("-022")]
    [InlineData(" 2022")]
    [InlineData("２０２２")]
    public void RefusesEverythingElse(string text) => Assert.False(PartialDate.TryParse(text, out _));

    [Fact]
    public void SpansThatAreNoMonthAreWrittenByTheirEnds() =>
        Assert.Equal(
            "2022-01-10..2022-02-01",
            new PartialDate(new DateOnly(2022, 1, 10).DayNumber, new DateOnly(2022, 2, 1).DayNumber).ToString()
        );

    [Property]
    public bool EveryDayReadsBack(uint day)
    {
        var date = PartialDate.Of(DateOnly.FromDayNumber((int)(day % (uint)(PartialDate.LastDay + 1))));
        return PartialDate.TryParse(date.ToString(), out var read) && read == date;
    }

    [Property]
    public bool AMonthHoldsItsDays(uint day)
    {
        var date = DateOnly.FromDayNumber((int)(day % (uint)(PartialDate.LastDay + 1)));
        var text = PartialDate.Of(date).ToString();
        return PartialDate.TryParse(text.AsSpan(0, 7), out var month) && month.First <= date.DayNumber && date.DayNumber <= month.Last
            && PartialDate.TryParse(text.AsSpan(0, 4), out var year) && year.First <= month.First && month.Last <= year.Last
            && month.ToString() == text[..7] && year.ToString() == text[..4];
    }

    [Property]
    public bool NeverThrows(string? text) => !PartialDate.TryParse(text, out var date) || date.First <= date.Last;
}
