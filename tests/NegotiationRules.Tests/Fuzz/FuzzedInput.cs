using System.Text;

namespace NegotiationRules.Tests.Fuzz;

/// <summary>One spoilt file, made from its number alone, and what is done with it.</summary>
internal sealed class FuzzedInput
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
        if (!RuleSet.TryParse(Text, new RuleSetOptions { Vocabulary = _seed.Rules?.Vocabulary ?? Vocabulary.Negotiation }, out var rules, out var diagnostics))
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

    private bool ReadScenario() => Scenario.TryParse(_bytes, out var scenario, out var diagnostics)
        ? _seed.Rules is { } rules && Evaluate(rules, scenario)
        : Refused(diagnostics);

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

    private static bool Evaluate(RuleSet rules, Scenario scenario)
    {
        if (!rules.TryEvaluate(scenario, out var verdict, out var diagnostics))
        {
            return Refused(diagnostics);
        }

        _ = verdict.Unsettled;
        _ = verdict.ToString();
        return true;
    }

    // A refusal says why, and the report can be printed.
    private static bool Refused(IReadOnlyList<Diagnostic> diagnostics)
    {
        Assert.NotEmpty(diagnostics);
        Assert.NotEmpty(string.Concat(diagnostics));
        return false;
    }
}
