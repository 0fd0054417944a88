using System.Globalization;

namespace NegotiationRules.Text;

/// <summary>Says why a text is no JSON, by what stands where the next token should start.</summary>
internal sealed partial class JsonFaultFinder(JsonCursor cursor, ReadingDiagnostics diagnostics)
{
    private string Text => cursor.Source.Text;

    /// <summary>Reports what is wrong at the cursor.</summary>
    /// <param name="open">The brackets that are open there.</param>
    /// <param name="isOver">Whether the value that is the text has been read.</param>
    /// <param name="awaiting">The name whose value should stand there.</param>
    public void ReportMalformed(Stack<Span> open, bool isOver, Span? awaiting)
    {
        if (cursor.CommentNeverClosed is { } comment)
        {
            diagnostics.CommentNeverClosed(comment);
        }
        else if (cursor.IsAtEnd)
        {
            if (open.Count > 0 && BracketCures.ByLayout(cursor.Source) is var (unclosed, line, cure))
            {
                diagnostics.NotClosedBefore(unclosed, line, cure);
            }
            else if (open.TryPeek(out var opening))
            {
                diagnostics.NeverClosed(opening, string.Concat(open.Select(BracketCures.Closing)), awaiting is null);
            }
            else
            {
                diagnostics.Unexpected(cursor.LastComma);
            }
        }
        else if (isOver)
        {
            diagnostics.MoreAfterTheEnd(cursor.Source.At(cursor.Position, 1));
        }
        else
        {
            ReportToken(Text[cursor.Position], open, awaiting);
        }
    }

    public void ReportNumber(Span number)
    {
        if (number.Length > JsonNumberSpelling.Longest)
        {
            diagnostics.NumberTooLong(number, JsonNumberSpelling.Longest);
        }
        else if (ReportTextOfDigits(number))
        {
            // It is said what it is.
        }
        else if (number.Start > 1 && number.Length == 3 && Text[number.Start - 1] == ',' && char.IsAsciiDigit(Text[number.Start - 2]))
        {
            diagnostics.ThousandsSeparated(number,
                Text[(Text.AsSpan(0, number.Start - 1).LastIndexOfAnyExceptInRange('0', '9') + 1)..(number.Start - 1)]);
        }
        else
        {
            diagnostics.NotANumber(number, JsonNumberSpelling.Meant(number.Characters.ToString()));
        }
    }

    /// <summary>The text in double quotes at the cursor; <see langword="null"/>, with a diagnostic, if it is none.</summary>
    /// <param name="onlySound">Whether one that is not written as JSON writes it, which is reported, is none either.</param>
    public Span? CheckQuoted(bool onlySound = false)
    {
        if (Text[cursor.Position] != '"')
        {
            diagnostics.NotInDoubleQuotes(Text[cursor.Position] is '\'' or '`' ? cursor.QuotedBy(Text[cursor.Position]) : cursor.Word());
            return null;
        }

        var (length, isSound) = QuotedText.At(cursor.Source, cursor.Position, diagnostics);
        return length > 0 && (isSound || !onlySound) ? cursor.Source.At(cursor.Position, length) : null;
    }

    private void ReportToken(char first, Stack<Span> open, Span? awaiting)
    {
        var word = cursor.Word();
        if (first is '"')
        {
            // Whole as it is, it must be in the wrong place.
            if (CheckQuoted(onlySound: true) is { } quoted)
            {
                ReportMisplaced(quoted, open, awaiting);
            }
        }
        else if (first == '`')
        {
            if (word.Characters.StartsWith("```"))
            {
                diagnostics.Fence(word);
            }
            else
            {
                CheckQuoted();
            }
        }
        else if (CharUnicodeInfo.GetUnicodeCategory(first) is UnicodeCategory.Format or UnicodeCategory.Control)
        {
            diagnostics.Invisible(word.Slice(0, 1));
        }
        else if (first is '(' or ')')
        {
            diagnostics.OtherBracket(word.Slice(0, 1));
        }
        else if (ReportTextOfDigits(word))
        {
            // What looks like a number and is none.
        }
        else if (JsonCursor.IsTypographicQuote(first))
        {
            diagnostics.TypographicQuotes(cursor.TypographicallyQuoted());
        }
        else if (char.IsLetterOrDigit(first) && cursor.Position > 0 && Text[cursor.Position - 1] == '"')
        {
            diagnostics.TextEndsBefore(word);
        }
        else if (first == '#')
        {
            diagnostics.OtherComment(word);
        }
        else if (first is '}' or ']' && open.TryPeek(out var opening) && Text[opening.Start] == (first == '}' ? '[' : '{'))
        {
            ReportOtherBracket(word, opening, open.Skip(1).FirstOrDefault());
        }
        else if ((char.IsAsciiDigit(first) || first is '-' or '+' or '.') && !JsonNumberSpelling.IsGood(word.Characters))
        {
            ReportNumber(word);
        }
        else if (first == '\'' || ((char.IsLetter(first) || first is '_' or '$') && word.Characters is not ("true" or "false" or "null")))
        {
            CheckQuoted();
        }
        else
        {
            ReportMisplaced(word, open, awaiting);
        }
    }

