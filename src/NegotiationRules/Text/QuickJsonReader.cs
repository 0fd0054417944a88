using System.Buffers;
using System.Runtime.InteropServices;

namespace NegotiationRules.Text;

/// <summary>Reads text that is good JSON, with comments and trailing commas, into a tree in one pass.</summary>
/// <remarks>
/// It gives up at the first thing that it does not expect and says nothing of it: <see cref="JsonReader"/> then reads the text again and
/// finds what is wrong with it, or that it is one of the rarities that only that reader takes. So this must take nothing that
/// <see cref="JsonReader"/> refuses, and give the same tree.
/// </remarks>
internal sealed class QuickJsonReader
{
    private static readonly SearchValues<char> EndOfPlainText =
        SearchValues.Create("\"\\" + string.Concat(Enumerable.Range(0, ' ').Select(c => (char)c)));

    private static readonly SearchValues<char> EndOfWord = SearchValues.Create(" \t\r\n,]}/");

    private readonly SourceText _source;
    private readonly string _text;
    private readonly ReadingLimits _limits;
    private readonly JsonElements? _elements;
    private readonly int _deepest;
    private readonly RecentTexts _names;
    private readonly RecentTexts _texts;

    // What has been read of the objects and lists that are open, the innermost last.
    private readonly List<JsonMember> _members = [];
    private readonly List<JsonValue> _items = [];
    private int _position;
    private int _depth;
    private int _values;

    private QuickJsonReader(SourceText source, ReadingLimits limits, JsonElements? elements)
    {
        (_source, _text, _limits, _elements) = (source, source.Text, limits, elements);
        (_names, _texts) = (new RecentTexts(_text.Length), new RecentTexts(_text.Length));
        _deepest = Math.Min(limits.Depth, JsonReader.DeepestEver);
    }

    /// <summary>The tree, or <see langword="null"/> if the text is not plainly JSON.</summary>
    /// <param name="source">The text.</param>
    /// <param name="limits">What it may hold; a text that is over one is given up.</param>
    /// <param name="elements">A list of the root object whose elements are handed over as they are read; in the tree, it is empty.</param>
    public static JsonValue? Read(SourceText source, ReadingLimits limits, JsonElements? elements = null)
    {
        if (source.Text.Length > limits.Characters)
        {
            return null;
        }

        var reader = new QuickJsonReader(source, limits, elements);
        return reader.SkipTrivia() && reader.ReadValue() is { } value && !reader.SkipTrivia() && reader._position == source.Text.Length
            ? value
            : null;
    }

    // Goes on to the next token; false at the end of the text, or within a comment that never ends.
    private bool SkipTrivia()
    {
        for (; _position < _text.Length; _position++)
        {
            switch (_text[_position])
            {
                case ' ' or '\n' or '\r' or '\t':
                    continue;
                case '/' when SkipComment():
                    continue;
                default:
                    return true;
            }
        }

        return false;
    }

    // To the last character of the comment.
    private bool SkipComment()
    {
        var rest = _text.AsSpan(_position);
        var length = rest.StartsWith("//") ? rest.IndexOfAny('\r', '\n')
            : rest.StartsWith("/*") && rest[2..].IndexOf("*/", StringComparison.Ordinal) is >= 0 and var inside ? inside + 4
            : -1;
        _position += Math.Max(length - 1, 0);
        return length > 0;
    }

    private JsonValue? ReadValue()
    {
        if (++_values > _limits.Values)
        {
            return null;
        }

        switch (_text[_position])
        {
            case '"':
                var start = _position;
                return ReadQuoted(_texts) is { } text ? new JsonText(From(start), text) : null;
            case '{':
                return _depth < _deepest ? ReadObject() : null;
            case '[':
                return _depth < _deepest ? ReadArray(null) : null;
            default:
                return ReadWord();
        }
    }

