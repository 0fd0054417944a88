using NegotiationRules.Text;

namespace NegotiationRules.Syntax;

/// <summary>A condition as it was written; <see cref="Span"/> covers its whole JSON object.</summary>
internal abstract record ConditionSyntax(Span Span);

/// <summary>Stands where a condition was expected but could not be read; a diagnostic has been reported, so later stages pass over it in
/// silence.</summary>
internal sealed record BrokenConditionSyntax(Span Span) : ConditionSyntax(Span);

/// <summary>Several facts in one object, <c>{ "a": 1, "b": { "atLeast": 2 } }</c>, named conditions among them, <c>{ "a": 1, "condition":
/// ["c", "d"] }</c>: all of them. One alone is a <see cref="FactTestSyntax"/>, a <see cref="ConditionReferenceSyntax"/>.</summary>
internal sealed record FactTestsSyntax(Span Span, IReadOnlyList<ConditionSyntax> Tests) : ConditionSyntax(Span);

/// <summary><c>{ "agreement.termYears": { "atLeast": 10, "lessThan": 100 } }</c>; a bare literal is written as
/// <see cref="ComparisonOperator.Is"/> with <c>Bare</c> set.</summary>
internal sealed record FactTestSyntax(Span Span, Name Path, IReadOnlyList<ComparisonSyntax> Comparisons, bool Bare) : ConditionSyntax(Span);

/// <summary><c>{ "all": […] }</c>, <c>any</c>, <c>none</c>; never empty.</summary>
internal sealed record CompositionSyntax(Span Span, CompositionKind Kind, IReadOnlyList<ConditionSyntax> Conditions)
    : ConditionSyntax(Span);

internal enum CompositionKind
{
    All,
    Any,
    None,
}

/// <summary><c>{ "not": … }</c></summary>
internal sealed record NotSyntax(Span Span, ConditionSyntax Condition) : ConditionSyntax(Span);

/// <summary><c>{ "atLeast": 2, "of": […] }</c>; never empty.</summary>
internal sealed record AtLeastOfSyntax(Span Span, OperandSyntax Number, IReadOnlyList<ConditionSyntax> Conditions) : ConditionSyntax(Span);

/// <summary><c>{ "every": list, "as"?: name, "where"?: …, "satisfy": … }</c>, <c>some</c>, <c>no</c>; only <c>every</c> has
/// <see cref="Satisfy"/>.</summary>
internal sealed record QuantifierSyntax(
    Span Span, QuantifierKind Kind, ListSyntax List, ElementNames? As, ConditionSyntax? Where, ConditionSyntax? Satisfy)
    : ConditionSyntax(Span);

internal enum QuantifierKind
{
    Every,
    Some,
    No,
}

/// <summary><c>{ "count": list, …, OP: operand }</c>, <c>{ "value": operand, OP: operand }</c>.</summary>
internal sealed record ValueTestSyntax(Span Span, OperandSyntax Value, ComparisonSyntax Comparison) : ConditionSyntax(Span);

/// <summary><c>{ "share": list, "of"?: …, "among"?: …, "where": …, OP: fraction }</c></summary>
internal sealed record ShareSyntax(
    Span Span, ListSyntax List, ElementNames? As, OperandSyntax? Weight, ConditionSyntax? Among, ConditionSyntax Where,
    ComparisonSyntax Comparison, OperandSyntax? IfNone = null
) : ConditionSyntax(Span);

/// <summary><c>{ "share": [part, whole], "ifNone"?: …, OP: fraction }</c></summary>
internal sealed record ShareOfTwoSyntax(
    Span Span, OperandSyntax Part, OperandSyntax Whole, ComparisonSyntax Comparison, OperandSyntax? IfNone = null) : ConditionSyntax(Span);

/// <summary><c>{ "inOrder": list, "by": date, "steps": […], "atLeast"?: n, "within"?: duration }</c></summary>
internal sealed record InOrderSyntax(
    Span Span, ListSyntax List, ElementNames? As, Name By, IReadOnlyList<ConditionSyntax> Steps, OperandSyntax? AtLeast,
    OperandSyntax? Within = null) : ConditionSyntax(Span);

/// <summary><c>{ "reachable": list, "between": list, "from": operand, "to": operand, "where"?: … }</c></summary>
internal sealed record ReachableSyntax(
    Span Span, ListSyntax List, ElementNames? As, Name Between, OperandSyntax From, OperandSyntax To, ConditionSyntax? Where)
    : ConditionSyntax(Span);

/// <summary><c>{ "if": …, "then": …, "else": … }</c></summary>
internal sealed record ConditionChoiceSyntax(Span Span, ConditionSyntax If, ConditionSyntax Then, ConditionSyntax Else)
    : ConditionSyntax(Span);

/// <summary><c>{ "condition": name }</c>; each one of a list.</summary>
internal sealed record ConditionReferenceSyntax(Span Span, Name Name) : ConditionSyntax(Span);

/// <summary><c>{ "rule": id }</c></summary>
internal sealed record RuleReferenceSyntax(Span Span, Name Id) : ConditionSyntax(Span);

/// <summary>A list to go over: the path of one, a parameter that is one, or some elements of such a list. The name is that of the list they
/// are taken from.</summary>
internal sealed record ListSyntax(Span Span, Name Name, bool IsParameter, SelectionSyntax? Selection = null);

/// <summary>
/// <c>{ "list": list, "as"?: …, "where"?: …, "distinct"?: key, "orderBy"?: keys, "reversed"?: true, "skip"?: n, "take"?: n }</c>: some
/// elements of a list, in an order. What is given is done in this order.
/// </summary>
/// <param name="From">The list that the elements are taken from; it may be a selection itself.</param>
/// <param name="As">The names of elements inside <paramref name="Where"/> and the keys.</param>
/// <param name="Where">What the elements must meet.</param>
/// <param name="Distinct">Of the elements of which this is the same, the first is taken.</param>
/// <param name="OrderBy">By what they are ordered, the weightiest first; elements of which all is the same stay in the order of the
/// list.</param>
/// <param name="Reversed">Whether they are gone through from the last to the first.</param>
/// <param name="Skip">How many are left out at the start: a whole number or an operand.</param>
/// <param name="Take">How many are taken at most: likewise.</param>
internal sealed record SelectionSyntax(
    ListSyntax From, ElementNames? As, ConditionSyntax? Where, IReadOnlyList<OperandSyntax> Distinct, IReadOnlyList<OrderKeySyntax> OrderBy,
    bool Reversed, OperandSyntax? Skip, OperandSyntax? Take
)
{
    /// <summary>Whether those that stand level with the last that is taken are taken too.</summary>
    public bool Ties { get; init; }

    /// <summary>What was written, if its keys stand in another order than they are applied in and it makes a difference.</summary>
    public JsonObject? TurnedRound { get; init; }
}

/// <summary>One key of an order: a path or an operand, or <c>{ "descending": key }</c>.</summary>
internal sealed record OrderKeySyntax(OperandSyntax Key, bool IsDescending);

/// <summary>One comparison, <c>"atLeast": 10</c>; <see cref="Span"/> covers the operator's name.</summary>
internal sealed record ComparisonSyntax(Span Span, ComparisonOperator Operator, OperandSyntax Operand)
{
    /// <summary>Whether the operator is only what was probably meant: that it does not fit is then no second mistake.</summary>
    public bool IsGuessed { get; init; }
}
