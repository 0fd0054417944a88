using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Conditions;

/// <summary>A condition with every name resolved and all types agreed. It can be evaluated on any facts of its vocabulary without
/// fault.</summary>
internal abstract class Condition(Span span, Reach reach) : Node(span, reach);

/// <summary>All, at least one, or none of the conditions hold.</summary>
internal sealed class Composition(Span span, CompositionKind kind, ImmutableArray<Condition> parts) : Condition(span, Reach.Of(parts))
{
    public CompositionKind Kind { get; } = kind;

    public ImmutableArray<Condition> Parts { get; } = parts;

    protected override ImmutableArray<Child> MakeChildren() => Of(Parts);
}

internal sealed class Negation(Span span, Condition part) : Condition(span, part.Reach)
{
    public Condition Part { get; } = part;

    protected override ImmutableArray<Child> MakeChildren() => [new Child(Part)];
}

/// <summary>At least <see cref="Number"/> of the conditions hold.</summary>
internal sealed class AtLeastOf(Span span, int number, ImmutableArray<Condition> parts) : Condition(span, Reach.Of(parts))
{
    public int Number { get; } = number;

    public ImmutableArray<Condition> Parts { get; } = parts;

    protected override ImmutableArray<Child> MakeChildren() => Of(Parts);
}

/// <summary>The fact is stated, or it is not.</summary>
internal sealed class KnownTest(Span span, FactReference fact, bool expected) : Condition(span, Reach.Of(fact))
{
    public override FactReference Fact { get; } = fact;

    public bool Expected { get; } = expected;
}

/// <summary>The operand has exactly one value on what is known.</summary>
internal sealed class SettledTest(Span span, Operand operand) : Condition(span, operand.Reach)
{
    public Operand Operand { get; } = operand;

    protected override ImmutableArray<Child> MakeChildren() => [new Child(Operand)];
}

/// <summary>Two operands of agreeing measures stand in a relation. A constant stands on the right.</summary>
internal sealed class RelationTest(Span span, Operand left, Relation relation, Operand right) : Condition(span, left.Reach | right.Reach)
{
    public Operand Left { get; } = left;

    public Relation Relation { get; } = relation;

    public Operand Right { get; } = right;

    /// <summary>The scale at which both can be compared as whole numbers, which true and false are too; -1 if they are no such
    /// numbers.</summary>
    public int PlainScale { get; } =
        left.Measure.Kind == right.Measure.Kind && left.Measure.Kind is MeasureKind.Exact or MeasureKind.Boolean
            ? Math.Max(left.Measure.Scale, right.Measure.Scale)
            : -1;

    protected override ImmutableArray<Child> MakeChildren() => [new Child(Left), new Child(Right)];

    /// <summary>The test, turned round where its constant was written on the left.</summary>
    public static RelationTest Of(Span span, Operand left, Relation relation, Operand right) =>
        left is Constant && right is not Constant
            ? new RelationTest(span, right, relation.Mirror(), left)
            : new RelationTest(span, left, relation, right);
}

/// <summary>Text starts with, ends with or contains other text.</summary>
internal sealed class TextTest(
    Span span, Operand left, ComparisonOperator @operator, TextPlace at, Operand right)
    : Condition(span, (left.Reach | right.Reach).Costly)
{
    public Operand Left { get; } = left;

    public ComparisonOperator Operator { get; } = @operator;

    public TextPlace At { get; } = at;

    public Operand Right { get; } = right;

    public static bool Holds(TextPlace place, string text, string part) => place switch
    {
        TextPlace.Anywhere => text.Contains(part, StringComparison.Ordinal),
        TextPlace.Start => text.StartsWith(part, StringComparison.Ordinal),
        TextPlace.End => text.EndsWith(part, StringComparison.Ordinal),
    };

    protected override ImmutableArray<Child> MakeChildren() => [new Child(Left), new Child(Right)];
}

/// <summary>A part of the text fits a regular expression.</summary>
/// <param name="span">Where it stands.</param>
/// <param name="left">The text.</param>
/// <param name="text">The expression as it was written.</param>
/// <param name="pattern">The same for .NET.</param>
internal sealed class PatternTest(Span span, Operand left, string text, Regex pattern) : Condition(span, left.Reach.Costly)
{
    public Operand Left { get; } = left;

    public string Text { get; } = text;

    public Regex Pattern { get; } = pattern;

    protected override ImmutableArray<Child> MakeChildren() => [new Child(Left)];
}

/// <summary>Every element for which <see cref="Where"/> holds satisfies; some, no element meets <see cref="Where"/>.</summary>
internal sealed class Quantified(
    Span span, QuantifierKind kind, ListReference list, Condition? where, Condition? satisfy)
    : Condition(span, Reach.Of(list) | Reach.Of(where) | Reach.Of(satisfy))
{
    public QuantifierKind Kind { get; } = kind;

    public override ListReference List { get; } = list;

    public Condition? Where { get; } = where;

    public Condition? Satisfy { get; } = satisfy;

    protected override ImmutableArray<Child> MakeChildren() => Child.InElements(List, (Where, null), (Satisfy, Where));
}

