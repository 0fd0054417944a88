using System.Globalization;

namespace NegotiationRules.Text;

/// <summary>What can be wrong with a text before it is known what kind of file it is. Codes NR1001 to NR1019.</summary>
internal sealed class ReadingDiagnostics(DiagnosticBag bag)
{
    /// <summary>The code of what begins and does not end, so that what follows it in the file is not known.</summary>
    public const string CutOff = "NR1002";

    /// <summary>Whether line breaks and tabs may stand in texts as they are.</summary>
    public bool AllowsBreaks { get; init; }

    /// <summary>What mends the last fault that was found, where it is clear what is meant.</summary>
    public Cure? Meant { get; private set; }

    public void Unexpected(Span at) =>
        Error(
            "NR1001", at, $"unexpected `{Shorten(at.Characters)}`",
            "nothing of this kind can stand here: look just before it for a missing value, comma, colon or bracket"
        );

    public void CommaMissing(Span before)
    {
        Error("NR1001", before, $"there is no comma before `{Shorten(before.Characters)}`",
            "separate it by a comma from what stands before it", CuresOfText.Comma(before));

        // Two quotation marks side by side: some are too many.
        Meant = before.Start > 0 && before.Source!.Text[before.Start - 1] == '"' ? null : Meant;
    }

    public void CommaTooMany(Span comma) =>
        Error("NR1001", comma, "this comma separates nothing", "remove it, or write what is missing beside it",
            Cure.Replace(comma, string.Empty));

    public void ColonMissing(Span name) =>
        Error(
            "NR1001",
            name,
            $"no colon follows the name `{Shorten(name.Characters.Trim('"'))}`",
            $"write {Shorten(name.Characters)}: and then its value",
            CuresOfText.Colon(name)
        );

    public void CommentBeforeColon(Span comment) =>
        Error("NR1001", comment, "no comment can stand between a name and its colon", "move it before the name or behind the colon",
            CuresOfText.CommentBehindColon(comment));

    public void ValueMissing(Span name) =>
        Unclear(
            "NR1001",
            name,
            $"the name `{Shorten(name.Characters.Trim('"'))}` has no value",
            "write its value after the colon, or leave the name out",
            CuresOfText.WithoutName(name)
        );

    public void Empty(Span at) =>
        Error("NR1001", at, $"the {KindOf(at)} is empty", $"a {KindOf(at)} holds one JSON object: {{ … }}");

    public void MoreAfterTheEnd(Span at) =>
        Error("NR1001", at, "there is more text after the end of the JSON value",
            $"a {KindOf(at)} holds one JSON object: remove what follows it, or a bracket that closes too early",
            CuresOfText.WithoutBrackets(at));

    /// <param name="opening">The innermost bracket that is open at the end.</param>
    /// <param name="closing">What closes it and those around it.</param>
    /// <param name="isAll">Whether nothing else is missing at the end.</param>
    public void NeverClosed(Span opening, string closing, bool isAll)
    {
        var cure = CuresOfText.AtTheEnd(opening, closing);
        Unclear(CutOff, opening, $"this `{opening.Characters}` is never closed",
            $"add the missing `{closing}`{(closing.Length > 1 ? " for all that is open at the end" : string.Empty)}", cure);
        Meant = isAll ? cure : null;
    }

    public void TextNeverClosed(Span opening) =>
        Error(
            CutOff, opening, "this text is never closed",
            "add the missing `\"`; inside text, write a quotation mark as `\\\"` and a backslash as `\\\\`"
        );

    /// <param name="firstLine">The text up to its first line break.</param>
    /// <param name="breaks">All its line breaks.</param>
    public void LineBreakInText(Span firstLine, IEnumerable<Span> breaks) =>
        Error("NR1014", firstLine, "this text goes over several lines, and a text stands on one", "write its line breaks as `\\n`",
            Cure.Of([.. breaks.Select(b => new TextEdit(b, "\\n"))]));

    public void CommentNeverClosed(Span opening) =>
        Unclear(CutOff, opening, "this comment is never closed", "add the missing `*/`", CuresOfText.AtTheEnd(opening, "*/"));

    /// <param name="opening">A bracket that is to be closed before something.</param>
    /// <param name="before">What that is.</param>
    /// <param name="cure">The bracket that closes it.</param>
    public void NotClosedBefore(Span opening, Span before, Cure cure)
    {
        var (line, other) = (opening.ToPlace().Line, before.ToPlace().Line);
        Error(CutOff, opening, $"this `{opening.Characters}` is never closed",
            $"add the missing `{BracketCures.Closing(opening)}` before "
                + $"{(line == other ? $"column {before.ToPlace().Column}" : $"line {other}")}",
            cure);
    }

