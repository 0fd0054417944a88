using System.Buffers;

namespace NegotiationRules.Text;

/// <summary>Edits for a text that is no JSON, found by looking around the fault.</summary>
internal static class CuresOfText
{
    private static readonly SearchValues<char> BracketsAndSpace = SearchValues.Create(" \t\r\n}],");

    /// <summary>A comma behind what stands before a value; just before the value where a comment lies between.</summary>
    public static Cure? Comma(Span before)
    {
        var text = before.Source!.Text;
        var end = text.AsSpan(0, before.Start).TrimEnd().Length;
        var line = text.AsSpan(0, end);
        line = line[(line.LastIndexOfAny('\r', '\n') + 1)..];
        return line.Contains("//", StringComparison.Ordinal) || line.EndsWith("*/", StringComparison.Ordinal)
            ? Cure.Replace(before with { Length = 0 }, ", ")
            : Cure.Replace(before with { Start = end, Length = 0 }, ",");
    }

    /// <summary>A colon behind a name, where a value follows.</summary>
    public static Cure? Colon(Span name) =>
        name.Source!.Text.AsSpan(name.End).TrimStart() is [var next, ..]
            && (char.IsAsciiLetterOrDigit(next) || next is '"' or '{' or '[' or '-')
            ? Cure.Replace(name with { Start = name.End, Length = 0 }, ":")
            : null;

    /// <summary>A comment between a name and its colon, moved behind the colon; one that goes to the end of its line stays where it
    /// is.</summary>
    public static Cure? CommentBehindColon(Span comment)
    {
        var text = comment.Source!.Text;
        var end = text.IndexOf("*/", comment.Start, StringComparison.Ordinal) + 2;
        var colon = end < 2 ? -1 : text.Length - text.AsSpan(end).TrimStart().Length;
        return comment.Characters is "/*" && colon >= 0 && colon < text.Length && text[colon] == ':'
            ? Cure.Of(new TextEdit(comment with { Length = end - comment.Start }, string.Empty),
                new TextEdit(comment with { Start = colon + 1, Length = 0 }, $" {text[comment.Start..end]}"))
            : null;
    }

    /// <summary>A name that has no value, taken out with its colon.</summary>
    public static Cure? WithoutName(Span name)
    {
        var colon = name.Source!.Text.IndexOf(':', name.End);
        return colon < 0 ? null : Cure.Of(TextEdit.Remove(name with { Length = colon + 1 - name.Start }));
    }

    /// <summary>Brackets behind the end, if there is nothing else.</summary>
    public static Cure? WithoutBrackets(Span at) =>
        at.Source!.Text.AsSpan(at.Start).IndexOfAnyExcept(BracketsAndSpace) < 0
            ? Cure.Replace(at with { Length = at.Source.Text.Length - at.Start }, string.Empty) : null;

    /// <summary>What is missing at the end of the text.</summary>
    public static Cure? AtTheEnd(Span opening, string missing) =>
        Cure.Replace(opening with { Start = opening.Source!.Text.Length, Length = 0 }, opening.Source.Text.EndsWith('\n') ? $"{missing}\n"
            : $" {missing}");
}
