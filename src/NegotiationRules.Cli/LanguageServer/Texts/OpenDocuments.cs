using System.Collections.Immutable;
using NegotiationRules.Cli.LanguageServer.Protocol;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.LanguageServer.Texts;

/// <summary>The texts that an editor has open, by full path, and those on disk beside them. Immutable: whoever works something out has the
/// texts of one moment.</summary>
internal sealed class OpenDocuments
{
    private readonly ImmutableDictionary<string, OpenDocument> _open;

    private OpenDocuments(ImmutableDictionary<string, OpenDocument> open) => _open = open;

    public static OpenDocuments None { get; } = new(ImmutableDictionary.Create<string, OpenDocument>(StringComparer.Ordinal));

    public IEnumerable<OpenDocument> All => _open.Values;

    public OpenDocument? FindOpen(string path) => _open.GetValueOrDefault(path);

    /// <summary>A text that is open, by the address of its file.</summary>
    public OpenDocument? At(string uri) => FileAddress.PathOf(uri) is { } path ? _open.GetValueOrDefault(path) : null;

    /// <summary>A text that is open or lies on disk; <see langword="null"/> if it cannot be read.</summary>
    public OpenDocument? Find(string path) => _open.GetValueOrDefault(path) ?? OnDisk(path);

    /// <summary>The address of a file, as the editor spells it where it has it open.</summary>
    public string UriOf(string path) =>
        _open.TryGetValue(Path.GetFullPath(path), out var open) ? open.Uri : FileAddress.Of(path);

    public OpenDocuments With(OpenDocument document) => new(_open.SetItem(document.Path, document));

    public OpenDocuments Without(string path) => new(_open.Remove(path));

    /// <summary>The files of this machine with these texts in the place of theirs.</summary>
    public OpenFiles InPlaceOfFiles() => new(path => _open.GetValueOrDefault(path)?.Bytes);

    private static OpenDocument? OnDisk(string path) =>
        Utf8Text.ReadNamedFile(path, ReadingLimits.Default, out _) is { } bytes && Utf8Text.Decode(bytes) is { } text
            ? new OpenDocument(FileAddress.Of(path), path, text)
            : null;
}