    private JsonObject? ReadObject()
    {
        var (start, first) = (_position++, _members.Count);
        HashSet<string>? names = null;
        _depth++;
        while (SkipTrivia())
        {
            if (_text[_position] == '}')
            {
                _position++;
                _depth--;
                return new JsonObject(From(start), TakeFrom(_members, first));
            }

            if (ReadMember() is not { } member || IsTaken(member.Name, first, ref names))
            {
                return null;
            }

            _members.Add(member);
            if (!SkipSeparator('}'))
            {
                return null;
            }
        }

        return null;
    }

    private JsonMember? ReadMember()
    {
        var start = _position;
        if (_text[start] != '"' || ReadQuoted(_names) is not { } name)
        {
            return null;
        }

        var span = From(start);

        // No comment can stand before the colon.
        _position += _text.AsSpan(_position).IndexOfAnyExcept(" \t\r\n") is > 0 and var space ? space : 0;
        if (_position == _text.Length || _text[_position] != ':')
        {
            return null;
        }

        _position++;
        if (!SkipTrivia())
        {
            return null;
        }

        var isHandedOver = _depth == 1 && name == _elements?.Key && _text[_position] == '[';
        return (isHandedOver ? ReadArray(_elements) : ReadValue()) is { } value ? new JsonMember(name, span, value) : null;
    }

    // Few names are looked through, many are kept in a set.
    private bool IsTaken(string name, int first, ref HashSet<string>? names)
    {
        var members = CollectionsMarshal.AsSpan(_members)[first..];
        if (members.Length >= 8)
        {
            names ??= [.. _members.Skip(first).Select(member => member.Name)];
            return !names.Add(name);
        }

        foreach (var member in members)
        {
            if (member.Name == name)
            {
                return true;
            }
        }

        return false;
    }

    private JsonArray? ReadArray(JsonElements? takenBy)
    {
        var (start, first, count) = (_position++, _items.Count, 0);
        _depth++;
        while (SkipTrivia())
        {
            if (_text[_position] == ']')
            {
                _position++;
                _depth--;
                return new JsonArray(From(start), TakeFrom(_items, first));
            }

            if (count++ == _limits.ListLength || ReadValue() is not { } item)
            {
                return null;
            }

            if (takenBy is null)
            {
                _items.Add(item);
            }
            else
            {
                takenBy.Take(item);
            }

            if (!SkipSeparator(']'))
            {
                return null;
            }
        }

        return null;
    }

    // A comma, which may be left out before the bracket that closes.
    private bool SkipSeparator(char closing)
    {
        if (!SkipTrivia())
        {
            return false;
        }

        var isComma = _text[_position] == ',';
        _position += isComma ? 1 : 0;
        return isComma || _text[_position] == closing;
    }

    // The text in double quotes here, without them; null if it is none.
    private string? ReadQuoted(RecentTexts seen)
    {
        var rest = _text.AsSpan(_position + 1);
        var length = rest.IndexOfAny(EndOfPlainText);
        if (length < 0)
        {
            return null;
        }

        var text = rest[length] == '"' ? seen.Get(rest[..length]) : EscapedText.Read(rest, out length);
        _position += length + 2;
        return text;
    }

    private JsonValue? ReadWord()
    {
        var rest = _text.AsSpan(_position);
        var length = rest.IndexOfAny(EndOfWord);
        var word = length < 0 ? rest : rest[..length];
        var span = _source.At(_position, word.Length);
        _position += word.Length;
        return word switch
        {
            "true" => new JsonBoolean(span, true),
            "false" => new JsonBoolean(span, false),
            "null" => new JsonNull(span),
            _ => JsonNumberSpelling.IsGood(word) ? new JsonNumber(span, _texts.Get(word)) : null,
        };
    }

    private Span From(int start) => _source.At(start, _position - start);

    private static T[] TakeFrom<T>(List<T> list, int first)
    {
        var taken = CollectionsMarshal.AsSpan(list)[first..].ToArray();
        list.RemoveRange(first, taken.Length);
        return taken;
    }
}
