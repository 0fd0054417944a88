namespace NegotiationRules.Cli.Formatting;

/// <summary>A piece of JSON that is no white space, as it was written.</summary>
/// <param name="Text">A bracket, a comma, a colon, a text, a word, a number or a comment.</param>
/// <param name="Breaks">How many line breaks stand before it.</param>
internal readonly record struct JsonToken(string Text, int Breaks)
{
    public bool IsComment => Text[0] == '/';

    public bool Opens => Text is "{" or "[";

    public bool Closes => Text is "}" or "]";

    /// <summary>The tokens of a text that has been read without faults.</summary>
    public static List<JsonToken> AllOf(string text)
    {
        var tokens = new List<JsonToken>();
        var (position, breaks) = (0, 0);
        while (position < text.Length)
        {
            if (char.IsWhiteSpace(text[position]))
            {
                breaks += text[position] is '\n' || (text[position] is '\r' && text.AsSpan(position + 1) is not ['\n', ..]) ? 1 : 0;
                position++;
                continue;
            }

            var length = LengthAt(text, position);
            tokens.Add(new JsonToken(text.Substring(position, length), breaks));
            (position, breaks) = (position + length, 0);
        }

        return tokens;
    }

    private static int LengthAt(string text, int start) => text[start] switch
    {
        '{' or '}' or '[' or ']' or ',' or ':' => 1,
        '"' => EndOfText(text, start + 1) - start,
        '/' when text[start + 1] == '*' => text.IndexOf("*/", start + 2, StringComparison.Ordinal) + 2 - start,
        '/' => LengthUntil(text, start, c => c is '\r' or '\n'),
        _ => LengthUntil(text, start, c => char.IsWhiteSpace(c) || c is ',' or ':' or '[' or ']' or '{' or '}' or '/'),
    };

    private static int LengthUntil(string text, int start, Func<char, bool> isBehind)
    {
        var end = start + 1;
        while (end < text.Length && !isBehind(text[end]))
        {
            end++;
        }

        return end - start;
    }

    private static int EndOfText(string text, int position)
    {
        while (text[position] != '"')
        {
            position += text[position] == '\\' ? 2 : 1;
        }

        return position + 1;
    }
}
