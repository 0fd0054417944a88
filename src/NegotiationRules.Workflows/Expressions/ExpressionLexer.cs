namespace NegotiationRules.Workflows.Expressions;

/// <summary>Cuts an expression into tokens. What is no token becomes one of a kind that says so: the parser reports it where it comes upon
/// it.</summary>
internal sealed class ExpressionLexer
{
    private readonly string _text;
    private readonly bool _isCaseSensitive;
    private readonly List<ExpressionToken> _tokens = [];
    private int _at;

    private ExpressionLexer(string text, bool isCaseSensitive)
    {
        _text = text;
        _isCaseSensitive = isCaseSensitive;
    }

    private char Current => _at < _text.Length ? _text[_at] : '\0';

    private char Next => _at + 1 < _text.Length ? _text[_at + 1] : '\0';

    /// <summary>All tokens; the last is <see cref="ExpressionTokenKind.End"/>.</summary>
    public static List<ExpressionToken> Read(string text, bool isCaseSensitive)
    {
        var lexer = new ExpressionLexer(text, isCaseSensitive);
        while (lexer.ReadToken())
        {
        }

        return lexer._tokens;
    }

    private bool ReadToken()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }

        var start = _at;
        var kind = _at == _text.Length ? ExpressionTokenKind.End
            : Current is '"' or '\'' ? ReadText()
            : char.IsLetter(Current) || Current is '@' or '_' or '$' or '^' or '~' ? ReadWord()
            : char.IsDigit(Current) ? ReadNumber()
            : ReadSign();
        _tokens.Add(new ExpressionToken(kind, start, _at - start));
        return kind != ExpressionTokenKind.End;
    }

    private ExpressionTokenKind ReadWord()
    {
        var start = _at++;
        while (char.IsLetterOrDigit(Current) || Current == '_')
        {
            _at++;
        }

        return DialectWords.OperatorOf(_text[start.._at], _isCaseSensitive);
    }

    // `\"` does not close a text even in single quotes, while `\'` closes one: the dialect is like that.
    private ExpressionTokenKind ReadText()
    {
        var quote = _text[_at++];
        while (_at < _text.Length && _text[_at] != quote)
        {
            _at += _text[_at] == '\\' && Next is '\\' or '"' or 'a' or 'b' or 'f' or 'n' or 'r' or 't' or 'v' ? 2 : 1;
        }

        if (_at >= _text.Length)
        {
            _at = _text.Length;
            return ExpressionTokenKind.UnclosedText;
        }

        _at++;
        return ExpressionTokenKind.Text;
    }

    // Only the outline; what a number amounts to, and whether it is one after all, is for NumberLiteral.
    private ExpressionTokenKind ReadNumber()
    {
        SkipDigits();
        if (Current is 'b' or 'B')
        {
            _at++;
            return SkipWhile(c => c is '0' or '1') ? ExpressionTokenKind.Integer : BrokenNumber();
        }

        var isHexadecimal = Current is 'x' or 'X';
        if (isHexadecimal)
        {
            _at++;
            if (!SkipWhile(c => char.IsDigit(c) || char.IsAsciiHexDigit(c)))
            {
                return BrokenNumber();
            }
        }

        if (Current is 'U' or 'L')
        {
            _at += Current == 'U' && Next == 'L' ? 2 : 1;
            return char.IsLetterOrDigit(Current) ? BrokenNumber() : ExpressionTokenKind.Integer;
        }

        return isHexadecimal ? ExpressionTokenKind.Integer : ReadFraction();
    }

    private ExpressionTokenKind ReadFraction()
    {
        var kind = ExpressionTokenKind.Integer;
        if (Current == '.')
        {
            kind = ExpressionTokenKind.Real;
            _at++;
            if (!SkipDigits())
            {
                return BrokenNumber();
            }
        }

        if (Current is 'e' or 'E')
        {
            kind = ExpressionTokenKind.Real;
            _at += Next is '+' or '-' ? 2 : 1;
            if (!SkipDigits())
            {
                return BrokenNumber();
            }
        }

        // One of each, in this order: `5fd` is one token.
        _at += Current is 'f' or 'F' ? 1 : 0;
        _at += Current is 'd' or 'D' ? 1 : 0;
        _at += Current is 'm' or 'M' ? 1 : 0;
        return kind;
    }

    private bool SkipDigits() => SkipWhile(char.IsDigit);

    private bool SkipWhile(Func<char, bool> isPart)
    {
        var start = _at;
        while (_at < _text.Length && isPart(_text[_at]))
        {
            _at++;
        }

        return _at > start;
    }

    // As far as a reader would take it for one number.
    private ExpressionTokenKind BrokenNumber()
    {
        _at = Math.Min(_at, _text.Length);
        SkipWhile(c => char.IsLetterOrDigit(c) || c == '_');
        return ExpressionTokenKind.BrokenNumber;
    }

    private ExpressionTokenKind ReadSign()
    {
        var (kind, length) = (Current, Next) switch
        {
            ('!', '=') => (ExpressionTokenKind.NotEqual, 2),
            ('!', _) => (ExpressionTokenKind.Not, 1),
            ('%', _) => (ExpressionTokenKind.Percent, 1),
            ('&', '&') => (ExpressionTokenKind.And, 2),
            ('&', _) => (ExpressionTokenKind.Ampersand, 1),
            ('|', '|') => (ExpressionTokenKind.Or, 2),
            ('|', _) => (ExpressionTokenKind.Bar, 1),
            ('<', '=') => (ExpressionTokenKind.LessOrEqual, 2),
            ('<', '>') => (ExpressionTokenKind.NotEqual, 2),
            ('<', '<') => (ExpressionTokenKind.ShiftLeft, 2),
            ('<', _) => (ExpressionTokenKind.Less, 1),
            ('=', '=') => (ExpressionTokenKind.Equal, 2),
            ('=', '>') => (ExpressionTokenKind.Arrow, 2),
            ('=', _) => (ExpressionTokenKind.Equal, 1),
            ('>', '=') => (ExpressionTokenKind.GreaterOrEqual, 2),
            ('>', '>') => (ExpressionTokenKind.ShiftRight, 2),
            ('>', _) => (ExpressionTokenKind.Greater, 1),
            ('?', '?') => (ExpressionTokenKind.Coalesce, 2),
            ('?', '.') => (ExpressionTokenKind.NullPropagation, 2),
            ('?', _) => (ExpressionTokenKind.Question, 1),
            ('(', _) => (ExpressionTokenKind.OpenParenthesis, 1),
            (')', _) => (ExpressionTokenKind.CloseParenthesis, 1),
            ('[', _) => (ExpressionTokenKind.OpenBracket, 1),
            (']', _) => (ExpressionTokenKind.CloseBracket, 1),
            ('{', _) => (ExpressionTokenKind.OpenBrace, 1),
            ('}', _) => (ExpressionTokenKind.CloseBrace, 1),
            ('*', _) => (ExpressionTokenKind.Asterisk, 1),
            ('/', _) => (ExpressionTokenKind.Slash, 1),
            ('+', _) => (ExpressionTokenKind.Plus, 1),
            ('-', _) => (ExpressionTokenKind.Minus, 1),
            (',', _) => (ExpressionTokenKind.Comma, 1),
            ('.', _) => (ExpressionTokenKind.Dot, 1),
            (':', _) => (ExpressionTokenKind.Colon, 1),
            (var high, var low) when char.IsSurrogatePair(high, low) => (ExpressionTokenKind.Unknown, 2),
            _ => (ExpressionTokenKind.Unknown, 1),
        };
        _at += length;
        return kind;
    }
}
