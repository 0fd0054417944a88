using NegotiationRules.Syntax;

namespace NegotiationRules.Workflows.Expressions;

/// <summary>What binds tightest: literals, names, calls, what stands in parentheses, and the members of these.</summary>
internal sealed partial class ExpressionParser
{
    // `start` is where a minus stands that belongs to the number here; otherwise, where we are.
    private ExpressionSyntax ParsePrimary(int start)
    {
        var expression = start < _position ? ParseNegativeNumber(start) : ParseStart();
        while (true)
        {
            if (At(ExpressionTokenKind.Dot) || At(ExpressionTokenKind.NullPropagation))
            {
                expression = ParseMember(start, expression);
            }
            else if (At(ExpressionTokenKind.OpenBracket))
            {
                var height = _height;
                var arguments = ParseArguments(ExpressionTokenKind.CloseBracket);
                _height = Higher(height, _height);
                expression = new IndexExpression(SpanFrom(start), expression, arguments);
            }
            else
            {
                return expression;
            }
        }
    }

    private ExpressionSyntax ParseStart()
    {
        _height = 1;
        switch (Current.Kind)
        {
            case ExpressionTokenKind.Name:
                return ParseName();
            case ExpressionTokenKind.Text:
                return ParseText(mayConvert: true);
            case ExpressionTokenKind.Integer or ExpressionTokenKind.Real:
                return ParseNumber(_position);
            case ExpressionTokenKind.OpenParenthesis:
                return ParseParentheses();
            default:
                ReportValueMissing();
                return Recover(_position);
        }
    }

    private ExpressionSyntax ParseParentheses()
    {
        var open = _position++;
        var expression = ParseConditional();
        var height = _height;
        if (At(ExpressionTokenKind.Comma))
        {
            ReportListInParentheses(open);
            expression = Recover(open);
        }

        Close(open, ExpressionTokenKind.CloseParenthesis);
        if (At(ExpressionTokenKind.Arrow))
        {
            if (expression is not BrokenExpression && MayReport())
            {
                _diagnostics.ParameterInParentheses(SpanFrom(open), _position - open == 3 ? TextOf(_tokens[open + 1]) : "x");
            }

            return Recover(open);
        }

        _height = height;
        return expression;
    }

    private ExpressionSyntax ParseNegativeNumber(int minus)
    {
        _height = 2;
        var number = ParseNumber(minus);
        return number is BrokenExpression ? number : new UnaryExpression(SpanFrom(minus), UnaryOperator.Minus, number);
    }

    private ExpressionSyntax ParseNumber(int start)
    {
        var token = _tokens[_position];
        var literal = NumberLiteral.Read(
            _text.Value.AsSpan(token.Start, token.Length), token.Kind == ExpressionTokenKind.Real, start < _position
        );
        _position++;
        var whole = SpanFrom(start);
        if (literal.Fault != NumberFault.None)
        {
            ReportNumber(whole, start < _position - 1 ? $"-{TextOf(token)}" : TextOf(token), literal.Fault);
            return new BrokenExpression(whole);
        }

        if (literal.ReadAs is not null && MayReport())
        {
            _diagnostics.ReadAsAnotherNumber(whole, start < _position - 1 ? $"-{TextOf(token)}" : TextOf(token), literal);
        }

        return new NumberExpression(SpanOf(_position - 1), literal.Digits, literal.Suffix);
    }

    private ExpressionSyntax ParseText(bool mayConvert)
    {
        var start = _position++;
        var first = _tokens[start];
        var isCharacter = _text.Value[first.Start] == '\'';
        while (At(ExpressionTokenKind.Text) && !isCharacter)
        {
            _position++;
        }

        var isOne = _position == start + 1;
        if (!isOne && _text.Value[Previous.Start] == '\'')
        {
            if (MayReport())
            {
                _diagnostics.TextsSideBySide(SpanFrom(start));
            }

            return new BrokenExpression(SpanFrom(start));
        }

        // Texts side by side are one, and keep the quotation marks between them: `"a" "b"` is `a""b`.
        var written = isOne ? Inside(first) : string.Concat(_tokens[start.._position].Select(TextOf)).AsSpan()[1..^1];
        if (TextEscapes.Resolve(written, out var fault) is not { } value)
        {
            ReportEscape(start, isOne, fault);
            return new BrokenExpression(SpanFrom(start));
        }

        if (isCharacter && value.Length != 1)
        {
            if (MayReport())
            {
                _diagnostics.NotOneCharacter(SpanFrom(start), value);
            }

            return new BrokenExpression(SpanFrom(start));
        }

        return mayConvert && isOne && !isCharacter && DialectWords.IsFullTypeName(value) && ParseConversion(start, value) is { } conversion
            ? conversion
            : new TextExpression(SpanFrom(start), value, isCharacter);
    }

