using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Workflows.Expressions;

/// <summary>Finds out what a fault comes of, so that the report can say how to cure it.</summary>
internal sealed partial class ExpressionParser
{
    private static bool IsFaulty(ExpressionToken token) =>
        token.Kind is ExpressionTokenKind.Unknown or ExpressionTokenKind.UnclosedText or ExpressionTokenKind.BrokenNumber;

    // Two tokens that somebody meant as one sign.
    private bool IsOneSign => _position > 0 && Previous.End == Current.Start;

    // A value should begin here.
    private void ReportValueMissing()
    {
        if (!MayReport())
        {
            return;
        }

        var here = SpanOf(_position);
        var sign = _text.At(Previous.Start, Current.End - Previous.Start);
        switch (Previous.Kind, Current.Kind)
        {
            case (_, ExpressionTokenKind.Unknown or ExpressionTokenKind.UnclosedText or ExpressionTokenKind.BrokenNumber):
                ReportFaultyToken();
                break;
            case (ExpressionTokenKind.Equal or ExpressionTokenKind.NotEqual, ExpressionTokenKind.Equal) when IsOneSign:
                _diagnostics.OtherSign(sign, TextOf(Previous) + "=", Previous.Kind == ExpressionTokenKind.Equal ? "==" : "!=");
                break;
            case (ExpressionTokenKind.Equal, ExpressionTokenKind.Less) when IsOneSign:
                _diagnostics.OtherSign(sign, "=<", "<=");
                break;
            case (ExpressionTokenKind.Less or ExpressionTokenKind.Greater or ExpressionTokenKind.Not, ExpressionTokenKind.Equal):
                _diagnostics.OtherSign(sign, $"{TextOf(Previous)} =", $"{TextOf(Previous)}=");
                break;
            case (ExpressionTokenKind.Equal, ExpressionTokenKind.Greater):
                _diagnostics.OtherSign(sign, "= >", "=>");
                break;
            case (ExpressionTokenKind.Minus, ExpressionTokenKind.Greater) when IsOneSign:
                _diagnostics.OtherSign(sign, "->", "=>");
                break;
            case (ExpressionTokenKind.And, ExpressionTokenKind.Ampersand or ExpressionTokenKind.And) when IsOneSign:
                _diagnostics.OtherSign(sign, TextOf(Previous) + TextOf(Current), "&&");
                break;
            case (ExpressionTokenKind.Or, ExpressionTokenKind.Bar or ExpressionTokenKind.Or) when IsOneSign:
                _diagnostics.OtherSign(sign, TextOf(Previous) + TextOf(Current), "||");
                break;
            case (_, ExpressionTokenKind.Plus):
                _diagnostics.PlusWithoutLeftSide(here, IsOneSign && Previous.Kind == ExpressionTokenKind.Plus);
                break;
            case (ExpressionTokenKind.OpenParenthesis, ExpressionTokenKind.CloseParenthesis) when Next.Kind == ExpressionTokenKind.Arrow:
                _diagnostics.LambdaWithoutParameter(sign);
                break;
            case (_, ExpressionTokenKind.Arrow):
                _diagnostics.LambdaWithoutParameter(here);
                break;
            case (_, ExpressionTokenKind.OpenBracket):
                _diagnostics.ListInBrackets(here);
                break;
            case (_, ExpressionTokenKind.OpenBrace):
                _diagnostics.BraceWithoutNew(here);
                break;
            case (_, ExpressionTokenKind.Dot) when Next.IsNumber:
                _diagnostics.NumberWithoutDigitBeforePoint(_text.At(Current.Start, Next.End - Current.Start), TextOf(Next));
                break;
            case (_, ExpressionTokenKind.End):
                _diagnostics.EndsTooEarly(here, _position == 0 ? string.Empty : TextOf(Previous));
                break;
            default:
                _diagnostics.ValueMissing(here, TextOf(Current), IsOperatorWord(Current));
                break;
        }
    }

    // What stands here is joined by nothing to what stands before it.
    private void ReportNotJoined()
    {
        if (!MayReport())
        {
            return;
        }

        var here = SpanOf(_position);
        var text = TextOf(Current);
        switch (Current.Kind)
        {
            case ExpressionTokenKind.Unknown or ExpressionTokenKind.UnclosedText or ExpressionTokenKind.BrokenNumber:
                ReportFaultyToken();
                break;
            case ExpressionTokenKind.CloseParenthesis or ExpressionTokenKind.CloseBracket or ExpressionTokenKind.CloseBrace:
                _diagnostics.ClosesNothing(here, text);
                break;
            case ExpressionTokenKind.Arrow:
                _diagnostics.LambdaWithOtherParameter(here, TextOf(Previous));
                break;
            case ExpressionTokenKind.Text when IsOneSign && Previous.Kind == ExpressionTokenKind.Name && TextOf(Previous) is "$" or "@":
                _diagnostics.TextWithPrefix(_text.At(Previous.Start, 2), TextOf(Previous));
                break;
            case ExpressionTokenKind.Name when IsOneSign && Previous.IsNumber:
                _diagnostics.NotANumber(_text.At(Previous.Start, Current.End - Previous.Start), TextOf(Previous) + text);
                break;
            case ExpressionTokenKind.Name when ForeignWords.CureOf(text) is { } cure:
                _diagnostics.OtherWord(here, text, cure);
                break;
            case ExpressionTokenKind.Name
            or ExpressionTokenKind.Integer
            or ExpressionTokenKind.Real
            or ExpressionTokenKind.Text
            or ExpressionTokenKind.OpenParenthesis when TypeInParenthesesBefore() is { } type:
                _diagnostics.CastInParentheses(here, type);
                break;
            case ExpressionTokenKind.Not when Next.Kind == ExpressionTokenKind.Equal:
                _diagnostics.OtherSign(_text.At(Current.Start, Next.End - Current.Start), "! =", "!=");
                break;
            case ExpressionTokenKind.Comma:
                _diagnostics.CommaTooMany(here);
                break;
            default:
                _diagnostics.NotJoined(here, text, BinaryOperators.PrecedenceOf(Current.Kind) == Precedence.Anything);
                break;
        }
    }

