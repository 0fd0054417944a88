namespace NegotiationRules.Workflows.Expressions;

/// <summary>How tight an operator binds, loosest first. <c>in</c> lies between, and unlike in C# <c>&amp;</c> and <c>|</c> bind alike,
/// tighter than <c>in</c>.</summary>
internal enum Precedence
{
    Anything,
    Coalescing,
    Or,
    And,
    In,
    Bits,
    Comparison,
    Shift,
    Addition,
    Multiplication,
    Unary,
    Primary,
}