    // `"System.DateTime"(…)` and `"System.DateTime"?(…)`
    private ExpressionSyntax? ParseConversion(int start, string type)
    {
        var isNullable = At(ExpressionTokenKind.Question) && Next.Kind == ExpressionTokenKind.OpenParenthesis;
        if (!isNullable && !At(ExpressionTokenKind.OpenParenthesis))
        {
            return null;
        }

        var name = new Name(isNullable ? $"{type}?" : type, SpanOf(start));
        var isType = TakeQuestion(start, type, isNullable);
        var arguments = ParseArguments(ExpressionTokenKind.CloseParenthesis);
        return isType
            ? new CallExpression(SpanFrom(start), null, name, arguments, IsNullPropagating: false)
            : new BrokenExpression(SpanFrom(start));
    }

    private ExpressionSyntax ParseName()
    {
        var start = _position;
        var text = TextOf(Current);
        switch (DialectWords.KeywordOf(text, _isCaseSensitive))
        {
            case "new":
                return ParseNew();
            case "true" or "false":
                _position++;
                return new BooleanExpression(SpanFrom(start), text.Length == 4);
            case "null":
                _position++;
                return new NullExpression(SpanFrom(start));
            case ("it" or "parent" or "root") and var element:
                _position++;
                return new NameExpression(SpanFrom(start), element);
            case { } function:
                return ParseFunction(function);
        }

        if (DialectWords.IsType(text))
        {
            return ParseType(text);
        }

        _position++;
        return Current.Kind switch
        {
            ExpressionTokenKind.Arrow => ParseLambda(start, text),
            ExpressionTokenKind.OpenParenthesis when !_parameters.Contains(text) => ParseCall(
                start, null, new Name(text, SpanFrom(start)), isNullPropagating: false
            ),
            _ => new NameExpression(SpanFrom(start), IsPlainWord(WithoutAt(text)) ? WithoutAt(text) : text),
        };
    }

    // With an `@`, a word that means something of itself is a name, which nothing has: `@it`.
    private bool IsPlainWord(string word) =>
        !char.IsAsciiDigit(word[0])
        && DialectWords.KeywordOf(word, _isCaseSensitive) is null
        && !DialectWords.IsType(word)
        && DialectWords.OperatorOf(word, _isCaseSensitive) == ExpressionTokenKind.Name;

    // `iif`, `isnull`, `np`, `is`, `as` and `cast` must be called, with so many arguments.
    private ExpressionSyntax ParseFunction(string function)
    {
        var start = _position++;
        var name = new Name(function, SpanFrom(start));
        if (!At(ExpressionTokenKind.OpenParenthesis))
        {
            ReportFunctionWithoutArguments(start, function);
            return Recover(start);
        }

        var call = ParseCall(start, null, name, isNullPropagating: false);
        var (least, most) = function switch
        {
            "iif" => (3, 3),
            "isnull" => (2, 2),
            _ => (1, 2),
        };
        if (call.Arguments.Count >= least && call.Arguments.Count <= most)
        {
            return call;
        }

        if (MayReport())
        {
            _diagnostics.WrongNumberOfArguments(call, least, most);
        }

        return new BrokenExpression(call.Span);
    }

