using NegotiationRules.Syntax;

namespace NegotiationRules.Workflows.Expressions;

/// <summary>What binds tightest: literals, names, calls, what stands in parentheses, and the members of these.</summary>
internal sealed partial class ExpressionParser
{
    // `start` is where a minus stands that belongs to the number here; otherwise, where we are.
    private ExpressionSyntax ParsePrimary(int start)
    {
        var expression = start < _tokens.Position ? ParseNegativeNumber(start) : ParseStart();
        while (true)
        {
            if (_tokens.At(ExpressionTokenKind.Dot) || _tokens.At(ExpressionTokenKind.NullPropagation))
            {
                expression = ParseMember(start, expression);
            }
            else if (_tokens.At(ExpressionTokenKind.OpenBracket))
            {
                var height = _height;
                var arguments = ParseArguments(ExpressionTokenKind.CloseBracket);
                _height = _limits.Higher(height, _height);
                expression = new IndexExpression(_tokens.SpanFrom(start), expression, arguments);
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
        switch (_tokens.Current.Kind)
        {
            case ExpressionTokenKind.Name:
                return ParseName();
            case ExpressionTokenKind.Text:
                return ParseText(mayConvert: true);
            case ExpressionTokenKind.Integer or ExpressionTokenKind.Real:
                return ParseNumber(_tokens.Position);
            case ExpressionTokenKind.OpenParenthesis:
                return ParseParentheses();
            default:
                _faults.ValueMissing();
                return Recover(_tokens.Position);
        }
    }

    private ExpressionSyntax ParseParentheses()
    {
        var open = _tokens.Position++;
        var expression = ParseConditional();
        var height = _height;
        if (_tokens.At(ExpressionTokenKind.Comma))
        {
            _faults.ListInParentheses(open);
            expression = Recover(open);
        }

        Close(open, ExpressionTokenKind.CloseParenthesis);
        if (_tokens.At(ExpressionTokenKind.Arrow))
        {
            if (expression is not BrokenExpression && _faults.MayReport())
            {
                _diagnostics.ParameterInParentheses(
                    _tokens.SpanFrom(open), _tokens.Position - open == 3 ? _tokens.TextOf(_tokens.All[open + 1]) : "x"
                );
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
        return number is BrokenExpression ? number : new UnaryExpression(_tokens.SpanFrom(minus), UnaryOperator.Minus, number);
    }

    private ExpressionSyntax ParseNumber(int start)
    {
        var token = _tokens.All[_tokens.Position];
        var literal = NumberLiteral.Read(
            _tokens.Text.Value.AsSpan(token.Start, token.Length), token.Kind == ExpressionTokenKind.Real, start < _tokens.Position
        );
        _tokens.Position++;
        var whole = _tokens.SpanFrom(start);
        var written = start < _tokens.Position - 1 ? $"-{_tokens.TextOf(token)}" : _tokens.TextOf(token);
        if (literal.Fault != NumberFault.None)
        {
            _faults.Number(whole, written, literal.Fault);
            return new BrokenExpression(whole);
        }

        if (literal.ReadAs is not null && _faults.MayReport())
        {
            _diagnostics.ReadAsAnotherNumber(whole, written, literal);
        }

        return new NumberExpression(_tokens.SpanOf(_tokens.Position - 1), literal.Digits, literal.Suffix);
    }

    private ExpressionSyntax ParseText(bool mayConvert)
    {
        var start = _tokens.Position++;
        var first = _tokens.All[start];
        var isCharacter = _tokens.Text.Value[first.Start] == '\'';
        while (_tokens.At(ExpressionTokenKind.Text) && !isCharacter)
        {
            _tokens.Position++;
        }

        var isOne = _tokens.Position == start + 1;
        if (!isOne && _tokens.Text.Value[_tokens.Previous.Start] == '\'')
        {
            _faults.Report(say => say.TextsSideBySide(_tokens.SpanFrom(start)));

            return new BrokenExpression(_tokens.SpanFrom(start));
        }

        // Texts side by side are one, and keep the quotation marks between them: `"a" "b"` is `a""b`.
        var written = isOne
            ? _tokens.Inside(first)
            : string.Concat(_tokens.All[start.._tokens.Position].Select(_tokens.TextOf)).AsSpan()[1..^1];
        if (TextEscapes.Resolve(written, out var fault) is not { } value)
        {
            _faults.Escape(start, isOne, fault);
            return new BrokenExpression(_tokens.SpanFrom(start));
        }

        if (isCharacter && value.Length != 1)
        {
            _faults.Report(say => say.NotOneCharacter(_tokens.SpanFrom(start), value));

            return new BrokenExpression(_tokens.SpanFrom(start));
        }

        return mayConvert && isOne && !isCharacter && DialectWords.IsFullTypeName(value) && ParseConversion(start, value) is { } conversion
            ? conversion
            : new TextExpression(_tokens.SpanFrom(start), value, isCharacter);
    }

    // `"System.DateTime"(…)` and `"System.DateTime"?(…)`
    private ExpressionSyntax? ParseConversion(int start, string type)
    {
        var isNullable = _tokens.At(ExpressionTokenKind.Question) && _tokens.Next.Kind == ExpressionTokenKind.OpenParenthesis;
        if (!isNullable && !_tokens.At(ExpressionTokenKind.OpenParenthesis))
        {
            return null;
        }

        var name = new Name(isNullable ? $"{type}?" : type, _tokens.SpanOf(start));
        var isType = TakeQuestion(start, type, isNullable);
        var arguments = ParseArguments(ExpressionTokenKind.CloseParenthesis);
        return isType
            ? new CallExpression(_tokens.SpanFrom(start), null, name, arguments, IsNullPropagating: false)
            : new BrokenExpression(_tokens.SpanFrom(start));
    }

    private ExpressionSyntax ParseName()
    {
        var start = _tokens.Position;
        var text = _tokens.TextOf(_tokens.Current);
        switch (DialectWords.KeywordOf(text, _isCaseSensitive))
        {
            case "new":
                return ParseNew();
            case "true" or "false":
                _tokens.Position++;
                return new BooleanExpression(_tokens.SpanFrom(start), text.Length == 4);
            case "null":
                _tokens.Position++;
                return new NullExpression(_tokens.SpanFrom(start));
            case ("it" or "parent" or "root") and var element:
                _tokens.Position++;
                return new NameExpression(_tokens.SpanFrom(start), element);
            case { } function:
                return ParseFunction(function);
        }

        if (DialectWords.IsType(text))
        {
            return ParseType(text);
        }

        _tokens.Position++;
        return _tokens.Current.Kind switch
        {
            ExpressionTokenKind.Arrow => ParseLambda(start, text),
            ExpressionTokenKind.OpenParenthesis when !_parameters.Contains(text) => ParseCall(
                start, null, new Name(text, _tokens.SpanFrom(start)), isNullPropagating: false
            ),
            _ => new NameExpression(_tokens.SpanFrom(start), IsPlainWord(WithoutAt(text)) ? WithoutAt(text) : text),
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
        var start = _tokens.Position++;
        var name = new Name(function, _tokens.SpanFrom(start));
        if (!_tokens.At(ExpressionTokenKind.OpenParenthesis))
        {
            _faults.FunctionWithoutArguments(start, function);
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

        _faults.Report(say => say.WrongNumberOfArguments(call, least, most));

        return new BrokenExpression(call.Span);
    }

    // A member may be called like a type: only what follows tells `Guid ? a : b` from `Guid?(a)`.
    private ExpressionSyntax ParseType(string type)
    {
        var start = _tokens.Position++;
        var isNullable = _tokens.At(ExpressionTokenKind.Question)
            && _tokens.Next.Kind is ExpressionTokenKind.OpenParenthesis or ExpressionTokenKind.Text or ExpressionTokenKind.Dot;
        var isType = TakeQuestion(start, type, isNullable);
        var name = new Name(isNullable ? $"{type}?" : type, _tokens.SpanFrom(start));
        if (_tokens.At(ExpressionTokenKind.OpenParenthesis))
        {
            var call = ParseCall(start, null, name, isNullPropagating: false);
            return isType ? call : new BrokenExpression(call.Span);
        }

        if (_tokens.At(ExpressionTokenKind.Text))
        {
            // `DateTime"2022-02-04"` is `DateTime("2022-02-04")`.
            var text = ParseText(mayConvert: false);
            _height = 2;
            return isType
                ? new CallExpression(_tokens.SpanFrom(start), null, name, [text], IsNullPropagating: false)
                : new BrokenExpression(_tokens.SpanFrom(start));
        }

        return isNullable ? new TypeExpression(_tokens.SpanFrom(start), name.Text) : new NameExpression(_tokens.SpanFrom(start), type);
    }

    // Whether there is such a type.
    private bool TakeQuestion(int start, string type, bool isNullable)
    {
        if (!isNullable)
        {
            return true;
        }

        _tokens.Position++;
        if (DialectWords.IsValueType(type))
        {
            return true;
        }

        _faults.Report(say => say.NoNullableForm(_tokens.SpanFrom(start), type));

        return false;
    }

    private ExpressionSyntax ParseLambda(int start, string parameter)
    {
        var name = new Name(WithoutAt(parameter), _tokens.SpanOf(start));
        if (_parameters.Contains(name.Text) && _faults.MayReport())
        {
            _diagnostics.ParameterTwice(name);
        }

        var arrow = _tokens.Position++;
        if (_tokens.At(ExpressionTokenKind.OpenBrace))
        {
            _faults.LambdaWithBlock(arrow, name);
            return Recover(start);
        }

        _parameters.Add(name.Text);
        var body = ParseConditional();
        _parameters.RemoveAt(_parameters.Count - 1);
        _height = _limits.Higher(_height, 0);
        return new LambdaExpression(_tokens.SpanFrom(start), [name], body);
    }

    private ExpressionSyntax ParseMember(int start, ExpressionSyntax target)
    {
        var height = _height;
        var isNullPropagating = _tokens.At(ExpressionTokenKind.NullPropagation);
        if (isNullPropagating && _faults.MayReport())
        {
            _diagnostics.NullPropagation(
                _tokens.Here, _tokens.Text.Value[_tokens.All[start].Start.._tokens.Current.Start], _tokens.TextOf(_tokens.Next)
            );
        }

        _tokens.Position++;
        if (!_tokens.At(ExpressionTokenKind.Name))
        {
            _faults.NameMissing();
            return Recover(start);
        }

        var name = ParsePlainName();
        if (_tokens.At(ExpressionTokenKind.OpenParenthesis))
        {
            var call = ParseCall(start, target, name, isNullPropagating);
            _height = _limits.Higher(height, _height);
            return call;
        }

        _height = _limits.Higher(height, 0);
        return new MemberExpression(_tokens.SpanFrom(start), target, name, isNullPropagating);
    }

    private CallExpression ParseCall(int start, ExpressionSyntax? target, Name name, bool isNullPropagating)
    {
        var arguments = ParseArguments(ExpressionTokenKind.CloseParenthesis);
        return new CallExpression(_tokens.SpanFrom(start), target, name, arguments, isNullPropagating);
    }

    private List<ExpressionSyntax> ParseArguments(ExpressionTokenKind close)
    {
        var arguments = new List<ExpressionSyntax>();
        var open = _tokens.Position++;
        var height = 0;
        if (close != ExpressionTokenKind.CloseParenthesis || !_tokens.At(close))
        {
            do
            {
                arguments.Add(ParseArgument());
                height = Math.Max(height, _height);
            }
            while (_tokens.Take(ExpressionTokenKind.Comma));
        }

        Close(open, close);
        _height = _limits.Higher(height, 0);
        return arguments;
    }

    // The dialect knows `out _`, but then fails on whatever method it is given to.
    private ExpressionSyntax ParseArgument()
    {
        if (!_tokens.At(ExpressionTokenKind.Name) || _tokens.TextOf(_tokens.Current) is not ("out" or "$out"))
        {
            return ParseConditional();
        }

        _faults.Out();
        return Recover(_tokens.Position);
    }

    // `@` keeps a name from being an operator or keyword, and is no part of it behind a point.
    private Name ParsePlainName()
    {
        var text = _tokens.TextOf(_tokens.All[_tokens.Position++]);
        return new Name(WithoutAt(text), _tokens.SpanOf(_tokens.Position - 1));
    }

    private static string WithoutAt(string name) => name.Length > 1 && name[0] == '@' ? name[1..] : name;
}