/// <summary>Of the weight of the elements that meet <see cref="Among"/>, those that also meet <see cref="Where"/> have a share in a
/// relation to a fraction.</summary>
/// <param name="span">Where it stands.</param>
/// <param name="list">The elements.</param>
/// <param name="weight">The weight of an element, never negative; <see langword="null"/> to count heads.</param>
/// <param name="among">The elements that the share is of; <see langword="null"/> for all.</param>
/// <param name="where">The elements that have the share.</param>
/// <param name="relation">How the share stands to the bound.</param>
/// <param name="bound">What it is compared with.</param>
/// <param name="ifNone">What counts where there is nothing to be a share of; <see langword="null"/> if that is unknown.</param>
internal sealed class ShareTest(
    Span span, ListReference list, Operand? weight, Condition? among, Condition where, Relation relation, Operand bound, Operand? ifNone)
    : Condition(
        span, Reach.Of(list) | Reach.Of(weight) | Reach.Of(among) | where.Reach | bound.Reach | Reach.Of(ifNone))
{
    public override ListReference List { get; } = list;

    public Operand? Weight { get; } = weight;

    public Condition? Among { get; } = among;

    public Condition Where { get; } = where;

    public Relation Relation { get; } = relation;

    public Operand Bound { get; } = bound;

    public Operand? IfNone { get; } = ifNone;

    /// <summary>The bound, if it is a fraction that is written out.</summary>
    public Fraction? Fraction => (Bound as FractionOperand)?.Fraction;

    public ShareTest With(Relation other) => new(Span, List, Weight, Among, Where, other, Bound, IfNone);

    protected override ImmutableArray<Child> MakeChildren() =>
    [
        .. Child.InElements(List, (Among, null), (Where, Among), (Weight, Among)), new Child(Bound),
        .. IfNone is null ? [] : (Child[])[new Child(IfNone)],
    ];
}

/// <summary>One number has a share of another in a relation to a fraction.</summary>
/// <param name="span">Where it stands.</param>
/// <param name="part">What has the share; never negative.</param>
/// <param name="whole">What the share is of; never negative.</param>
/// <param name="relation">How the share stands to the bound.</param>
/// <param name="bound">What it is compared with.</param>
/// <param name="ifNone">What counts where the whole is 0; <see langword="null"/> if that is unknown.</param>
internal sealed class ShareOfTwo(Span span, Operand part, Operand whole, Relation relation, Operand bound, Operand? ifNone)
    : Condition(span, part.Reach | whole.Reach | bound.Reach | Reach.Of(ifNone))
{
    public Operand Part { get; } = part;

    public Operand Whole { get; } = whole;

    public Relation Relation { get; } = relation;

    public Operand Bound { get; } = bound;

    public Operand? IfNone { get; } = ifNone;

    public ShareOfTwo With(Operand other) => new(Span, Part, Whole, Relation, other, IfNone);

    protected override ImmutableArray<Child> MakeChildren() =>
        [new Child(Part), new Child(Whole), new Child(Bound), .. IfNone is null ? [] : (Child[])[new Child(IfNone)]];
}

/// <summary>Elements that meet the steps, or any <see cref="Number"/> of them in their order, exist in this order of time, the last of them
/// not later than so long after the first.</summary>
internal sealed class InOrder(
    Span span, ListReference list, Operand by, ImmutableArray<Condition> steps, int number, Operand? within)
    : Condition(span, Reach.Of(list) | by.Reach | Reach.Of(steps) | Reach.Of(within))
{
    /// <summary>How long it may take; <see langword="null"/> for any time.</summary>
    public Operand? Within { get; } = within;

    public override ListReference List { get; } = list;

    public Operand By { get; } = by;

    public ImmutableArray<Condition> Steps { get; } = steps;

    public int Number { get; } = number;

    protected override ImmutableArray<Child> MakeChildren() =>
        [
            .. Child.InElements(List, (By, null)), .. Steps.Select(step => new Child(step, List)),
            .. Within is null ? [] : (Child[])[new Child(Within)],
        ];

    /// <summary>For an element that takes the first step, until when the last may be taken; for one that takes the last, since when the
    /// first may have been.</summary>
    public ImmutableArray<Operand> Limits => Within is null ? []
        : [new ArithmeticOperand(By.Span, By.Measure, ArithmeticKind.Plus, By, Within),
            new ArithmeticOperand(By.Span, By.Measure, ArithmeticKind.Minus, By, Within)];
}

/// <summary>One value is linked to another: through elements of a list, each of which links the values in a list of its own with each
/// other.</summary>
internal sealed class Reachable : Condition
{
    /// <param name="span">Where it stands.</param>
    /// <param name="list">What links.</param>
    /// <param name="where">Which elements of it link; <see langword="null"/> if all do.</param>
    /// <param name="between">The list of an element whose values it links.</param>
    /// <param name="item">Such a value, read in an element of that list.</param>
    /// <param name="from">The one value.</param>
    /// <param name="to">The other.</param>
    public Reachable(Span span, ListReference list, Condition? where, ListReference between, Operand item, Operand from, Operand to)
        : base(span, Reach.Of(list) | Reach.Of(where) | Reach.Of(between) | item.Reach | from.Reach | to.Reach)
    {
        (List, Where, Between, Item, From, To) = (list, where, between, item, from, to);
        _links = [Links(from), Links(to)];
    }

