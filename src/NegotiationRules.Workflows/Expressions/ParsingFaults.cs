using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Workflows.Expressions;

/// <summary>Finds out what a fault comes of, so that the report can say how to cure it. Of one fault, what follows from it is not
/// reported.</summary>
internal sealed class ParsingFaults(TokenCursor tokens, ExpressionDiagnostics diagnostics)
{
    // Whoever wrote twenty faults into one expression gains nothing from the next.
    private const int MostReports = 20;
    private int _reports;

    // Where reading goes on after a fault: what does not fit there is a consequence, not another fault.
    private int _quietAt = -1;

    public bool IsGivenUp { get; private set; }

    public bool MayReport()
    {
        if (tokens.Position == _quietAt || IsGivenUp || _reports == MostReports)
        {
            return false;
        }

        _reports++;
        return true;
    }

    public void Report(Action<ExpressionDiagnostics> report)
    {
        if (MayReport())
        {
            report(diagnostics);
        }
    }

    public void BeQuietHere() => _quietAt = tokens.Position;

    public void SpeakUp() => _quietAt = -1;

    /// <summary>Reports what nothing can be read after, once.</summary>
    public void GiveUp(Action<ExpressionDiagnostics> report)
    {
        if (!IsGivenUp)
        {
            report(diagnostics);
            IsGivenUp = true;
            tokens.Position = tokens.All.Count - 1;
        }
    }

    public static bool IsFaulty(ExpressionToken token) =>
        token.Kind is ExpressionTokenKind.Unknown or ExpressionTokenKind.UnclosedText or ExpressionTokenKind.BrokenNumber;

    // Two tokens that somebody meant as one sign.
    private bool IsOneSign => tokens.Position > 0 && tokens.Previous.End == tokens.Current.Start;

    // A value should begin here.
    public void ValueMissing()
    {
        if (!MayReport())
        {
            return;
        }

        var here = tokens.Here;
        var sign = tokens.Text.At(tokens.Previous.Start, tokens.Current.End - tokens.Previous.Start);
        switch (tokens.Previous.Kind, tokens.Current.Kind)
        {
            case (_, ExpressionTokenKind.Unknown or ExpressionTokenKind.UnclosedText or ExpressionTokenKind.BrokenNumber):
                FaultyToken();
                break;
            case (ExpressionTokenKind.Equal or ExpressionTokenKind.NotEqual, ExpressionTokenKind.Equal) when IsOneSign:
                diagnostics.OtherSign(
                    sign, tokens.TextOf(tokens.Previous) + "=", tokens.Previous.Kind == ExpressionTokenKind.Equal ? "==" : "!="
                );
                break;
            case (ExpressionTokenKind.Equal, ExpressionTokenKind.Less) when IsOneSign:
                diagnostics.OtherSign(sign, "=<", "<=");
                break;
            case (ExpressionTokenKind.Less or ExpressionTokenKind.Greater or ExpressionTokenKind.Not, ExpressionTokenKind.Equal):
                diagnostics.OtherSign(sign, $"{tokens.TextOf(tokens.Previous)} =", $"{tokens.TextOf(tokens.Previous)}=");
                break;
            case (ExpressionTokenKind.Equal, ExpressionTokenKind.Greater):
                diagnostics.OtherSign(sign, "= >", "=>");
                break;
            case (ExpressionTokenKind.Minus, ExpressionTokenKind.Greater) when IsOneSign:
                diagnostics.OtherSign(sign, "->", "=>");
                break;
            case (ExpressionTokenKind.And, ExpressionTokenKind.Ampersand or ExpressionTokenKind.And) when IsOneSign:
                diagnostics.OtherSign(sign, tokens.TextOf(tokens.Previous) + tokens.TextOf(tokens.Current), "&&");
                break;
            case (ExpressionTokenKind.Or, ExpressionTokenKind.Bar or ExpressionTokenKind.Or) when IsOneSign:
                diagnostics.OtherSign(sign, tokens.TextOf(tokens.Previous) + tokens.TextOf(tokens.Current), "||");
                break;
            case (_, ExpressionTokenKind.Plus):
                diagnostics.PlusWithoutLeftSide(here, IsOneSign && tokens.Previous.Kind == ExpressionTokenKind.Plus);
                break;
            case (
                ExpressionTokenKind.OpenParenthesis, ExpressionTokenKind.CloseParenthesis
            ) when tokens.Next.Kind == ExpressionTokenKind.Arrow:
                diagnostics.LambdaWithoutParameter(sign);
                break;
            case (_, ExpressionTokenKind.Arrow):
                diagnostics.LambdaWithoutParameter(here);
                break;
            case (_, ExpressionTokenKind.OpenBracket):
                diagnostics.ListInBrackets(here);
                break;
            case (_, ExpressionTokenKind.OpenBrace):
                diagnostics.BraceWithoutNew(here);
                break;
            case (_, ExpressionTokenKind.Dot) when tokens.Next.IsNumber:
                diagnostics.NumberWithoutDigitBeforePoint(
                    tokens.Text.At(tokens.Current.Start, tokens.Next.End - tokens.Current.Start), tokens.TextOf(tokens.Next)
                );
                break;
            case (_, ExpressionTokenKind.End):
                diagnostics.EndsTooEarly(here, tokens.Position == 0 ? string.Empty : tokens.TextOf(tokens.Previous));
                break;
            default:
                diagnostics.ValueMissing(here, tokens.TextOf(tokens.Current), IsOperatorWord(tokens.Current));
                break;
        }
    }

