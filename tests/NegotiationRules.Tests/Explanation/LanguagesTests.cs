using NegotiationRules.Explanation;
using NegotiationRules.Explanation.Outlines;
using NegotiationRules.Explanation.Wording;

namespace NegotiationRules.Tests.Explanation;

/// <summary>A reason is given in the language that is asked for, and what is filled in is of that language too.</summary>
public sealed class LanguagesTests
{
    private static readonly RuleSet Rules = SmallVocabulary.Rules("""
        {
          "name": "small", "stages": ["talks"],
          "rules": [ {
            "id": "it", "require": { "no": "parties", "as": "p", "where": { "vote": "no" } },
            "because": {
              "en": "Against it: {p.id}; mediated: {talks.mediated}.", "de": "Dagegen: {p.id}; vermittelt: {talks.mediated}.",
              "ru": "Против: {p.id}; посредник: {talks.mediated}.",
              "pt-BR": "Contra: {p.id}.", "ja": "反対：{p.id}、{talks.mediated}", "ar": "{p.id} :ضد", "es": "En contra: {p.id}."
            }
          } ]
        }
        """);

    [Theory]
    [InlineData("en", "Against it: France and Italia; mediated: not known.")]
    [InlineData("de", "Dagegen: France und Italia; vermittelt: nicht bekannt.")]
    [InlineData("DE", "Dagegen: France und Italia; vermittelt: nicht bekannt.")]
    [InlineData("de-AT", "Dagegen: France und Italia; vermittelt: nicht bekannt.")]
    [InlineData("de_CH", "Dagegen: France und Italia; vermittelt: nicht bekannt.")]
    [InlineData("RU", "Против: France и Italia; посредник: неизвестно.")]
    [InlineData("pt", "Contra: France e Italia.")]
    [InlineData("pt-PT", "Contra: France e Italia.")]
    [InlineData("es", "En contra: France e Italia.")]
    [InlineData("ja", "反対：France, Italia、?")]
    [InlineData("fr", "Against it: France and Italia; mediated: not known.")]
    public void ReasonsAreFilledInTheirOwnLanguage(string asked, string reason) => Assert.Equal(reason, Verdict().Rule("it").Reason(asked));

    [Theory]
    [InlineData("en", "Open: yes, no; tried Ada and Bo.")]
    [InlineData("de", "Offen: ja, nein; versucht Ada und Bo.")]
    [InlineData("fr", "Ouvert : oui, non ; essayé Ada et Bo.")]
    [InlineData("ru", "Открыто: да, нет; пробовали Ada и Bo.")]
    [InlineData("ja", "✓、✗、Ada, Bo")]
    public void WhatIsTrueOrFalseIsYesOrNoInThatLanguage(string asked, string reason)
    {
        var rules = SmallVocabulary.Rules("""
            {
              "name": "small", "stages": ["talks"],
              "parameters": { "isStrict": { "value": false }, "tried": { "value": ["Ada", "Bo"] } },
              "rules": [ {
                "id": "it", "require": { "talks.mediated": false },
                "because": {
                  "en": "Open: {talks.mediated}, {isStrict}; tried {tried}.",
                  "de": "Offen: {talks.mediated}, {isStrict}; versucht {tried}.",
                  "fr": "Ouvert : {talks.mediated}, {isStrict} ; essayé {tried}.",
                  "ru": "Открыто: {talks.mediated}, {isStrict}; пробовали {tried}.", "ja": "{talks.mediated}、{isStrict}、{tried}"
                }
              } ]
            }
            """);

        Assert.Equal(reason, rules.Evaluate(Scenario.Parse("""{ "talks": { "mediated": true } }""")).Rule("it").Reason(asked));
    }

    [Theory]
    [InlineData("en", "Too many: 12345678.5 people; the 2nd delegate; since 2022-01.")]
    [InlineData("de", "Zu viele: 12345678,5 Leute; #2; seit 2022-01.")]
    [InlineData("ja", "12345678.5、#2、2022-01")]
    public void NumbersAndPlacesAreWrittenAsInThatLanguage(string asked, string reason)
    {
        var rules = RuleSet.Parse("""
            {
              "name": "n", "stages": ["s"], "rules": [ {
                "id": "it", "require": { "all": [ { "people": { "lessThan": 5 } },
                { "no": "delegates", "as": "d", "where": { "ok": false } } ] },
                "because": { "en": "Too many: {people} people; {d}; since {since}.", "de": "Zu viele: {people} Leute; {d}; seit {since}.",
                "ja": "{people}、{d}、{since}" }
              } ]
            }
            """,
            new RuleSetOptions
            {
                Vocabulary = Vocabulary.Parse(
                    """
                    {
                      "type": "object", "properties": {
                        "people": { "type": "number", "multipleOf": 0.1 }, "since": { "type": "string", "format": "date" },
                        "delegates": { "type": "array", "items": { "type": "object", "properties": { "ok": { "type": "boolean" } } } }
                      }
                    }
                    """
                ),
            }
        );
        var verdict = rules.Evaluate(
            Scenario.Parse("""{ "people": 12345678.5, "since": "2022-01", "delegates": [ { "ok": true }, { "ok": false } ] }""")
        );

        Assert.Equal(reason, verdict.Rule("it").Reason(asked)!.Replace("\u00A0", string.Empty, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("DE", "de")]
    [InlineData("pt", "pt-BR")]
    [InlineData("ja-JP", "ja")]
    [InlineData("fr", null)]
    [InlineData("d", null)]
    [InlineData("", null)]
    public void WhetherALanguageIsThereCanBeAsked(string asked, string? found) => Assert.Equal(found, Rules.FindLanguage(asked));

    [Theory]
    [InlineData("de", "<p class=\"reason\" lang=\"de\" dir=\"ltr\">")]
    [InlineData("ar", "<p class=\"reason\" lang=\"ar\" dir=\"rtl\">")]
    public void ThePageSaysInWhichLanguageAReasonIsAndFromWhichSideItIsRead(string language, string start) =>
        Assert.Contains(start, Verdict().Explain(new ExplanationOptions { Language = language }).ToHtml(), StringComparison.Ordinal);

    [Theory]
    [InlineData("ar", true)]
    [InlineData("fa-IR", true)]
    [InlineData("az-Arab", true)]
    [InlineData("ku-Latn", false)]
    [InlineData("de", false)]
    public void FromWhichSideALanguageIsWrittenIsInItsTag(string language, bool fromTheRight) =>
        Assert.Equal(fromTheRight, Languages.IsWrittenFromTheRight(language));

    [Fact]
    public void WhatIsLeftOutIsCountedInTheLanguageToo()
    {
        string[] names = ["a", "b", "c", "d"];

        Assert.Equal("a, b und 2 weitere", FillingWords.Of("de").Series(names, 2));
        Assert.Equal("a, b, +2", FillingWords.Of("ja").Series(names, 2));
        Assert.Equal("–", FillingWords.Of("fr").Series([], 2));
    }

    private static Verdict Verdict() =>
        Rules.Evaluate(
            Scenario.Parse(
                """{ "parties": [ { "id": "France", "vote": "no" }, { "id": "Italia", "vote": "no" }, { "id": "C", "vote": "yes" } ] }"""
            )
        );
}
