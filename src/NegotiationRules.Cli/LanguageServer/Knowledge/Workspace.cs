using NegotiationRules.Cli.Checking;
using NegotiationRules.Cli.Files;
using NegotiationRules.Cli.LanguageServer.Places;
using NegotiationRules.Cli.LanguageServer.Protocol;
using NegotiationRules.Cli.LanguageServer.Texts;
using NegotiationRules.Cli.Output;
using NegotiationRules.Cli.Sources;
using NegotiationRules.Text;
using NegotiationRules.Workflows;

namespace NegotiationRules.Cli.LanguageServer.Knowledge;

/// <summary>What there is to know of the files around the texts that are open, at one moment.</summary>
/// <param name="documents">The texts that are open.</param>
/// <param name="known">What was worked out before.</param>
/// <param name="root">The folder that included files may not lie outside of; <see langword="null"/> for that of each rule file.</param>
/// <param name="choice">Which scenario is chosen.</param>
internal sealed class Workspace(OpenDocuments documents, KnownReads known, string? root, ScenarioChoice choice)
{
    private static readonly WorkflowReading Workflows = new(null, MissingIsNull: false, []);

    public OpenDocuments Documents => documents;

    public ScenarioChoice Choice => choice;

    public RuleSetOptions Options => new() { Root = root };

    /// <summary>A rule file with all it includes.</summary>
    public LoadedRules Load(string path) => known.Of($"rules {path}", documents, () =>
    {
        RuleSet.TryLoad(path, Options, out var rules, out var diagnostics);
        return new LoadedRules(rules, diagnostics);
    });

    /// <summary>What is wrong with a file, as <c>negotiate check</c> finds it; of a part of other rules, what is wrong with
    /// these.</summary>
    public IReadOnlyList<Finding> Check(FileKind kind, string path, CancellationToken stop) => kind == FileKind.Rules
        ? [.. WholesOf(path).SelectMany(whole => Load(whole).Diagnostics).Select(Finding.Of)]
        : known.Of($"check {path}", documents, () =>
        {
            var checker = new FileChecker(new VocabularyFinder(null, root, Workflows), root, Workflows);
            return checker.Check([(kind, path)], stop).Findings;
        });

    /// <summary>The rule files that are checked for one: itself, or those it is a part of.</summary>
    public IReadOnlyList<string> WholesOf(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        var parts = known.Of($"parts of {folder}", documents, () =>
        {
            string[] files = [.. RuleFilesIn(folder), path];
            return (All: files, Parts: IncludedFiles.Of(files));
        });
        if (!parts.Parts.Contains(path))
        {
            return [path];
        }

        var wholes = parts.All.Where(file => !parts.Parts.Contains(file) && IncludedBy(file).Contains(path)).Distinct().ToList();
        return wholes.Count == 0 ? [path] : wholes;
    }

    /// <summary>The rules that a file is evaluated as: itself, or if it makes no sense alone, those it is a part of.</summary>
    public string WholeOf(string path) => WholesOf(path) is [var whole, ..] && whole != path && Load(path).Rules is null ? whole : path;

