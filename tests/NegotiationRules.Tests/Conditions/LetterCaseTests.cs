using System.Globalization;
using NegotiationRules.Conditions;

namespace NegotiationRules.Tests.Conditions;

/// <summary>Small and capital letters are the same under every culture, and one for one.</summary>
public class LetterCaseTests
{
    // What becomes of every character there is. The table was held against the Unicode Character Database once: a letter that is changed
    // changes this.
    private const ulong OfAll = 15984569594841708013;

    private static readonly string Characters =
        string.Concat(Enumerable.Range(0, 0x110000).Where(c => c is < 0xD800 or > 0xDFFF).Select(char.ConvertFromUtf32));

    [Theory]
    [InlineData("")]
    [InlineData("en-US")]
    [InlineData("tr-TR")]
    [InlineData("az-Latn-AZ")]
    [InlineData("lt-LT")]
    [InlineData("el-GR")]
    public void EveryCharacterHasTheSameCaseUnderEveryCulture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            var digest = 14695981039346656037ul;
            foreach (var unit in LetterCase.ToCapitals(Characters) + LetterCase.ToSmall(Characters))
            {
                digest = unchecked((digest ^ unit) * 1099511628211ul);
            }

            Assert.Equal(OfAll, digest);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void ACapitalLetterHasNoCapitalLetterOfItsOwn()
    {
        var (capitals, small) = (LetterCase.ToCapitals(Characters), LetterCase.ToSmall(Characters));

        Assert.Equal(capitals, LetterCase.ToCapitals(capitals));
        Assert.Equal(small, LetterCase.ToSmall(small));
    }

    [Theory]
    [InlineData("\ud801", "\ud801")]
    [InlineData("\udc28a", "\udc28A")]
    [InlineData("\udc28\ud801", "\udc28\ud801")]
    [InlineData("\ud801\udc28", "\ud801\udc00")]
    public void HalfOfACharacterStaysWhatItIs(string text, string capital) => Assert.Equal(capital, LetterCase.ToCapitals(text));
}
