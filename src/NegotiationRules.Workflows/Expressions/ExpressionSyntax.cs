using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Workflows.Expressions;

/// <summary>An expression of a workflow as it was written; nothing is resolved. <see cref="Span"/> lies inside the JSON string it stands
/// in.</summary>
internal abstract record ExpressionSyntax(Span Span);

/// <summary>Stands where an expression could not be read; a diagnostic has been reported, so later stages pass over it in
/// silence.</summary>
internal sealed record BrokenExpression(Span Span) : ExpressionSyntax(Span);

/// <summary>A number as it was written: <see cref="Digits"/> without the suffix, hexadecimal and binary ones turned to decimal.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Digits">The digits, with a point or an exponent if it has them; negative numbers are a <see cref="UnaryExpression"/> over
/// this.</param>
/// <param name="Suffix">The suffix in upper case, such as <c>M</c> or <c>UL</c>; empty if there is none.</param>
internal sealed record NumberExpression(Span Span, string Digits, string Suffix) : ExpressionSyntax(Span);

/// <summary><c>"…"</c>, and also <c>'c'</c>, which is text of one character; escapes are resolved.</summary>
internal sealed record TextExpression(Span Span, string Value, bool IsCharacter) : ExpressionSyntax(Span);

internal sealed record BooleanExpression(Span Span, bool Value) : ExpressionSyntax(Span);

internal sealed record NullExpression(Span Span) : ExpressionSyntax(Span);

/// <summary>A word that stands alone: an input, a parameter of a lambda, a member of the element, a type, or <c>it</c>, <c>parent</c>,
/// <c>root</c>.</summary>
internal sealed record NameExpression(Span Span, string Name) : ExpressionSyntax(Span);

/// <summary><c>target.Name</c> and <c>target?.Name</c>.</summary>
internal sealed record MemberExpression(Span Span, ExpressionSyntax Target, Name Name, bool IsNullPropagating) : ExpressionSyntax(Span);

/// <summary><c>target.Name(…)</c>, and without a target <c>np(…)</c>, <c>iif(…)</c>, <c>DateTime(2020, 1, 1)</c>.</summary>
internal sealed record CallExpression(
    Span Span, ExpressionSyntax? Target, Name Name, IReadOnlyList<ExpressionSyntax> Arguments, bool IsNullPropagating
) : ExpressionSyntax(Span);

/// <summary><c>target[…]</c></summary>
internal sealed record IndexExpression(Span Span, ExpressionSyntax Target, IReadOnlyList<ExpressionSyntax> Arguments)
    : ExpressionSyntax(Span);

internal sealed record UnaryExpression(Span Span, UnaryOperator Operator, ExpressionSyntax Operand) : ExpressionSyntax(Span);

internal enum UnaryOperator
{
    Not,
    Minus,
}

/// <param name="Span">The whole.</param>
/// <param name="Operator">What joins the two sides.</param>
/// <param name="OperatorSpan">The operator as written.</param>
/// <param name="Left">The left side.</param>
/// <param name="Right">The right side.</param>
internal sealed record BinaryExpression(
    Span Span, BinaryOperator Operator, Span OperatorSpan, ExpressionSyntax Left, ExpressionSyntax Right
) : ExpressionSyntax(Span);

internal enum BinaryOperator
{
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Add,
    Subtract,
    Multiply,
    Divide,
    Modulo,

    /// <summary><c>&amp;</c>: joins texts, and truths without looking away early; combines the bits of numbers.</summary>
    BitAnd,

    /// <summary><c>|</c></summary>
    BitOr,
    ShiftLeft,
    ShiftRight,

    /// <summary><c>??</c></summary>
    Coalesce,
}

/// <summary><c>item in (a, b, c)</c>, <c>item not in (…)</c>; without parentheses, <see cref="Values"/> is one expression that is a
/// list.</summary>
/// <param name="Span">The whole.</param>
/// <param name="Item">What is looked for.</param>
/// <param name="Values">What it is looked for among.</param>
/// <param name="IsList">Whether the only one of <paramref name="Values"/> is itself the list.</param>
/// <param name="IsNegated">Whether it is <c>not in</c>.</param>
internal sealed record InExpression(Span Span, ExpressionSyntax Item, IReadOnlyList<ExpressionSyntax> Values, bool IsList, bool IsNegated)
    : ExpressionSyntax(Span);

/// <summary><c>if ? then : else</c>; <c>iif(if, then, else)</c> is a call.</summary>
internal sealed record ConditionalExpression(Span Span, ExpressionSyntax If, ExpressionSyntax Then, ExpressionSyntax Else)
    : ExpressionSyntax(Span);

/// <summary><c>x => body</c>, <c>(x, y) => body</c></summary>
internal sealed record LambdaExpression(Span Span, IReadOnlyList<Name> Parameters, ExpressionSyntax Body) : ExpressionSyntax(Span);

/// <summary><c>new[] { … }</c>, <c>new [] { … }</c>, <c>new int[] { … }</c></summary>
internal sealed record NewArrayExpression(Span Span, Name? Type, IReadOnlyList<ExpressionSyntax> Items) : ExpressionSyntax(Span);

/// <summary><c>new (a as B, …)</c>, <c>new { a as B }</c>, <c>new Type(…)</c>; <see cref="Type"/> is <see langword="null"/> for the first
/// two.</summary>
internal sealed record NewObjectExpression(Span Span, Name? Type, IReadOnlyList<NewMember> Members) : ExpressionSyntax(Span);

/// <summary>One member of a new object; the name is <see langword="null"/> where it is left to be that of the expression.</summary>
internal sealed record NewMember(Name? Name, ExpressionSyntax Value);

/// <summary><c>is(x, "T")</c>, <c>as(x, "T")</c>, <c>cast(x, "T")</c> and their forms as methods are calls; a type in angle brackets or
/// with a question mark is this.</summary>
internal sealed record TypeExpression(Span Span, string Name) : ExpressionSyntax(Span);

/// <summary>A call of a method that nobody here knows, with what it is said to mean. No text is read as one; it is put in the place of the
/// call.</summary>
/// <param name="Span">The call.</param>
/// <param name="Arguments">What <paramref name="Body"/> calls each argument, and the argument.</param>
/// <param name="Body">What the call stands for.</param>
internal sealed record HelperExpression(Span Span, IReadOnlyList<HelperArgument> Arguments, ExpressionSyntax Body) : ExpressionSyntax(Span);

/// <summary>An argument of a helper. It is read where the call stands, and not where the body uses it.</summary>
internal sealed record HelperArgument(Name Name, ExpressionSyntax Value);