    /// <summary>The full paths of a rule file and of all it includes, as far as they can be found.</summary>
    public IReadOnlyList<string> IncludedBy(string path) => known.Of($"included by {path}", documents, () =>
    {
        var found = new List<string>();
        Add(path);
        return found;

        void Add(string file)
        {
            if (found.Contains(file) || documents.Find(file) is not { } document)
            {
                return;
            }

            found.Add(file);
            var names = ((document.Tree as JsonObject)?.Find("include")?.Value as JsonArray)?.Items.OfType<JsonText>() ?? [];
            foreach (var name in names.Where(name => !name.Value.Contains('\0', StringComparison.Ordinal)))
            {
                Add(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, name.Value)));
            }
        }
    });

    /// <summary>The rule files, tests and analyses that may speak of what a file makes known: all that are put together with it, and their
    /// tests.</summary>
    public IReadOnlyList<OpenDocument> FamilyOf(OpenDocument document)
    {
        var rules = document.Kind == FileKind.Rules ? [document.Path] : RulesOfTests(document) is { } named ? new[] { named } : [];
        var all = rules.SelectMany(WholesOf).SelectMany(IncludedBy).Distinct().ToList();
        var folders = all.Select(path => Path.GetDirectoryName(path)!).Distinct();
        var tests = folders.SelectMany(folder => FilesIn(folder, FileKind.Tests)).Select(documents.Find).OfType<OpenDocument>()
            .Where(one => RulesOfTests(one) is { } path && (all.Contains(path) || WholesOf(path).SelectMany(IncludedBy).Any(all.Contains)));
        return [.. all.Select(documents.Find).OfType<OpenDocument>(), .. tests];
    }

    /// <summary>What a rule file, or the rules of a tests file, make known by name.</summary>
    public DeclaredNames NamesFor(OpenDocument document)
    {
        var rules = document.Kind == FileKind.Tests ? RulesOfTests(document) : document.Path;
        var files = rules is null ? [] : IncludedBy(rules).Concat(WholesOf(rules).SelectMany(IncludedBy)).Distinct();
        return new DeclaredNames([.. files.Select(path => path == document.Path ? document : documents.Find(path)).OfType<OpenDocument>()]);
    }

    /// <summary>The facts that a file may speak of; <see langword="null"/> if there are none to be had.</summary>
    public Vocabulary? VocabularyOf(OpenDocument document) => document.Kind switch
    {
        FileKind.Rules => VocabularyOfRules(document.Path),
        FileKind.Tests => RulesOfTests(document) is { } rules ? VocabularyOfRules(rules) : null,
        FileKind.Scenario => known.Of($"facts of {document.Path}", documents, () =>
            new VocabularyFinder(null, root, Workflows).For(document.Path, [])?.Vocabulary),
        _ => null,
    };

    /// <summary>What may stand where in a file; <see langword="null"/> for kinds of which nothing is known.</summary>
    public Grammar? GrammarOf(OpenDocument document)
    {
        IReadOnlyDictionary<string, JsonValue> parameters = document.Kind == FileKind.Rules
            ? NamesFor(document).Parameters : new Dictionary<string, JsonValue>();
        var scopes = new Scopes(VocabularyOf(document), parameters);
        return document.Kind switch
        {
            FileKind.Rules => new RuleFileGrammar(document.Tree, scopes),
            FileKind.Tests => new TestsGrammar(scopes),
            FileKind.Scenario => new FactGrammar(scopes),
            _ => null,
        };
    }

    /// <summary>The verdict of rules on the scenario that is chosen for them; <see langword="null"/> if none is.</summary>
    public ChosenVerdict? VerdictOn(string rulesPath)
    {
        var whole = WholeOf(rulesPath);
        if (choice.For(whole) is not { } path)
        {
            return null;
        }

        var name = FileKinds.NameOf(path);
        return known.Of($"verdict of {whole} on {path}", documents, () =>
            Load(whole).Rules is not { } rules ? new ChosenVerdict(name, null, "the rules have errors")
                : !Scenario.TryLoad(path, out var scenario, out var faults) || !rules.TryEvaluate(scenario, out var verdict, out faults)
                ? new ChosenVerdict(name, null, faults is [var first, ..] ? first.Message : null)
                : new ChosenVerdict(name, verdict, null));
    }

    /// <summary>What is wrong with files that lie side by side, checked together.</summary>
    public IReadOnlyList<Finding> CheckBeside(string folder, IReadOnlyList<(FileKind Kind, string Path)> files, CancellationToken stop) =>
        known.Of($"beside {folder}: {string.Join('|', files.Select(file => file.Path))}", documents, () =>
            new FileChecker(new VocabularyFinder(null, root, Workflows), root, Workflows).Check(files, stop).Findings);

    /// <summary>Runs the tests of a file.</summary>
    /// <param name="path">The tests file.</param>
    /// <param name="test">The name of one of them; <see langword="null"/> for all.</param>
    public TestOutcome RunTests(string path, string? test) => known.Of(RunOf(path, test), documents, () =>
    {
        if (!WorkflowTests.TryLoad(path, Options, Workflows.Options, out var tests, out var faults))
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
        known.TryGet<TestOutcome>(RunOf(path, test), documents, out var outcome) ? outcome : null;

    private static string RunOf(string path, string? test) => $"run of {path}: {test}";

    /// <summary>The full path of the rules that a tests file names; <see langword="null"/> if it names none.</summary>
    public static string? RulesOfTests(OpenDocument tests) =>
        (tests.Tree as JsonObject)?.Find("rules")?.Value is JsonText { Value: { Length: > 0 } name }
            && !name.Contains('\0', StringComparison.Ordinal)
            ? Path.GetFullPath(Path.Combine(Path.GetDirectoryName(tests.Path)!, name))
            : null;

    // The file says which; if it says nothing, what it includes or is included by does.
    private Vocabulary? VocabularyOfRules(string path) => known.Of($"vocabulary of {path}", documents, () =>
    {
        foreach (var file in IncludedBy(path).Concat(WholesOf(path).SelectMany(IncludedBy)))
        {
            if ((documents.Find(file)?.Tree as JsonObject)?.Find("vocabulary")?.Value is JsonText { Value: { Length: > 0 } name })
            {
                return name == Vocabulary.BuiltIn ? Vocabulary.Negotiation
                    : Vocabulary.TryLoad(Path.Combine(Path.GetDirectoryName(file)!, name), out var found, out _) ? found : null;
            }
        }

        return Vocabulary.Negotiation;
    });

    private static string[] RuleFilesIn(string folder) => FilesIn(folder, FileKind.Rules);

    /// <summary>The files of a kind in a folder; none if it cannot be looked into.</summary>
    public static string[] FilesIn(string folder, FileKind kind)
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
}
