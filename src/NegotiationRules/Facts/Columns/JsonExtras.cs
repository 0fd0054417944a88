using System.Text.Json;

namespace NegotiationRules.Facts.Columns;

/// <summary>Passes over what a scenario has besides facts, and sees to it that no name comes twice in an object.</summary>
internal sealed class JsonExtras
{
    // Names are compared one by one; an object with more that no vocabulary knows is left to the plain reader.
    private const int MostNames = 64;

    private (int Start, int Length)[] _names = new (int, int)[16];
    private int _count;

    public void Clear() => _count = 0;

    /// <summary>Passes over a property that is no fact, with its value.</summary>
    /// <param name="reader">Stands at the name, and afterwards at the end of the value.</param>
    /// <param name="utf8">The whole text.</param>
    /// <param name="first">Where the names of this object begin; -1 before the first one. To be handed to <see cref="Leave"/> at its
    /// end.</param>
    /// <returns>Whether it could be passed over.</returns>
    public bool TrySkip(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, ref int first)
    {
        // A name with escapes might be the same as one without. An object with a value is perhaps not an object, but a value with its
        // source.
        if (reader.ValueIsEscaped || reader.ValueSpan.SequenceEqual("value"u8))
        {
            return false;
        }

        first = first < 0 ? _count : first;
        foreach (var (start, length) in _names.AsSpan(first, _count - first))
        {
            if (reader.ValueSpan.SequenceEqual(utf8.Slice(start, length)))
            {
                return false;
            }
        }

        if (_count - first == MostNames)
        {
            return false;
        }

        if (_count == _names.Length)
        {
            Array.Resize(ref _names, _count * 2);
        }

        _names[_count++] = ((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length);
        reader.Read();
        return TrySkipValue(ref reader, utf8);
    }

    /// <summary>Forgets the names of an object.</summary>
    public void Leave(int first) => _count = first < 0 ? _count : first;

    /// <summary>Whether each half of a character that an escape stands for has the other half beside it.</summary>
    /// <param name="escaped">A text of JSON with escapes that are spelt well.</param>
    public static bool HasWholeCharacters(ReadOnlySpan<byte> escaped)
    {
        for (var at = 0; at < escaped.Length; at++)
        {
            if (escaped[at] != '\\')
            {
                continue;
            }

            at++;
            if (escaped[at] == 'u' && (escaped[at + 1] | 0x20) == 'd' && escaped[at + 2] >= '8')
            {
                // D800 to DBFF, and then \uDC00 to \uDFFF.
                var rest = escaped[(at + 1)..];
                if (rest[1] > 'B' && (rest[1] | 0x20) > 'b')
                {
                    return false;
                }

                if (
                    rest.Length < 10
                    || rest[4] != '\\'
                    || rest[5] != 'u'
                    || (rest[6] | 0x20) != 'd'
                    || rest[7] < 'C'
                    || (rest[7] | 0x20) < 'c'
                )
                {
                    return false;
                }

                at += 10;
            }
        }

        return true;
    }

    private bool TrySkipValue(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var first = -1;
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    if (!TrySkip(ref reader, utf8, ref first))
                    {
                        return false;
                    }
                }

                Leave(first);
                return true;
            case JsonTokenType.StartArray:
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    if (!TrySkipValue(ref reader, utf8))
                    {
                        return false;
                    }
                }

                return true;
            case JsonTokenType.String:
                return !reader.ValueIsEscaped || HasWholeCharacters(reader.ValueSpan);
            case JsonTokenType.Number:
                return reader.ValueSpan.Length <= Text.JsonNumberSpelling.Longest;
            default:
                return true;
        }
    }
}
