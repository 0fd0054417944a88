using NegotiationRules.Analysis.Cells;
using NegotiationRules.Conditions;
using NegotiationRules.Text;

namespace NegotiationRules.Analysis.Tests.Cells;

/// <summary>Texts that a pattern matches are made of the pattern.</summary>
public class PatternSamplesTests
{
    [Theory]
    [InlineData("""^[A-Z]{2}\d{3,5}$""", "AA000")]
    [InlineData("""\b(worms?|vermin)\b""", "worm, worms, vermin")]
    [InlineData("""^(?:a|b)+?c*$""", "a, ac, b, bc")]
    [InlineData("""^(?<year>\d{4})-(0[1-9]|1[0-2])$""", "0000-01, 0000-10")]
    [InlineData("""\.json$""", ".json")]
    [InlineData("""[^a-z]x""", "Ax")]
    [InlineData("""[\]x]{2}""", "xx")]
    [InlineData("""\u0041|\x42""", "A, B")]
    [InlineData("""(?i)^no$""", "no")]
    [InlineData("""^.\.$""", "….")]
    [InlineData("", "")]
    public void EachIsShortAndMatches(string pattern, string samples) => Assert.Equal(samples, string.Join(", ", Of(pattern)));

    [Theory]
    [InlineData("a{300}")]
    [InlineData("""^a$b""")]
    public void WhereNoneIsFoundThereIsNone(string pattern) => Assert.Empty(Of(pattern));

    private static IReadOnlyList<string> Of(string pattern) => PatternSamples.Of(
        (PatternTest)RuleSet.Parse(
            $$"""
            { "name": "r", "stages": ["s"],
              "rules": [{ "id": "r", "stage": "s", "require": { "text": { "matches": {{JsonPrinter.Quote(pattern)}} } } }] }
            """,
            new RuleSetOptions { Vocabulary = Vocabulary.Parse("""{ "properties": { "text": { "type": "string" } } }""") })
            .Checked.Rules[0].Require.All().First(node => node is PatternTest));
}
