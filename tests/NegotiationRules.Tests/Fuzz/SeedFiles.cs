using System.Text;
using NegotiationRules.Tests.Agreement;
using NegotiationRules.Tests.Support;
using NegotiationRules.Text;

namespace NegotiationRules.Tests.Fuzz;

/// <summary>Good files to spoil, with what belongs to them: those of the repository and some that are generated.</summary>
internal sealed class SeedFiles
{
    private const int Generated = 30;
    private static readonly Lazy<SeedFiles> Made = new(() => new SeedFiles());

    private readonly List<SeedFile> _rules = [];
    private readonly List<SeedFile> _vocabularies = [];
    private readonly List<SeedFile> _scenarios = [];
    private readonly List<SeedFile> _tests = [];

    private SeedFiles()
    {
        foreach (var path in Files("rules.json"))
        {
            // Files that are broken on purpose, and those that others only include, are as good to spoil.
            RuleSet.TryLoad(path, new RuleSetOptions { Root = Repository.At("rules") }, out var rules, out _);
            _rules.Add(new SeedFile(File.ReadAllBytes(path), rules));
        }

        foreach (var path in Files("scenario.json"))
        {
            RuleSet.TryLoad(Path.GetDirectoryName(Path.GetDirectoryName(path))!, null, out var rules, out _);
            _scenarios.Add(new SeedFile(File.ReadAllBytes(path), rules));
        }

        _vocabularies.AddRange(Files("vocabulary.json").Select(path => new SeedFile(File.ReadAllBytes(path), null)));
        _tests.AddRange(Files("tests.json").Select(path => new SeedFile(File.ReadAllBytes(path), null)));
        var random = new Random(1);
        for (var i = 0; i < Generated; i++)
        {
            var vocabulary = GeneratedVocabulary.Make(random, Generated);
            var rules = GeneratedRules.Make(random, vocabulary.Vocabulary, Generated);
            _vocabularies.Add(new SeedFile(Bytes(vocabulary.Text), null));
            _rules.Add(new SeedFile(Bytes(rules.Text), rules.Rules));
            _scenarios.Add(
                new SeedFile(
                    Bytes(JsonPrinter.Print(GeneratedScenario.Make(random, vocabulary.Vocabulary, Generated).Facts, indented: true)),
                    rules.Rules
                )
            );
        }
    }

    public static IReadOnlyList<SeedFile> Of(string kind) => kind switch
    {
        "rules" => Made.Value._rules,
        "vocabulary" => Made.Value._vocabularies,
        "scenario" => Made.Value._scenarios,
        _ => Made.Value._tests,
    };

    /// <summary>Rules to try a scenario on that belongs to none.</summary>
    public static RuleSet SomeRules => Made.Value._rules.First(r => r.Rules is not null).Rules!;

    private static IEnumerable<string> Files(string extension) => Directory
        .GetFiles(Repository.At("rules"), $"*.{extension}", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}

/// <summary>A file to spoil.</summary>
/// <param name="Bytes">What is in it.</param>
/// <param name="Rules">The rules it is, or is a scenario for; <see langword="null"/> if there are none.</param>
internal sealed record SeedFile(byte[] Bytes, RuleSet? Rules);
