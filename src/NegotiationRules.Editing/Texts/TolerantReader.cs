using NegotiationRules.Text;

namespace NegotiationRules.Editing.Texts;

/// <summary>Reads a text that is being written: there is always a tree, with as much in it as stands there.</summary>
/// <remarks>
/// Nothing is reported; that is for the check to do. A value that is not there yet is a <see cref="JsonNull"/> that covers the place where
/// it belongs. A text without its closing quote ends with its line; what is not closed ends with the text.
/// </remarks>
internal sealed class TolerantReader
{
    private const int Deepest = 200;

    private readonly SourceText _source;
    private readonly string _text;
    private int _at;
    private int _depth;

    private TolerantReader(SourceText source) => (_source, _text) = (source, source.Text);

    public static JsonValue Read(SourceText source)
    {
        var reader = new TolerantReader(source);
        reader.SkipBlank();
        return reader.Value();
    }

    /// <summary>Whether a value is still to be written.</summary>
    public static bool IsMissing(JsonValue value) => value is JsonNull && !value.Span.Characters.StartsWith("n");

    /// <summary>Whether a place lies in a remark, where nothing is read.</summary>
    public static bool IsInComment(SourceText source, int offset)
    {
        var reader = new TolerantReader(source);
        while (reader._at < offset)
        {
            var start = reader._at;
            if (reader.Next == '"')
            {
                reader.SkipText();
            }
            else if (!reader.SkipComment())
            {
                reader._at++;
            }
            else if (offset < reader._at || (offset == reader._at && !reader._text.AsSpan(start, offset - start).EndsWith("*/")))
            {
                return true;
            }
        }

        return false;
    }

    private char Next => _at < _text.Length ? _text[_at] : '\0';

    private bool IsAtEnd => _at >= _text.Length;

    private JsonValue Value()
    {
        if (_depth >= Deepest)
        {
            _at = _text.Length;
        }

        switch (Next)
        {
            case '{':
                return Object();
            case '[':
                return Array();
            case '"':
                return Text();
            case '\0' or ',' or ':' or ']' or '}':
                return new JsonNull(_source.At(_at, 0));
        }

        var start = _at;
        while (!IsAtEnd && !char.IsWhiteSpace(Next) && Next is not (',' or ':' or ']' or '}' or '[' or '{' or '"' or '/'))
        {
            _at++;
        }

        _at = Math.Max(_at, start + 1);
        var span = _source.At(start, _at - start);
        return span.Characters switch
        {
            "true" => new JsonBoolean(span, true),
            "false" => new JsonBoolean(span, false),
            "null" => new JsonNull(span),
            ['-' or (>= '0' and <= '9'), ..] digits => new JsonNumber(span, digits.ToString()),
            var word => new JsonText(span, word.ToString()),
        };
    }

    private JsonText Text()
    {
        var start = _at;
        var isClosed = SkipText();
        var written = _text.AsSpan(start + 1, _at - start - (isClosed ? 2 : 1));
        return new JsonText(_source.At(start, _at - start), isClosed ? EscapedText.ReadAll(written) : written.TrimEnd().ToString());
    }

    // Whether it has its closing quote; without one it ends with its line.
    private bool SkipText()
    {
        _at++;
        while (!IsAtEnd && Next is not ('"' or '\n' or '\r'))
        {
            _at += Next == '\\' && _at + 1 < _text.Length && _text[_at + 1] is not ('\n' or '\r') ? 2 : 1;
        }

        var isClosed = Next == '"';
        _at = Math.Min(isClosed ? _at + 1 : _at, _text.Length);
        return isClosed;
    }

    private JsonArray Array()
    {
        var start = _at++;
        _depth++;
        var items = new List<JsonValue>();
        for (SkipBlank(); !IsAtEnd && Next is not (']' or '}'); SkipBlank())
        {
            if (Next is ',' or ':')
            {
                _at++;
                continue;
            }

            items.Add(Value());
        }

        return new JsonArray(Close(start, ']'), items);
    }

    private JsonObject Object()
    {
        var start = _at++;
        _depth++;
        var members = new List<JsonMember>();
        for (SkipBlank(); !IsAtEnd && Next is not ('}' or ']'); SkipBlank())
        {
            if (Next is ',' or ':')
            {
                _at++;
                continue;
            }

            members.Add(Member());
        }

        return new JsonObject(Close(start, '}'), members);
    }

    private JsonMember Member()
    {
        if (Next is '{' or '[')
        {
            return new JsonMember(string.Empty, _source.At(_at, 0), Value());
        }

        var name = Value();
        var behind = _at;
        SkipBlank();
        if (Next != ':')
        {
            _at = behind;
            return new JsonMember(NameOf(name), name.Span, new JsonNull(_source.At(behind, 0)));
        }

        var colon = ++_at;
        SkipBlank();
        return Next is '\0' or ',' or '}' or ']' || IsNameOfNext()
            ? new JsonMember(NameOf(name), name.Span, new JsonNull(_source.At(colon, _at - colon)))
            : new JsonMember(NameOf(name), name.Span, Value());
    }

    private static string NameOf(JsonValue name) => name is JsonText text ? text.Value : name.Span.ToString();

    // Where a value is not written yet, the next line begins with the name of what follows.
    private bool IsNameOfNext()
    {
        if (Next != '"')
        {
            return false;
        }

        var start = _at;
        Text();
        SkipBlank();
        var isName = Next == ':';
        _at = start;
        return isName;
    }

    // A bracket of the other kind closes what is around.
    private Span Close(int start, char bracket)
    {
        _depth--;
        _at += Next == bracket ? 1 : 0;
        return _source.At(start, _at - start);
    }

    private void SkipBlank()
    {
        while (!IsAtEnd)
        {
            if (char.IsWhiteSpace(Next))
            {
                _at++;
            }
            else if (!SkipComment())
            {
                return;
            }
        }
    }

    private bool SkipComment()
    {
        var rest = _text.AsSpan(_at);
        if (rest.StartsWith("//"))
        {
            var end = rest.IndexOfAny('\r', '\n');
            _at = end < 0 ? _text.Length : _at + end;
            return true;
        }

        if (rest.StartsWith("/*"))
        {
            var end = _text.IndexOf("*/", _at + 2, StringComparison.Ordinal);
            _at = end < 0 ? _text.Length : end + 2;
            return true;
        }

        return false;
    }
}
