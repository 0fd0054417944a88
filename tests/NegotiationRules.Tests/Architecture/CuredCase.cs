using NegotiationRules.Cli.Analyses;
using NegotiationRules.Cli.Sweeping;
using NegotiationRules.Syntax;
using NegotiationRules.Tests.Facts;
using NegotiationRules.Tests.Support;
using NegotiationRules.Text;

namespace NegotiationRules.Tests.Architecture;

/// <summary>A file with mistakes, of <c>Cases</c> or of a page, which can be read again with other text in it.</summary>
/// <param name="Name">What it is called in reports.</param>
/// <param name="File">The file that is read.</param>
/// <param name="Files">It and what it needs beside it, by their paths.</param>
internal sealed record CuredCase(string Name, string File, IReadOnlyDictionary<string, string> Files)
{
    private const string Cases = "tests/NegotiationRules.Tests/Cases";

    /// <summary>All cases there are, by name.</summary>
    public static IReadOnlyList<CuredCase> All { get; } =
    [
        .. Beside("Diagnostics", "*.rules.json", []),
        .. Beside("Check", "*.rules.json", [.. In("Check", "*.vocabulary.json"), .. In("Check/included", "*.rules.json")]),
        .. Beside("Scenarios", "*.scenario.json", In("Scenarios", "*.vocabulary.json")),
        .. Beside("Vocabulary", "*.vocabulary.json", []),
        .. BesideTests(),
        .. Page("DIAGNOSTICS.md"),
    ];

    /// <summary>What is reported when some of the files hold other text.</summary>
    public IReadOnlyList<Diagnostic> Read(IReadOnlyDictionary<string, string>? changed = null)
    {
        var folder = Directory.CreateTempSubdirectory("cure");
        try
        {
            foreach (var (path, text) in Files)
            {
                var full = Path.Combine(folder.FullName, path);
                Directory.CreateDirectory(Path.GetDirectoryName(full)!);
                System.IO.File.WriteAllText(full, changed?.GetValueOrDefault(path) ?? text);
            }

            return Read(Path.Combine(folder.FullName, File));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>What becomes of the files by a cure.</summary>
    public Dictionary<string, string> ApplyTo(Cure cure)
    {
        var changed = new Dictionary<string, string>();
        foreach (var source in cure.Edits.Select(edit => edit.Span.Source!).DistinctBy(source => source.Name))
        {
            var path = Files.Keys.Single(path => source.Name.EndsWith(Path.DirectorySeparatorChar + path, StringComparison.Ordinal));
            changed[path] = cure.ApplyTo(source);
        }

        return changed;
    }

    private IReadOnlyList<Diagnostic> Read(string path)
    {
        if (Name.StartsWith("Diagnostics/", StringComparison.Ordinal))
        {
            // These are about the shape alone: many of their facts are in no vocabulary.
            var bag = new DiagnosticBag();
            RuleFileReader.Read(new SourceText(path, System.IO.File.ReadAllText(path)), ReadingLimits.Default, bag);
            return bag.ToSorted();
        }

        if (File.EndsWith(".rules.json", StringComparison.Ordinal))
        {
            RuleSet.TryLoad(path, null, out _, out var found);
            return found;
        }

        if (File.EndsWith(".tests.json", StringComparison.Ordinal))
        {
            RuleTests.TryLoad(path, null, out _, out var found);
            return found;
        }

        if (File.EndsWith(".vocabulary.json", StringComparison.Ordinal))
        {
            Vocabulary.TryLoad(path, out _, out var found);
            return found;
        }

        if (File.EndsWith(".analysis.json", StringComparison.Ordinal))
        {
            var bag = new DiagnosticBag();
            RuleSet.TryLoad(AnalysisFileReader.RulesOf(path), null, out var rules, out _);
            AnalysisFileReader.Read(path, rules, bag);
            return bag.ToSorted();
        }

        if (File.EndsWith(".distribution.json", StringComparison.Ordinal))
        {
            var bag = new DiagnosticBag();
            var beside = Files.Keys.FirstOrDefault(name => name.EndsWith(".rules.json", StringComparison.Ordinal));
            var rules = beside is null ? null : RuleSet.Load(Path.Combine(Path.GetDirectoryName(path)!, beside));
            DistributionFileReader.Read(path, rules?.Vocabulary, rules, bag);
            return bag.ToSorted();
        }

        if (!Scenario.TryLoad(path, out var scenario, out var faults))
        {
            return faults;
        }

        var vocabulary = Files.Keys.FirstOrDefault(name => name.EndsWith(".vocabulary.json", StringComparison.Ordinal));
        Bound.TryTo(vocabulary is null ? Vocabulary.Negotiation : Vocabulary.Load(Path.Combine(Path.GetDirectoryName(path)!, vocabulary)),
            scenario, out var diagnostics);
        return diagnostics;
    }

    private static IEnumerable<CuredCase> Beside(string folder, string pattern, IEnumerable<(string Path, string Text)> others) =>
        In(folder, pattern).Where(file => !file.Path.Contains(".cured.", StringComparison.Ordinal)).Select(file => new CuredCase(
            $"{folder}/{file.Path}",
            file.Path,
            others.Append((file.Path, file.Text)).ToDictionary(pair => pair.Item1, pair => pair.Item2)));

    private static IEnumerable<CuredCase> BesideTests()
    {
        var folder = Repository.At("tests/NegotiationRules.Tests/Testing/Cases");
        var files = Directory.GetFiles(folder, "*.json*", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetRelativePath(folder, path), System.IO.File.ReadAllText);
        return files.Keys.Where(path => path.StartsWith("Diagnostics", StringComparison.Ordinal)
            && path.EndsWith(".tests.json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => new CuredCase($"Testing/{path}", path, files));
    }

    // What is typed otherwise than `negotiate check FILE` shows a mistake of the command line or of a program.
    private static IEnumerable<CuredCase> Page(string page) =>
        from section in DiagnosticsPage.Load(page).Sections
        where section.Example is { Command: null, Files: [{ IsLatin1: false }, ..] }
        let files = section.Example!.Files
        select new CuredCase($"{page}/{section.Code}", files[0].Name, files.ToDictionary(file => file.Name, file => file.Text));

    /// <summary>The same with what a person wrote who followed the helps, in a file <c>NAME.cured.rules.json</c> beside it; <see
    /// langword="null"/> if there is none.</summary>
    public CuredCase? Cured
    {
        get
        {
            var dot = File.IndexOf('.', StringComparison.Ordinal);
            var beside = $"{File[..dot]}.cured{File[dot..]}";
            var path = Repository.At($"{Cases}/{Name.Split('/')[0]}/{beside}");
            return System.IO.File.Exists(path)
                ? this with
                {
                    File = beside,
                    Files = new Dictionary<string,
                    string>(Files.Where(file => file.Key != File))
                    { [beside] = System.IO.File.ReadAllText(path) }
                }
                : null;
        }
    }

    private static IEnumerable<(string Path, string Text)> In(string folder, string pattern) =>
        Directory.GetFiles(Repository.At($"{Cases}/{folder}"), pattern)
            .Order(StringComparer.Ordinal)
            .Select(path =>
                (Path.GetRelativePath(Repository.At($"{Cases}/{folder.Split('/')[0]}"), path), System.IO.File.ReadAllText(path)));
}
