namespace NegotiationRules.Text;

/// <summary>A stretch of a text, and what is to stand there instead.</summary>
/// <param name="Span">What is replaced; of length 0 where something is put in.</param>
/// <param name="Text">What takes its place; empty where something is taken out.</param>
internal sealed record TextEdit(Span Span, string Text)
{
    /// <summary>Puts a member behind the last one of an object.</summary>
    public static TextEdit Append(JsonObject owner, string member) =>
        owner.Members is [.., var last]
            ? new TextEdit(owner.Span with { Start = last.Value.Span.End, Length = 0 }, $", {member}")
            : new TextEdit(owner.Span, $"{{ {member} }}");

    /// <summary>Takes a member out, with the comma that parts it from the others.</summary>
    public static TextEdit Remove(JsonMember member) => Remove(Whole(member));

    /// <summary>Takes an element of a list or a member of an object out, with the comma that parts it from the others.</summary>
    public static TextEdit Remove(Span part)
    {
        var text = part.Source?.Text ?? string.Empty;
        var (start, end) = (part.Start, part.End);
        var behind = end;
        while (behind < text.Length && char.IsWhiteSpace(text[behind]))
        {
            behind++;
        }

        if (behind < text.Length && text[behind] == ',')
        {
            end = behind + 1;
            while (end < text.Length && text[end] is ' ' or '\t')
            {
                end++;
            }
        }
        else
        {
            var before = start;
            while (before > 0 && char.IsWhiteSpace(text[before - 1]))
            {
                before--;
            }

            start = before > 0 && text[before - 1] == ',' ? before - 1 : start;
        }

        return new TextEdit(part with { Start = start, Length = end - start }, string.Empty);
    }

    /// <summary>Takes out the member whose name stands there.</summary>
    public static TextEdit RemoveMemberAt(Span name) => name.Source is null ? new TextEdit(name, string.Empty)
        : Remove(name with { Length = ValueText.EndOf(name.Source.Text, name.Source.Text.IndexOf(':', name.End) + 1) - name.Start });

    /// <summary>Takes out the member whose value stands there.</summary>
    public static TextEdit RemoveMemberOf(Span value) => value.Source is null ? new TextEdit(value, string.Empty)
        : Remove(value with { Start = ValueText.NameBefore(value).Start, Length = value.End - ValueText.NameBefore(value).Start });

    /// <summary>Gives another name to the member whose value stands there.</summary>
    public static TextEdit RenameMemberOf(Span value, string name) =>
        new(value.Source is null ? value : ValueText.NameBefore(value), JsonPrinter.Quote(name));

    /// <summary>A member from its name to the end of its value.</summary>
    public static Span Whole(JsonMember member) => member.NameSpan with { Length = member.Value.Span.End - member.NameSpan.Start };
}
