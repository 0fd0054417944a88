using NegotiationRules.Text;

namespace NegotiationRules.Cli.LanguageServer.Protocol;

/// <summary>A place between two characters; line and UTF-16 unit are counted from 0.</summary>
internal readonly record struct TextPosition(int Line, int Character)
{
    public static TextPosition Of(SourceText text, int offset)
    {
        var (line, column) = text.Lines.PositionOf(offset);
        return new TextPosition(line - 1, column - 1);
    }

    /// <summary>The offset, kept inside the text.</summary>
    public int In(SourceText text) => text.Lines.OffsetOf(Line + 1, Character);
}

/// <summary>From one place to another.</summary>
internal readonly record struct TextRange(TextPosition Start, TextPosition End)
{
    public static TextRange Of(Span span) => span.Source is not { } text ? default
        : new TextRange(TextPosition.Of(text, span.Start), TextPosition.Of(text, span.End));
}

/// <summary>A stretch of a file.</summary>
internal sealed record FilePlace(string Uri, TextRange Range);
