namespace NegotiationRules.Workflows.Expressions;

/// <summary>The operators between two operands: their tokens, how tight they bind, how they are written.</summary>
internal static class BinaryOperators
{
    /// <summary><see cref="Precedence.Anything"/> if the token is no such operator.</summary>
    public static Precedence PrecedenceOf(ExpressionTokenKind kind) => kind switch
    {
        ExpressionTokenKind.Or => Precedence.Or,
        ExpressionTokenKind.And => Precedence.And,
        ExpressionTokenKind.Ampersand or ExpressionTokenKind.Bar => Precedence.Bits,
        ExpressionTokenKind.Equal or ExpressionTokenKind.NotEqual or ExpressionTokenKind.Less or ExpressionTokenKind.LessOrEqual
            or ExpressionTokenKind.Greater or ExpressionTokenKind.GreaterOrEqual => Precedence.Comparison,
        ExpressionTokenKind.ShiftLeft or ExpressionTokenKind.ShiftRight => Precedence.Shift,
        ExpressionTokenKind.Plus or ExpressionTokenKind.Minus => Precedence.Addition,
        ExpressionTokenKind.Asterisk or ExpressionTokenKind.Slash or ExpressionTokenKind.Percent => Precedence.Multiplication,
        _ => Precedence.Anything,
    };

    public static BinaryOperator Of(ExpressionTokenKind kind) => kind switch
    {
        ExpressionTokenKind.Or => BinaryOperator.Or,
        ExpressionTokenKind.And => BinaryOperator.And,
        ExpressionTokenKind.Ampersand => BinaryOperator.BitAnd,
        ExpressionTokenKind.Bar => BinaryOperator.BitOr,
        ExpressionTokenKind.Equal => BinaryOperator.Equal,
        ExpressionTokenKind.NotEqual => BinaryOperator.NotEqual,
        ExpressionTokenKind.Less => BinaryOperator.Less,
        ExpressionTokenKind.LessOrEqual => BinaryOperator.LessOrEqual,
        ExpressionTokenKind.Greater => BinaryOperator.Greater,
        ExpressionTokenKind.GreaterOrEqual => BinaryOperator.GreaterOrEqual,
        ExpressionTokenKind.ShiftLeft => BinaryOperator.ShiftLeft,
        ExpressionTokenKind.ShiftRight => BinaryOperator.ShiftRight,
        ExpressionTokenKind.Plus => BinaryOperator.Add,
        ExpressionTokenKind.Minus => BinaryOperator.Subtract,
        ExpressionTokenKind.Asterisk => BinaryOperator.Multiply,
        ExpressionTokenKind.Slash => BinaryOperator.Divide,
        ExpressionTokenKind.Percent => BinaryOperator.Modulo,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static (string Sign, Precedence Precedence) WrittenAs(BinaryOperator binary) => binary switch
    {
        BinaryOperator.Or => ("||", Precedence.Or),
        BinaryOperator.And => ("&&", Precedence.And),
        BinaryOperator.BitAnd => ("&", Precedence.Bits),
        BinaryOperator.BitOr => ("|", Precedence.Bits),
        BinaryOperator.Equal => ("==", Precedence.Comparison),
        BinaryOperator.NotEqual => ("!=", Precedence.Comparison),
        BinaryOperator.Less => ("<", Precedence.Comparison),
        BinaryOperator.LessOrEqual => ("<=", Precedence.Comparison),
        BinaryOperator.Greater => (">", Precedence.Comparison),
        BinaryOperator.GreaterOrEqual => (">=", Precedence.Comparison),
        BinaryOperator.ShiftLeft => ("<<", Precedence.Shift),
        BinaryOperator.ShiftRight => (">>", Precedence.Shift),
        BinaryOperator.Add => ("+", Precedence.Addition),
        BinaryOperator.Subtract => ("-", Precedence.Addition),
        BinaryOperator.Multiply => ("*", Precedence.Multiplication),
        BinaryOperator.Divide => ("/", Precedence.Multiplication),
        BinaryOperator.Modulo => ("%", Precedence.Multiplication),
        BinaryOperator.Coalesce => ("??", Precedence.Coalescing),
        _ => throw new ArgumentOutOfRangeException(nameof(binary), binary, null),
    };
}
