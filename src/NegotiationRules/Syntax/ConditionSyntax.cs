using NegotiationRules.Text;

namespace NegotiationRules.Syntax;

/// <summary>A condition as it was written; <see cref="Span"/> covers its whole JSON object.</summary>
internal abstract record ConditionSyntax(Span Span);

/// <summary>Stands where a condition was expected but could not be read; a diagnostic has been reported, so later stages pass over it in silence.</summary>
internal sealed record BrokenConditionSyntax(Span Span) : ConditionSyntax(Span);

/// <summary>Several facts in one object, <c>{ "a": 1, "b": { "atLeast": 2 } }</c>: all of them. One fact alone is a <see cref="FactTestSyntax"/>.</summary>
internal sealed record FactTestsSyntax(Span Span, IReadOnlyList<FactTestSyntax> Tests) : ConditionSyntax(Span);

/// <summary><c>{ "agreement.termYears": { "atLeast": 10, "lessThan": 100 } }</c>; a bare literal is written as <see cref="ComparisonOperator.Is"/> with <c>Bare</c> set.</summary>
internal sealed record FactTestSyntax(Span Span, Name Path, IReadOnlyList<ComparisonSyntax> Comparisons, bool Bare) : ConditionSyntax(Span);

/// <summary><c>{ "all": […] }</c>, <c>any</c>, <c>none</c>; never empty.</summary>
internal sealed record CompositionSyntax(Span Span, CompositionKind Kind, IReadOnlyList<ConditionSyntax> Conditions) : ConditionSyntax(Span);

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

/// <summary><c>{ "every": list, "as"?: name, "where"?: …, "satisfy": … }</c>, <c>some</c>, <c>no</c>; only <c>every</c> has <see cref="Satisfy"/>.</summary>
internal sealed record QuantifierSyntax(
    Span Span, QuantifierKind Kind, ListSyntax List, Name? As, ConditionSyntax? Where, ConditionSyntax? Satisfy) : ConditionSyntax(Span);

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
    Span Span, ListSyntax List, Name? As, Name? Weight, ConditionSyntax? Among, ConditionSyntax Where, ComparisonSyntax Comparison) : ConditionSyntax(Span);

/// <summary><c>{ "inOrder": list, "by": date, "steps": […], "atLeast"?: n }</c></summary>
internal sealed record InOrderSyntax(
    Span Span, ListSyntax List, Name? As, Name By, IReadOnlyList<ConditionSyntax> Steps, OperandSyntax? AtLeast) : ConditionSyntax(Span);

/// <summary><c>{ "condition": name }</c></summary>
internal sealed record ConditionReferenceSyntax(Span Span, Name Name) : ConditionSyntax(Span);

/// <summary><c>{ "rule": id }</c></summary>
internal sealed record RuleReferenceSyntax(Span Span, Name Id) : ConditionSyntax(Span);

/// <summary>A list to go over: the path of one, or a parameter that is one.</summary>
internal sealed record ListSyntax(Span Span, Name Name, bool IsParameter);

/// <summary>One comparison, <c>"atLeast": 10</c>; <see cref="Span"/> covers the operator's name.</summary>
internal sealed record ComparisonSyntax(Span Span, ComparisonOperator Operator, OperandSyntax Operand);
