using NegotiationRules.Editing.Places;
using NegotiationRules.Editing.Texts;
using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Editing.Knowledge;

/// <summary>The files around a text that is being written, at one moment, and what is to be known of them. Where they lie is for whoever
/// shows them to say: paths are full paths.</summary>
internal abstract class EditedFiles
{
    /// <summary>A text by its path; <see langword="null"/> if there is none.</summary>
    public abstract WrittenText? Find(string path);

    /// <summary>The paths of the files of a kind that lie in a folder, by name.</summary>
    public abstract IReadOnlyList<string> In(string folder, FileKind kind);

    /// <summary>The paths of the scenarios that lie where those for rules or tests do.</summary>
    public abstract IReadOnlyList<string> ScenariosFor(string path);

    /// <summary>The rule files that are checked for one: itself, or those it is a part of.</summary>
    public abstract IReadOnlyList<string> WholesOf(string path);

    /// <summary>The rules of a file with all it includes; <see langword="null"/> if there are none without errors.</summary>
    public abstract RuleSet? RulesAt(string path);

    /// <summary>The verdict of rules on the scenario that is chosen for them; <see langword="null"/> if none is.</summary>
    public abstract ChosenVerdict? VerdictOn(string rulesPath);

    /// <summary>The facts of a vocabulary file, as it last was without errors.</summary>
    protected abstract Vocabulary? VocabularyAt(string path);

    /// <summary>The facts that a scenario may state; <see langword="null"/> if nothing says which.</summary>
    protected abstract Vocabulary? VocabularyOfScenario(string path);

    /// <summary>What was worked out of files, kept as long as these stay as they are.</summary>
    /// <param name="key">What it is known by.</param>
    /// <param name="make">Works it out of these files, and of no others.</param>
    protected abstract T Known<T>(string key, Func<EditedFiles, T> make);

    /// <summary>The rule file that a file is, names, or stands beside; <see langword="null"/> if there is none of these.</summary>
    public static string? RulesOf(WrittenText text) => text.Kind switch
    {
        FileKind.Rules => text.Path,
        FileKind.Tests => (text.Tree as JsonObject)?.Find("rules")?.Value is JsonText { Value: { Length: > 0 } name }
            ? PathOf(text.Folder, name) : null,
        FileKind.Analysis or FileKind.Distribution =>
            text.Path[..^FileKinds.Endings[text.Kind.Value].Length] + FileKinds.Endings[FileKind.Rules],
        _ => null,
    };

    /// <summary>The rules that a file is evaluated as: itself, or if it makes no sense alone, those it is a part of.</summary>
    public string WholeOf(string path) => WholesOf(path) is [var whole, ..] && whole != path && RulesAt(path) is null ? whole : path;

    /// <summary>The paths of a rule file and of all it includes, as far as they can be found.</summary>
    public IReadOnlyList<string> IncludedBy(string path) => Known($"included by {path}", files =>
    {
        var found = new List<string>();
        Add(path);
        return found;

        void Add(string file)
        {
            if (found.Contains(file) || files.Find(file) is not { } text)
            {
                return;
            }

            found.Add(file);
            foreach (var name in ((text.Tree as JsonObject)?.Find("include")?.Value as JsonArray)?.Items.OfType<JsonText>() ?? [])
            {
                if (PathOf(text.Folder, name.Value) is { } included)
                {
                    Add(included);
                }
            }
        }
    });

    /// <summary>What a rule file, or the rules that a file is about, make known by name.</summary>
    public DeclaredNames NamesFor(WrittenText text) =>
        new([.. FilesOf(RulesAround(text)).Select(path => path == text.Path ? text : Find(path)).OfType<WrittenText>()]);

    /// <summary>The facts that a file may speak of; <see langword="null"/> if there are none to be had.</summary>
    public Vocabulary? VocabularyOf(WrittenText text) => text.Kind switch
    {
        FileKind.Scenario => VocabularyOfScenario(text.Path),
        FileKind.Distribution when RulesAround(text) is null => VocabularyOfScenario(text.Path),
        _ => RulesAround(text) is { } rules ? VocabularyOfRules(rules) : null,
    };

    /// <summary>What may stand where in a file; <see langword="null"/> for kinds of which nothing is known.</summary>
    public Grammar? GrammarOf(WrittenText text)
    {
        var isOfConditions = text.Kind is FileKind.Rules or FileKind.Analysis;
        var scopes = new Scopes(VocabularyOf(text), isOfConditions ? NamesFor(text).Parameters : new Dictionary<string, JsonValue>());
        return text.Kind switch
        {
            FileKind.Rules => new RuleFileGrammar(text.Tree, scopes),
            FileKind.Tests => new TestsGrammar(scopes),
            FileKind.Scenario => new FactGrammar(scopes),
            FileKind.Vocabulary => new VocabularyGrammar(text.Tree, scopes),
            FileKind.Analysis => new AnalysisGrammar(scopes),
            FileKind.Distribution => new DistributionGrammar(scopes),
            _ => null,
        };
    }

    // What values are drawn of may have any name, where there are no other rules.
    private string? RulesAround(WrittenText text) => text.Kind != FileKind.Distribution || Find(RulesOf(text)!) is not null ? RulesOf(text)
        : In(text.Folder, FileKind.Rules) is [var only] ? only : null;

    private IEnumerable<string> FilesOf(string? rules) =>
        rules is null ? [] : IncludedBy(rules).Concat(WholesOf(rules).SelectMany(IncludedBy)).Distinct();

    // The file says which; if it says nothing, what it includes or is included by does.
    private Vocabulary? VocabularyOfRules(string rules) => Known($"vocabulary of {rules}", files =>
    {
        foreach (var file in files.FilesOf(rules))
        {
            if ((files.Find(file)?.Tree as JsonObject)?.Find("vocabulary")?.Value is JsonText { Value: { Length: > 0 } name })
            {
                return name == Vocabulary.BuiltIn ? Vocabulary.Negotiation
                    : PathOf(Path.GetDirectoryName(file)!, name) is { } path ? files.VocabularyAt(path) : null;
            }
        }

        return Vocabulary.Negotiation;
    });

    // No path has the one character that none may have.
    private static string? PathOf(string folder, string name) =>
        name.Contains('\0', StringComparison.Ordinal) ? null : Path.GetFullPath(Path.Combine(folder, name));
}