    /// <param name="at">The bracket that closes.</param>
    /// <param name="opening">What is open.</param>
    /// <param name="cure">Another bracket in its place, or one more before it.</param>
    /// <param name="isAdded">Which of the two.</param>
    /// <param name="isMeant">Whether it is clear that this is meant.</param>
    public void ClosedByTheOther(Span at, Span opening, Cure cure, bool isAdded, bool isMeant)
    {
        var closing = BracketCures.Closing(opening);
        Unclear(CutOff, at, $"`{at.Characters}` cannot close the `{opening.Characters}` of line {opening.ToPlace().Line}",
            isAdded ? $"add `{closing}` before it" : $"write `{closing}` here", cure);
        Meant = isMeant ? cure : null;
    }

    public void NotInDoubleQuotes(Span at)
    {
        var word = at.Characters.Trim("'\"`").ToString();
        var small = word.ToLowerInvariant();
        if (small is "true" or "false" or "null")
        {
            Error("NR1003", at, $"`{word}` must stand in small letters", $"write {small}, or \"{word}\" if it is text",
                Cure.Replace(at, small), Cure.Replace(at, JsonPrinter.Quote(word)));
            return;
        }

        var meant = small switch
        {
            "yes" or "on" => "true",
            "no" or "off" => "false",
            "none" or "nil" or "undefined" when at.Characters.Length == word.Length => "null",
            _ => null,
        };
        var quoted = Cure.Replace(at, JsonPrinter.Quote(word.Replace("\\'", "'", StringComparison.Ordinal)));
        Error("NR1003", at, $"`{Shorten(word)}` must stand in double quotes",
            $"write {(meant is null ? string.Empty : $"{meant}, or ")}\"{Shorten(word)}\"",
            meant is null ? null : Cure.Replace(at, meant), quoted);
        Meant = !IsWhole(at) ? null : meant == "null" ? Meant : quoted;
    }

    public void TypographicQuotes(Span at)
    {
        var word = at.Characters[1..].TrimEnd("\u201C\u201D\u201E\u201F\u2018\u2019\u201A\u00AB\u00BB");
        Error("NR1003", at, $"`{Shorten(at.Characters)}` stands in typographic quotation marks",
            $"write \"{Shorten(word)}\", with straight ones", Cure.Replace(at, JsonPrinter.Quote(word.ToString())));
    }

    public void TextEndsBefore(Span word) =>
        Error(
            "NR1003",
            word,
            $"a text ends just before `{Shorten(word.Characters.TrimEnd('"'))}`",
            "a quotation mark is missing or too many before this; inside text, it is written `\\\"`"
        );

    /// <summary>A byte order mark in the middle of a text, a space without width: nobody sees it.</summary>
    public void Invisible(Span at) =>
        Error("NR1001", at, $"there is a character here that is not seen, U+{(int)at.Characters[0]:X4}", "remove it",
            Cure.Replace(at, string.Empty));

    public void Fence(Span at) =>
        Error("NR1001", at, $"unexpected `{Shorten(at.Characters.Trim('`'))}`",
            "the lines with ``` belong to the page that this was copied from: remove them");

    public void OtherBracket(Span at) =>
        Error("NR1001", at, $"unexpected `{at.Characters}`", "lists stand in square brackets, [ … ], objects in braces, { … }");

    public void OtherColon(Span name, Span sign) =>
        Error("NR1001", sign, $"a colon, and not `{sign.Characters}`, parts the name {Shorten(name.Characters)} from its value",
            "write `:`", Cure.Replace(sign, ":"));

    public void OtherComment(Span at) =>
        Error("NR1001", at, $"unexpected `{Shorten(at.Characters)}`", "begin a comment with `//`", Cure.Replace(at.Slice(0, 1), "//"));

    public void ColonInList(Span colon, Span opening) =>
        Error(
            "NR1001",
            colon,
            "a list has values and no names, so no colon can stand here",
            $"close the `[` of line {opening.ToPlace().Line} before the name, or put name and value into braces: [ {{ \"…\": … }} ]"
        );

    public void SecondColon(Span colon) =>
        Error(
            "NR1001", colon, "this is the second colon, and a name has one value",
            "put the value into braces if it has names of its own: \"…\": { \"…\": … }"
        );

    public void NotAnEscape(Span at) =>
        Error("NR1003", at, $"`{at.Characters}` is no escape of JSON", at.Characters.EndsWith("u")
            ? "four hexadecimal digits follow `\\u`, such as `\\u00e9`; a backslash itself is written `\\\\`"
            : at.Characters.EndsWith("'") ? "write `'` alone: in double quotes it needs no backslash"
            : "write a backslash as `\\\\`, a quotation mark as `\\\"`, a line break as `\\n`",
            at.Characters.EndsWith("'") ? Cure.Replace(at, "'") : Cure.Replace(at.Slice(0, 1), "\\\\"));

    public void HalfACharacter(Span at) =>
        Error(
            "NR1003", at, $"`{at.Characters}` is only half of a character",
            "write the character itself, or both halves: `\\ud83d\\ude00`"
        );

