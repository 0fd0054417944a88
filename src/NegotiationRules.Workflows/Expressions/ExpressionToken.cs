namespace NegotiationRules.Workflows.Expressions;

/// <summary>A word, literal or sign of an expression; where it stands is counted in characters of the unescaped text.</summary>
internal readonly record struct ExpressionToken(ExpressionTokenKind Kind, int Start, int Length)
{
    public int End => Start + Length;

    public bool IsOpening =>
        Kind is ExpressionTokenKind.OpenParenthesis or ExpressionTokenKind.OpenBracket or ExpressionTokenKind.OpenBrace;

    public bool IsClosing =>
        Kind is ExpressionTokenKind.CloseParenthesis or ExpressionTokenKind.CloseBracket or ExpressionTokenKind.CloseBrace;

    public bool IsNumber => Kind is ExpressionTokenKind.Integer or ExpressionTokenKind.Real;
}
