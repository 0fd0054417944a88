namespace NegotiationRules.Cli.Formatting;

/// <summary>Puts tokens together to values, each comment where it belongs.</summary>
internal sealed class LayoutReader
{
    private readonly List<JsonToken> _tokens;
    private int _next;

    /// <param name="text">A text that has been read without faults.</param>
    public LayoutReader(string text)
    {
        _tokens = JsonToken.AllOf(text);
        var before = Comments(isFirst: true);
        Root = new LaidOutEntry { Before = before, IsApart = before.Count > 0 && _tokens[_next].Breaks > 1, Value = Value() };
        Root.Behind.AddRange(CommentsOnLine());
        After = Comments(isFirst: false);
    }

    /// <summary>The value of the whole text, with the comments before it.</summary>
    public LaidOutEntry Root { get; }

    /// <summary>The comments on the lines after it.</summary>
    public IReadOnlyList<Comment> After { get; }

    /// <summary>Whether a comma stands after the last entry of an object or a list that is spread over lines.</summary>
    public bool HasLastCommas { get; private set; }

    private LaidOutValue Value()
    {
        var token = _tokens[_next++];
        if (!token.Opens)
        {
            return new LaidOutValue { Plain = token.Text, Width = token.Text.Length };
        }

        var value = new LaidOutValue { IsObject = token.Text == "{", BeganLine = _tokens[_next].Breaks > 0 };
        value.Opening.AddRange(CommentsOnLine());
        ReadEntries(value);
        value.IsSpread = !value.IsEmpty && (value.BeganLine || value.Opening.Count + value.Closing.Count > 0
            || value.Entries.Exists(entry => entry.HasComments || entry.Value.IsSpread));
        value.Width = value.IsEmpty ? 2 : WidthOf(value);
        return value;
    }

    private void ReadEntries(LaidOutValue value)
    {
        // Comments between an entry and its comma, on lines of their own.
        List<Comment> late = [];
        var hasComma = false;
        while (true)
        {
            var isFirst = value.Entries.Count + value.Opening.Count == 0;
            List<Comment> before = [.. late, .. Comments(isFirst)];
            if (_tokens[_next].Closes)
            {
                HasLastCommas |= hasComma && _tokens[_next].Breaks > 0;
                value.Closing.AddRange(before);
                _next++;
                return;
            }

            var entry = Entry(value.IsObject, before, isFirst && before.Count == 0);
            value.Entries.Add(entry);
            late = Comments(isFirst: false);
            hasComma = _tokens[_next].Text == ",";
            if (hasComma)
            {
                _next++;
                entry.Behind.AddRange(late.Count == 0 && entry.Behind is not [.., { EndsLine: true }] ? CommentsOnLine() : []);
            }
        }
    }

    private LaidOutEntry Entry(bool isMember, List<Comment> before, bool isFirst)
    {
        var isApart = !isFirst && _tokens[_next].Breaks > 1;
        var beginsLine = _tokens[_next].Breaks > 0;
        var name = string.Empty;
        if (isMember)
        {
            name = _tokens[_next++].Text;
            before.AddRange(Comments(isFirst: true));
            _next++;
            before.AddRange(Comments(isFirst: true));
        }

        var entry = new LaidOutEntry { Before = before, IsApart = isApart, BeginsLine = beginsLine, Name = name, Value = Value() };
        entry.Behind.AddRange(CommentsOnLine());
        return entry;
    }

    // One that a value follows on the line speaks of that.
    private List<Comment> CommentsOnLine()
    {
        var end = _next;
        while (end < _tokens.Count && _tokens[end] is { IsComment: true, Breaks: 0 })
        {
            end++;
        }

        if (end < _tokens.Count && _tokens[end] is { Breaks: 0, Closes: false, Text: not "," })
        {
            return [];
        }

        List<Comment> comments = [.. _tokens[_next..end].Select(token => new Comment(token.Text, IsApart: false))];
        _next = end;
        return comments;
    }

    private List<Comment> Comments(bool isFirst)
    {
        var comments = new List<Comment>();
        for (; _next < _tokens.Count && _tokens[_next].IsComment; _next++)
        {
            comments.Add(new Comment(_tokens[_next].Text, _tokens[_next].Breaks > 1 && !(isFirst && comments.Count == 0)));
        }

        return comments;
    }

    // A comma and a space after each, but instead of the last the two brackets.
    private static int WidthOf(LaidOutValue value) => value.Entries.Sum(entry => entry.Width + 2) + (value.IsSpaced ? 2 : 0);
}
