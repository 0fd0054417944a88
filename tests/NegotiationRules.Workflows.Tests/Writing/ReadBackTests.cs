using NegotiationRules.Facts;
using NegotiationRules.Tests.Agreement;
using NegotiationRules.Tests.Fuzz;
using NegotiationRules.Tests.Support;
using NegotiationRules.Text;

namespace NegotiationRules.Workflows.Tests.Writing;

/// <summary>Whatever a rule set says: the workflow that is written of it is read back, whether the types of its input are given or have to
/// be inferred.</summary>
public sealed class ReadBackTests
{
    // Whether a number is exact or whole, and of what sort the elements are that are held against each other, only a vocabulary says.
    private static readonly string[] OnlyInAVocabulary = ["NR7223", "NR7231", "NR2051", "NR2040"];

    private static readonly List<string> Shipped =
    [
        .. Directory
            .GetFiles(Repository.At("rules"), "*.rules.json", SearchOption.AllDirectories)
            .Where(path => !path.Contains("broken", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 8)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void RuleSetsThatAreShippedAndChangedAtRandomAreReadBack(int seed)
    {
        using var folder = new Scratch();
        for (var i = 0; i < 120; i++)
        {
            var number = (seed * 1_000) + i;
            var random = new Random(number);
            if (folder.Changed(random) is { } rules)
            {
                Check(rules, number, mayBeLost: false);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void RuleSetsThatAreMadeAtRandomAreReadBackButForRulesOfWhichTheWriterTellsThatTheyAreNot(int seed)
    {
        for (var i = 0; i < 30; i++)
        {
            var number = (seed * 1_000) + i;
            var random = new Random(number);
            var size = random.Next(1, 60);
            if (GeneratedRules.Make(random, GeneratedVocabulary.Make(random, size).Vocabulary, size).Rules is { } rules)
            {
                Check(rules, number, mayBeLost: true);
            }
        }
    }

    [Fact]
    public void ARuleSetWithoutRulesIsNoWorkflow()
    {
        var written = WorkflowWriter.Write(RuleSet.Parse("""{ "name": "x", "stages": ["talks"], "rules": [] }"""));

        Assert.Empty(written.WorkflowNames);
        Assert.Equal("NR7341", Assert.Single(written.Losses, loss => loss.Severity == DiagnosticSeverity.Error).Code);
    }

    private static void Check(RuleSet rules, int seed, bool mayBeLost)
    {
        var written = WorkflowWriter.Write(rules);
        if (written.WorkflowNames.Count == 0)
        {
            return;
        }

        var lost = written.Losses.Count(loss => loss.Code == "NR7325");
        Assert.True(mayBeLost || lost == 0, $"seed {seed}: {string.Join('\n', written.Losses)}");
        var given = Vocabulary.Parse(
            $$"""{ "properties": { "input1": {{JsonPrinter.Print(VocabularyWriter.Write(rules.Vocabulary.Root), indented: false)}} } }"""
        );
        foreach (var vocabulary in (Vocabulary?[])[given, null])
        {
            var isRead = WorkflowFile.TryParse(written.Json, new WorkflowOptions { Vocabulary = vocabulary }, out _, out var found);
            var errors = found
                .Where(d => d.Severity == DiagnosticSeverity.Error && !(vocabulary is null && IsOnlyInAVocabulary(d)))
                .ToList();
            Assert.True(
                isRead || errors.Count == 0 || lost > 0,
                $"seed {seed}, {(vocabulary is null ? "inferred" : "given")}: {string.Join('\n', errors)}"
            );
        }
    }

    // That an exact number is no branch beside one in floating point is such a question too. And what is taken from a date that is written
    // out, and whatever the difference is held against, are two durations as well as two dates.
    private static bool IsOnlyInAVocabulary(Diagnostic found) => OnlyInAVocabulary.Contains(found.Code)
        || found.Code == "NR7252"
        || (found.Code == "NR7229" && found.Message.Contains("of a duration", StringComparison.Ordinal))
        || (found.Code == "NR7224" && found.Message.Contains("(decimal)", StringComparison.Ordinal)
            && found.Message.Contains("(double)", StringComparison.Ordinal));

    /// <summary>A copy of the shipped rule sets, to change them in.</summary>
    private sealed class Scratch : IDisposable
    {
        private readonly string _root = Directory.CreateTempSubdirectory("read-back").FullName;

        public Scratch()
        {
            foreach (
                var path in Shipped.Concat(Directory.GetFiles(Repository.At("rules"), "*.vocabulary.json", SearchOption.AllDirectories))
            )
            {
                var copy = At(path);
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(path, copy, overwrite: true);
            }
        }

        /// <summary>One of them, changed; <see langword="null"/> if it is none any longer.</summary>
        public RuleSet? Changed(Random random)
        {
            var path = Shipped[random.Next(Shipped.Count)];
            var changed = new Spoiler(random).Spoil(File.ReadAllBytes(path), File.ReadAllBytes(Shipped[random.Next(Shipped.Count)]));
            var at = Path.Combine(Path.GetDirectoryName(At(path))!, "changed.rules.json");
            File.WriteAllBytes(at, changed);
            return RuleSet.TryLoad(at, new RuleSetOptions { Root = _root }, out var rules, out _) ? rules : null;
        }

        public void Dispose() => Directory.Delete(_root, recursive: true);

        private string At(string path) => Path.Combine(_root, Path.GetRelativePath(Repository.At("rules"), path));
    }
}
