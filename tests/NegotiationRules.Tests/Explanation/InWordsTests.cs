namespace NegotiationRules.Tests.Explanation;

/// <summary>Rules and vocabularies tell what they are, without a scenario.</summary>
public class InWordsTests
{
    private const string Text = """
        {
          "name": "t", "stages": ["talks"], "parameters": { "years": 10 },
          "rules": [
            { "id": "long-term",
              "because": { "en": "At least {years} years, not {agreement.termYears}.", "de": "Mindestens {years} Jahre." },
              "require": { "agreement.termYears": { "atLeast": { "parameter": "years" } } } },
            { "id": "each", "forEach": "parties", "when": { "kind": "state" }, "require": { "attending": true },
              "by": "2022-01-09" },
            { "id": "risk", "because": "Talks can fail.", "warnWhen": { "talks.mediated": false } },
            { "id": "plain", "strength": "claim", "require": { "talks.mediated": true } }
          ]
        }
        """;

    private static readonly RuleSet Rules = RuleSet.Parse(Text);

    [Fact]
    public void ARuleSaysWhatItAsks() =>
        Assert.Equal(
            """
            Requires that the term in years of the agreement is at least 10 (set by years)
            For each party: applies if it has kind state; requires that it is attending; due by 2022-01-09
            Warns if the talks are not mediated
            Claims that the talks are mediated
            """,
            string.Join('\n', Rules.Rules.Select(rule => rule.Describe())));

    [Fact]
    public void ARuleGivesItsReasonWithItsBraces()
    {
        Assert.Equal("At least 10 years, not {agreement.termYears}.", Rules.Rule("long-term").Reason());
        Assert.Equal("Mindestens 10 Jahre.", Rules.Rule("long-term").Reason("de-AT"));
        Assert.Equal("Talks can fail.", Rules.Rule("risk").Reason("de"));
        Assert.Null(Rules.Rule("plain").Reason());
    }

    [Fact]
    public void ParametersAreThoseInForce() =>
        Assert.Equal("At least 15 years, not {agreement.termYears}.", Rules.With("years", 15).Rule("long-term").Reason());

    [Fact]
    public void ARuleSaysWhereItStands()
    {
        var place = Rules.Rule("long-term").Place;

        Assert.Equal(("<rules>", 4, 5), (place.File, place.Line, place.Column));
        Assert.StartsWith("    { \"id\": \"long-term\"", place.LineText, StringComparison.Ordinal);
    }

    [Fact]
    public void AVocabularyListsItsFacts()
    {
        var vocabulary = Vocabulary.Parse(
            """
            { "properties": {
              "talks": { "title": "The talks", "properties": {
                "start": { "type": "string", "format": "date", "title": "Start", "description": "The first day." } } },
              "parties": { "type": "array", "items": { "properties": {
                "role": { "enum": ["host", "guest"] }, "votes": { "type": "integer", "minimum": 0, "maximum": 9 },
                "tags": { "type": "array", "items": { "enum": ["big", "small"] } } } } }
            } }
            """);

        Assert.Equal(
            """
            talks|an object|The talks|The talks||False|True
            talks.start|a date|Start|Start: The first day.||False|False
            parties|a list||||True|True
            parties.role|one of host or guest|||host guest|False|False
            parties.votes|a whole number from 0 to 9||||False|False
            parties.tags|a list; each is one of big or small|||big small|True|False
            """,
            string.Join('\n', vocabulary.Facts().Select(f =>
                $"{f.Path}|{f.Type}|{f.Title}|{f.Meaning}|{string.Join(' ', f.Values)}|{f.IsList}|{f.IsObject}")));
    }

    [Fact]
    public void EveryFactOfTheBuiltInVocabularyIsListedOnce()
    {
        var facts = Vocabulary.Negotiation.Facts();

        Assert.Equal(facts.Count, facts.Select(f => f.Path).Distinct().Count());
        Assert.Contains(facts, f => f.Path == "parties.delegates.role" && f.Values.Contains("military"));
        Assert.True(facts.Count > 100);
    }
}
