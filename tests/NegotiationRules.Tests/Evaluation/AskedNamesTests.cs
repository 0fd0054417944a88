namespace NegotiationRules.Tests.Evaluation;

/// <summary>What is said to names that mean nothing to rules.</summary>
public sealed class AskedNamesTests
{
    private static readonly RuleSet Rules = RuleSet.Parse("""
        { "name": "t", "stages": ["talks", "agreement"], "rules": [
          { "id": "mediated", "stage": "talks", "holder": "north", "require": { "talks.mediated": true },
            "because": { "en": "Nobody listens.", "de": "Niemand hört zu." } },
          { "id": "venue", "stage": "agreement", "holder": "south", "require": { "talks.venue": "Geneva" } } ] }
        """);

    private static readonly RuleSet Mute = RuleSet.Parse("""
        { "name": "t", "stages": ["talks"], "rules": [ { "id": "mediated", "require": { "talks.mediated": true } } ] }
        """);

    [Theory]
    [InlineData("south", null)]
    [InlineData("sout", "did you mean `south`? The holders are `north` and `south`")]
    [InlineData("EU", "the holders are `north` and `south`")]
    public void APartyThatHoldsNoRuleIsToldWhoDoes(string holder, string? expected)
    {
        Assert.Equal(expected is null, Rules.HasHolder(holder, out var help));
        Assert.Equal(expected, help);
    }

    [Theory]
    [InlineData("de-AT", null)]
    [InlineData("fr", "there are reasons in `en` and `de`")]
    public void ALanguageThatNoRuleSpeaksIsToldWhichThereAre(string language, string? expected)
    {
        Assert.Equal(expected is null, Rules.HasLanguage(language, out var help));
        Assert.Equal(expected, help);
    }

    [Fact]
    public void RulesWithoutHoldersAndLanguagesSaySo()
    {
        Assert.False(Mute.HasHolder("EU", out var help));
        Assert.Equal("no rule of this rule set has a `holder`", help);
        Assert.True(Mute.HasLanguage("en-GB", out _));
        Assert.False(Mute.HasLanguage("fr", out help));
        Assert.Equal("these rules give their reasons in no particular language: leave the language out", help);
    }

    [Fact]
    public void ARuleOrAStageThatThereIsNotIsToldWhatWasMeant()
    {
        var verdict = Rules.Evaluate(Scenario.Parse("{}"));

        Assert.Equal("There is no rule 'mediatd' in this verdict: did you mean 'mediated'?", FaultOf(() => verdict.Rule("mediatd")));
        Assert.Equal("There is no rule 'venu' in this rule set: did you mean 'venue'?", FaultOf(() => Rules.Rule("venu")));
        Assert.Equal("There is no stage 'x' in this rule set; there are 'talks' and 'agreement'.", FaultOf(() => verdict.Stage("x")));
        Assert.Equal("There is no rule 'x' in this report; there are 'mediated' and 'venue'.", FaultOf(() => verdict.ToReport().Rule("x")));
    }

    private static string FaultOf(Func<object> asked) => Assert.Throws<KeyNotFoundException>(asked).Message;
}