    private readonly Quantified[] _links;

    public override ListReference List { get; }

    public Condition? Where { get; }

    public ListReference Between { get; }

    public Operand Item { get; }

    public Operand From { get; }

    public Operand To { get; }

    // An element is asked whether it links the one or the other: so what it links is among the facts that are read, and what is near to its
    // values is known.
    protected override ImmutableArray<Child> MakeChildren() =>
        [new Child(From), new Child(To), .. Child.InElements(List, (Where, null), (_links[0], Where), (_links[1], Where))];

    private Quantified Links(Operand end) =>
        new(end.Span, QuantifierKind.Some, Between, RelationTest.Of(Item.Span, Item, Relation.Equal, end), null);
}

/// <summary>One of two conditions, by whether a third holds; where that is unknown, what both say.</summary>
internal sealed class ConditionChoice(Span span, Condition condition, Condition then, Condition otherwise)
    : Condition(span, condition.Reach | then.Reach | otherwise.Reach)
{
    public Condition If { get; } = condition;

    public Condition Then { get; } = then;

    public Condition Else { get; } = otherwise;

    protected override ImmutableArray<Child> MakeChildren() =>
        [new Child(If), new Child(Then, Guard: If), new Child(Else, Guard: new Negation(If.Span, If))];
}

/// <summary>A form that is defined by another one; <see cref="Meaning"/> is what is evaluated, the rest is for explanations.</summary>
internal abstract class Defined(Span span, Condition meaning, Reach reach) : Condition(span, reach)
{
    public Condition Meaning { get; } = meaning;

    /// <summary>Whether it goes by a name, so that what it stands for may be met in many places.</summary>
    public virtual bool IsNamed => false;

    protected override ImmutableArray<Child> MakeChildren() => [new Child(Meaning)];
}

/// <summary><c>in</c>, <c>notIn</c></summary>
internal sealed class Membership(
    Span span, Condition meaning, Operand item, bool isNegated, Values values)
    : Defined(span, meaning, meaning.Reach)
{
    public Operand Item { get; } = item;

    public bool IsNegated { get; } = isNegated;

    public Values Values { get; } = values;

    protected override ImmutableArray<Child> MakeWritten() => [new Child(Item), .. Of(Values.Items)];
}

/// <summary><c>between</c></summary>
internal sealed class Between(Span span, Condition meaning, Operand item, Operand low, Operand high) : Defined(span, meaning, meaning.Reach)
{
    public Operand Item { get; } = item;

    public Operand Low { get; } = low;

    public Operand High { get; } = high;

    protected override ImmutableArray<Child> MakeWritten() => [new Child(Item), new Child(Low), new Child(High)];
}

/// <summary><c>contains</c> of a list, and its like of several values.</summary>
internal sealed class Containment(
    Span span, Condition meaning, ListReference list, ComparisonOperator @operator, CompositionKind combines, Values values)
    : Defined(span, meaning, meaning.Reach)
{
    public override ListReference List { get; } = list;

    public ComparisonOperator Operator { get; } = @operator;

    /// <summary>How many of the values the list has to contain.</summary>
    public CompositionKind Combines { get; } = combines;

    public Values Values { get; } = values;

    protected override ImmutableArray<Child> MakeWritten() => Of(Values.Items);
}

/// <summary><c>{ "condition": name }</c></summary>
internal sealed class NamedCondition(Span span, Condition meaning, string name) : Defined(span, meaning, meaning.Reach)
{
    public string Name { get; } = name;

    public override bool IsNamed => true;
}

/// <summary>That a stage applies, which each of its rules asks: <c>{ "name": stage, "when": condition }</c>.</summary>
internal sealed class StageCondition(Span span, Condition meaning, string stage) : Defined(span, meaning, meaning.Reach)
{
    public string Stage { get; } = stage;

    public override bool IsNamed => true;
}

/// <summary><c>{ "rule": id }</c>: its <c>require</c> holds or its <c>when</c> does not.</summary>
internal sealed class RuleReference(Span span, Condition meaning, string id, string? title = null)
    : Defined(span, meaning, Reach.OfScenario)
{
    public string Id { get; } = id;

    public string? Title { get; } = title;

    public override bool IsNamed => true;

    protected override ImmutableArray<Child> MakeChildren() => [new Child(Meaning) { IsInScenario = true }];

    protected override ImmutableArray<Child> MakeWritten() => [];
}

/// <summary>The values that an operand is looked for in: written out, or a list fact or parameter.</summary>
internal sealed record Values(ImmutableArray<Operand> Items, ListReference? List)
{
    /// <summary>Whether all come from parameters.</summary>
    public bool AreParameters { get; } = !Items.IsEmpty && Items.All(item => item is Constant { Parameter: not null });
}
