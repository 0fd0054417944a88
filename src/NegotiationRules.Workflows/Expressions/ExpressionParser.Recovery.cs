using NegotiationRules.Text;

namespace NegotiationRules.Workflows.Expressions;

/// <summary>Moving over the tokens, and going on after a fault.</summary>
internal sealed partial class ExpressionParser
{
    // Whoever wrote twenty faults into one expression gains nothing from the next.
    private const int MostReports = 20;
    private int _reports;
    private bool _isGivenUp;

    // Where reading goes on after a fault: what does not fit there is a consequence, not another fault.
    private int _quietAt = -1;

    private bool At(ExpressionTokenKind kind) => Current.Kind == kind;

    private bool Take(ExpressionTokenKind kind)
    {
        if (!At(kind))
        {
            return false;
        }

        _position++;
        return true;
    }

    private string TextOf(ExpressionToken token) => _text.Value.Substring(token.Start, token.Length);

    private ReadOnlySpan<char> Inside(ExpressionToken text) => _text.Value.AsSpan(text.Start + 1, text.Length - 2);

    private bool IsWord(ExpressionToken token, string word) =>
        token.Kind is ExpressionTokenKind.Name && token.Length == word.Length
            && _text.Value.AsSpan(token.Start, token.Length).Equals(word, StringComparison.OrdinalIgnoreCase);

    private Span SpanOf(int token) => _text.At(_tokens[token].Start, _tokens[token].Length);

    // From a token up to what was taken last; the place of that token if nothing was.
    private Span SpanFrom(int token)
    {
        var start = _tokens[token].Start;
        var end = _position > token ? Previous.End : start;
        return _text.At(start, end - start);
    }

    private bool MayReport()
    {
        if (_position == _quietAt || _isGivenUp || _reports == MostReports)
        {
            return false;
        }

        _reports++;
        return true;
    }

    // Goes to the comma or closing bracket that ends the part being read; what is in between is lost.
    private BrokenExpression Recover(int start)
    {
        Skip(isStoppedByCommas: true);
        _quietAt = _position;
        return Broken(start);
    }

    private BrokenExpression Broken(int start)
    {
        _height = 1;
        return new BrokenExpression(SpanFrom(start));
    }

    private void Skip(bool isStoppedByCommas)
    {
        for (var open = 0; !At(ExpressionTokenKind.End); _position++)
        {
            if (open == 0 && (Current.IsClosing || (isStoppedByCommas && At(ExpressionTokenKind.Comma))))
            {
                return;
            }

            open += Current.IsOpening ? 1 : Current.IsClosing ? -1 : 0;
        }
    }

    private void Close(int open, ExpressionTokenKind close)
    {
        if (Take(close))
        {
            return;
        }

        ReportNotClosed(open, close);
        Skip(isStoppedByCommas: false);
        _quietAt = _position;
        if (Take(close))
        {
            _quietAt = -1;
        }
    }

    private int Higher(int one, int other)
    {
        var height = Math.Max(one, other) + 1;
        if (height > HighestTree && !_isGivenUp)
        {
            _diagnostics.TooHigh(SpanOf(_position), HighestTree);
            GiveUp();
        }

        return height;
    }

    private bool Descend()
    {
        if (_depth < DeepestNesting)
        {
            _depth++;
            return true;
        }

        if (!_isGivenUp)
        {
            _diagnostics.TooDeep(SpanOf(_position), DeepestNesting);
            GiveUp();
        }

        return false;
    }

    private void Ascend() => _depth--;

    private void GiveUp()
    {
        _isGivenUp = true;
        _position = _tokens.Count - 1;
    }
}
