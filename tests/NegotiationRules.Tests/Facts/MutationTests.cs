using System.Text;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Facts;

/// <summary>Whatever a vocabulary or a scenario holds, its readers answer with diagnostics.</summary>
public class MutationTests
{
    private const int Seed = 2022;
    private const int Count = 5_000;

    private const string Faultless = """
        { "held": true, "rounds": { "value": 3, "source": "s" },
          "big": -7, "price": 0.25, "share": 0.5, "venue": "v", "form": "oral", "start": "2022", "opens": "2022-01-10T09:00Z",
          "notice": "P1M", "tags": { "known": ["a"] }, "talks": { "topic": "t" },
          "parties": [{ "id": "x", "delegatesComplete": true, "delegates": [{ "role": "legal" }] }] }
        """;

    [Fact]
    public void NoVocabularyMakesTheReaderThrow()
    {
        var mutations = new Mutations(
            Seed,
            Mutations.Files("Vocabulary", "*.vocabulary.json").Concat(Mutations.Files("Scenarios", "*.vocabulary.json")),
            """{ "$ref": "#" }""", """{ "$ref": "negotiation" }""", """{ "allOf": [{}, {}] }""",
            """{ "default": [null] }""", """{ "minimum": -9223372036854775808, "maximum": 1e308 }"""
        );
        var (json, usable) = (0, 0);
        for (var i = 0; i < Count; i++)
        {
            if (Vocabulary.TryParse(mutations.Next(), out var vocabulary, out var diagnostics))
            {
                usable++;
                var schema = vocabulary.ToJsonSchema();
                Assert.Equal(schema, Vocabulary.Parse(schema).ToJsonSchema());
                _ = Bound.To(vocabulary, Scenario.Parse("{}"));
            }
            else
            {
                Assert.Contains(diagnostics, d => d.Severity == DiagnosticSeverity.Error);
            }

            json += IsJson(diagnostics) ? 1 : 0;
            AssertOnOneLine(diagnostics);
        }

        // A test that only ever met text that is no JSON would show little.
        Assert.InRange(json, Count / 2, Count);
        Assert.InRange(usable, Count / 100, Count / 2);
    }

    [Fact]
    public void NoScenarioMakesTheReaderOrTheBinderThrow()
    {
        var vocabulary = Vocabulary.Load(Repository.At("tests/NegotiationRules.Tests/Cases/Scenarios/facts.vocabulary.json"));
        var mutations = new Mutations(
            Seed,
            Mutations.Files("Scenarios", "*.scenario.json").Concat(Enumerable.Repeat(Faultless, 10)),
            """{ "value": { "value": null }, "source": {} }""", """{ "known": [null], "complete": null }""",
            "[-0.0, 1e-400, 9223372036854775807]"
        );
        var (json, usable) = (0, 0);
        for (var i = 0; i < Count; i++)
        {
            if (Scenario.TryParseJson(Encoding.UTF8.GetBytes(mutations.Next()), out var scenario, out var diagnostics))
            {
                json++;
                var facts = Bound.TryTo(vocabulary, scenario, out diagnostics);

                // What could be bound, with the faults unknown, is a scenario without faults.
                var again = Bound.To(vocabulary, Scenario.Parse(facts.Json()));
                if (diagnostics.Count == 0)
                {
                    usable++;
                    Assert.Equal(facts.Json(), again.Json());
                }
            }

            AssertOnOneLine(diagnostics);
        }

        Assert.InRange(json, Count / 2, Count);
        Assert.InRange(usable, Count / 100, Count / 2);
    }

    private static bool IsJson(IReadOnlyList<Diagnostic> diagnostics) => !diagnostics.Any(IsOfReading);

    // Reports about text that is not JSON are tested where they are made.
    private static void AssertOnOneLine(IReadOnlyList<Diagnostic> diagnostics) =>
        Assert.All(diagnostics.Where(d => !IsOfReading(d)), d => Assert.DoesNotContain(d.Message + d.Help, char.IsControl));

    private static bool IsOfReading(Diagnostic diagnostic) => diagnostic.Code.StartsWith("NR10", StringComparison.Ordinal);
}
