using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Tests.Agreement.Pairings;
using NegotiationRules.Text;
using static NegotiationRules.Tests.Agreement.GeneratedSyntax;
using static NegotiationRules.Tests.Agreement.GeneratedTypes;

namespace NegotiationRules.Tests.Agreement;

/// <summary>Makes conditions at random that the checker accepts: paths that exist, values of the right type.</summary>
/// <param name="random">What decides.</param>
/// <param name="mayAskWhatIsKnown">Whether <c>known</c> may occur: with it, more information may change what was decided.</param>
internal sealed partial class ConditionGenerator(Random random, bool mayAskWhatIsKnown)
{
    private readonly List<(string Name, bool IsForAnyPlace)> _conditions = [];
    private readonly List<string> _rules = [];

    public bool MayAskWhatIsKnown => mayAskWhatIsKnown;

    private OperandGenerator Operands => field ??= new OperandGenerator(random, this);

    /// <summary>Makes a named condition known: one without quantifiers can be used anywhere.</summary>
    public void Declare(NamedConditionSyntax condition) => _conditions.Add((condition.Name.Text, IsPlain(condition.Condition)));

    /// <summary>Makes a named quantity known, with the type of what it is; it is used in the scenario, and reads nothing else.</summary>
    public void Declare(NamedQuantitySyntax quantity, FactType type) => Operands.Declare(quantity, type);

    /// <summary>A quantity to be named, of that type.</summary>
    public OperandSyntax Quantity(FactType type, Place root, int depth) => Operands.Operand(type, root, depth, mayBeLiteral: false);

    public void Declare(RuleSyntax rule) => _rules.Add(rule.Id.Text);

    /// <summary>A list of whose elements something is asked, and the place of an element.</summary>
    public (ForEachSyntax Each, Place Inner) Each(Place root, int depth)
    {
        var (list, inner, name) = Operands.Open(root, depth);
        return (new ForEachSyntax(default, list, name), inner);
    }

    /// <summary>Who holds a rule for an element; <see langword="null"/> if there is no text.</summary>
    public OperandSyntax? Holder(Place place) =>
        place.Facts.Where(f => f.Type is TextType).ToList() is { Count: > 0 } texts
            ? new FactOperandSyntax(default, Name(Pick(texts).Path)) : null;

    public ConditionSyntax Condition(Place place, int depth)
    {
        if (depth <= 0)
        {
            return Simple(place, 0);
        }

        switch (random.Next(17))
        {
            case 0:
                return new CompositionSyntax(default, CompositionKind.All, Several(place, depth));
            case 1:
                return new CompositionSyntax(default, CompositionKind.Any, Several(place, depth));
            case 2:
                return new CompositionSyntax(default, CompositionKind.None, Several(place, depth));
            case 3:
                return new NotSyntax(default, Condition(place, depth - 1));
            case 4:
                var parts = Several(place, depth);
                return new AtLeastOfSyntax(
                    default,
                    parts.Count >= 2 && Chance(4) ? Parameter("two") : Literal(random.Next(1, parts.Count + 1)),
                    parts
                );
            case 5 or 6 or 7:
                return Quantifier(place, depth);
            case 8:
                return Chance(2) ? ShareOfTwo(place, depth) : Share(place, depth);
            case 9:
                return InOrder(place, depth);
            case 16:
                return new ConditionChoiceSyntax(
                    default, Condition(place, depth - 1), Condition(place, depth - 1), Condition(place, depth - 1));
            case 10 or 11:
                return Quantity(place, depth);
            case 12:
                return Linked(place, depth);
            default:
                return Simple(place, depth);
        }
    }

