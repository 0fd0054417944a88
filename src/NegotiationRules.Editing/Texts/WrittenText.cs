using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Editing.Texts;

/// <summary>A text as somebody writes it, or as it lies where nobody does. Immutable.</summary>
internal class WrittenText
{
    private readonly Lazy<JsonValue> _tree;

    /// <param name="path">The full path of its file.</param>
    /// <param name="text">The text.</param>
    public WrittenText(string path, string text)
    {
        Path = path;
        Source = new SourceText(path, text) { IsFile = true };
        _tree = new Lazy<JsonValue>(() => TolerantReader.Read(Source));
    }

    public string Path { get; }

    /// <summary>The full path of the folder.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    public SourceText Source { get; }

    public FileKind? Kind => FileKinds.Of(Path);

    /// <summary>As much of a tree as there is.</summary>
    public JsonValue Tree => _tree.Value;
}
