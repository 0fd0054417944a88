using NegotiationRules.Cli.Checking;
using NegotiationRules.Cli.Files;
using NegotiationRules.Cli.LanguageServer.Protocol;
using NegotiationRules.Cli.LanguageServer.Texts;
using NegotiationRules.Cli.Output;
using NegotiationRules.Cli.Sources;
using NegotiationRules.Editing.Knowledge;
using NegotiationRules.Editing.Texts;
using NegotiationRules.Facts;
using NegotiationRules.Text;
using NegotiationRules.Workflows;

namespace NegotiationRules.Cli.LanguageServer.Knowledge;

/// <summary>What there is to know of the files around the texts that are open, at one moment.</summary>
/// <param name="documents">The texts that are open.</param>
/// <param name="known">What was worked out before.</param>
/// <param name="root">The folder that included files may not lie outside of; <see langword="null"/> for that of each rule file.</param>
/// <param name="choice">Which scenario is chosen.</param>
internal sealed class Workspace(OpenDocuments documents, KnownReads known, string? root, ScenarioChoice choice) : EditedFiles
{
    // What names rules, or is named like them.
    private static readonly FileKind[] OfRules = [FileKind.Tests, FileKind.Analysis, FileKind.Distribution];

    private static readonly WorkflowReading Workflows = new(null, MissingIsNull: false, []);

    public OpenDocuments Documents => documents;

    /// <summary>Where all files are read from, which notes those that were asked for.</summary>
    public OpenFiles Files { get; } = documents.InPlaceOfFiles();

    public ScenarioChoice Choice => choice;

    public RuleSetOptions Options => new() { Root = root, Open = Files };

    private VocabularyFinder Vocabularies => new(null, Options, Workflows with { Files = Files });

    private FileChecker Checker => new(Vocabularies, Options, Workflows with { Files = Files });

    /// <summary>The same, which notes by itself what is asked for.</summary>
    public Workspace WithOwnNotes() => new(documents, known, root, choice);

    public override OpenDocument? Find(string path)
    {
        Files.Note([path]);
        return documents.Find(path);
    }

    /// <summary>None if the folder cannot be looked into.</summary>
    public override IReadOnlyList<string> In(string folder, FileKind kind)
    {
        try
        {
            return Directory.Exists(folder) ? [.. FileKinds.In(folder, kind).Select(Path.GetFullPath).Order(StringComparer.Ordinal)] : [];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    public override IReadOnlyList<string> ScenariosFor(string path) =>
        [.. ScenarioChoice.Beside(path), .. In(Path.GetDirectoryName(path)!, FileKind.Scenario)];

    public override RuleSet? RulesAt(string path) => Load(path).Rules;

    /// <summary>A rule file with all it includes.</summary>
    public LoadedRules Load(string path) => known.Of($"rules {path}", this, files =>
    {
        RuleSet.TryLoad(path, files.Options, out var rules, out var diagnostics);
        return new LoadedRules(rules, diagnostics);
    });

    /// <summary>What is wrong with a file, as <c>negotiate check</c> finds it; of a part of other rules, what is wrong with
    /// these.</summary>
    public IReadOnlyList<Finding> Check(FileKind kind, string path, CancellationToken stop) => kind == FileKind.Rules
        ? [.. WholesOf(path).SelectMany(whole => Load(whole).Diagnostics).Select(Finding.Of)]
        : known.Of($"check {path}", this, files => files.Checker.Check([(kind, path)], stop).Findings);

    public override IReadOnlyList<string> WholesOf(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        var parts = known.Of($"parts of {folder}", this, files =>
        {
            string[] all = [.. In(folder, FileKind.Rules), path];
            return (All: all, Parts: IncludedFiles.Of(all, files.Files));
        });
        if (!parts.Parts.Contains(path))
        {
            return [path];
        }

        var wholes = parts.All.Where(file => !parts.Parts.Contains(file) && IncludedBy(file).Contains(path)).Distinct().ToList();
        return wholes.Count == 0 ? [path] : wholes;
    }

    /// <summary>The rule files, and the files about them, that may speak of what a file makes known: all that are put together with it,
    /// and what is about these.</summary>
    public IReadOnlyList<OpenDocument> FamilyOf(WrittenText document)
    {
        var all = RulesOf(document) is { } rules ? WholesOf(rules).SelectMany(IncludedBy).Distinct().ToList() : [];
        var folders = all.Select(path => Path.GetDirectoryName(path)!).Distinct().ToList();
        var others = folders.SelectMany(folder => (string[])[.. OfRules.SelectMany(kind => In(folder, kind))])
            .Select(Find).OfType<OpenDocument>()
            .Where(one => RulesOf(one) is { } path && (all.Contains(path) || WholesOf(path).SelectMany(IncludedBy).Any(all.Contains)));
        return [.. all.Select(Find).OfType<OpenDocument>(), .. others];
    }

    public override ChosenVerdict? VerdictOn(string rulesPath)
    {
        var whole = WholeOf(rulesPath);
        if (choice.For(whole) is not { } path)
        {
            return null;
        }

        var name = FileKinds.NameOf(path);
        return known.Of($"verdict of {whole} on {path}", this, files =>
            files.Load(whole).Rules is not { } rules ? new ChosenVerdict(name, null, "the rules have errors")
                : !Scenario.TryLoad(files.Files, path, out var scenario, out var faults, ReadingLimits.Default)
                    || !rules.TryEvaluate(scenario, out var verdict, out faults)
                ? new ChosenVerdict(name, null, faults is [var first, ..] ? first.Message : null)
                : new ChosenVerdict(name, verdict, null));
    }

    /// <summary>What is wrong with files that lie side by side, checked together.</summary>
    public IReadOnlyList<Finding> CheckBeside(string folder, IReadOnlyList<(FileKind Kind, string Path)> files, CancellationToken stop) =>
        known.Of($"beside {folder}: {string.Join('|', files.Select(file => file.Path))}", this,
            workspace => workspace.Checker.Check(files, stop).Findings);

    /// <summary>Runs the tests of a file.</summary>
    /// <param name="path">The tests file.</param>
    /// <param name="test">The name of one of them; <see langword="null"/> for all.</param>
    public TestOutcome RunTests(string path, string? test) => known.Of(RunOf(path, test), this, files =>
    {
        if (!WorkflowTests.TryLoad(path, files.Options, Workflows.Options, out var tests, out var faults))
        {
            return new TestOutcome(0, 0, $"The tests cannot be run.\n{string.Join('\n', faults)}");
        }

        List<RuleTestResult> results = [.. test is null ? tests.Stream() : tests.Stream(name => name == test)];
        var failed = results.Where(result => !result.Passed).ToList();
        var summary = $"{results.Count - failed.Count} passed, {failed.Count} failed";
        return new TestOutcome(
            results.Count - failed.Count, failed.Count, string.Join('\n', failed.Select(one => one.ToString()).Append(summary)));
    });

    /// <summary>What came of tests when they were run, if nothing that they rest on has changed since.</summary>
    public TestOutcome? LastRun(string path, string? test) =>
        known.TryGet<TestOutcome>(RunOf(path, test), this, out var outcome) ? outcome : null;

    private static string RunOf(string path, string? test) => $"run of {path}: {test}";

    protected override Vocabulary? VocabularyAt(string path) => known.Vocabularies.Load(path, Files);

    protected override Vocabulary? VocabularyOfScenario(string path) =>
        known.Of($"facts of {path}", this, files => files.Vocabularies.For(path, [])?.Vocabulary);

    protected override T Known<T>(string key, Func<EditedFiles, T> make) => known.Of(key, this, make);
}
