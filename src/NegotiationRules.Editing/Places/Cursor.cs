using NegotiationRules.Editing.Texts;
using NegotiationRules.Text;

namespace NegotiationRules.Editing.Places;

/// <summary>Where in a file somebody is writing.</summary>
/// <param name="At">What may stand there; of a name, what its object is.</param>
/// <param name="Owner">The object or list around; <see langword="null"/> around the whole.</param>
/// <param name="Member">The member whose name or value is meant, if there is one.</param>
/// <param name="Value">The value that stands there, or is missing; <see langword="null"/> where a new one may begin.</param>
/// <param name="Part">What of it is meant.</param>
/// <param name="Span">What a completion takes the place of.</param>
internal sealed record Cursor(Spot At, JsonValue? Owner, JsonMember? Member, JsonValue? Value, CursorPart Part, Span Span)
{
    /// <summary>Finds it.</summary>
    public static Cursor Find(WrittenText text, Grammar grammar, int offset)
    {
        var (value, spot) = (text.Tree, grammar.Root);
        JsonMember? within = null;
        JsonValue? around = null;
        while (true)
        {
            switch (value)
            {
                case JsonObject owner when IsInside(owner, offset):
                    var member = owner.Members.LastOrDefault(one => one.NameSpan.Start < offset
                        && offset <= Math.Max(one.Value.Span.End, one.NameSpan.End));
                    if (member is null)
                    {
                        return new Cursor(spot, owner, null, null, CursorPart.Name, text.Source.At(offset, 0));
                    }

                    if (offset <= member.NameSpan.End)
                    {
                        return new Cursor(spot, owner, member, null, CursorPart.Name, member.NameSpan);
                    }

                    (around, within) = (owner, member);
                    (spot, value) = (grammar.Under(spot, owner, member), member.Value);
                    break;
                case JsonArray list when IsInside(list, offset):
                    around = list;
                    if (list.Items.FirstOrDefault(one => one.Span.Start <= offset && offset <= one.Span.End) is not { } item)
                    {
                        return new Cursor(spot, list, within, null, CursorPart.Value, text.Source.At(offset, 0));
                    }

                    value = item;
                    break;
                default:
                    var isMissing = TolerantReader.IsMissing(value);
                    return new Cursor(spot, around, within, value, CursorPart.Value,
                        isMissing ? text.Source.At(offset, 0) : value.Span);
            }
        }
    }

    // Of what is not closed, the end of the text is inside.
    private static bool IsInside(JsonValue value, int offset)
    {
        var characters = value.Span.Characters;
        var isClosed = characters.Length > 1 && characters[^1] is '}' or ']';
        return value.Span.Start < offset && (isClosed ? offset < value.Span.End : offset <= value.Span.End);
    }
}

/// <summary>What of an object or a list is meant.</summary>
internal enum CursorPart
{
    Name,
    Value,
}
