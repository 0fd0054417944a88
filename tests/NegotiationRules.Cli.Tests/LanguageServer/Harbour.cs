using NegotiationRules.Tests.Cli;

namespace NegotiationRules.Cli.Tests.LanguageServer;

/// <summary>A folder with a vocabulary, rules in two files, a scenario and tests.</summary>
internal sealed class Harbour : IDisposable
{
    public const string Vocabulary = """
        {
          "type": "object",
          "properties": {
            "asOf": { "type": "string", "format": "date" },
            "pilots": { "type": "integer", "minimum": 0, "description": "How many pilots are on duty." },
            "flag": { "type": "string", "enum": ["red", "green"] },
            "open": { "type": "boolean" },
            "ships": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "name": { "type": "string" },
                  "crew": { "type": "integer" },
                  "cargo": { "type": "array", "items": { "type": "object", "properties": { "kind": { "type": "string" } } } }
                }
              }
            }
          }
        }
        """;

    public const string Common = """
        {
          "name": "common", "vocabulary": "harbour.vocabulary.json", "stages": ["entry"],
          "parameters": { "least": 20 },
          "conditions": { "manned": { "crew": { "atLeast": 3 } } }
        }
        """;

    public const string Rules = """
        {
          "name": "harbour",
          "include": ["common.rules.json"],
          "parties": { "HM": "the harbour master" },
          "rules": [
            {
              "id": "enough-pilots",
              "holder": "HM",
              "require": { "pilots": { "atLeast": { "parameter": "least" } } },
              "because": "There are too few for {least}."
            },
            { "id": "all-manned", "require": { "every": "ships", "satisfy": { "condition": "manned" } } }
          ]
        }
        """;

    public const string Tests = """
        {
          "rules": "harbour.rules.json",
          "tests": [
            {
              "name": "quiet", "scenario": "scenarios/quiet.scenario.json",
              "expect": { "rules": { "enough-pilots": "violated", "all-manned": "satisfied" } }
            },
            {
              "name": "with fewer asked", "scenario": "scenarios/quiet.scenario.json", "parameters": { "least": 10 },
              "expect": { "outcome": "valid" }
            }
          ]
        }
        """;

    private readonly TemporaryFolder _folder = new();

    public Harbour()
    {
        VocabularyPath = _folder.Write("harbour.vocabulary.json", Vocabulary);
        CommonPath = _folder.Write("common.rules.json", Common);
        RulesPath = _folder.Write("harbour.rules.json", Rules);
        TestsPath = _folder.Write("harbour.tests.json", Tests);
        ScenarioPath = _folder.Write(
            "scenarios/quiet.scenario.json", """{ "pilots": 18, "ships": [ { "name": "Ada", "crew": 4 } ] }""");
    }

    public string VocabularyPath { get; }

    public string CommonPath { get; }

    public string RulesPath { get; }

    public string TestsPath { get; }

    public string ScenarioPath { get; }

    public string At(string path) => _folder.At(path);

    public void Dispose() => _folder.Dispose();
}
