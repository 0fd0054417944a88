using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Conditions;

/// <summary>A condition with every name resolved and all types agreed. It can be evaluated on any facts of its vocabulary without fault.</summary>
/// <remarks>Immutable. A named condition that is used twice in the same place is the same object, so the whole is a graph without cycles.</remarks>
internal abstract record Condition(Span Span)
{
    // Records would compare and print whole graphs; identity is what is meant everywhere.
    public virtual bool Equals(Condition? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}

/// <summary>All, at least one, or none of the conditions hold.</summary>
internal sealed record Composition(Span Span, CompositionKind Kind, ImmutableArray<Condition> Parts) : Condition(Span);

internal sealed record Negation(Span Span, Condition Part) : Condition(Span);

/// <summary>At least <paramref name="Number"/> of the conditions hold.</summary>
internal sealed record AtLeastOf(Span Span, int Number, ImmutableArray<Condition> Parts) : Condition(Span);

/// <summary>The fact is stated, or it is not.</summary>
internal sealed record KnownTest(Span Span, FactReference Fact, bool Expected) : Condition(Span);

/// <summary>Two operands of agreeing measures stand in a relation. A constant stands on the right.</summary>
internal sealed record RelationTest(Span Span, Operand Left, Relation Relation, Operand Right) : Condition(Span)
{
    /// <summary>The test, turned round where its constant was written on the left.</summary>
    public static RelationTest Of(Span span, Operand left, Relation relation, Operand right) =>
        left is Constant && right is not Constant ? new RelationTest(span, right, relation.Mirror(), left) : new RelationTest(span, left, relation, right);
}

/// <summary>Text starts with, ends with or contains other text.</summary>
internal sealed record TextTest(Span Span, Operand Left, ComparisonOperator Operator, Operand Right) : Condition(Span);

/// <summary>A part of the text fits a regular expression.</summary>
internal sealed record PatternTest(Span Span, Operand Left, Regex Pattern) : Condition(Span);

/// <summary>Every element for which <paramref name="Where"/> holds satisfies; some, no element meets <paramref name="Where"/>.</summary>
internal sealed record Quantified(Span Span, QuantifierKind Kind, ListReference List, Condition? Where, Condition? Satisfy) : Condition(Span);

/// <summary>Of the weight of the elements that meet <paramref name="Among"/>, those that also meet <paramref name="Where"/> have a share in a relation to a fraction.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="List">The elements.</param>
/// <param name="Weight">The weight of an element, never negative; <see langword="null"/> to count heads.</param>
/// <param name="Among">The elements that the share is of; <see langword="null"/> for all.</param>
/// <param name="Where">The elements that have the share.</param>
/// <param name="Relation">How the share stands to the fraction.</param>
/// <param name="Fraction">The fraction it is compared with.</param>
internal sealed record ShareTest(
    Span Span, ListReference List, Operand? Weight, Condition? Among, Condition Where, Relation Relation, Fraction Fraction) : Condition(Span);

/// <summary>Elements that meet the steps, or any <paramref name="Number"/> of them in their order, exist in this order of time.</summary>
internal sealed record InOrder(Span Span, ListReference List, Operand By, ImmutableArray<Condition> Steps, int Number) : Condition(Span);

/// <summary>A form that is defined by another one; <paramref name="Meaning"/> is what is evaluated, the rest is for explanations.</summary>
internal abstract record Defined(Span Span, Condition Meaning) : Condition(Span);

/// <summary><c>in</c>, <c>notIn</c></summary>
internal sealed record Membership(Span Span, Condition Meaning, Operand Item, bool IsNegated, Values Values) : Defined(Span, Meaning);

/// <summary><c>between</c></summary>
internal sealed record Between(Span Span, Condition Meaning, Operand Item, Operand Low, Operand High) : Defined(Span, Meaning);

/// <summary><c>contains</c>, <c>containsAll</c>, <c>containsAny</c> of a list.</summary>
internal sealed record Containment(Span Span, Condition Meaning, ListReference List, ComparisonOperator Operator, Values Values) : Defined(Span, Meaning);

/// <summary><c>{ "condition": name }</c></summary>
internal sealed record NamedCondition(Span Span, Condition Meaning, string Name) : Defined(Span, Meaning);

/// <summary><c>{ "rule": id }</c>: its <c>require</c> holds or its <c>when</c> does not.</summary>
internal sealed record RuleReference(Span Span, Condition Meaning, string Id, string? Title = null) : Defined(Span, Meaning);

/// <summary>The values that an operand is looked for in: written out, or a list fact or parameter.</summary>
internal sealed record Values(ImmutableArray<Operand> Items, ListReference? List);