    // What stands here is joined by nothing to what stands before it.
    public void NotJoined()
    {
        if (!MayReport())
        {
            return;
        }

        var here = tokens.Here;
        var text = tokens.TextOf(tokens.Current);
        switch (tokens.Current.Kind)
        {
            case ExpressionTokenKind.Unknown or ExpressionTokenKind.UnclosedText or ExpressionTokenKind.BrokenNumber:
                FaultyToken();
                break;
            case ExpressionTokenKind.CloseParenthesis or ExpressionTokenKind.CloseBracket or ExpressionTokenKind.CloseBrace:
                diagnostics.ClosesNothing(here, text);
                break;
            case ExpressionTokenKind.Arrow:
                diagnostics.LambdaWithOtherParameter(here, tokens.TextOf(tokens.Previous));
                break;
            case ExpressionTokenKind.Text
                when IsOneSign
                    && tokens.Previous.Kind == ExpressionTokenKind.Name
                    && tokens.TextOf(tokens.Previous) is "$" or "@":
                diagnostics.TextWithPrefix(tokens.Text.At(tokens.Previous.Start, 2), tokens.TextOf(tokens.Previous));
                break;
            case ExpressionTokenKind.Name when IsOneSign && tokens.Previous.IsNumber:
                diagnostics.NotANumber(
                    tokens.Text.At(tokens.Previous.Start, tokens.Current.End - tokens.Previous.Start), tokens.TextOf(tokens.Previous) + text
                );
                break;
            case ExpressionTokenKind.Name when ForeignWords.CureOf(text) is { } cure:
                diagnostics.OtherWord(here, text, cure);
                break;
            case ExpressionTokenKind.Name
            or ExpressionTokenKind.Integer
            or ExpressionTokenKind.Real
            or ExpressionTokenKind.Text
            or ExpressionTokenKind.OpenParenthesis when TypeInParenthesesBefore() is { } type:
                diagnostics.CastInParentheses(here, type);
                break;
            case ExpressionTokenKind.Not when tokens.Next.Kind == ExpressionTokenKind.Equal:
                diagnostics.OtherSign(tokens.Text.At(tokens.Current.Start, tokens.Next.End - tokens.Current.Start), "! =", "!=");
                break;
            case ExpressionTokenKind.Comma:
                diagnostics.CommaTooMany(here);
                break;
            default:
                diagnostics.NotJoined(here, text, BinaryOperators.PrecedenceOf(tokens.Current.Kind) == Precedence.Anything);
                break;
        }
    }

    private void FaultyToken()
    {
        var here = tokens.Here;
        switch (tokens.Current.Kind)
        {
            case ExpressionTokenKind.UnclosedText:
                diagnostics.TextNeverClosed(here, tokens.Text.Value[tokens.Current.Start]);
                break;
            case ExpressionTokenKind.BrokenNumber:
                diagnostics.NotANumber(here, tokens.TextOf(tokens.Current));
                break;
            default:
                diagnostics.UnknownCharacter(here, tokens.TextOf(tokens.Current));
                break;
        }
    }