    // A member may be called like a type: only what follows tells `Guid ? a : b` from `Guid?(a)`.
    private ExpressionSyntax ParseType(string type)
    {
        var start = _position++;
        var isNullable = At(ExpressionTokenKind.Question)
            && Next.Kind is ExpressionTokenKind.OpenParenthesis or ExpressionTokenKind.Text or ExpressionTokenKind.Dot;
        var isType = TakeQuestion(start, type, isNullable);
        var name = new Name(isNullable ? $"{type}?" : type, SpanFrom(start));
        if (At(ExpressionTokenKind.OpenParenthesis))
        {
            var call = ParseCall(start, null, name, isNullPropagating: false);
            return isType ? call : new BrokenExpression(call.Span);
        }

        if (At(ExpressionTokenKind.Text))
        {
            // `DateTime"2022-02-04"` is `DateTime("2022-02-04")`.
            var text = ParseText(mayConvert: false);
            _height = 2;
            return isType
                ? new CallExpression(SpanFrom(start), null, name, [text], IsNullPropagating: false)
                : new BrokenExpression(SpanFrom(start));
        }

        return isNullable ? new TypeExpression(SpanFrom(start), name.Text) : new NameExpression(SpanFrom(start), type);
    }

    // Whether there is such a type.
    private bool TakeQuestion(int start, string type, bool isNullable)
    {
        if (!isNullable)
        {
            return true;
        }

        _position++;
        if (DialectWords.IsValueType(type))
        {
            return true;
        }

        if (MayReport())
        {
            _diagnostics.NoNullableForm(SpanFrom(start), type);
        }

        return false;
    }

    private ExpressionSyntax ParseLambda(int start, string parameter)
    {
        var name = new Name(WithoutAt(parameter), SpanOf(start));
        if (_parameters.Contains(name.Text) && MayReport())
        {
            _diagnostics.ParameterTwice(name);
        }

        var arrow = _position++;
        if (At(ExpressionTokenKind.OpenBrace))
        {
            ReportLambdaWithBlock(arrow, name);
            return Recover(start);
        }

        _parameters.Add(name.Text);
        var body = ParseConditional();
        _parameters.RemoveAt(_parameters.Count - 1);
        _height = Higher(_height, 0);
        return new LambdaExpression(SpanFrom(start), [name], body);
    }

    private ExpressionSyntax ParseMember(int start, ExpressionSyntax target)
    {
        var height = _height;
        var isNullPropagating = At(ExpressionTokenKind.NullPropagation);
        if (isNullPropagating && MayReport())
        {
            _diagnostics.NullPropagation(SpanOf(_position), _text.Value[_tokens[start].Start..Current.Start], TextOf(Next));
        }

        _position++;
        if (!At(ExpressionTokenKind.Name))
        {
            ReportNameMissing();
            return Recover(start);
        }

        var name = ParsePlainName();
        if (At(ExpressionTokenKind.OpenParenthesis))
        {
            var call = ParseCall(start, target, name, isNullPropagating);
            _height = Higher(height, _height);
            return call;
        }

        _height = Higher(height, 0);
        return new MemberExpression(SpanFrom(start), target, name, isNullPropagating);
    }

    private CallExpression ParseCall(int start, ExpressionSyntax? target, Name name, bool isNullPropagating)
    {
        var arguments = ParseArguments(ExpressionTokenKind.CloseParenthesis);
        return new CallExpression(SpanFrom(start), target, name, arguments, isNullPropagating);
    }

    private List<ExpressionSyntax> ParseArguments(ExpressionTokenKind close)
    {
        var arguments = new List<ExpressionSyntax>();
        var open = _position++;
        var height = 0;
        if (close != ExpressionTokenKind.CloseParenthesis || !At(close))
        {
            do
            {
                arguments.Add(ParseArgument());
                height = Math.Max(height, _height);
            }
            while (Take(ExpressionTokenKind.Comma));
        }

        Close(open, close);
        _height = Higher(height, 0);
        return arguments;
    }

    // The dialect knows `out _`, but then fails on whatever method it is given to.
    private ExpressionSyntax ParseArgument()
    {
        if (!At(ExpressionTokenKind.Name) || TextOf(Current) is not ("out" or "$out"))
        {
            return ParseConditional();
        }

        ReportOut();
        return Recover(_position);
    }

    // `@` keeps a name from being an operator or keyword, and is no part of it behind a point.
    private Name ParsePlainName()
    {
        var text = TextOf(_tokens[_position++]);
        return new Name(WithoutAt(text), SpanOf(_position - 1));
    }

    private static string WithoutAt(string name) => name.Length > 1 && name[0] == '@' ? name[1..] : name;
}
