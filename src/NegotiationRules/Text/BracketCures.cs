namespace NegotiationRules.Text;

/// <summary>Finds what is meant where a bracket is missing or is of the wrong kind.</summary>
/// <remarks>A cure is taken for what is meant only if with it fewer brackets of the text are without their match, and with no other one so
/// few.</remarks>
internal static class BracketCures
{
    // Of so many brackets that do not match it is tried what they may stand for; of more, the first thing that comes to mind.
    private const int MostChoices = 5;

    // Of a text in which so many do not match nobody forgot a bracket: no cure is better than another.
    private const int MostUnmatched = 1_000;

    /// <summary>The cure with which the fewest brackets are without their match; <see langword="null"/> if that is not fewer than now, or
    /// if two do as well.</summary>
    public static Cure? Best(SourceText source, params Cure?[] cures)
    {
        var tried = cures.OfType<Cure>().Select(cure => (Cure: cure, Left: Unmatched(cure.ApplyTo(source)))).OrderBy(t => t.Left).ToList();
        return tried.Count > 0 && tried[0].Left < Unmatched(source.Text) && (tried.Count == 1 || tried[0].Left < tried[1].Left)
            ? tried[0].Cure
            : null;
    }

    /// <summary>A bracket that closes what is open, behind what stands before a place, and before a comma that stands there.</summary>
    public static Cure? Close(Span opening, int before)
    {
        var text = opening.Source!.Text.AsSpan(0, before).TrimEnd();
        text = text.EndsWith(",") ? text[..^1].TrimEnd() : text;
        return Cure.Replace(opening with { Start = text.Length, Length = 0 }, Closing(opening));
    }

    /// <summary>What closes a bracket.</summary>
    public static string Closing(Span opening) => opening.Characters is "{" ? "}" : "]";

    /// <summary>A bracket that should be closed before a line that begins no further to the right than the line that it was opened on, and
    /// that line; only if closing it there leaves fewer brackets without their match.</summary>
    public static (Span Opening, Span Line, Cure Cure)? ByLayout(SourceText source)
    {
        var text = source.Text;
        var open = new Stack<(Span Bracket, int Line, int Indent)>();
        var last = 0;
        foreach (var at in Tokens(text))
        {
            var line = text.LastIndexOf('\n', at) + 1;
            var isFirst = text.AsSpan(line, at - line).IsWhiteSpace();
            if (open.TryPeek(out var top) && isFirst && line > top.Line && at - line <= top.Indent && text[at] != Closing(top.Bracket)[0])
            {
                var cure = Close(top.Bracket, last);
                return Best(source, cure) is null ? null : (top.Bracket, source.At(at, 1), cure!);
            }

            switch (text[at])
            {
                case '{' or '[':
                    open.Push((source.At(at, 1), line, text.AsSpan(line).IndexOfAnyExcept(" \t")));
                    break;
                case '}' or ']' when !open.TryPop(out top) || Closing(top.Bracket)[0] != text[at]:
                    return null;
            }

            last = text[at] == '"' ? EndOfText(text, at) : at + 1;
        }

        return null;
    }

    // Brackets that are missing, too many, or of the other kind.
    private static int Unmatched(string text)
    {
        char[] brackets = [.. Tokens(text).Select(at => text[at]).Where(c => c is '{' or '[' or '}' or ']')];
        return Math.Min(Unmatched(brackets, 0, new char[brackets.Length], 0, MostChoices), MostUnmatched);
    }

    // What would close the brackets that are open, so many of them, is written over by this.
    private static int Unmatched(char[] brackets, int from, char[] closing, int open, int choices)
    {
        var found = 0;
        for (var i = from; i < brackets.Length && found < MostUnmatched; i++)
        {
            var bracket = brackets[i];
            if (bracket is '{' or '[')
            {
                // Behind the end of all nothing can be opened.
                found += open == 0 && i > 0 ? 1 : 0;
                closing[open++] = bracket == '{' ? '}' : ']';
            }
            else if (open == 0)
            {
                found++;
            }
            else if (closing[--open] != bracket)
            {
                found++;
                if (choices > 0 && open > 0 && closing[open - 1] == bracket)
                {
                    // It is the wrong one, or the right one is missing before it.
                    var kept = closing.AsSpan(0, open).ToArray();
                    var replaced = Unmatched(brackets, i + 1, closing, open, choices - 1);
                    kept.CopyTo(closing, 0);
                    return found + Math.Min(replaced, Unmatched(brackets, i + 1, closing, open - 1, choices - 1));
                }
            }
        }

        return found + open;
    }

    // Where brackets, separators, texts and words start, outside of comments.
    private static IEnumerable<int> Tokens(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '"')
            {
                yield return at;
                at = EndOfText(text, at) - 1;
            }
            else if (string.CompareOrdinal(text, at, "//", 0, 2) == 0)
            {
                at = text.IndexOf('\n', at) is >= 0 and var end ? end : text.Length;
            }
            else if (string.CompareOrdinal(text, at, "/*", 0, 2) == 0)
            {
                at = text.IndexOf("*/", at + 2, StringComparison.Ordinal) is >= 0 and var end ? end + 1 : text.Length;
            }
            else if (!char.IsWhiteSpace(text[at]))
            {
                yield return at;
            }
        }
    }

    // Behind its closing quotation mark, or at the end of its line.
    private static int EndOfText(string text, int start)
    {
        for (var at = start + 1; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '\\':
                    at++;
                    break;
                case '"':
                    return at + 1;
                case '\n':
                    return at;
            }
        }

        return text.Length;
    }
}
