namespace NegotiationRules.Text;

/// <summary>Goes through a JSON text: where the next token starts, and what was passed over before it.</summary>
internal sealed class JsonCursor(SourceText source)
{
    private readonly string _text = source.Text;

    public SourceText Source => source;

    public int Position { get; set; }

    public bool IsAtEnd => Position >= _text.Length;

    /// <summary>How many commas <see cref="SkipTrivia"/> passed last.</summary>
    public int Commas { get; private set; }

    /// <summary>The last comma that was passed.</summary>
    public Span LastComma { get; private set; }

    /// <summary>How many colons <see cref="SkipTrivia"/> passed last.</summary>
    public int Colons { get; private set; }

    /// <summary>The last colon that was passed.</summary>
    public Span LastColon { get; private set; }

    /// <summary>The start of a comment that goes on to the end of the text.</summary>
    public Span? CommentNeverClosed { get; private set; }

    /// <summary>Goes on to the next character that is no white space, comment or separator.</summary>
    public void SkipTrivia()
    {
        (Commas, Colons) = (0, 0);
        while (Position < _text.Length)
        {
            var c = _text[Position];
            if (c == ',')
            {
                Commas++;
                LastComma = source.At(Position, 1);
            }
            else if (c == '/' && Position + 1 < _text.Length && _text[Position + 1] is '/' or '*')
            {
                SkipComment();
                continue;
            }
            else if (c == ':')
            {
                Colons++;
                LastColon = source.At(Position, 1);
            }
            else if (!char.IsWhiteSpace(c))
            {
                return;
            }

            Position++;
        }
    }

    /// <summary>What stands here up to white space, a bracket or a separator; one character at least, unless the text is at its
    /// end.</summary>
    public Span Word()
    {
        var end = Position;
        while (end < _text.Length && !char.IsWhiteSpace(_text[end]) && _text[end] is not (',' or ':' or '[' or ']' or '{' or '}' or '/'))
        {
            end++;
        }

        return source.At(Position, Math.Max(end - Position, IsAtEnd ? 0 : 1));
    }

    /// <summary>What stands here up to the next quotation mark of that kind, or the end of the line.</summary>
    public Span QuotedBy(char mark)
    {
        var end = Position + 1;
        while (end < _text.Length && _text[end] != mark && _text[end] is not ('\r' or '\n'))
        {
            end++;
        }

        return source.At(Position, Math.Min(end + 1, _text.Length) - Position);
    }

    /// <summary>What stands here between typographic quotation marks, or up to the end of the line.</summary>
    public Span TypographicallyQuoted()
    {
        var end = Position + 1;
        while (end < _text.Length && !IsTypographicQuote(_text[end]) && _text[end] is not ('\r' or '\n'))
        {
            end++;
        }

        return source.At(Position, end < _text.Length && IsTypographicQuote(_text[end]) ? end + 1 - Position : end - Position);
    }

    public static bool IsTypographicQuote(char c) =>
        c is '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u2018' or '\u2019' or '\u201A' or '\u00AB' or '\u00BB';

    private void SkipComment()
    {
        var isLine = _text[Position + 1] == '/';
        var length = isLine
            ? _text.AsSpan(Position).IndexOfAny('\r', '\n')
            : _text.AsSpan(Position + 2).IndexOf("*/", StringComparison.Ordinal) is >= 0 and var i ? i + 4 : -1;
        if (length < 0 && !isLine)
        {
            CommentNeverClosed = source.At(Position, 2);
        }

        Position = length < 0 ? _text.Length : Position + length;
    }
}
