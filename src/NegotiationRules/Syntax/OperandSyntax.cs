using NegotiationRules.Text;

namespace NegotiationRules.Syntax;

/// <summary>What a comparison compares, as it was written.</summary>
internal abstract record OperandSyntax(Span Span);

/// <summary>An operand that is made of another one by <c>times</c>, <c>plus</c>, <c>minus</c> or <c>to</c> beside it.</summary>
internal abstract record AppliedSyntax(Span Span) : OperandSyntax(Span)
{
    /// <summary>On the outermost of several of <c>times</c>, <c>plus</c>, <c>minus</c> and <c>to</c> in one object: these keys in the order
    /// of the file, if that is not the order in which they are applied.</summary>
    public IReadOnlyList<string>? WrittenOrder { get; init; }
}

/// <summary>Stands where an operand was expected but could not be read; a diagnostic has been reported, so later stages pass over it in
/// silence.</summary>
internal sealed record BrokenOperandSyntax(Span Span) : OperandSyntax(Span);

/// <summary>A number, text or boolean written out. Its type depends on what it is compared with.</summary>
internal sealed record LiteralSyntax(Span Span, JsonValue Value) : OperandSyntax(Span);

/// <summary><c>[ … ]</c>: the operand of <c>in</c>, <c>between</c>, <c>containsAll</c> and their like.</summary>
internal sealed record OperandListSyntax(Span Span, IReadOnlyList<OperandSyntax> Items) : OperandSyntax(Span);

/// <summary><c>{ "fact": path }</c></summary>
internal sealed record FactOperandSyntax(Span Span, Name Path) : OperandSyntax(Span);

/// <summary><c>{ "parameter": name }</c></summary>
internal sealed record ParameterOperandSyntax(Span Span, Name Name) : OperandSyntax(Span);

/// <summary><c>{ "quantity": name }</c></summary>
internal sealed record QuantityReferenceSyntax(Span Span, Name Name) : OperandSyntax(Span);

/// <summary>
/// <c>{ "count": list, "as"?: …, "where"?: … }</c>, <c>sum</c>, <c>min</c>, <c>max</c>, <c>the</c>. But for the first, the list's path
/// goes on to the fact, or <see cref="Of"/> says what is worked out for each element; <c>min</c> and <c>max</c> may say what counts where
/// there are no elements.
/// </summary>
internal sealed record QuantityOperandSyntax(
    Span Span, QuantityKind Kind, ListSyntax List, ElementNames? As, ConditionSyntax? Where,
    OperandSyntax? Of = null, OperandSyntax? IfNone = null
) : OperandSyntax(Span);

internal enum QuantityKind
{
    Count,
    Sum,
    Min,
    Max,

    /// <summary>Of the one element that meets what is asked.</summary>
    The,
}

/// <summary>An operand that goes on with <c>times</c>, <c>plus</c>, <c>minus</c> or <c>to</c>: these nest, the one applied last
/// outermost.</summary>
internal sealed record ArithmeticSyntax(Span Span, ArithmeticKind Kind, OperandSyntax Left, OperandSyntax Right) : AppliedSyntax(Span);

internal enum ArithmeticKind
{
    Times,
    Plus,
    Minus,
}

/// <summary><c>"to": "startOfNextMonth"</c></summary>
internal sealed record MoveSyntax(Span Span, OperandSyntax Operand, CalendarMove Move, Span MoveSpan) : AppliedSyntax(Span);

/// <summary><c>{ "lowerCase": operand }</c>, <c>{ "quotient": [operand, operand] }</c>; <see cref="NameSpan"/> covers the function's
/// name.</summary>
internal sealed record FunctionSyntax(Span Span, OperandFunction Function, Span NameSpan, IReadOnlyList<OperandSyntax> Arguments)
    : OperandSyntax(Span);

/// <summary><c>{ "firstKnown": [operand, operand] }</c></summary>
internal sealed record FirstKnownSyntax(Span Span, IReadOnlyList<OperandSyntax> Items) : OperandSyntax(Span);

/// <summary><c>{ "from": { day: operand, … }, "at"?: operand }</c></summary>
internal sealed record TableSyntax(Span Span, IReadOnlyList<TableEntrySyntax> Entries, OperandSyntax? At) : OperandSyntax(Span);

/// <summary>From the first of <see cref="Day"/> on, a value is in force.</summary>
internal sealed record TableEntrySyntax(Name Day, int DayNumber, OperandSyntax Value);

/// <summary><c>{ "if": condition, "then": operand, "else": operand }</c></summary>
internal sealed record ChoiceSyntax(Span Span, ConditionSyntax If, OperandSyntax Then, OperandSyntax Else) : OperandSyntax(Span);
