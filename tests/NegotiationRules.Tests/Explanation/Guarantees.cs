namespace NegotiationRules.Tests.Explanation;

/// <summary>A rule set with a rule of every kind, and scenarios for it.</summary>
internal static class Guarantees
{
    public const string Mixed = """
        {
          "asOf": { "value": "2022-01-05", "source": "the calendar" },
          "talks": { "start": { "value": "2022-04-04", "source": { "speaker": "J. Doe", "quote": "We meet in April." } },
          "venue": "Geneva" },
          "agreement": { "form": "written", "legallyBinding": true, "termYears": 5, "breachedBy": "US" },
          "parties": [
            { "id": "RU", "delegates": [ { "name": "Fomin", "role": "military" } ] },
            { "id": "US", "delegates": [ { "name": "Sherman", "role": "diplomat" }, { "name": "Lawyer U", "role": "legal" } ] }
          ]
        }
        """;

    public const string Met = """
        {
          "asOf": "2022-01-05",
          "talks": { "start": "2022-01-04", "venue": "Geneva", "mediated": true },
          "agreement": { "form": "written", "legallyBinding": true, "termYears": 12 },
          "parties": [
            { "id": "RU", "delegates": [ { "name": "Fomin", "role": "military" } ] },
            { "id": "US", "delegates": [ { "name": "Mingus", "role": "military" } ] }
          ]
        }
        """;

    public static RuleSet Rules { get; } = SmallVocabulary.Rules("""
        {
          "name": "guarantees", "version": "1.2.0", "description": "Preconditions for talks about security guarantees.",
          "stages": ["talks", "agreement"],
          "parties": { "RU": "Russia", "US": "the United States" },
          "parameters": { "leastTermYears": { "value": 10, "description": "the shortest term that counts as long" } },
          "documents": { "interview": { "title": "Interview of 27 December", "publisher": "A newspaper", "published": "2021-12-27",
          "url": "https://example.org/interview?a=1&b=2" } },
          "conditions": { "military at the table": { "some": "delegates", "where": { "role": "military" } } },
          "rules": [
            {
              "id": "military-on-both-sides", "title": "Professional military at the table", "stage": "talks", "holder": "RU",
              "require": { "every": "parties", "as": "party", "satisfy": { "condition": "military at the table" } },
              "because": { "en": "Talks without military are pointless, and {party.id} brings none.",
              "ru": "Без военных разговор бессмыслен: {party.id}." },
              "source": { "document": "interview", "speaker": "A. Speaker", "article": "para. 3",
              "quote": "Without \"professional\" military there is nothing to talk about." }
            },
            { "id": "no-delay", "stage": "talks", "holder": "RU", "require": { "talks.start": { "onOrBefore": "2022-01-31" } } },
            { "id": "mediated", "stage": "talks", "by": "2022-01-09", "require": { "all": [ { "talks.mediated": true },
              { "talks.venue": { "isNot": "Kyiv" } } ] } },
            { "id": "announced", "stage": "talks", "by": "2022-01-09", "require": { "talks.venue": "Vienna" } },
            { "id": "neutral-place", "stage": "talks", "strength": "expected", "holder": "US",
              "require": { "talks.venue": { "in": ["Vienna", "Helsinki"] } } },
            { "id": "short", "stage": "talks", "strength": "preferred", "weight": 2, "require": { "talks.venue": "Geneva" } },
            { "id": "long", "stage": "talks", "strength": "preferred", "require": { "talks.length": { "atLeast": "P1M" } } },
            { "id": "kyiv-only", "stage": "talks", "when": { "talks.venue": "Kyiv" }, "require": { "talks.mediated": true } },
            {
              "id": "legally-binding", "stage": "agreement",
              "require": { "agreement.form": "written", "agreement.legallyBinding": true,
              "agreement.termYears": { "atLeast": { "parameter": "leastTermYears" } } },
              "because": "A term of {agreement.termYears} years is less than {leastTermYears}."
            },
            { "id": "still-breakable", "stage": "agreement", "warnWhen": { "agreement.breachedBy": { "known": true } } },
            { "id": "was-promised", "stage": "agreement", "strength": "claim", "holder": "RU",
              "require": { "agreement.guarantees": { "contains": "no-enlargement" } } },
            { "id": "was-written", "stage": "agreement", "strength": "claim", "require": { "agreement.form": "written" } }
          ]
        }
        """);

    public static VerdictExplanation Explain(string scenario, ExplanationOptions? options = null) =>
        Rules.Evaluate(Scenario.Parse(scenario)).Explain(options);
}