    // A good token in a bad place: the separators before it tell why.
    private void ReportMisplaced(Span token, Stack<Span> open, Span? awaiting)
    {
        if (awaiting is { } name && (cursor.Commas > 0 || IsStartOfValue(token.Characters[0]) || token.Characters[0] is '}' or ']'))
        {
            diagnostics.ValueMissing(name);
        }
        else if (awaiting is not null)
        {
            diagnostics.Unexpected(token);
        }
        else if (!open.TryPeek(out var opening))
        {
            diagnostics.Unexpected(token);
        }
        else if (IsBehindWhatIsOpen(token, opening, open.Skip(1).FirstOrDefault()) is { } before
            && BracketCures.Best(cursor.Source, BracketCures.Close(opening, before)) is { } closed)
        {
            diagnostics.NotClosedBefore(opening, token, closed);
        }
        else if (cursor.Commas == 1 && Text[opening.Start] == '{'
            && DigitsBefore(cursor.LastComma.Start) is { } whole && char.IsAsciiDigit(token.Characters[0]))
        {
            ReportCommaInNumber(whole, token);
        }
        else if (cursor.Commas > 1 || (cursor.Commas == 1 && IsFirst(opening)))
        {
            diagnostics.CommaTooMany(cursor.LastComma);
        }
        else if (token.Characters[0] == '"' && Text[opening.Start] == '{' && (cursor.Commas == 1 || IsFirst(opening)))
        {
            ReportNameAlone(token);
        }
        else if (cursor.Colons > 0 && Text[opening.Start] == '[')
        {
            diagnostics.ColonInList(cursor.LastColon, opening);
        }
        else if (cursor.Colons > 0 && cursor.Commas == 0)
        {
            diagnostics.SecondColon(cursor.LastColon);
        }
        else if (cursor.Commas == 0 && cursor.Colons == 0 && !IsFirst(opening) && IsStartOfValue(token.Characters[0]))
        {
            diagnostics.CommaMissing(token);
        }
        else
        {
            diagnostics.Unexpected(token);
        }
    }

    // A list holds objects, an object names: what belongs to what is open around it stands here because that is not closed. Where it
    // begins, or nothing.
    private int? IsBehindWhatIsOpen(Span token, Span opening, Span outer) =>
        outer.Source is null || Text[outer.Start] == Text[opening.Start] ? null
        : Text[opening.Start] == '{' && token.Characters[0] == '{' ? token.Start
        : Text[opening.Start] == '[' && cursor.Colons > 0 ? Text.AsSpan(0, cursor.LastColon.Start).LastIndexOf(',') + 1
        : null;

    private void ReportOtherBracket(Span bracket, Span opening, Span outer)
    {
        var replaced = Cure.Replace(bracket, BracketCures.Closing(opening));
        var added = outer.Source is not null && BracketCures.Closing(outer)[0] == bracket.Characters[0]
            ? BracketCures.Close(opening, bracket.Start)
            : null;
        if (BracketCures.ByLayout(cursor.Source) is var (unclosed, line, cure) && line.Start <= bracket.Start)
        {
            diagnostics.NotClosedBefore(unclosed, line, cure);
        }
        else
        {
            var meant = BracketCures.Best(cursor.Source, replaced, added);
            diagnostics.ClosedByTheOther(bracket, opening, meant ?? added ?? replaced!,
                isAdded: (meant ?? added) == added && added is not null, isMeant: meant is not null);
        }
    }

    // A name is one only with its colon, and no comment can stand between the two.
    private void ReportNameAlone(Span name)
    {
        var behind = Text.AsSpan(name.End).TrimStart();
        if (behind.StartsWith("/*", StringComparison.Ordinal) || behind.StartsWith("//", StringComparison.Ordinal))
        {
            diagnostics.CommentBeforeColon(cursor.Source.At(Text.Length - behind.Length, 2));
        }
        else if (behind.StartsWith("=") && cursor.Source.At(Text.Length - behind.Length, behind.StartsWith("=>") ? 2 : 1) is var sign)
        {
            diagnostics.OtherColon(name, sign);
        }
        else
        {
            diagnostics.ColonMissing(name);
        }
    }

    private static bool IsStartOfValue(char c) => char.IsAsciiLetterOrDigit(c) || c is '"' or '-' or '{' or '[';

    // Whether nothing stands yet between the bracket that was opened last and the cursor.
    private bool IsFirst(Span opening) => Text.AsSpan(opening.End, cursor.Position - opening.End).Trim(" \t\r\n,").IsEmpty;
}
