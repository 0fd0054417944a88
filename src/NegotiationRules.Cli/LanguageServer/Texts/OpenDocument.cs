using System.Text;
using NegotiationRules.Cli.LanguageServer.Protocol;
using NegotiationRules.Editing.Texts;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.LanguageServer.Texts;

/// <summary>A text as an editor has it, or as it lies on disk where none has it open. Immutable.</summary>
internal sealed class OpenDocument : WrittenText
{
    private readonly Lazy<byte[]> _bytes;

    /// <param name="uri">The address, as the editor spells it.</param>
    /// <param name="path">The full path.</param>
    /// <param name="text">The text.</param>
    public OpenDocument(string uri, string path, string text)
        : base(path, text)
    {
        Uri = uri;
        _bytes = new Lazy<byte[]>(() => Encoding.UTF8.GetBytes(Source.Text));
    }

    public string Uri { get; }

    /// <summary>What tells one opening of a file from the next.</summary>
    public object Opening { get; private init; } = new();

    /// <summary>In UTF-8, as it would be read from disk.</summary>
    public byte[] Bytes => _bytes.Value;

    /// <summary>The same with changes, each made in what the one before has left.</summary>
    public OpenDocument With(IEnumerable<ContentChange> changes)
    {
        var source = Source;
        foreach (var change in changes)
        {
            source = change.Range is not { } range ? source.With(change.Text) : source.With(Replace(source, range, change.Text));
        }

        return new OpenDocument(Uri, Path, source.Text) { Opening = Opening };
    }

    private static string Replace(SourceText source, TextRange range, string text)
    {
        var (start, end) = (range.Start.In(source), range.End.In(source));
        return string.Concat(source.Text.AsSpan(0, Math.Min(start, end)), text, source.Text.AsSpan(Math.Max(start, end)));
    }
}