    public void ControlCharacter(Span at, char c) =>
        Error("NR1003", at, $"text may not contain the control character U+{(int)c:X4}", $"write it as `\\u{(int)c:X4}`",
            Cure.Replace(at, $"\\u{(int)c:X4}"));

    public void NotANumber(Span at, string? meant) =>
        Error("NR1004", at, $"`{Shorten(at.Characters)}` is not a JSON number", meant is not null ? $"write {Shorten(meant)}"
            : "write it in decimal digits, such as 10, -2.5 or 1e6",
            meant is null ? null : Cure.Replace(at, meant));

    /// <summary>A share, a fraction, a day: what is written with digits, and is text all the same.</summary>
    /// <param name="at">All of it.</param>
    /// <param name="meant">As it is written in quotes.</param>
    public void TextOfDigits(Span at, string meant) =>
        Error("NR1004", at, $"`{Shorten(at.Characters)}` is not a JSON number",
            $"write it as text, \"{meant}\"", Cure.Replace(at, JsonPrinter.Quote(meant)));

    /// <param name="at">The number with what stands in it.</param>
    /// <param name="what">What that is.</param>
    /// <param name="meant">The number as JSON writes it.</param>
    public void SignInNumber(Span at, string what, string meant) =>
        Error("NR1004", at, $"`{Shorten(at.Characters)}` is not a JSON number", $"{what}: write {meant}", Cure.Replace(at, meant));

    /// <param name="at">The digits behind the comma.</param>
    /// <param name="before">Those before it.</param>
    public void ThousandsSeparated(Span at, string before) =>
        Error("NR1004", at, $"`{at.Characters}` is not a JSON number",
            $"a number has no comma between its thousands: write {before}{at.Characters}",
            Cure.Replace(at with { Start = at.Start - 1, Length = 1 }, string.Empty));

    public void NumberTooLong(Span at, int limit) =>
        Error(
            "NR1004",
            at,
            $"this number has {Number(at.Length)} characters, more than the {Number(limit)} that a number may have",
            "round it, or write it with a power of ten, such as 1.5e400"
        );

    public void DuplicateKey(JsonMember second, JsonMember first) =>
        Error("NR1005", second.NameSpan, $"`{second.Name}` is given twice in this object", "remove one of them, or rename it",
            Cure.Remove(second), Cure.Remove(first));

    public void TooManyCharacters(SourceText source, int limit) =>
        Error(
            "NR1010",
            source.At(0, 0),
            $"the text has {Number(source.Text.Length)} characters, more than the limit of {Number(limit)}",
            "split it, or raise the limit `Characters`"
        );

    public void TooDeep(Span at, int limit) =>
        Error(
            "NR1011",
            at,
            $"objects and lists are nested more than {Number(limit)} deep here",
            "name inner conditions under `conditions` and refer to them, or raise the limit `Depth` (256 at the most)"
        );

    public void TooManyValues(Span at, int limit) =>
        Error("NR1012", at, $"the text holds more than {Number(limit)} values", "split it, or raise the limit `Values`");

    public void ListTooLong(Span at, int limit) =>
        Error("NR1013", at, $"this list has more than {Number(limit)} elements", "split it, or raise the limit `ListLength`");

    /// <summary>A fault behind which nothing is read, with the word that it is so.</summary>
    /// <param name="last">The fault.</param>
    /// <param name="mended">How many faults were read over, if it is for their number.</param>
    public static Diagnostic AsTheLast(Diagnostic last, int? mended) =>
        new(last.Code, last.Severity, last.Span, last.Message,
            HelpText.With(
                last.Help,
                $"{(mended is { } number ? $"after {Number(number)} faults, " : string.Empty)}"
                    + $"all else is looked at once {(mended is null ? "this is" : "these are")} mended"),
            last.Cures);

    // Whether what follows is what follows a text: else more than the word is out of place.
    private static bool IsWhole(Span word) =>
        word.Source!.Text.AsSpan(word.End).TrimStart() is [] or [',' or ':' or '}' or ']' or '/', ..];

    private void Error(string code, Span at, string message, string? help = null, params Cure?[] cures)
    {
        bag.Error(code, at, message, help, cures);
        Meant = cures.OfType<Cure>().FirstOrDefault();
    }

    // Where a bracket or a value is missing, its place is a guess: what is read from there on would say less than nothing.
    private void Unclear(string code, Span at, string message, string? help, params Cure?[] cures)
    {
        bag.Error(code, at, message, help, cures);
        Meant = null;
    }

    // A name in angle brackets is that of no file, but of a text or of the body of a request.
    private static string KindOf(Span at) => at.Source?.Name switch { "<body>" => "body", ['<', .., '>'] => "text", _ => "file" };

    private static string Number(int n) => n.ToString("N0", CultureInfo.InvariantCulture);

    // A word of a file that is no JSON may be as long as the file.
    private static string Shorten(ReadOnlySpan<char> text) => text.Length <= 40 ? text.ToString() : $"{text[..40]}…";
}
