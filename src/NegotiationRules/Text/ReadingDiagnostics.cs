using System.Globalization;

namespace NegotiationRules.Text;

/// <summary>What can be wrong with a text before it is known what kind of file it is. Codes NR1001 to NR1019.</summary>
internal sealed class ReadingDiagnostics(DiagnosticBag bag)
{
    public void Unexpected(Span at) =>
        bag.Error("NR1001", at, $"unexpected `{Shorten(at.Characters)}`", "nothing of this kind can stand here: look just before it for a missing value, comma, colon or bracket");

    public void CommaMissing(Span before) =>
        bag.Error("NR1001", before, $"there is no comma before `{Shorten(before.Characters)}`", "separate it by a comma from what stands before it");

    public void CommaTooMany(Span comma) =>
        bag.Error("NR1001", comma, "this comma separates nothing", "remove it, or write what is missing beside it");

    public void ColonMissing(Span name) =>
        bag.Error("NR1001", name, $"no colon follows the name `{Shorten(name.Characters.Trim('"'))}`", $"write {Shorten(name.Characters)}: and then its value");

    public void CommentBeforeColon(Span comment) =>
        bag.Error("NR1001", comment, "no comment can stand between a name and its colon", "move it before the name or behind the colon");

    public void ValueMissing(Span name) =>
        bag.Error("NR1001", name, $"the name `{Shorten(name.Characters.Trim('"'))}` has no value", "write its value after the colon, or leave the name out");

    public void Empty(Span at) =>
        bag.Error("NR1001", at, "the file is empty", "a file holds one JSON object: { … }");

    public void MoreAfterTheEnd(Span at) =>
        bag.Error("NR1001", at, "there is more text after the end of the JSON value", "a file holds one JSON object: remove what follows it, or a bracket that closes too early");

    public void NeverClosed(Span opening, char bracket) =>
        bag.Error("NR1002", opening, $"this `{bracket}` is never closed", $"add the missing `{(bracket == '{' ? '}' : ']')}`");

    public void TextNeverClosed(Span opening) =>
        bag.Error("NR1002", opening, "this text is never closed", "add the missing `\"`; inside text, write a quotation mark as `\\\"` and a backslash as `\\\\`");

    public void CommentNeverClosed(Span opening) =>
        bag.Error("NR1002", opening, "this comment is never closed", "add the missing `*/`");

    public void ClosedByTheOther(Span at, Span opening, char bracket) =>
        bag.Error("NR1002", at, $"`{at.Characters}` cannot close the `{bracket}` of line {opening.ToPlace().Line}", $"write `{(bracket == '{' ? '}' : ']')}` here, or add one before it");

    public void NotInDoubleQuotes(Span at)
    {
        var word = at.Characters.Trim("'\"").ToString();
        var small = word.ToLowerInvariant();
        if (small is "true" or "false" or "null")
        {
            bag.Error("NR1003", at, $"`{word}` must stand in small letters", $"write {small}, or \"{word}\" if it is text");
        }
        else
        {
            bag.Error("NR1003", at, $"`{Shorten(word)}` must stand in double quotes",
                (small is "yes" or "on" ? "write true, or " : small is "no" or "off" ? "write false, or " : "write ") + $"\"{Shorten(word)}\"");
        }
    }

    public void TypographicQuotes(Span at) =>
        bag.Error("NR1003", at, $"`{Shorten(at.Characters)}` stands in typographic quotation marks", $"write \"{Shorten(at.Characters[1..].TrimEnd("\u201C\u201D\u201E\u201F\u2018\u2019\u201A\u00AB\u00BB"))}\", with straight ones");

    public void TextEndsBefore(Span word) =>
        bag.Error("NR1003", word, $"a text ends just before `{Shorten(word.Characters.TrimEnd('"'))}`", "a quotation mark is missing or too many before this; inside text, it is written `\\\"`");

    public void OtherComment(Span at) =>
        bag.Error("NR1001", at, $"unexpected `{Shorten(at.Characters)}`", "begin a comment with `//`");

    public void ColonInList(Span colon, Span opening) =>
        bag.Error("NR1001", colon, "a list has values and no names, so no colon can stand here", $"close the `[` of line {opening.ToPlace().Line} before the name, or put name and value into braces: [ {{ \"…\": … }} ]");

    public void SecondColon(Span colon) =>
        bag.Error("NR1001", colon, "this is the second colon, and a name has one value", "put the value into braces if it has names of its own: \"…\": { \"…\": … }");

    public void NotAnEscape(Span at) =>
        bag.Error("NR1003", at, $"`{at.Characters}` is no escape of JSON", at.Characters.EndsWith("u")
            ? "four hexadecimal digits follow `\\u`, such as `\\u00e9`"
            : "write a backslash as `\\\\`, a quotation mark as `\\\"`, a line break as `\\n`");

    public void HalfACharacter(Span at) =>
        bag.Error("NR1003", at, $"`{at.Characters}` is only half of a character", "write the character itself, or both halves: `\\ud83d\\ude00`");

    public void ControlCharacter(Span at, char c) =>
        bag.Error("NR1003", at, $"text may not contain the control character U+{(int)c:X4}", c is '\n' or '\r' ? "write a line break as `\\n`" : $"write it as `\\u{(int)c:X4}`");

    public void NotANumber(Span at, string? meant, bool isThousands) =>
        bag.Error("NR1004", at, $"`{Shorten(at.Characters)}` is not a JSON number",
            isThousands ? "a number has no comma between its thousands: write 1000"
            : meant is not null ? $"write {Shorten(meant)}"
            : "write it in decimal digits, such as 10, -2.5 or 1e6");

    public void NumberTooLong(Span at, int limit) =>
        bag.Error("NR1004", at, $"this number has {Number(at.Length)} characters, more than the {Number(limit)} that a number may have", "round it, or write it with a power of ten, such as 1.5e400");

    public void DuplicateKey(Span at, string name) =>
        bag.Error("NR1005", at, $"`{name}` is given twice in this object", "remove one of them, or rename it");

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
