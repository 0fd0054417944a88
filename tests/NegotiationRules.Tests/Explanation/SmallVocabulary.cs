namespace NegotiationRules.Tests.Explanation;

/// <summary>A vocabulary with a fact of every kind, small enough to hold in one's head.</summary>
internal static class SmallVocabulary
{
    public static Vocabulary Value { get; } = Vocabulary.Parse("""
        {
          "type": "object",
          "properties": {
            "asOf": { "type": "string", "format": "date" },
            "talks": {
              "type": "object",
              "properties": {
                "start": { "type": "string", "format": "date" },
                "end": { "type": "string", "format": "date" },
                "opened": { "type": "string", "format": "date-time" },
                "venue": { "type": "string" },
                "mediated": { "type": "boolean" },
                "length": { "type": "string", "format": "duration" }
              }
            },
            "agreement": {
              "type": "object",
              "properties": {
                "form": { "enum": ["written", "oral", "none"] },
                "legallyBinding": { "type": "boolean" },
                "termYears": { "type": "integer", "minimum": 0, "maximum": 100, "description": "how long it is to last" },
                "cost": { "type": "number", "multipleOf": 0.01 },
                "guarantees": { "type": "array", "items": { "type": "string" } },
                "breachedBy": { "type": "string" }
              }
            },
            "parties": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "id": { "type": "string" },
                  "vote": { "enum": ["yes", "no", "abstain"] },
                  "present": { "type": "boolean" },
                  "population": { "type": "integer", "minimum": 0 },
                  "ratified": { "type": "string", "format": "date" },
                  "languages": { "type": "array", "items": { "type": "string" } },
                  "delegates": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "properties": {
                        "name": { "type": "string" },
                        "role": { "enum": ["military", "diplomat", "legal"] },
                        "rank": { "type": "integer", "minimum": 0, "maximum": 9 },
                        "professional": { "type": "boolean" },
                        "fullPowers": { "type": "boolean" }
                      }
                    }
                  }
                }
              }
            },
            "events": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": { "name": { "type": "string" }, "kind": { "enum": ["warning", "sanction", "strike"] },
                "date": { "type": "string", "format": "date" } }
              }
            }
          }
        }
        """);

    /// <summary>The rules of a file, checked against this vocabulary.</summary>
    public static RuleSet Rules(string json) => RuleSet.Parse(json, new RuleSetOptions { Vocabulary = Value });

    /// <summary>A rule set of one required rule in the stage <c>talks</c>.</summary>
    public static RuleSet Requiring(string condition, string parameters = "{}", string conditions = "{}") => Rules($$"""
        {
          "name": "small", "stages": ["talks"], "parameters": {{parameters}}, "conditions": {{conditions}},
          "rules": [
            { "id": "it", "require": {{condition}} },
            { "id": "other", "strength": "claim", "require": { "agreement.form": "written" } }
          ]
        }
        """);
}
