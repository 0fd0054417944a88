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

    private readonly ExpressionText _text;
    private readonly List<ExpressionToken> _tokens;
    private readonly ExpressionDiagnostics _diagnostics;
    private readonly bool _isCaseSensitive;

    // Parameters of the lambdas around the current place, outermost first.
    private readonly List<string> _parameters = [];
    private int _position;
    private int _depth;

    // The height of what was read last: a method that reads a part sets it, and takes those of its own parts from it.
    private int _height;

    private ExpressionParser(ExpressionText text, ExpressionDiagnostics diagnostics, bool isCaseSensitive)
    {
        _text = text;
        _tokens = ExpressionLexer.Read(text.Value, isCaseSensitive);
        _diagnostics = diagnostics;
        _isCaseSensitive = isCaseSensitive;
    }

    private ExpressionToken Current => _tokens[_position];

    private ExpressionToken Previous => _tokens[Math.Max(_position - 1, 0)];

    private ExpressionToken Next => _tokens[Math.Min(_position + 1, _tokens.Count - 1)];

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
        if (!At(ExpressionTokenKind.End))
        {
            ReportNotJoined();
            return new BrokenExpression(_text.Whole);
        }

        return _isGivenUp ? new BrokenExpression(_text.Whole) : expression;
    }

    // `if ? then : else`
    private ExpressionSyntax ParseConditional()
    {
        if (!Descend())
        {
            return Broken(_position);
        }

        var start = _position;
        var condition = ParseCoalescing();
        var height = _height;
        var result = condition;
        if (At(ExpressionTokenKind.Question))
        {
            var question = _position++;
            var then = ParseConditional();
            height = Higher(height, _height);
            if (!Take(ExpressionTokenKind.Colon))
            {
                ReportColonMissing(question);
                Ascend();
                return Recover(start);
            }

            var otherwise = ParseConditional();
            height = Higher(height, _height);
            result = new ConditionalExpression(SpanFrom(start), condition, then, otherwise);
        }

        Ascend();
        _height = height;
        return result;
    }

    // `left ?? right`, where the right side may be anything: `a ?? b ? c : d` is `a ?? (b ? c : d)`.
    private ExpressionSyntax ParseCoalescing()
    {
        var start = _position;
        var left = ParseOperators(Precedence.Or);
        if (!At(ExpressionTokenKind.Coalesce))
        {
            return left;
        }

        var height = _height;
        var sign = _position++;
        var right = ParseConditional();
        _height = Higher(height, _height);
        return new BinaryExpression(SpanFrom(start), BinaryOperator.Coalesce, SpanOf(sign), left, right);
    }

    private ExpressionSyntax ParseOperators(Precedence least)
    {
        var start = _position;
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

            var sign = _position++;
            var right = ParseOperators(precedence + 1);
            height = Higher(height, _height);
            left = new BinaryExpression(SpanFrom(start), BinaryOperators.Of(KindAsOperator(_tokens[sign])), SpanOf(sign), left, right);
        }

        _height = height;
        return left;
    }

    private Precedence PrecedenceHere() => IsInAhead() ? Precedence.In : BinaryOperators.PrecedenceOf(KindAsOperator(Current));

    private ExpressionSyntax ParseUnary()
    {
        var kind = KindAsOperator(Current);
        if (kind is not (ExpressionTokenKind.Minus or ExpressionTokenKind.Not))
        {
            return ParsePrimary(_position);
        }

        var start = _position++;
        if (kind == ExpressionTokenKind.Minus && Current.IsNumber)
        {
            // The minus belongs to the number, and so comes before a member: `-5 .Name` is `(-5).Name`.
            return ParsePrimary(start);
        }

        if (!Descend())
        {
            return Broken(start);
        }

        var operand = ParseUnary();
        Ascend();
        _height = Higher(_height, 0);
        return new UnaryExpression(SpanFrom(start), kind == ExpressionTokenKind.Minus ? UnaryOperator.Minus : UnaryOperator.Not, operand);
    }

    // `mod` and `not` are operators in any letter case, though a member may be called `Mod` where letter case counts.
    private ExpressionTokenKind KindAsOperator(ExpressionToken token) =>
        token.Kind != ExpressionTokenKind.Name ? token.Kind
        : IsWord(token, "mod") ? ExpressionTokenKind.Percent
        : IsWord(token, "not") ? ExpressionTokenKind.Not
        : token.Kind;
}
