using System.Collections.Immutable;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Conditions;

/// <summary>A value that a condition compares, its measure known.</summary>
internal abstract class Operand(Span span, Measure measure, Reach reach) : Node(span, reach)
{
    public Measure Measure { get; } = measure;
}

/// <summary>A literal or parameter. A date that is a month or a year stands for the whole of it.</summary>
/// <param name="span">Where it stands.</param>
/// <param name="measure">What it measures.</param>
/// <param name="value">The value, in the steps of the measure's scale if it is exact.</param>
/// <param name="parameter">The parameter it comes from, or <see langword="null"/>.</param>
internal sealed class Constant(Span span, Measure measure, FactValue value, string? parameter) : Operand(span, measure, default)
{
    public FactValue Value { get; } = value;

    public string? Parameter { get; } = parameter;

    /// <summary>Whether it was worked out from others, so that it is not what the parameter is set to.</summary>
    public bool IsDerived { get; init; }
}

internal sealed class FactOperand(Span span, Measure measure, FactReference fact) : Operand(span, measure, Reach.Of(fact))
{
    public override FactReference Fact { get; } = fact;
}

/// <summary><c>{ "quantity": name }</c>: what is evaluated is its meaning; the name is for explanations. One that is always the same is a
/// <see cref="Constant"/> instead.</summary>
internal sealed class NamedOperand(Span span, Operand meaning, string name) : Operand(span, meaning.Measure, meaning.Reach.Costly)
{
    public Operand Meaning { get; } = meaning;

    public string Name { get; } = name;

    /// <summary>What its value is remembered by: the same wherever the name stands for the same.</summary>
    public object Key { get; init; } = new();

    protected override ImmutableArray<Child> MakeChildren() => [new Child(Meaning)];
}

/// <summary><c>{ "from": { day: operand, … }, "at": operand }</c>: the value that is in force on a day, or at a moment. Before the first
/// there is none.</summary>
/// <param name="span">Where it stands.</param>
/// <param name="measure">What the values measure.</param>
/// <param name="at">The day or the moment.</param>
/// <param name="days">The days from which the values are in force, in ascending order.</param>
/// <param name="values">The values, as many as days.</param>
internal sealed class TableOperand(
    Span span, Measure measure, Operand at, ImmutableArray<int> days, ImmutableArray<Operand> values)
    : Operand(span, measure, (at.Reach | Reach.Of(values)).Costly)
{
    public Operand At { get; } = at;

    public ImmutableArray<int> Days { get; } = days;

    public ImmutableArray<Operand> Values { get; } = values;

    protected override ImmutableArray<Child> MakeChildren() => [new Child(At), .. Of(Values)];
}

/// <summary>The number of elements that meet <see cref="Where"/>.</summary>
internal sealed class CountOperand(
    Span span, ListReference list, Condition? where)
    : Operand(span, new Measure(MeasureKind.Exact), Reach.Of(list) | Reach.Of(where))
{
    public override ListReference List { get; } = list;

    public Condition? Where { get; } = where;

    protected override ImmutableArray<Child> MakeChildren() => Child.InElements(List, (Where, null));
}

/// <summary>The sum, least or greatest of a value over the elements that meet <see cref="Where"/>.</summary>
internal sealed class AggregateOperand(
    Span span, Measure measure, QuantityKind kind, ListReference list, Operand item, Condition? where)
    : Operand(span, measure, Reach.Of(list) | item.Reach | Reach.Of(where))
{
    public QuantityKind Kind { get; } = kind;

    /// <summary>Whether it is only asked for where elements meet <see cref="Where"/>, or may: where none certainly does, it is that of any
    /// of these.</summary>
    public bool SupposesSome { get; init; }

    public override ListReference List { get; } = list;

    public Operand Item { get; } = item;

    public Condition? Where { get; } = where;

    protected override ImmutableArray<Child> MakeChildren() => Child.InElements(List, (Where, null), (Item, Where));
}

/// <summary>A value of the one element that meets <see cref="Where"/>: none, unless there is exactly one.</summary>
internal sealed class OnlyOperand(
    Span span, ListReference list, Operand item, Condition? where)
    : Operand(span, item.Measure, Reach.Of(list) | item.Reach | Reach.Of(where))
{
    public override ListReference List { get; } = list;

    public Operand Item { get; } = item;

    public Condition? Where { get; } = where;

    protected override ImmutableArray<Child> MakeChildren() => Child.InElements(List, (Where, null), (Item, Where));
}

internal sealed class ArithmeticOperand(
    Span span, Measure measure, ArithmeticKind kind, Operand left, Operand right)
    : Operand(span, measure, left.Reach | right.Reach)
{
    public ArithmeticKind Kind { get; } = kind;

    public Operand Left { get; } = left;

    public Operand Right { get; } = right;

    protected override ImmutableArray<Child> MakeChildren() => [new Child(Left), new Child(Right)];
}

internal sealed class MoveOperand(Span span, Operand day, CalendarMove move) : Operand(span, day.Measure, day.Reach)
{
    public Operand Day { get; } = day;

    public CalendarMove Move { get; } = move;

    protected override ImmutableArray<Child> MakeChildren() => [new Child(Day)];
}

/// <summary>A function of other operands, their number and measures being what it needs.</summary>
internal sealed class FunctionOperand(
    Span span, Measure measure, OperandFunction function, ImmutableArray<Operand> arguments)
    : Operand(span, measure, Reach.Of(arguments).Costly)
{
    public OperandFunction Function { get; } = function;

    public ImmutableArray<Operand> Arguments { get; } = arguments;

    protected override ImmutableArray<Child> MakeChildren() => Of(Arguments);
}

/// <summary>One of two operands of agreeing measures, by whether a condition holds.</summary>
internal sealed class ChoiceOperand(
    Span span, Measure measure, Condition condition, Operand then, Operand otherwise)
    : Operand(span, measure, condition.Reach | then.Reach | otherwise.Reach)
{
    /// <summary>Whether it was written as a least or greatest, and what counts <c>ifNone</c>.</summary>
    public bool IsOfNone { get; init; }

    /// <summary>Whether it is the first known of two values: what is not known yet may come to count.</summary>
    public bool IsOfFirstKnown => If is SettledTest;

    public Condition If { get; } = condition;

    public Operand Then { get; } = then;

    public Operand Else { get; } = otherwise;

    protected override ImmutableArray<Child> MakeChildren() =>
        [new Child(If), new Child(Then, Guard: IsOfFirstKnown ? null : If), new Child(Else, Guard: new Negation(If.Span, If))];
}
