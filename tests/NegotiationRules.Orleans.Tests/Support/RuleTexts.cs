using System.Collections.Concurrent;
using System.Text;

namespace NegotiationRules.Orleans.Tests.Support;

/// <summary>Rule files as texts that a test changes.</summary>
internal sealed class RuleTexts : IRuleFiles
{
    public const string Everything = """{ "talks": { "mediated": true }, "agreement": { "termYears": 12, "form": "written" } }""";

    private const string Vocabulary =
        """
        {
          "type": "object",
          "properties": {
            "talks": { "type": "object", "properties": { "mediated": { "type": "boolean" } } },
            "agreement": {
              "type": "object",
              "properties": { "termYears": { "type": "number", "minimum": 0 }, "form": { "enum": ["written", "oral"] } }
            }
          }
        }
        """;

    private const string Short =
        """
        {
          "name": "short", "vocabulary": "talks.vocabulary.json", "stages": ["talks"],
          "rules": [{ "id": "mediated", "require": { "talks.mediated": true } }]
        }
        """;

    private readonly ConcurrentDictionary<string, string> _texts = new(StringComparer.Ordinal)
    {
        ["talks.rules.json"] = Talks(10),
        ["short.rules.json"] = Short,
        ["talks.vocabulary.json"] = Vocabulary,
    };

    public string this[string file]
    {
        get => _texts[file];
        set => _texts[file] = value;
    }

    /// <summary>Whether a rule is met hangs on one fact each.</summary>
    public static string Talks(int years) =>
        $$"""
        {
          "name": "talks", "vocabulary": "talks.vocabulary.json",
          "stages": ["talks", "agreement"], "parameters": { "leastTermYears": {{years}} },
          "rules": [
            { "id": "mediated", "stage": "talks", "require": { "talks.mediated": true } },
            {
              "id": "long-term", "stage": "agreement",
              "require": { "agreement.termYears": { "atLeast": { "parameter": "leastTermYears" } } }
            },
            { "id": "in-writing", "stage": "agreement", "require": { "agreement.form": "written" } }
          ]
        }
        """;

    public Stream? Open(string path) =>
        _texts.TryGetValue(path, out var text) ? new MemoryStream(Encoding.UTF8.GetBytes(text)) : null;
}