    public void NotClosed(int open, ExpressionTokenKind close)
    {
        if (IsFaulty(tokens.Current))
        {
            NotJoined();
        }
        else if (!tokens.At(ExpressionTokenKind.End) && !tokens.Current.IsClosing)
        {
            NotJoined();
        }
        else if (MayReport())
        {
            var bracket = tokens.TextOf(tokens.All[open]);
            var closing = bracket == "{" ? "}" : close == ExpressionTokenKind.CloseBracket ? "]" : ")";
            if (tokens.At(ExpressionTokenKind.End))
            {
                diagnostics.NeverClosed(tokens.SpanOf(open), bracket, closing);
            }
            else
            {
                diagnostics.ClosedByTheOther(tokens.Here, tokens.TextOf(tokens.Current), bracket, closing);
            }
        }
    }

    public void ColonMissing(int question)
    {
        if (!MayReport())
        {
            return;
        }

        if (IsFaulty(tokens.Current))
        {
            FaultyToken();
        }
        else
        {
            diagnostics.ColonMissing(tokens.SpanOf(question));
        }
    }

    // A name should stand here: behind a point, behind `as`.
    public void NameMissing()
    {
        if (!MayReport())
        {
            return;
        }

        if (IsFaulty(tokens.Current))
        {
            FaultyToken();
        }
        else
        {
            diagnostics.NameMissing(
                tokens.Here, tokens.TextOf(tokens.Current), tokens.TextOf(tokens.Previous), IsOperatorWord(tokens.Current)
            );
        }
    }

    public void ListMissing(int word) =>
        Report(say => say.ListMissing(
                tokens.SpanOf(word), tokens.At(ExpressionTokenKind.OpenBracket) || tokens.At(ExpressionTokenKind.OpenBrace)
            ));

    public void ListInParentheses(int open)
    {
        if (!MayReport())
        {
            return;
        }

        var comma = tokens.Position;
        tokens.Skip(isStoppedByCommas: false);
        if (tokens.Next.Kind == ExpressionTokenKind.Arrow)
        {
            tokens.Position++;
            diagnostics.SeveralParameters(tokens.SpanFrom(open));
            tokens.Position--;
        }
        else
        {
            diagnostics.ListInParentheses(tokens.SpanOf(comma));
        }
    }

    public void LambdaWithBlock(int arrow, Name parameter) => Report(say => say.LambdaWithBlock(tokens.SpanOf(arrow + 1), parameter));

    public void NewArray(int start) => Report(say => say.NewArrayWithSize(tokens.SpanFrom(start)));

    public void NewNeedsBracket(int start, Name? type) =>
        Report(say => say.NewNeedsBracket(
                tokens.SpanFrom(start), type, tokens.At(ExpressionTokenKind.Less) || tokens.At(ExpressionTokenKind.Question)
            ));

    public void FunctionWithoutArguments(int start, string function) =>
        Report(say => say.FunctionWithoutArguments(tokens.SpanOf(start), function));

    public void Out() => Report(say => say.OutArgument(tokens.Here));

    public void Number(Span at, string text, NumberFault fault)
    {
        if (MayReport())
        {
            switch (fault)
            {
                case NumberFault.TooLarge:
                    diagnostics.NumberTooLarge(at, text);
                    break;
                case NumberFault.NegativeUnsigned:
                    diagnostics.NegativeUnsigned(at, text);
                    break;
                case NumberFault.ExponentOfDecimal:
                    diagnostics.ExponentOfDecimal(at, text);
                    break;
                default:
                    diagnostics.NotANumber(at, text);
                    break;
            }
        }
    }

    public void Escape(int token, bool isOne, Range fault)
    {
        if (MayReport())
        {
            var start = tokens.All[token].Start + 1 + fault.Start.Value;
            var length = fault.End.Value - fault.Start.Value;
            diagnostics.NotAnEscape(
                isOne ? tokens.Text.At(start, length) : tokens.SpanFrom(token),
                isOne ? tokens.Text.Value.Substring(start, length) : "\\"
            );
        }
    }

    private bool IsOperatorWord(ExpressionToken token) =>
        token.Length > 0 && char.IsLetter(tokens.Text.Value[token.Start]) && token.Kind != ExpressionTokenKind.Name;

    // The type of `(int) x`, with the place being that of `x`.
    private string? TypeInParenthesesBefore() =>
        tokens.Position >= 3
        && tokens.Previous.Kind == ExpressionTokenKind.CloseParenthesis
        && tokens.All[tokens.Position - 3].Kind == ExpressionTokenKind.OpenParenthesis
        && tokens.All[tokens.Position - 2].Kind == ExpressionTokenKind.Name
        && DialectWords.IsType(tokens.TextOf(tokens.All[tokens.Position - 2]))
            ? tokens.TextOf(tokens.All[tokens.Position - 2])
            : null;
}
