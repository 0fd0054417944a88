namespace NegotiationRules.Text;

/// <summary>A text that was read, with the name it goes by in reports and a map from offsets to lines.</summary>
internal sealed class SourceText
{
    private readonly Lazy<LineMap> _lines;
    private readonly int _firstLine;

    /// <param name="name">The path as the user gave it, or a name in angle brackets.</param>
    /// <param name="text">The text.</param>
    /// <param name="firstLine">The number of its first line, for one line of a long file.</param>
    public SourceText(string name, string text, int firstLine = 1)
    {
        Name = name;
        _firstLine = firstLine;

        // A byte order mark is no part of the text: editors do not count it as a column, so neither may reports.
        Text = text.StartsWith('\uFEFF') ? text[1..] : text;
        _lines = new Lazy<LineMap>(() => new LineMap(Text, firstLine));
    }

    /// <summary>The path as the user gave it, or a name in angle brackets for text that came from no file.</summary>
    public string Name { get; }

    /// <summary>Whether the name is that of the file it was read from, so that what it names can be found beside it.</summary>
    public bool IsFile { get; init; }

    /// <summary>Whether reports may show its lines.</summary>
    public bool IsShown { get; init; } = true;

    public string Text { get; }

    public LineMap Lines => _lines.Value;

    public Span At(int start, int length) => new(this, start, length);

    /// <summary>Another text in the place of this one.</summary>
    public SourceText With(string text) => new(Name, text, _firstLine) { IsFile = IsFile, IsShown = IsShown };

    public override string ToString() => Name;
}
