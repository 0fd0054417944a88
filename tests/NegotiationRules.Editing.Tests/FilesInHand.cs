using NegotiationRules.Editing.Answers;
using NegotiationRules.Editing.Knowledge;
using NegotiationRules.Editing.Texts;
using NegotiationRules.Facts;

namespace NegotiationRules.Editing.Tests;

/// <summary>Some texts that lie nowhere, with no rules and no verdict: what is told of them is told of their texts alone.</summary>
internal sealed class FilesInHand(params (string Path, string Text)[] texts) : EditedFiles
{
    private readonly Dictionary<string, WrittenText> _texts =
        texts.ToDictionary(one => At(one.Path), one => new WrittenText(At(one.Path), one.Text), StringComparer.Ordinal);

    public static string At(string name) => Path.GetFullPath(Path.Combine(Path.DirectorySeparatorChar + "hand", name));

    /// <summary>What may be written where the mark <c>|</c> stands, in a text beside these.</summary>
    public static IReadOnlyList<Suggestion> Suggested(string name, string marked, params (string Path, string Text)[] beside)
    {
        var (files, text, offset) = Opened(name, marked, beside);
        return Completion.At(files, text, offset)?.All ?? [];
    }

    public static IEnumerable<string> Labels(string name, string marked, params (string Path, string Text)[] beside) =>
        Suggested(name, marked, beside).Select(one => one.Label);

    /// <summary>What is told of the place where the mark <c>|</c> stands.</summary>
    public static string? Told(string name, string marked, params (string Path, string Text)[] beside)
    {
        var (files, text, offset) = Opened(name, marked, beside);
        return Hovers.At(files, text, offset)?.Markdown;
    }

    public override WrittenText? Find(string path) => _texts.GetValueOrDefault(path);

    public override IReadOnlyList<string> In(string folder, FileKind kind) =>
        [.. _texts.Values.Where(one => one.Kind == kind && one.Folder == folder).Select(one => one.Path).Order(StringComparer.Ordinal)];

    public override IReadOnlyList<string> ScenariosFor(string path) => In(Path.GetDirectoryName(path)!, FileKind.Scenario);

    public override IReadOnlyList<string> WholesOf(string path) => [path];

    public override RuleSet? RulesAt(string path) => null;

    public override ChosenVerdict? VerdictOn(string rulesPath) => null;

    protected override Vocabulary? VocabularyAt(string path) =>
        Find(path) is { } text && Vocabulary.TryParse(text.Source.Text, out var found, out _) ? found : null;

    protected override Vocabulary? VocabularyOfScenario(string path) => null;

    protected override T Known<T>(string key, Func<EditedFiles, T> make) => make(this);

    private static (FilesInHand Files, WrittenText Text, int Offset) Opened(
        string name, string marked, (string Path, string Text)[] beside)
    {
        var offset = marked.IndexOf('|', StringComparison.Ordinal);
        var files = new FilesInHand([.. beside, (name, marked.Remove(offset, 1))]);
        return (files, files.Find(At(name))!, offset);
    }
}
