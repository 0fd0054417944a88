using System.Globalization;

namespace NegotiationRules.Text;

/// <summary>What can be wrong with a text before it is known what kind of file it is. Codes NR1001 to NR1019.</summary>
internal sealed class ReadingDiagnostics(DiagnosticBag bag)
{
    /// <summary>Whether line breaks and tabs may stand in texts as they are.</summary>
    public bool AllowsBreaks { get; init; }

    public void Unexpected(Span at) =>
        bag.Error("NR1001", at, $"unexpected `{Shorten(at.Characters)}`", "nothing of this kind can stand here: look just before it for a missing value, comma, colon or bracket");

    public void CommaMissing(Span before) =>
        bag.Error("NR1001", before, $"there is no comma before `{Shorten(before.Characters)}`",
            "separate it by a comma from what stands before it", CuresOfText.Comma(before));

    public void CommaTooMany(Span comma) =>
        bag.Error("NR1001", comma, "this comma separates nothing", "remove it, or write what is missing beside it",
            Cure.Replace(comma, string.Empty));

    public void ColonMissing(Span name) =>
        bag.Error("NR1001", name,
            $"no colon follows the name `{Shorten(name.Characters.Trim('"'))}`", $"write {Shorten(name.Characters)}: and then its value", CuresOfText.Colon(name));

    public void CommentBeforeColon(Span comment) =>
        bag.Error("NR1001", comment, "no comment can stand between a name and its colon", "move it before the name or behind the colon",
            CuresOfText.CommentBehindColon(comment));

    public void ValueMissing(Span name) =>
        bag.Error("NR1001", name,
            $"the name `{Shorten(name.Characters.Trim('"'))}` has no value", "write its value after the colon, or leave the name out", CuresOfText.WithoutName(name));

    public void Empty(Span at) =>
        bag.Error("NR1001", at, "the file is empty", "a file holds one JSON object: { … }");

    public void MoreAfterTheEnd(Span at) =>
        bag.Error("NR1001", at, "there is more text after the end of the JSON value",
            "a file holds one JSON object: remove what follows it, or a bracket that closes too early", CuresOfText.WithoutBrackets(at));

    /// <param name="opening">The innermost bracket that is open at the end.</param>
    /// <param name="closing">What closes it and those around it.</param>
    public void NeverClosed(Span opening, string closing) =>
        bag.Error("NR1002", opening, $"this `{opening.Characters}` is never closed",
            $"add the missing `{closing}`{(closing.Length > 1 ? " for all that is open at the end" : string.Empty)}",
            CuresOfText.AtTheEnd(opening, closing));

    public void TextNeverClosed(Span opening) =>
        bag.Error("NR1002", opening, "this text is never closed", "add the missing `\"`; inside text, write a quotation mark as `\\\"` and a backslash as `\\\\`");

    /// <param name="firstLine">The text up to its first line break.</param>
    /// <param name="breaks">All its line breaks.</param>
    public void LineBreakInText(Span firstLine, IEnumerable<Span> breaks) =>
        bag.Error("NR1014", firstLine, "this text goes over several lines, and a text stands on one", "write its line breaks as `\\n`",
            Cure.Of([.. breaks.Select(b => new TextEdit(b, "\\n"))]));

    public void CommentNeverClosed(Span opening) =>
        bag.Error("NR1002", opening, "this comment is never closed", "add the missing `*/`", CuresOfText.AtTheEnd(opening, "*/"));

    /// <param name="at">The bracket that closes.</param>
    /// <param name="opening">What is open.</param>
    /// <param name="closesOuter">Whether it closes what is open around that.</param>
    public void ClosedByTheOther(Span at, Span opening, bool closesOuter)
    {
        var closing = opening.Characters is "{" ? "}" : "]";
        bag.Error("NR1002", at, $"`{at.Characters}` cannot close the `{opening.Characters}` of line {opening.ToPlace().Line}", closesOuter
            ? $"add `{closing}` before it" : $"write `{closing}` here",
            Cure.Replace(at, closesOuter ? closing + at.Characters.ToString() : closing));
    }

    public void NotInDoubleQuotes(Span at)
    {
        var word = at.Characters.Trim("'\"").ToString();
        var small = word.ToLowerInvariant();
        if (small is "true" or "false" or "null")
        {
            bag.Error("NR1003", at, $"`{word}` must stand in small letters", $"write {small}, or \"{word}\" if it is text",
                Cure.Replace(at, small), Cure.Replace(at, JsonPrinter.Quote(word)));
        }
        else
        {
            var truth = small is "yes" or "on" ? "true" : small is "no" or "off" ? "false" : null;
            bag.Error("NR1003", at, $"`{Shorten(word)}` must stand in double quotes",
                $"write {(truth is null ? string.Empty : $"{truth}, or ")}\"{Shorten(word)}\"",
                truth is null ? null : Cure.Replace(at, truth),
                    Cure.Replace(at, JsonPrinter.Quote(word.Replace("\\'", "'", StringComparison.Ordinal))));
        }
    }

    public void TypographicQuotes(Span at)
    {
        var word = at.Characters[1..].TrimEnd("\u201C\u201D\u201E\u201F\u2018\u2019\u201A\u00AB\u00BB");
        bag.Error("NR1003", at, $"`{Shorten(at.Characters)}` stands in typographic quotation marks",
            $"write \"{Shorten(word)}\", with straight ones", Cure.Replace(at, JsonPrinter.Quote(word.ToString())));
    }

    public void TextEndsBefore(Span word) =>
        bag.Error("NR1003", word, $"a text ends just before `{Shorten(word.Characters.TrimEnd('"'))}`", "a quotation mark is missing or too many before this; inside text, it is written `\\\"`");

    public void OtherComment(Span at) =>
        bag.Error("NR1001", at, $"unexpected `{Shorten(at.Characters)}`", "begin a comment with `//`", Cure.Replace(at.Slice(0, 1), "//"));

    public void ColonInList(Span colon, Span opening) =>
        bag.Error("NR1001", colon, "a list has values and no names, so no colon can stand here", $"close the `[` of line {opening.ToPlace().Line} before the name, or put name and value into braces: [ {{ \"…\": … }} ]");

    public void SecondColon(Span colon) =>
        bag.Error("NR1001", colon, "this is the second colon, and a name has one value", "put the value into braces if it has names of its own: \"…\": { \"…\": … }");

    public void NotAnEscape(Span at) =>
        bag.Error("NR1003", at, $"`{at.Characters}` is no escape of JSON", at.Characters.EndsWith("u")
            ? "four hexadecimal digits follow `\\u`, such as `\\u00e9`; a backslash itself is written `\\\\`"
            : at.Characters.EndsWith("'") ? "write `'` alone: in double quotes it needs no backslash"
            : "write a backslash as `\\\\`, a quotation mark as `\\\"`, a line break as `\\n`",
            at.Characters.EndsWith("'") ? Cure.Replace(at, "'") : Cure.Replace(at.Slice(0, 1), "\\\\"));

    public void HalfACharacter(Span at) =>
        bag.Error("NR1003", at, $"`{at.Characters}` is only half of a character", "write the character itself, or both halves: `\\ud83d\\ude00`");

    public void ControlCharacter(Span at, char c) =>
        bag.Error("NR1003", at, $"text may not contain the control character U+{(int)c:X4}", $"write it as `\\u{(int)c:X4}`",
            Cure.Replace(at, $"\\u{(int)c:X4}"));

    public void NotANumber(Span at, string? meant) =>
        bag.Error("NR1004", at, $"`{Shorten(at.Characters)}` is not a JSON number", meant is not null ? $"write {Shorten(meant)}"
            : "write it in decimal digits, such as 10, -2.5 or 1e6",
            meant is null ? null : Cure.Replace(at, meant));

    /// <param name="at">The digits behind the comma.</param>
    /// <param name="before">Those before it.</param>
    public void ThousandsSeparated(Span at, string before) =>
        bag.Error("NR1004", at, $"`{at.Characters}` is not a JSON number",
            $"a number has no comma between its thousands: write {before}{at.Characters}",
            Cure.Replace(at with { Start = at.Start - 1, Length = 1 }, string.Empty));

    public void NumberTooLong(Span at, int limit) =>
        bag.Error("NR1004", at, $"this number has {Number(at.Length)} characters, more than the {Number(limit)} that a number may have", "round it, or write it with a power of ten, such as 1.5e400");

    public void DuplicateKey(JsonMember second, JsonMember first) =>
        bag.Error("NR1005", second.NameSpan, $"`{second.Name}` is given twice in this object", "remove one of them, or rename it",
            Cure.Remove(second), Cure.Remove(first));

    public void TooManyCharacters(SourceText source, int limit) =>
        bag.Error("NR1010", source.At(0, 0), $"the text has {Number(source.Text.Length)} characters, more than the limit of {Number(limit)}", "split it, or raise the limit `Characters`");

    public void TooDeep(Span at, int limit) =>
        bag.Error("NR1011", at, $"objects and lists are nested more than {Number(limit)} deep here", "name inner conditions under `conditions` and refer to them, or raise the limit `Depth` (256 at the most)");

    public void TooManyValues(Span at, int limit) =>
        bag.Error("NR1012", at, $"the text holds more than {Number(limit)} values", "split it, or raise the limit `Values`");

    public void ListTooLong(Span at, int limit) =>
        bag.Error("NR1013", at, $"this list has more than {Number(limit)} elements", "split it, or raise the limit `ListLength`");

    private static string Number(int n) => n.ToString("N0", CultureInfo.InvariantCulture);

    // A word of a file that is no JSON may be as long as the file.
    private static string Shorten(ReadOnlySpan<char> text) => text.Length <= 40 ? text.ToString() : $"{text[..40]}…";
}
