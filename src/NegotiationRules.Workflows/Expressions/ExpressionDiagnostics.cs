using System.Globalization;
using NegotiationRules.Text;

namespace NegotiationRules.Workflows.Expressions;

/// <summary>What can be wrong with the text of an expression. Codes NR7101 to NR7199; lambdas, lists and objects are in the other
/// part.</summary>
internal sealed partial class ExpressionDiagnostics(DiagnosticBag bag)
{
    public void TooLong(Span at, int length, int limit) =>
        bag.Error(
            "NR7101",
            at,
            $"the expression has {Count(length)} characters, more than the limit of {Count(limit)}",
            "put parts of it into `LocalParams` or nested rules"
        );

    public void TooDeep(Span at, int limit) =>
        bag.Error(
            "NR7102",
            at,
            $"the expression is nested more than {Count(limit)} deep here",
            "put parts of it into `LocalParams` or nested rules"
        );

    public void TooHigh(Span at, int limit) =>
        bag.Error(
            "NR7102",
            at,
            $"more than {Count(limit)} parts hang together one by one here",
            "write a long list of values as x in (1, 2, 3), and put parts of the expression into `LocalParams` or nested rules"
        );

    public void UnknownCharacter(Span at, string character) =>
        bag.Error(
            "NR7103", at, character == "`" ? "a backtick means nothing here"
                : char.IsControl(character[0]) ? $"the control character U+{(int)character[0]:X4} means nothing here"
                : $"`{character}` means nothing here",
            character switch
            {
                ";" =>
                    "an expression is one value, not a row of statements: remove it, and put what is worked out before into `LocalParams`",
                "“" or "”" or "„" or "«" or "»" => "text stands in straight quotation marks: \\\"…\\\"",
                "‘" or "’" or "`" or "´" => "text stands in straight double quotation marks: \\\"…\\\"",
                "#" => "remove it; a date is written DateTime(2022, 2, 4)",
                "\\" => "outside text there are no backslashes: in JSON, one backslash before a quotation mark is enough",
                "≤" or "≥" or "≠" => $"write `{(character == "≤" ? "<=" : character == "≥" ? ">=" : "!=")}`",
                "−" or "–" => "write the minus of the keyboard: `-`",
                _ => "remove it, or put it into quotation marks if it is text",
            }
        );

    public void TextNeverClosed(Span at, char quote) =>
        bag.Error("NR7104", at, "this text is never closed", quote == '"'
            ? "add the missing quotation mark, in JSON `\\\"`; a quotation mark inside text is `\\\\\\\"`"
            : "add the missing `'`; text of several characters stands in double quotation marks");

    public void NotAnEscape(Span at, string escape) =>
        bag.Error(
            "NR7105", at, $"`{escape}` is no escape",
            "a backslash of the text itself is two in the expression and four in JSON: `\\\\\\\\`"
        );

    public void NotOneCharacter(Span at, string value) =>
        bag.Error(
            "NR7106", at, value.Length == 0
                ? "single quotation marks hold one character, and here is none"
                : $"single quotation marks hold one character, and `{Shorten(value)}` is {Count(value.Length)}",
            value.Length == 0 ? "write empty text as \\\"\\\"" : $"use double quotation marks, in JSON \\\"{Shorten(value)}\\\"",
            at.Characters is ['\'', .., '\''] quoted && quoted.IndexOfAny('"', '\\') < 0
                ? Cure.Replace(at, $"\\\"{quoted[1..^1]}\\\"")
                : null
        );

    public void NotANumber(Span at, string text) =>
        bag.Error("NR7107", at, $"`{Shorten(text)}` is no number", text switch
        {
            [.., 'l' or 'u'] => $"write the suffix in capitals: {Shorten(text.ToUpperInvariant())}",
            [.., 'U' or 'L'] => "the suffixes of whole numbers are U, L and UL",
            [.., '.'] => $"write at least one digit behind the point, or leave it out: {Shorten(text)}0",
            _ => "write digits, such as 10, 2.5, 1e6 or 0xFF; a name begins with a letter",
        });

    public void NumberWithoutDigitBeforePoint(Span at, string digits) =>
        bag.Error("NR7107", at, $"`.{Shorten(digits)}` is no number", $"write 0.{Shorten(digits)}");

    public void ExponentOfDecimal(Span at, string text) =>
        bag.Error(
            "NR7107",
            at,
            $"`{Shorten(text)}` is no number: with the suffix `M` there is no exponent",
            "write all its digits, or leave the suffix out"
        );

    public void NegativeUnsigned(Span at, string text) =>
        bag.Error("NR7107", at, $"`{Shorten(text)}` is no number: with this suffix there are none below zero", "leave the suffix out");

    public void NumberTooLarge(Span at, string text) =>
        bag.Error("NR7108", at, $"`{Shorten(text)}` is beyond what a number of its kind can be", LimitOf(text));

    public void ReadAsAnotherNumber(Span at, string text, NumberLiteral literal) =>
        bag.Warning("NR7109", at, $"Microsoft's engine takes `{Shorten(text)}` for {literal.ReadAs}", literal.Suffix switch
        {
            _ when literal.Digits == "0.0" => "write 0.0, or a number that is not so small",
            "" => $"write {(text.StartsWith('-') ? "-" : string.Empty)}{literal.Digits}L",
            _ => "leave the suffix out",
        });

