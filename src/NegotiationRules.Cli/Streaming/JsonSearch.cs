using System.Text.Json;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.Streaming;

/// <summary>Finds what a JSON Pointer points at in text that is not taken apart for it.</summary>
internal static class JsonSearch
{
    // Scenarios have a limit of their own; this one only has to be beyond it.
    private static readonly JsonReaderOptions AsPeopleWrite = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        MaxDepth = 1000,
    };

    /// <summary>Finds the value in one JSON text, which is read to its end.</summary>
    /// <param name="pointer">The pointer.</param>
    /// <param name="json">The text in UTF-8.</param>
    /// <param name="value">Where the value stands in the text; <see langword="null"/> if there is none.</param>
    /// <returns>Whether the pointer leads to one value at the most: a name that stands twice in an object leads to two.</returns>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static bool TryFind(JsonPointer pointer, ReadOnlySpan<byte> json, out Range? value)
    {
        var reader = new Utf8JsonReader(json, AsPeopleWrite);
        value = null;
        if (!reader.Read())
        {
            throw new JsonException("there is no value");
        }

        var isOne = Seek(pointer.Names, ref reader, ref value);
        while (reader.Read())
        {
            // To the end, so that nothing is answered for a line that is not JSON.
        }

        return isOne;
    }

    // Stands at the first token of a value, and afterwards at its last.
    private static bool Seek(ReadOnlySpan<string> names, ref Utf8JsonReader reader, ref Range? value)
    {
        if (names.IsEmpty)
        {
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            value = start..(int)reader.BytesConsumed;
            return true;
        }

        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return SeekProperty(names, ref reader, ref value);
            case JsonTokenType.StartArray:
                return SeekElement(names, ref reader, ref value);
            default:
                return true;
        }
    }

    private static bool SeekProperty(ReadOnlySpan<string> names, ref Utf8JsonReader reader, ref Range? value)
    {
        var seen = 0;
        var isOne = true;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var matches = reader.ValueTextEquals(names[0]);
            reader.Read();
            if (!matches)
            {
                reader.Skip();
                continue;
            }

            seen++;
            isOne &= Seek(names[1..], ref reader, ref value);
        }

        return isOne && seen <= 1;
    }

    private static bool SeekElement(ReadOnlySpan<string> names, ref Utf8JsonReader reader, ref Range? value)
    {
        var wanted = JsonPointer.IndexOf(names[0]);
        var isOne = true;
        for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
        {
            if (i == wanted)
            {
                isOne = Seek(names[1..], ref reader, ref value);
            }
            else
            {
                reader.Skip();
            }
        }

        return isOne;
    }
}
