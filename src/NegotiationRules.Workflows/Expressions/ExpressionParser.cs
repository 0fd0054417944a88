using NegotiationRules.Text;

namespace NegotiationRules.Workflows.Expressions;

/// <summary>Reads an expression as System.Linq.Dynamic.Core 1.6.2 does, of which Microsoft RulesEngine makes use; nothing is
/// resolved.</summary>
/// <remarks>
/// One method for each storey of the grammar, from the loosest binding down; the storeys of operators are one method with a number.
/// What was not read is reported, stands in the tree as <see cref="BrokenExpression"/>, and reading goes on behind the next comma or
/// bracket. Never throws; takes time in proportion to the text.
/// </remarks>
internal sealed partial class ExpressionParser
{
    /// <summary>How many characters an expression may have.</summary>
    public const int LongestText = 100_000;

    /// <summary>How deep brackets, lambdas and signs may be nested: each costs some frames of the stack here.</summary>
    public const int DeepestNesting = 200;

    /// <summary>How high the tree may be: later stages recurse over it. A chain such as <c>a or b or c</c> adds one for each
    /// link.</summary>
    public const int HighestTree = 1_000;

    private readonly TokenCursor _tokens;
    private readonly ParsingFaults _faults;
    private readonly ExpressionDiagnostics _diagnostics;
    private readonly TreeLimits _limits;
    private readonly bool _isCaseSensitive;

    // Parameters of the lambdas around the current place, outermost first.
    private readonly List<string> _parameters = [];

    // The height of what was read last: a method that reads a part sets it, and takes those of its own parts from it.
    private int _height;

    private ExpressionParser(ExpressionText text, ExpressionDiagnostics diagnostics, bool isCaseSensitive)
    {
        _tokens = new TokenCursor(text, isCaseSensitive);
        _faults = new ParsingFaults(_tokens, diagnostics);
        _limits = new TreeLimits(_tokens, _faults);
        _diagnostics = diagnostics;
        _isCaseSensitive = isCaseSensitive;
    }

    /// <summary>The tree of an expression; <see cref="BrokenExpression"/>, with a diagnostic, if it has none.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="diagnostics">What takes the findings.</param>
    /// <param name="isCaseSensitive">Whether operators and keywords must be written in their own letter case (`IsExpressionCaseSensitive`
    /// of RulesEngine).</param>
    public static ExpressionSyntax Parse(ExpressionText text, ExpressionDiagnostics diagnostics, bool isCaseSensitive = false)
    {
        if (text.Value.Length > LongestText)
        {
            diagnostics.TooLong(text.At(0, 0), text.Value.Length, LongestText);
            return new BrokenExpression(text.Whole);
        }

        return new ExpressionParser(text, diagnostics, isCaseSensitive).ParseWhole();
    }

    private ExpressionSyntax ParseWhole()
    {
        var expression = ParseConditional();
        if (!_tokens.At(ExpressionTokenKind.End))
        {
            _faults.NotJoined();
            return new BrokenExpression(_tokens.Text.Whole);
        }

        return _faults.IsGivenUp ? new BrokenExpression(_tokens.Text.Whole) : expression;
    }

    // `if ? then : else`
    private ExpressionSyntax ParseConditional()
    {
        if (!_limits.Descend())
        {
            return Broken(_tokens.Position);
        }

        var start = _tokens.Position;
        var condition = ParseCoalescing();
        var height = _height;
        var result = condition;
        if (_tokens.At(ExpressionTokenKind.Question))
        {
            var question = _tokens.Position++;
            var then = ParseConditional();
            height = _limits.Higher(height, _height);
            if (!_tokens.Take(ExpressionTokenKind.Colon))
            {
                _faults.ColonMissing(question);
                _limits.Ascend();
                return Recover(start);
            }

            var otherwise = ParseConditional();
            height = _limits.Higher(height, _height);
            result = new ConditionalExpression(_tokens.SpanFrom(start), condition, then, otherwise);
        }

        _limits.Ascend();
        _height = height;
        return result;
    }

    // `left ?? right`, where the right side may be anything: `a ?? b ? c : d` is `a ?? (b ? c : d)`.
    private ExpressionSyntax ParseCoalescing()
    {
        var start = _tokens.Position;
        var left = ParseOperators(Precedence.Or);
        if (!_tokens.At(ExpressionTokenKind.Coalesce))
        {
            return left;
        }

        var height = _height;
        var sign = _tokens.Position++;
        var right = ParseConditional();
        _height = _limits.Higher(height, _height);
        return new BinaryExpression(_tokens.SpanFrom(start), BinaryOperator.Coalesce, _tokens.SpanOf(sign), left, right);
    }

    private ExpressionSyntax ParseOperators(Precedence least)
    {
        var start = _tokens.Position;
        var left = ParseUnary();
        var height = _height;

        // `x in (1) == y` has no reading: what `in` made is no operand of what binds tighter.
        var most = Precedence.Multiplication;
        while (PrecedenceHere() is var precedence && precedence >= least && precedence <= most)
        {
            most = precedence;
            if (precedence == Precedence.In)
            {
                left = ParseIn(start, left, ref height);
                continue;
            }

            var sign = _tokens.Position++;
            var right = ParseOperators(precedence + 1);
            height = _limits.Higher(height, _height);
            left = new BinaryExpression(
                _tokens.SpanFrom(start), BinaryOperators.Of(_tokens.KindAsOperator(_tokens.All[sign])), _tokens.SpanOf(sign), left, right
            );
        }

        _height = height;
        return left;
    }

    private Precedence PrecedenceHere() =>
        _tokens.IsInAhead() ? Precedence.In : BinaryOperators.PrecedenceOf(_tokens.KindAsOperator(_tokens.Current));

    private ExpressionSyntax ParseUnary()
    {
        var kind = _tokens.KindAsOperator(_tokens.Current);
        if (kind is not (ExpressionTokenKind.Minus or ExpressionTokenKind.Not))
        {
            return ParsePrimary(_tokens.Position);
        }

        var start = _tokens.Position++;
        if (kind == ExpressionTokenKind.Minus && _tokens.Current.IsNumber)
        {
            // The minus belongs to the number, and so comes before a member: `-5 .Name` is `(-5).Name`.
            return ParsePrimary(start);
        }

        if (!_limits.Descend())
        {
            return Broken(start);
        }

        var operand = ParseUnary();
        _limits.Ascend();
        _height = _limits.Higher(_height, 0);
        return new UnaryExpression(
            _tokens.SpanFrom(start), kind == ExpressionTokenKind.Minus ? UnaryOperator.Minus : UnaryOperator.Not, operand
        );
    }

    // Goes to the comma or closing bracket that ends the part being read; what is in between is lost.
    private BrokenExpression Recover(int start)
    {
        _tokens.Skip(isStoppedByCommas: true);
        _faults.BeQuietHere();
        return Broken(start);
    }

    private BrokenExpression Broken(int start)
    {
        _height = 1;
        return new BrokenExpression(_tokens.SpanFrom(start));
    }

    private void Close(int open, ExpressionTokenKind close)
    {
        if (_tokens.Take(close))
        {
            return;
        }

        _faults.NotClosed(open, close);
        _tokens.Skip(isStoppedByCommas: false);
        _faults.BeQuietHere();
        if (_tokens.Take(close))
        {
            _faults.SpeakUp();
        }
    }
}