    public void ValueMissing(Span at, string before, bool isOperatorWord) =>
        bag.Error("NR7110", at, $"no value stands before `{Shorten(before)}`", isOperatorWord
            ? $"`{before}` is an operator: a member of this name is written @{before}"
            : $"write what belongs before it, or remove the `{Shorten(before)}`");

    public void EndsTooEarly(Span at, string last) =>
        bag.Error(
            "NR7110",
            at,
            last.Length == 0 ? "the expression has no value" : $"the expression ends behind `{Shorten(last)}`",
            "write the value that belongs there"
        );

    public void PlusWithoutLeftSide(Span at, bool isDoubled) =>
        bag.Error(
            "NR7110", at, "nothing stands before `+`",
            isDoubled ? "nothing can be counted up in an expression: write x + 1" : "leave the sign of a positive number out"
        );

    public void NotJoined(Span at, string text, bool isValue) =>
        bag.Error(
            "NR7111",
            at,
            isValue ? $"no operator joins `{Shorten(text)}` to what stands before it" : $"`{Shorten(text)}` cannot follow `in (…)`",
            isValue
                ? "write an operator such as `&&` or `==` between them, or remove one"
                : "put what belongs together into parentheses: (x in (1, 2)) == y"
        );

    public void CommaTooMany(Span at) =>
        bag.Error(
            "NR7111", at, "this comma separates nothing",
            "join conditions by `&&` or `||`; a comma stands between arguments and between the values of a list"
        );

    public void NeverClosed(Span opening, string bracket, string closing) =>
        bag.Error("NR7112", opening, $"this `{bracket}` is never closed", $"add the missing `{closing}`");

    public void ClosedByTheOther(Span at, string closing, string opening, string expected) =>
        bag.Error("NR7112", at, $"`{closing}` cannot close the `{opening}` before it", $"write `{expected}` here, or add one before it");

    public void ClosesNothing(Span at, string closing) =>
        bag.Error("NR7112", at, $"this `{closing}` closes nothing", "remove it, or add the bracket that it should close");

    public void ColonMissing(Span question) =>
        bag.Error("NR7113", question, "no `:` follows this `?`", "write condition ? value : otherwise");

    public void NameMissing(Span at, string found, string before, bool isOperatorWord) =>
        bag.Error(
            "NR7114", at, found.Length == 0 ? $"no name follows `{before}`"
                : isOperatorWord ? $"`{found}` is an operator, so it cannot follow `{before}`"
                : $"`{Shorten(found)}` is no name, and one must follow `{before}`",
            isOperatorWord ? $"write {before}{(before == "." ? string.Empty : " ")}@{found} if this is what it is called"
                : before == "as" ? "write new (x.a as b)"
                : "write the name of a member"
        );

    public void NullPropagation(Span at, string target, string member) =>
        bag.Error(
            "NR7115", at, "the dialect has no `?.`",
            $"write np({Shorten(target.Replace("?.", ".", StringComparison.Ordinal))}.{Shorten(member)}), which is null if anything on "
                + "the way is"
        );

    public void OtherSign(Span at, string sign, string meant) =>
        bag.Error("NR7119", at, $"the dialect has no `{sign}`", $"write `{meant}`", Cure.Replace(at, meant));

    public void OtherWord(Span at, string word, string cure) =>
        bag.Error("NR7119", at, $"the dialect has no operator `{word}`", cure);

    public void CastInParentheses(Span at, string type) =>
        bag.Error(
            "NR7119",
            at,
            $"a type in parentheses converts nothing in the dialect, so nothing joins this to `({type})`",
            $"write {type}(x)"
        );

    public void TextWithPrefix(Span at, string prefix) =>
        bag.Error(
            "NR7119", at, $"the dialect has no text that begins with `{prefix}\"`",
            prefix == "$" ? "join the parts with `+`: \\\"age \\\" + x.age" : "leave the `@` out, and double each backslash"
        );

    private static string LimitOf(string text)
    {
        var isNegative = text.StartsWith('-');
        var digits = isNegative ? text[1..] : text;
        var isReal = digits.AsSpan().IndexOfAny('.', 'e', 'E') >= 0;
        return char.ToUpperInvariant(digits[^1]) switch
        {
            _ when digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase) => "behind `0x` stand at most 16 digits",
            _ when digits.StartsWith("0b", StringComparison.OrdinalIgnoreCase) => "behind `0b` stand at most 64 digits",
            'M' when isReal =>
                "with the suffix `M`, numbers go up to 79,228,162,514,264,337,593,543,950,335; leave the suffix out for larger ones",
            'F' when isReal => "with the suffix `F`, numbers go up to about 3.4e38; leave the suffix out for larger ones",
            _ when isReal => "numbers go up to about 1.8e308",
            _ =>
                $"whole numbers go {(isNegative ? "down to -9,223,372,036,854,775,808" : "up to 18,446,744,073,709,551,615")}; beyond "
                    + $"that, write a point and a digit: {Shorten(text.TrimEnd([.. "ULMFDulmfd"]))}.0",
        };
    }

    private static string Count(int n) => n.ToString("N0", CultureInfo.InvariantCulture);

    // What the user wrote may be as long as the expression, and may hold what tears a report apart.
    private static string Shorten(string text)
    {
        var shown = text.Length <= 40 ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[39]) ? 39 : 40), "…");
        return shown.Any(char.IsControl) ? string.Concat(shown.Select(c => char.IsControl(c) ? ' ' : c)) : shown;
    }
}