    private void ReportFaultyToken()
    {
        var here = SpanOf(_position);
        switch (Current.Kind)
        {
            case ExpressionTokenKind.UnclosedText:
                _diagnostics.TextNeverClosed(here, _text.Value[Current.Start]);
                break;
            case ExpressionTokenKind.BrokenNumber:
                _diagnostics.NotANumber(here, TextOf(Current));
                break;
            default:
                _diagnostics.UnknownCharacter(here, TextOf(Current));
                break;
        }
    }

    private void ReportNotClosed(int open, ExpressionTokenKind close)
    {
        if (IsFaulty(Current))
        {
            ReportNotJoined();
        }
        else if (!At(ExpressionTokenKind.End) && !Current.IsClosing)
        {
            ReportNotJoined();
        }
        else if (MayReport())
        {
            var bracket = TextOf(_tokens[open]);
            var closing = bracket == "{" ? "}" : close == ExpressionTokenKind.CloseBracket ? "]" : ")";
            if (At(ExpressionTokenKind.End))
            {
                _diagnostics.NeverClosed(SpanOf(open), bracket, closing);
            }
            else
            {
                _diagnostics.ClosedByTheOther(SpanOf(_position), TextOf(Current), bracket, closing);
            }
        }
    }

    private void ReportColonMissing(int question)
    {
        if (!MayReport())
        {
            return;
        }

        if (IsFaulty(Current))
        {
            ReportFaultyToken();
        }
        else
        {
            _diagnostics.ColonMissing(SpanOf(question));
        }
    }

    // A name should stand here: behind a point, behind `as`.
    private void ReportNameMissing()
    {
        if (!MayReport())
        {
            return;
        }

        if (IsFaulty(Current))
        {
            ReportFaultyToken();
        }
        else
        {
            _diagnostics.NameMissing(SpanOf(_position), TextOf(Current), TextOf(Previous), IsOperatorWord(Current));
        }
    }

    private void ReportListMissing(int word)
    {
        if (MayReport())
        {
            _diagnostics.ListMissing(SpanOf(word), At(ExpressionTokenKind.OpenBracket) || At(ExpressionTokenKind.OpenBrace));
        }
    }

    private void ReportListInParentheses(int open)
    {
        if (!MayReport())
        {
            return;
        }

        var comma = _position;
        Skip(isStoppedByCommas: false);
        if (Next.Kind == ExpressionTokenKind.Arrow)
        {
            _position++;
            _diagnostics.SeveralParameters(SpanFrom(open));
            _position--;
        }
        else
        {
            _diagnostics.ListInParentheses(SpanOf(comma));
        }
    }

    private void ReportLambdaWithBlock(int arrow, Name parameter)
    {
        if (MayReport())
        {
            _diagnostics.LambdaWithBlock(SpanOf(arrow + 1), parameter);
        }
    }

    private void ReportNewArray(int start)
    {
        if (MayReport())
        {
            _diagnostics.NewArrayWithSize(SpanFrom(start));
        }
    }

    private void ReportNewNeedsBracket(int start, Name? type)
    {
        if (MayReport())
        {
            _diagnostics.NewNeedsBracket(SpanFrom(start), type, At(ExpressionTokenKind.Less) || At(ExpressionTokenKind.Question));
        }
    }

    private void ReportFunctionWithoutArguments(int start, string function)
    {
        if (MayReport())
        {
            _diagnostics.FunctionWithoutArguments(SpanOf(start), function);
        }
    }

    private void ReportOut()
    {
        if (MayReport())
        {
            _diagnostics.OutArgument(SpanOf(_position));
        }
    }

    private void ReportNumber(Span at, string text, NumberFault fault)
    {
        if (MayReport())
        {
            switch (fault)
            {
                case NumberFault.TooLarge:
                    _diagnostics.NumberTooLarge(at, text);
                    break;
                case NumberFault.NegativeUnsigned:
                    _diagnostics.NegativeUnsigned(at, text);
                    break;
                case NumberFault.ExponentOfDecimal:
                    _diagnostics.ExponentOfDecimal(at, text);
                    break;
                default:
                    _diagnostics.NotANumber(at, text);
                    break;
            }
        }
    }

    private void ReportEscape(int token, bool isOne, Range fault)
    {
        if (MayReport())
        {
            var start = _tokens[token].Start + 1 + fault.Start.Value;
            var length = fault.End.Value - fault.Start.Value;
            _diagnostics.NotAnEscape(
                isOne ? _text.At(start, length) : SpanFrom(token),
                isOne ? _text.Value.Substring(start, length) : "\\"
            );
        }
    }

    private bool IsOperatorWord(ExpressionToken token) =>
        token.Length > 0 && char.IsLetter(_text.Value[token.Start]) && token.Kind != ExpressionTokenKind.Name;

    // The type of `(int) x`, with the place being that of `x`.
    private string? TypeInParenthesesBefore() =>
        _position >= 3
        && Previous.Kind == ExpressionTokenKind.CloseParenthesis
        && _tokens[_position - 3].Kind == ExpressionTokenKind.OpenParenthesis
        && _tokens[_position - 2].Kind == ExpressionTokenKind.Name
        && DialectWords.IsType(TextOf(_tokens[_position - 2]))
            ? TextOf(_tokens[_position - 2])
            : null;
}
