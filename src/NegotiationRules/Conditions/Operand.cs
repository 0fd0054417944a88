using System.Collections.Immutable;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Conditions;

/// <summary>A value that a condition compares, its measure known.</summary>
internal abstract record Operand(Span Span, Measure Measure)
{
    public virtual bool Equals(Operand? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}

/// <summary>A literal or parameter. A date that is a month or a year stands for the whole of it.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Measure">What it measures.</param>
/// <param name="Value">The value, in the steps of the measure's scale if it is exact.</param>
/// <param name="Parameter">The parameter it comes from, or <see langword="null"/>.</param>
internal sealed record Constant(Span Span, Measure Measure, FactValue Value, string? Parameter) : Operand(Span, Measure)
{
    /// <summary>Whether it was worked out from others, so that it is not what the parameter is set to.</summary>
    public bool IsDerived { get; init; }
}

internal sealed record FactOperand(Span Span, Measure Measure, FactReference Fact) : Operand(Span, Measure);

/// <summary>The number of elements that meet <paramref name="Where"/>.</summary>
internal sealed record CountOperand(Span Span, ListReference List, Condition? Where) : Operand(Span, new Measure(MeasureKind.Exact));

/// <summary>The sum, least or greatest of a value over the elements that meet <paramref name="Where"/>.</summary>
internal sealed record AggregateOperand(Span Span, Measure Measure, QuantityKind Kind, ListReference List, Operand Item, Condition? Where)
    : Operand(Span, Measure);

internal sealed record ArithmeticOperand(Span Span, Measure Measure, ArithmeticKind Kind, Operand Left, Operand Right) : Operand(Span, Measure);

internal sealed record MoveOperand(Span Span, Operand Day, CalendarMove Move) : Operand(Span, Day.Measure);

/// <summary>A function of other operands, their number and measures being what it needs.</summary>
internal sealed record FunctionOperand(Span Span, Measure Measure, OperandFunction Function, ImmutableArray<Operand> Arguments) : Operand(Span, Measure);

/// <summary>One of two operands of agreeing measures, by whether a condition holds.</summary>
internal sealed record ChoiceOperand(Span Span, Measure Measure, Condition If, Operand Then, Operand Else) : Operand(Span, Measure);
