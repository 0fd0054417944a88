using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;

namespace NegotiationRules.Tests.Explanation;

public sealed class NounsTests
{
    [Theory]
    [InlineData("parties", "party")]
    [InlineData("delegates", "delegate")]
    [InlineData("members", "member")]
    [InlineData("people", "person")]
    [InlineData("clauses", "clause")]
    [InlineData("boxes", "box")]
    [InlineData("breaches", "breach")]
    [InlineData("addresses", "address")]
    [InlineData("contactGroups", "contact group")]
    [InlineData("criteria", "criterion")]
    public void TheNameOfAListTellsWhatOneElementIs(string list, string element)
    {
        Assert.Equal(element, Nouns.SingularOf(list));
        Assert.Equal(Nouns.Words(list), Nouns.PluralOf(element));
    }

    [Theory]
    [InlineData("annex")]
    [InlineData("status")]
    [InlineData("progress")]
    [InlineData("staff")]
    [InlineData("talks")]
    public void SomeNamesDoNotTell(string list) => Assert.Null(Nouns.SingularOf(list));

    // One more would be longer than most things it stands for.
    [Theory]
    [InlineData(2, "Ada and Bo")]
    [InlineData(3, "Ada, Bo and Cy")]
    [InlineData(4, "Ada, Bo and 2 more")]
    public void SeveralAreCutWhereMoreThanOneIsLeft(int number, string words)
    {
        string[] names = [.. new[] { "Ada", "Bo", "Cy", "Di" }.Take(number)];

        Assert.Equal(words, Series.And(names, 2));
        Assert.Equal(words, Series.And(names, name => name, 2));
    }

    [Theory]
    [InlineData(1, "1st")]
    [InlineData(2, "2nd")]
    [InlineData(3, "3rd")]
    [InlineData(4, "4th")]
    [InlineData(11, "11th")]
    [InlineData(112, "112th")]
    [InlineData(121, "121st")]
    public void OrdinalsHaveTheirEndings(int number, string ordinal) => Assert.Equal(ordinal, Nouns.Ordinal(number));

    [Theory]
    [InlineData("professional", "professional")]
    [InlineData("legallyBinding", "legally binding")]
    [InlineData("handedOver", "handed over")]
    [InlineData("present", "present")]
    [InlineData("fullPowers", null)]
    [InlineData("proposal", null)]
    [InlineData("veto", null)]
    public void OnlyAdjectivesStandAfterIs(string name, string? words) =>
        Assert.Equal(words, Adjectives.TryRead(name, out var read) ? read : null);

    [Theory]
    [InlineData("P10Y", "10 years")]
    [InlineData("P1Y6M", "1 year and 6 months")]
    [InlineData("P1D", "1 day")]
    [InlineData("PT90M", "1 hour and 30 minutes")]
    [InlineData("-P2M", "minus 2 months")]
    [InlineData("PT1.5S", "1.5 seconds")]
    [InlineData("P0D", "0 days")]
    public void DurationsAreToldInWords(string duration, string words)
    {
        Assert.True(Duration.TryParse(duration, out var parsed));
        Assert.Equal(words, DurationWords.Of(parsed));
    }
}
