using System.Buffers;

namespace NegotiationRules.Text;

/// <summary>Finds where members of good JSON begin and end in its text, for places that know only one end of them.</summary>
internal static class ValueText
{
    private static readonly SearchValues<char> EndsOfWords = SearchValues.Create(" \t\r\n,]}/");

    /// <summary>The end of the value that starts at or behind a place.</summary>
    public static int EndOf(string text, int at)
    {
        var depth = 0;
        for (var i = SkipTrivia(text, at); i < text.Length; i = SkipTrivia(text, i))
        {
            var c = text[i];
            i = c == '"' ? EndOfQuoted(text, i) : c is '{' or '[' or '}' or ']' or ',' or ':' ? i + 1 : EndOfWord(text, i);
            depth += c is '{' or '[' ? 1 : c is '}' or ']' ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return text.Length;
    }

    /// <summary>The name in quotes before the colon before a value; the value itself if there is none.</summary>
    public static Span NameBefore(Span value)
    {
        var before = value.Source!.Text.AsSpan(0, value.Start).TrimEnd();
        if (before is not [.., ':'] || before[..^1].TrimEnd() is not [.., '"'])
        {
            return value;
        }

        var quoted = before[..^1].TrimEnd();
        var start = quoted.Length - 1;
        do
        {
            start = quoted[..start].LastIndexOf('"');
        }
        while (start > 0 && quoted[start - 1] == '\\');
        return value with { Start = start, Length = quoted.Length - start };
    }

    private static int SkipTrivia(string text, int at)
    {
        while (at < text.Length)
        {
            var rest = text.AsSpan(at);
            var length = char.IsWhiteSpace(rest[0]) ? 1
                : rest.StartsWith("//") ? rest.IndexOfAny('\r', '\n')
                : rest.StartsWith("/*") ? rest.IndexOf("*/", StringComparison.Ordinal) + 2
                : 0;
            if (length <= 0)
            {
                break;
            }

            at += length;
        }

        return at;
    }

    private static int EndOfQuoted(string text, int at)
    {
        for (at++; at < text.Length && text[at] != '"'; at++)
        {
            at += text[at] == '\\' ? 1 : 0;
        }

        return Math.Min(at + 1, text.Length);
    }

    private static int EndOfWord(string text, int at)
    {
        var length = text.AsSpan(at).IndexOfAny(EndsOfWords);
        return length < 0 ? text.Length : at + Math.Max(length, 1);
    }
}
