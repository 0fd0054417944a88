using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace NegotiationRules.Cli.Streaming;

/// <summary>A JSON Pointer (RFC 6901): <c>/facts</c>, <c>/cases/0/a~1b</c>, or <c>""</c> for the whole text.</summary>
internal sealed class JsonPointer
{
    // Scenarios have a limit of their own; this one only has to be beyond it.
    private static readonly JsonReaderOptions AsPeopleWrite = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        MaxDepth = 1000,
    };

    private readonly string _text;
    private readonly string[] _segments;

    private JsonPointer(string text, string[] segments)
    {
        _text = text;
        _segments = segments;
    }

    public bool IsWhole => _segments.Length == 0;

    public static bool TryParse(string text, [NotNullWhen(true)] out JsonPointer? pointer, [NotNullWhen(false)] out string? fault)
    {
        pointer = null;
        if (text.Length > 0 && text[0] != '/')
        {
            fault = $"`{text}` is no JSON Pointer: it starts with `/`, or is empty for the whole line";
            return false;
        }

        var segments = text.Length == 0 ? [] : text[1..].Split('/');
        for (var i = 0; i < segments.Length; i++)
        {
            if (HasLoneTilde(segments[i]))
            {
                fault = $"`{text}` is no JSON Pointer: write `~0` for `~` and `~1` for `/`";
                return false;
            }

            // In this order, or `~01` would become `/`.
            segments[i] = segments[i].Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
        }

        pointer = new JsonPointer(text, segments);
        fault = null;
        return true;
    }

    /// <summary>Finds the value in one JSON text, which is read to its end.</summary>
    /// <param name="json">The text in UTF-8.</param>
    /// <param name="value">Where the value stands in the text; <see langword="null"/> if there is none.</param>
    /// <returns>Whether the pointer leads to one value at the most: a name that stands twice in an object leads to two.</returns>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public bool TryFind(ReadOnlySpan<byte> json, out Range? value)
    {
        var reader = new Utf8JsonReader(json, AsPeopleWrite);
        value = null;
        if (!reader.Read())
        {
            throw new JsonException("there is no value");
        }

        var isOne = Seek(ref reader, 0, ref value);
        while (reader.Read())
        {
            // To the end, so that nothing is answered for a line that is not JSON.
        }

        return isOne;
    }

    public override string ToString() => _text;

    private static bool HasLoneTilde(string segment)
    {
        for (var i = segment.IndexOf('~', StringComparison.Ordinal); i >= 0; i = segment.IndexOf('~', i + 1))
        {
            if (i + 1 == segment.Length || segment[i + 1] is not ('0' or '1'))
            {
                return true;
            }
        }

        return false;
    }

    // Stands at the first token of a value, and afterwards at its last.
    private bool Seek(ref Utf8JsonReader reader, int depth, ref Range? value)
    {
        if (depth == _segments.Length)
        {
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            value = start..(int)reader.BytesConsumed;
            return true;
        }

        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return SeekProperty(ref reader, depth, ref value);
            case JsonTokenType.StartArray:
                return SeekElement(ref reader, depth, ref value);
            default:
                return true;
        }
    }

    private bool SeekProperty(ref Utf8JsonReader reader, int depth, ref Range? value)
    {
        var seen = 0;
        var isOne = true;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var matches = reader.ValueTextEquals(_segments[depth]);
            reader.Read();
            if (!matches)
            {
                reader.Skip();
                continue;
            }

            seen++;
            isOne &= Seek(ref reader, depth + 1, ref value);
        }

        return isOne && seen <= 1;
    }

    private bool SeekElement(ref Utf8JsonReader reader, int depth, ref Range? value)
    {
        var wanted = IndexOf(_segments[depth]);
        var isOne = true;
        for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
        {
            if (i == wanted)
            {
                isOne = Seek(ref reader, depth + 1, ref value);
            }
            else
            {
                reader.Skip();
            }
        }

        return isOne;
    }

    // Digits without leading zeros; anything else, `-` among it, is no element that exists.
    private static int IndexOf(string segment) =>
        int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && (segment.Length == 1 || segment[0] != '0')
            ? index
            : -1;
}
