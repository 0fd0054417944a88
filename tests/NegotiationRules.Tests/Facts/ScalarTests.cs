using System.Globalization;
using System.Text;
using FsCheck.Xunit;
using NegotiationRules.Facts;

namespace NegotiationRules.Tests.Facts;

/// <summary>A value says the same whether it comes as characters or as the bytes of UTF-8.</summary>
public class ScalarTests
{
    private static readonly string[] Written =
    [
        "2022-01-10", "2022-02-30", "2022-01", "2022", "2022-01-10T09:00:00Z", "2022-01-10t09:00:00.5z", "2022-01-10T09:00+01:30",
        "2022-01-10T09:00:00.1234567000Z", "P1Y2M3W4DT5H6M7.8S", "-PT36H", "PT0.0000001S", "P13M", "PT1H1H", "٢٠٢٢", "2022-0١-10",
    ];

    [Property]
    public bool TextsAreReadAlikeInEitherEncoding(ushort which, ushort place, char other)
    {
        var text = Written[which % Written.Length].ToCharArray();
        text[place % text.Length] = place % 3 == 0 ? other : text[place % text.Length];
        var utf8 = Encoding.UTF8.GetBytes(text);

        // Half a character is none in UTF-8.
        return (PartialDate.TryParse(text, out var day), day) == (PartialDate.TryParse<byte>(utf8, out var utf8Day), utf8Day)
            && (Instant.TryParse(text, out var ticks), ticks) == (Instant.TryParse<byte>(utf8, out var utf8Ticks), utf8Ticks)
            && (Duration.TryParse(text, out var span), span) == (Duration.TryParse<byte>(utf8, out var utf8Span), utf8Span);
    }

    [Property]
    public bool NumbersAreReadAlikeInEitherEncoding(double number, decimal exact, byte scale)
    {
        var texts = new[] { exact.ToString(CultureInfo.InvariantCulture), FactText.Of(double.IsFinite(number) ? number : 0) };
        return texts.All(text =>
        {
            var (utf8, type) = (Encoding.ASCII.GetBytes(text), new ExactType(scale % 10) { Minimum = -1_000_000 });
            return Scalar.Read<char>(text, type, out var steps) == Scalar.Read<byte>(utf8, type, out var utf8Steps) && steps == utf8Steps
                && RealNumber.Read<char>(text).Equals(RealNumber.Read<byte>(utf8));
        });
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-0")]
    [InlineData("-0.0")]
    [InlineData("0.1")]
    [InlineData("9007199254740993")]
    [InlineData("0.30000000000000004")]
    [InlineData("123456789012345678901234567890")]
    [InlineData("1.7976931348623157e308")]
    [InlineData("4.9e-324")]
    [InlineData("1e400")]
    [InlineData("-1e400")]
    [InlineData("12.5E-3")]
    public void AFloatingNumberIsTheNearestThereIs(string number) =>
        Assert.Equal(
            BitConverter.DoubleToInt64Bits(double.Parse(number, CultureInfo.InvariantCulture)),
            BitConverter.DoubleToInt64Bits(RealNumber.Read<char>(number)));

    [Property]
    public bool EveryFloatingNumberReadsBack(double number) =>
        !double.IsFinite(number) || BitConverter.DoubleToInt64Bits(RealNumber.Read<char>(FactText.Of(number)))
            == BitConverter.DoubleToInt64Bits(number);
}
