namespace NegotiationRules.Page.Editing;

/// <summary>Where somebody writes in a text that need not be JSON yet: the names on the way there, from the outermost.</summary>
internal sealed class CursorPath
{
    private readonly List<Level> _levels = [];

    private CursorPath()
    {
    }

    /// <summary>The names of members on the way; <see langword="null"/> for each list that is entered.</summary>
    public IReadOnlyList<string?> Names => [.. _levels.Take(_levels.Count - 1).Select(level => level.IsObject ? level.Name : null)];

    /// <summary>Whether a name is written there, and not a value.</summary>
    public bool IsName => _levels is [.., { IsObject: true, AwaitsValue: false }];

    /// <summary>The name whose value is written there; <see langword="null"/> in a list, and where a name is written.</summary>
    public string? Member => _levels is [.., { IsObject: true, AwaitsValue: true, Name: var name }] ? name : null;

    /// <summary>The names that stand before it in the same object.</summary>
    public IReadOnlyList<string> Before => _levels is [.., var last] ? last.Before : [];

    /// <summary>Where what is written begins.</summary>
    public int Start { get; private set; }

    /// <summary>Where it ends: of a text with both its quotes, behind the closing one.</summary>
    public int End { get; private set; }

    /// <summary>Goes through a text up to an offset; <see langword="null"/> outside of all brackets and inside a comment.</summary>
    public static CursorPath? Find(string text, int offset)
    {
        var path = new CursorPath { Start = offset, End = offset };
        for (var at = 0; at < offset;)
        {
            var end = EndOf(text, at);
            if (end > offset || (end == offset && (char.IsAsciiLetterOrDigit(text[at]) || (text[at] == '"' && !IsClosed(text, at, end)))))
            {
                if (text[at] == '/')
                {
                    return null;
                }

                (path.Start, path.End) = (at, IsClosed(text, at, end) ? end : offset);
                break;
            }

            path.Take(text, at, end);
            at = end;
        }

        return path._levels.Count == 0 ? null : path;
    }

    private void Take(string text, int at, int end)
    {
        switch (text[at])
        {
            case '{' or '[':
                _levels.Add(new Level(text[at] == '{'));
                break;
            case '}' or ']' when _levels.Count > 0:
                _levels.RemoveAt(_levels.Count - 1);
                break;
            case ':' when _levels is [.., var owner]:
                owner.AwaitsValue = true;
                break;
            case ',' when _levels is [.., var owner]:
                owner.AwaitsValue = false;
                break;
            case '"' when _levels is [.., { IsObject: true, AwaitsValue: false } owner]:
                owner.Name = text[(at + 1)..(IsClosed(text, at, end) ? end - 1 : end)];
                owner.Before.Add(owner.Name);
                break;
        }
    }

    // A text ends at its line, as one that is being written has no closing quote.
    private static int EndOf(string text, int at)
    {
        var end = at + 1;
        if (text[at] == '"')
        {
            while (end < text.Length && text[end] is not ('"' or '\n'))
            {
                end += text[end] == '\\' ? 2 : 1;
            }

            return Math.Min(end < text.Length && text[end] == '"' ? end + 1 : end, text.Length);
        }

        if (text[at] == '/' && end < text.Length && text[end] is '/' or '*')
        {
            var close = text[end] == '/' ? text.IndexOf('\n', end) : text.IndexOf("*/", end, StringComparison.Ordinal) + 2;
            return close <= end ? text.Length : close;
        }

        while (char.IsAsciiLetterOrDigit(text[at]) && end < text.Length
            && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '.' or '-'))
        {
            end++;
        }

        return end;
    }

    private static bool IsClosed(string text, int at, int end) => text[at] == '"' && end - at > 1 && text[end - 1] == '"';

    private sealed class Level(bool isObject)
    {
        public bool IsObject { get; } = isObject;

        public string? Name { get; set; }

        public bool AwaitsValue { get; set; }

        public List<string> Before { get; } = [];
    }
}