    private List<ConditionSyntax> Several(Place place, int depth) =>
        [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Condition(place, depth - 1))];

    private ConditionSyntax Simple(Place place, int depth)
    {
        switch (random.Next(12))
        {
            case 0 when Reference(place) is { } reference:
                return reference;
            case 1 when _rules.Count > 0:
                return new RuleReferenceSyntax(default, Name(Pick(_rules)));
            case 2 when mayAskWhatIsKnown && place.Paths.Where(p => !p.ThroughList).ToList() is { Count: > 0 } any:
                return Test(Pick(any).Path, new ComparisonSyntax(default, ComparisonOperator.Known, Literal(Chance(2))));
            case 3:
                return Containment(place) ?? FactTest(place, depth);
            case 4:
                return ValueTest(place, depth);
            case 5 or 7 or 8 when Pair(place, depth) is { } pair:
                return pair;
            case 6:
                List<ConditionSyntax> tests =
                [
                    .. Enumerable.Range(0, 3).Select(_ => FactTest(place, depth)).OfType<FactTestSyntax>().DistinctBy(t => t.Path.Text),
                    .. Enumerable.Range(0, random.Next(3)).Select(_ => Reference(place)).OfType<ConditionReferenceSyntax>(),
                ];
                return tests.Count > 1 ? new FactTestsSyntax(default, tests) : FactTest(place, depth);
            default:
                return FactTest(place, depth);
        }
    }

    private ConditionReferenceSyntax? Reference(Place place) =>
        _conditions.Where(c => place.Depth == 0 || (c.IsForAnyPlace && Chance(2))).ToList() is { Count: > 0 } usable
            ? new ConditionReferenceSyntax(default, Name(Pick(usable).Name))
            : null;

    private ConditionSyntax FactTest(Place place, int depth)
    {
        var facts = place.Facts.Where(f => CanBeKey(f.Path)).ToList();
        if (facts.Count == 0)
        {
            return ValueTest(place, depth);
        }

        var (path, type) = Pick(facts);
        var comparisons = new List<ComparisonSyntax> { Compare(type, place, depth) };
        if (Chance(4) && Compare(type, place, 0) is var second && second.Operator != comparisons[0].Operator)
        {
            comparisons.Add(second);
        }

        var isBare = comparisons is [{ Operator: ComparisonOperator.Is, Operand: LiteralSyntax }] && Chance(2);
        return new FactTestSyntax(default, Name(path), comparisons, isBare);
    }

    private ValueTestSyntax ValueTest(Place place, int depth)
    {
        if (Chance(4))
        {
            return ConstantFirst(place);
        }

        // What a parameter measures is told by what it is compared with, so a date or a duration on the left is a fact.
        var type = Pick(
            MeasuredTypes.Where(t => t is not (DateType or DateTimeType or DurationType) || place.Facts.Any(f => Agree(f.Type, t))).ToList()
        );
        var left = Operands.Operand(type, place, depth, mayBeLiteral: false);
        return new ValueTestSyntax(
            default,
            left,
            Compare(left is FactOperandSyntax fact ? place.Facts.First(f => f.Path == fact.Path.Text).Type : type, place, depth)
        );
    }

    private FactTestSyntax? Containment(Place place)
    {
        var lists = place.Lists.Where(l => l.Type.Element is not RecordType && CanBeKey(l.Path)).ToList();
        if (lists.Count == 0)
        {
            return null;
        }

        var (path, list) = Pick(lists);
        var row = Pick([.. Operators.Table.Where(row => row.Combines is not null)]);
        return Test(
            path,
            new ComparisonSyntax(
                default, row.Operator, row.Takes == OperandShape.Value
                    ? (Chance(2) ? Operands.Side(Pick(SideForms.OfOperands), list.Element, place, 0) : null)
                        ?? Operands.Operand(list.Element, place, 0, mayBeLiteral: true)
                    : Operands.ListOperand(list.Element, place)
            )
        );
    }

    private QuantifierSyntax Quantifier(Place place, int depth)
    {
        var (list, inner, name) = Operands.Open(place, depth);
        var kind = Pick([QuantifierKind.Every, QuantifierKind.Some, QuantifierKind.No]);
        return new QuantifierSyntax(
            default,
            kind,
            list,
            name,
            Chance(kind == QuantifierKind.Every ? 2 : 5) ? null : Condition(inner, depth - 1),
            kind == QuantifierKind.Every ? Condition(inner, depth - 1) : null);
    }

    private ShareSyntax Share(Place place, int depth)
    {
        var (list, inner, name) = Operands.Open(place, depth);
        var weights = inner.Facts.Where(f => f.Type is ExactType { Minimum: >= 0 } or RealType { Minimum: >= 0 }).ToList();
        return new ShareSyntax(
            default,
            list,
            name,
            weights.Count > 0 && Chance(2) ? Operands.Amount(inner) : null,
            Chance(2) ? null : Condition(inner, depth - 1),
            Condition(inner, depth - 1),
            OfShare(place),
            Chance(4) ? Operands.Share() : null);
    }

    // Half of the time the part of a sum, as tallies are.
    private ShareOfTwoSyntax ShareOfTwo(Place place, int depth)
    {
        var part = Amount();
        return new ShareOfTwoSyntax(
            default, part, Chance(2) ? new ArithmeticSyntax(default, ArithmeticKind.Plus, part, Amount()) : Amount(), OfShare(place),
            Chance(3) ? Operands.Share() : null);

        OperandSyntax Amount() =>
            Chance(3) || !place.Facts.Any(f => f.Type is ExactType { Minimum: >= 0 } or RealType { Minimum: >= 0 })
                ? Operands.Count(place, depth - 1) : Operands.Amount(place);
    }

    private ComparisonSyntax OfShare(Place place) => Chance(10)
        ? new ComparisonSyntax(default, ComparisonOperator.Between, Operands.SharesBetween(place))
        : new ComparisonSyntax(
            default,
            Pick([
                ComparisonOperator.Is, ComparisonOperator.IsNot, ComparisonOperator.AtLeast, ComparisonOperator.AtMost,
                ComparisonOperator.MoreThan, ComparisonOperator.LessThan,
            ]),
            Operands.ShareBound(place));

    private ConditionSyntax InOrder(Place place, int depth)
    {
        var (list, inner, name) = Operands.Open(place, depth);
        var times = inner.Facts.Where(f => f.Type is DateType or DateTimeType).ToList();
        if (times.Count == 0)
        {
            return Quantifier(place, depth);
        }

        var steps = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Condition(inner, Math.Min(depth - 1, 1))).ToList();
        return new InOrderSyntax(
            default, list, name, Name(Pick(times).Path), steps,
            Chance(2) ? null : Literal(random.Next(1, steps.Count + 1)),
            Chance(2) ? null : Operands.Within(place)
        );
    }

    private ConditionSyntax Linked(Place place, int depth)
    {
        var (list, inner, name) = Operands.Open(place, depth);
        var ends = inner.Items.Where(i => i.Type is not DurationType && inner.Starting(i.Path).Depth > place.Depth).ToList();
        if (ends.Count == 0)
        {
            return Quantifier(place, depth);
        }

        var (between, type) = Pick(ends);
        return new ReachableSyntax(
            default, list, name, Name(between), End(), End(), Chance(2) ? null : Condition(inner, Math.Min(depth - 1, 1)));

        OperandSyntax End() => Chance(3) && type is not DateType ? new LiteralSyntax(default, Operands.LiteralOf(type))
            : Operands.Operand(type, place, 0, mayBeLiteral: false);
    }

    private ValueTestSyntax Quantity(Place place, int depth)
    {
        var quantity =
            Operands.QuantityOperand(
                Pick(MeasuredTypes.Where(t => t is not (BooleanType or TextType)).ToList()), place, depth
            )
            ?? Operands.Count(place, depth);
        var type =
            quantity.Of is not null ? new ExactType(0)
            : quantity.Kind == QuantityKind.Count || quantity.List.IsParameter ? new ExactType(0) { Minimum = 0 }
            : place.Items.First(i => i.Path == quantity.List.Name.Text).Type;

        // A list that is a parameter has one or two values.
        return new ValueTestSyntax(
            default, quantity,
            Compare(
                quantity is { Kind: QuantityKind.Count, List.IsParameter: true }
                    ? new ExactType(0) { Minimum = 0, Maximum = 2 }
                    : Unbounded(type),
                place, 0
            )
        );
    }

    private T Pick<T>(IReadOnlyList<T> all) => Literals.Pick(random, all);

    private bool Chance(int oneIn) => random.Next(oneIn) == 0;
}
