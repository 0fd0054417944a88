using NegotiationRules.Editing.Knowledge;
using NegotiationRules.Editing.Texts;
using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Page.Opened;

/// <summary>The files of the page, for who helps to write them.</summary>
/// <param name="question">Which rules and which scenario are chosen.</param>
/// <param name="folder">The files.</param>
/// <param name="opened">The rules.</param>
/// <param name="vocabularies">The vocabularies as they last were without errors.</param>
internal sealed class FilesOnDesk(PageQuestion question, OpenFolder folder, RulesOnDesk opened, LastVocabularies vocabularies) : EditedFiles
{
    private readonly string _chosen = folder.At(question.Rules);

    public override WrittenText? Find(string path) => folder.Find(folder.PathOf(path));

    public override IReadOnlyList<string> In(string place, FileKind kind) =>
        [.. All(kind).Where(path => Path.GetDirectoryName(path) == place)];

    public override IReadOnlyList<string> ScenariosFor(string path) => [.. All(FileKind.Scenario)];

    public override IReadOnlyList<string> WholesOf(string path) =>
        path != _chosen && IncludedBy(_chosen).Contains(path) ? [_chosen] : [path];

    public override RuleSet? RulesAt(string path) => path == _chosen ? opened.Last(question.Rules) : null;

    public override ChosenVerdict? VerdictOn(string rulesPath)
    {
        var seen = WholeOf(rulesPath) == _chosen ? Seen.Of(question, folder, opened) : null;
        var fault = seen?.OfScenario.FirstOrDefault(one => one.Severity == DiagnosticSeverity.Error)?.Message;
        return seen?.Verdict is null && fault is null ? null
            : new ChosenVerdict(FileKinds.NameOf(question.Scenario), seen!.Verdict, fault);
    }

    protected override Vocabulary? VocabularyAt(string path) => vocabularies.Load(path, FileStore.Disk);

    protected override Vocabulary? VocabularyOfScenario(string path) => Find(_chosen) is { } rules ? VocabularyOf(rules) : null;

    protected override T Known<T>(string key, Func<EditedFiles, T> make) => folder.Known(key, () => make(this));

    private IEnumerable<string> All(FileKind kind) => folder.Paths.Where(path => FileKinds.Of(path) == kind).Select(folder.At);
}
