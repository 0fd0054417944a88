using System.Collections.Immutable;
using System.Text;

namespace NegotiationRules.Text;

/// <summary>Prints JSON as people write it: two spaces a level, and on one line whatever fits there.</summary>
internal sealed class JsonPrinter
{
    private const int Width = 110;

    private readonly IReadOnlySet<JsonValue> _opened;
    private readonly StringBuilder _text = new();

    private JsonPrinter(IReadOnlySet<JsonValue> opened) => _opened = opened;

    /// <summary>The text, with a line break at its end.</summary>
    /// <param name="value">What is printed.</param>
    /// <param name="opened">Objects and lists, by reference, that are spread over lines even if they would fit on one.</param>
    public static string Print(JsonValue value, IReadOnlySet<JsonValue> opened)
    {
        var printer = new JsonPrinter(opened);
        printer.Write(value, 0, 0);
        return printer._text.Append('\n').ToString();
    }

    /// <summary>The text without a line break at its end; on one line, however long, unless it is <paramref name="indented"/>.</summary>
    public static string Print(JsonValue value, bool indented)
    {
        var printer = new JsonPrinter(ImmutableHashSet<JsonValue>.Empty);
        if (indented)
        {
            printer.Write(value, 0, 0);
        }
        else
        {
            printer.WriteFlat(value);
        }

        return printer._text.ToString();
    }

    /// <summary>The text in double quotes, with no more escapes than JSON demands and a terminal that shows it.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        for (var i = 0; i < text.Length; i++)
        {
            AppendCharacter(quoted, text[i]);
        }

        return quoted.Append('"').ToString();
    }

    // `behind` is how many characters follow on the line whatever happens: a comma.
    private void Write(JsonValue value, int indent, int behind)
    {
        var start = _text.Length;
        if (value is JsonObject { Members.Count: 0 } or JsonArray { Items.Count: 0 } or not (JsonObject or JsonArray))
        {
            WriteFlat(value);
            return;
        }

        if (!HoldsOpened(value))
        {
            WriteFlat(value);
            if (ColumnOf(start) + (_text.Length - start) + behind <= Width)
            {
                return;
            }

            _text.Length = start;
        }

        WriteSpread(value, indent);
    }

    private void WriteSpread(JsonValue value, int indent)
    {
        var (open, close) = value is JsonObject ? ('{', '}') : ('[', ']');
        _text.Append(open);
        var count = value is JsonObject o ? o.Members.Count : ((JsonArray)value).Items.Count;
        for (var i = 0; i < count; i++)
        {
            _text.Append('\n').Append(' ', indent + 2);
            if (value is JsonObject { Members: var members })
            {
                _text.Append(Quote(members[i].Name)).Append(": ");
            }

            var last = i == count - 1;
            Write(value is JsonObject inner ? inner.Members[i].Value : ((JsonArray)value).Items[i], indent + 2, last ? 0 : 1);
            _text.Append(last ? string.Empty : ",");
        }

        _text.Append('\n').Append(' ', indent).Append(close);
    }

    private void WriteFlat(JsonValue value)
    {
        switch (value)
        {
            case JsonObject { Members.Count: 0 }:
                _text.Append("{}");
                break;
            case JsonObject { Members: var members }:
                _text.Append("{ ");
                for (var i = 0; i < members.Count; i++)
                {
                    _text.Append(i > 0 ? ", " : string.Empty).Append(Quote(members[i].Name)).Append(": ");
                    WriteFlat(members[i].Value);
                }

                _text.Append(" }");
                break;
            case JsonArray { Items: var items }:
                var spaced = items.Any(item => item is JsonObject or JsonArray) ? " " : string.Empty;
                _text.Append('[').Append(spaced);
                for (var i = 0; i < items.Count; i++)
                {
                    _text.Append(i > 0 ? ", " : string.Empty);
                    WriteFlat(items[i]);
                }

                _text.Append(spaced).Append(']');
                break;
            case JsonText { Value: var text }:
                _text.Append(Quote(text));
                break;
            case JsonNumber { Digits: var digits }:
                _text.Append(digits);
                break;
            default:
                _text.Append(value is JsonBoolean flag ? flag.Value ? "true" : "false" : "null");
                break;
        }
    }

    private bool HoldsOpened(JsonValue value) => _opened.Contains(value) || value switch
    {
        JsonObject { Members: var members } => members.Any(m => HoldsOpened(m.Value)),
        JsonArray { Items: var items } => items.Any(HoldsOpened),
        _ => false,
    };

    private int ColumnOf(int position)
    {
        var column = 0;
        while (column < position && _text[position - column - 1] != '\n')
        {
            column++;
        }

        return column;
    }

    private static void AppendCharacter(StringBuilder quoted, char c)
    {
        switch (c)
        {
            case '"' or '\\':
                quoted.Append('\\').Append(c);
                break;
            case '\n':
                quoted.Append("\\n");
                break;
            case '\r':
                quoted.Append("\\r");
                break;
            case '\t':
                quoted.Append("\\t");
                break;
            case < ' ' or (>= '\u007f' and <= '\u009f') or '\u2028' or '\u2029':
            // What turns the direction of writing shows text as another.
            case (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069'):
                quoted.Append("\\u").Append(((int)c).ToString("x4", System.Globalization.CultureInfo.InvariantCulture));
                break;
            default:
                quoted.Append(c);
                break;
        }
    }
}
