using System.Text;
using System.Text.RegularExpressions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace NegotiationRules.Tests.Fuzz;

/// <summary>One spoilt file, made from its number alone, and what is done with it.</summary>
internal sealed partial class FuzzedInput
{
    private static readonly Scenario Empty = Scenario.Parse("{}");

    private readonly SeedFile _seed;
    private readonly byte[] _bytes;
    private readonly byte[] _scenario;

    public FuzzedInput(int number)
    {
        var random = new Random(number);
        Kind = random.Next(40) switch
        {
            < 20 => "rules",
            < 26 => "vocabulary",
            < 39 => "scenario",
            _ => "tests",
        };
        var files = SeedFiles.Of(Kind);
        var others = random.Next(4) == 0 ? SeedFiles.Of("scenario") : files;
        _seed = files[random.Next(files.Count)];
        _bytes = new Spoiler(random).Spoil(_seed.Bytes, others[random.Next(others.Count)].Bytes);
        _scenario = SeedFiles.Of("scenario")[random.Next(SeedFiles.Of("scenario").Count)].Bytes;
    }

    public string Kind { get; }

    public string Text => Encoding.UTF8.GetString(_bytes);

    /// <summary>Whether the file was accepted. Whatever is thrown is a fault: everything called here promises to report instead.</summary>
    /// <param name="folder">A folder to write tests files to, with the rules they may name.</param>
    public bool Read(string folder) => Kind switch
    {
        "rules" => ReadRules(),
        "vocabulary" => ReadVocabulary(),
        "scenario" => ReadScenario(),
        _ => ReadTests(folder),
    };

    private bool ReadRules()
    {
        if (
            !RuleSet.TryParse(
                Text,
                new RuleSetOptions { Vocabulary = _seed.Rules?.Vocabulary ?? Vocabulary.Negotiation },
                out var rules,
                out var diagnostics
            )
        )
        {
            return Refused(diagnostics);
        }

        Evaluate(rules, Empty);
        Evaluate(rules, Scenario.Parse(_scenario));
        return true;
    }

    private bool ReadVocabulary()
    {
        if (!Vocabulary.TryParse(Text, out var vocabulary, out var diagnostics))
        {
            return Refused(diagnostics);
        }

        _ = vocabulary.ToJsonSchema();
        return true;
    }

    // As bytes, as text and as an object: what one way accepts, the others accept, and the verdict is the same.
    private bool ReadScenario()
    {
        var asObject = FromObject();
        if (!Scenario.TryParseJson(_bytes, out var scenario, out var diagnostics))
        {
            _ = asObject is not null && Evaluate(_seed.Rules ?? SeedFiles.SomeRules, asObject) is not null;
            return Refused(diagnostics);
        }

        Assert.True(Scenario.TryParseJson(Text, out var fromText, out _), "accepted as bytes, refused as text");
        if (_seed.Rules is not { } rules)
        {
            return false;
        }

        var verdict = Evaluate(rules, scenario);
        Assert.Equal(verdict, Evaluate(rules, fromText));
        if (asObject is not null)
        {
            Assert.Equal(verdict, Evaluate(rules, asObject));
        }

        return verdict is not null;
    }

    // Newtonsoft reads more than JSON, and rounds what is beyond its numbers: it may refuse, and so may we. Of `1e-999` it makes 0 before
    // anybody of ours has seen it, so such a text has no object that says the same.
    private Scenario? FromObject()
    {
        if (FinerThanDecimals().IsMatch(Text))
        {
            return null;
        }

        try
        {
            using var reader = new JsonTextReader(new StringReader(Text))
            {
                DateParseHandling = DateParseHandling.None,
                FloatParseHandling = FloatParseHandling.Decimal,
            };
            return Scenario.From(
                JObject.Load(reader, new JsonLoadSettings { DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error })
            );
        }
        catch (JsonException)
        {
            return null;
        }
        catch (ScenarioException refused)
        {
            Refused(refused.Diagnostics);
            return null;
        }
    }

    private bool ReadTests(string folder)
    {
        var path = Path.Combine(folder, "security-guarantees", "fuzzed.tests.json");
        File.WriteAllBytes(path, _bytes);
        if (!RuleTests.TryLoad(path, null, out var tests, out var diagnostics))
        {
            return Refused(diagnostics);
        }

        _ = tests.Run();
        return true;
    }

    // The verdict in words; null if the scenario does not suit the rules.
    private static string? Evaluate(RuleSet rules, Scenario scenario)
    {
        if (!rules.TryEvaluate(scenario, out var verdict, out var diagnostics))
        {
            Refused(diagnostics);
            return null;
        }

        return $"{verdict} {string.Join(", ", verdict.Unsettled)} {string.Join(", ", verdict.Rules.Select(r => r.Outcome))}";
    }

    // A refusal says why, and the report can be printed.
    private static bool Refused(IReadOnlyList<Diagnostic> diagnostics)
    {
        Assert.NotEmpty(diagnostics);
        Assert.NotEmpty(string.Concat(diagnostics));
        return false;
    }

    [GeneratedRegex("[0-9.][eE]-[0-9]{2,}|[.][0-9]{25,}")]
    private static partial Regex FinerThanDecimals();
}
