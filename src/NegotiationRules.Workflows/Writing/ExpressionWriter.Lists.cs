using System.Collections.Immutable;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Writing;

/// <content>Lists: quantifiers, quantities, shares, steps in order of time. A path through several lists is one list inside
/// another.</content>
internal sealed partial class ExpressionWriter
{
    private ExpressionSyntax WriteQuantified(Quantified condition, WritingPlace place)
    {
        if (condition.Kind == QuantifierKind.Every)
        {
            return All(condition.List, place, element => condition.Where is null
                ? Write(condition.Satisfy!, element)
                : Compose.Or(Compose.Not(Write(condition.Where, element)), Write(condition.Satisfy!, element)));
        }

        var some = Any(condition.List, place, condition.Where is null ? null : element => Write(condition.Where, element));
        return condition.Kind == QuantifierKind.Some ? some : Compose.Not(some);
    }

    private ExpressionSyntax Any(ListReference list, WritingPlace place, Func<WritingPlace, ExpressionSyntax>? predicate) =>
        Open(list, place) is not { } opened
            ? Compose.Boolean(false)
            : opened.Nest("Any", opened.Last.Having("Any", predicate?.Invoke(opened.Inner)));

    private ExpressionSyntax All(ListReference list, WritingPlace place, Func<WritingPlace, ExpressionSyntax> predicate) =>
        Open(list, place) is not { } opened
            ? Compose.Boolean(true)
            : opened.Nest("All", opened.Last.Having("All", predicate(opened.Inner)));

    private ExpressionSyntax Count(ListReference list, WritingPlace place, Func<WritingPlace, ExpressionSyntax>? predicate) =>
        Open(list, place) is not { } opened
            ? Compose.Number(0)
            : opened.Nest("Sum", opened.Last.Having("Count", predicate?.Invoke(opened.Inner)));

    public ExpressionSyntax WriteCount(CountOperand count, WritingPlace place) =>
        Count(count.List, place, count.Where is null ? null : element => Write(count.Where, element));

    // Sums in floating point depend on the order of adding, so they are not added up list by list.
    public ExpressionSyntax WriteAggregate(AggregateOperand aggregate, WritingPlace place)
    {
        var name = aggregate.Kind.ToString();
        if (aggregate.Measure.Kind == MeasureKind.Duration)
        {
            throw new UnwritableException(aggregate.Span, "durations cannot be added up there", "state the sum as a fact");
        }

        if (aggregate is { Kind: not QuantityKind.Sum, SupposesSome: false })
        {
            _diagnostics.NothingToChooseFrom(aggregate.Span, aggregate.Kind == QuantityKind.Min ? "the least" : "the greatest");
            _state.Guards.Add(Any(aggregate.List, place, aggregate.Where is null ? null : element => Write(aggregate.Where, element)));
        }

        if (Open(aggregate.List, place) is not { } opened)
        {
            return aggregate.Kind == QuantityKind.Sum
                ? Compose.Number(0)
                : throw new UnwritableException(
                    aggregate.Span, "the list has no elements, so there is no value", "leave the comparison out"
                );
        }

        var chosen = opened.Last.Where(aggregate.Where is null ? null : Write(aggregate.Where, opened.Inner));
        var item = _operands.WriteForEach(aggregate.Item, opened.Inner);
        if (opened.Levels.Length == 1)
        {
            return chosen.Each(name, item);
        }

        if (aggregate.Kind == QuantityKind.Sum && aggregate.Measure.Kind == MeasureKind.Exact)
        {
            return opened.Nest("Sum", chosen.Each("Sum", item));
        }

        // The names that are open inside are free again outside.
        var value = WorkflowNames.ForParam("value", place.IsTaken);
        return Compose.Call(opened.Nest("SelectMany", chosen.Each("Select", item)), name, Compose.Lambda(value, Compose.Name(value)));
    }

    private ExpressionSyntax WriteShare(ShareTest share, WritingPlace place) =>
        WriteShare(share, share.Relation, share.Bound, share.IfNone, bound => WriteShare(share, bound, place));

    // What is worked out of numbers in floating point is not exact there, but for what is written as a decimal.
    private ExpressionSyntax WriteShare(ShareOfTwo share, WritingPlace place)
    {
        if (share.Part.Measure.Kind == MeasureKind.Real || share.Whole.Measure.Kind == MeasureKind.Real)
        {
            throw new UnwritableException(
                share.Span, "shares are compared exactly, which numbers without a step are not there",
                "give both numbers \"multipleOf\" in the vocabulary");
        }

        return Guarded(() =>
        {
            var (part, whole) = (_operands.WriteOperand(share.Part, place), _operands.WriteOperand(share.Whole, place));
            return WriteShare(share, share.Relation, share.Bound, share.IfNone, bound => (
                Compose.Binary(BinaryOperator.Greater, whole, Compose.Number(0)),
                Compose.Binary(
                    SignOf(share.Relation), Times(bound.Denominator, part, "L"), Times(bound.Numerator, whole, "L"))));
        });
    }

    // That of nothing has no value, or it is said what counts then.
    private ExpressionSyntax WriteShare(
        Condition share, Relation relation, Operand comparedWith, Operand? ifNone,
        Func<Fraction, (ExpressionSyntax IsThere, ExpressionSyntax Holds)?> write)
    {
        if (comparedWith is not FractionOperand { Fraction: var bound })
        {
            throw new UnwritableException(
                comparedWith.Span, "shares are compared exactly, which what is worked out there is not", "compare with a fraction");
        }

        if (ifNone is null)
        {
            _diagnostics.NothingToChooseFrom(share.Span, "the share");
            return write(bound) is var (isSome, isSo) ? Compose.And(isSome, isSo) : Compose.Boolean(false);
        }

        if (ifNone is not FractionOperand { Fraction: var other })
        {
            throw new UnwritableException(
                ifNone.Span, "shares are compared exactly, which what is worked out there is not", "write a fraction");
        }

        var counts = Compose.Boolean(Intervals.Compare(
            relation, Interval<Ratio>.Of(Ratio.Of(other)), Interval<Ratio>.Of(Ratio.Of(bound))) == Truth.True);
        return write(bound) is var (isThere, holds) ? Compose.Choice(isThere, holds, counts) : counts;
    }

    // A share of p/q is compared as q times the part against p times the whole.
    private (ExpressionSyntax IsThere, ExpressionSyntax Holds)? WriteShare(ShareTest share, Fraction bound, WritingPlace place)
    {
        var (p, q) = bound;
        ExpressionSyntax Among(WritingPlace element) => share.Among is null ? Compose.Boolean(true) : Write(share.Among, element);
        ExpressionSyntax Having(WritingPlace element) => Compose.And(Among(element), Write(share.Where, element));
        if (share.Weight is null)
        {
            var suffix = Math.Max(p, q) > 1000 ? "L" : string.Empty;
            return (
                Any(share.List, place, share.Among is null ? null : Among),
                Compose.Binary(
                    SignOf(share.Relation),
                    Times(q, Count(share.List, place, Having), suffix),
                    Times(p, Count(share.List, place, share.Among is null ? null : Among), suffix)));
        }

        if (Open(share.List, place) is null)
        {
            return null;
        }

        var whole = Total(share.List, place, share.Weight, share.Among is null ? null : Among, weight => weight);
        var isThere = Compose.Binary(BinaryOperator.Greater, whole, Compose.Number(0));

        // Floating-point weights are added up as the definition of a share adds them: each element adds what speaks for it.
        return (
            isThere,
            share.Weight.Measure.Kind == MeasureKind.Real
                ? Compose.Binary(
                    SignOf(share.Relation),
                    Total(
                        share.List, place, share.Weight, share.Among is null ? null : Among,
                        (weight, element) =>
                            Compose.Choice(Write(share.Where, element), Times(q - p, weight, string.Empty), Times(-p, weight, string.Empty))
                    ),
                    Compose.Number(0)
                )
                : Compose.Binary(
                    SignOf(share.Relation),
                    Times(q, Total(share.List, place, share.Weight, Having, weight => weight), "L"),
                    Times(p, whole, "L")
                )
        );
    }

    private ExpressionSyntax Total(
        ListReference list, WritingPlace place, Operand weight, Func<WritingPlace, ExpressionSyntax>? where,
        Func<ExpressionSyntax, ExpressionSyntax> each
    ) => Total(list, place, weight, where, (written, _) => each(written));

    private ExpressionSyntax Total(
        ListReference list, WritingPlace place, Operand weight, Func<WritingPlace, ExpressionSyntax>? where,
        Func<ExpressionSyntax, WritingPlace, ExpressionSyntax> each
    )
    {
        var opened = Open(list, place)!;
        var chosen = opened.Last.Where(where?.Invoke(opened.Inner));
        var item = each(_operands.WriteForEach(weight, opened.Inner), opened.Inner);
        if (opened.Levels.Length == 1 || weight.Measure.Kind != MeasureKind.Real)
        {
            return opened.Nest("Sum", chosen.Each("Sum", item));
        }

        var value = WorkflowNames.ForParam("value", place.IsTaken);
        return Compose.Call(opened.Nest("SelectMany", chosen.Each("Select", item)), "Sum", Compose.Lambda(value, Compose.Name(value)));
    }

    // Each step is an element at no earlier a time than the one before: one quantifier inside the other. The last comes in time after the
    // first.
    private ExpressionSyntax WriteOrder(InOrder order, WritingPlace place)
    {
        const int MostChains = 70;
        var chains = Chains(order.Steps.Length, order.Number).Take(MostChains + 1).ToList();
        if (chains.Count > MostChains)
        {
            throw new UnwritableException(
                order.Span, "there are too many ways to choose the steps",
                "ask for all the steps, or for fewer of them"
            );
        }

        return Compose.Or(chains.Select(chain => Follow(order, chain, 0, place, null, null)));
    }

    private ExpressionSyntax Follow(
        InOrder order, ImmutableArray<int> chain, int at, WritingPlace place, ExpressionSyntax? before, ExpressionSyntax? latest)
    {
        // The list is opened where the condition stands, each time under other names.
        var origin = order.List.Around is { } depth ? place.Around(depth) : place;
        return Any(order.List, origin, element =>
        {
            var time = _operands.WriteForEach(order.By, element);
            var isNotEarlier = before is null ? Compose.Boolean(true) : Compose.Binary(BinaryOperator.GreaterOrEqual, time, before);
            var step = Write(order.Steps[chain[at]], element);
            latest ??= order.Limits is [var limit, _] ? _operands.WriteForEach(limit, element) : null;
            var rest = at + 1 < chain.Length ? Follow(order, chain, at + 1, element.Around(origin.Depth), time, latest)
                : latest is null ? Compose.Boolean(true)
                : Compose.Binary(BinaryOperator.LessOrEqual, time, latest);
            return Compose.And(isNotEarlier, step, rest);
        });
    }

    private static IEnumerable<ImmutableArray<int>> Chains(int steps, int length, int from = 0)
    {
        if (length == 0)
        {
            yield return [];
            yield break;
        }

        for (var first = from; first <= steps - length; first++)
        {
            foreach (var rest in Chains(steps, length - 1, first + 1))
            {
                yield return [first, .. rest];
            }
        }
    }

    private static ExpressionSyntax Times(long factor, ExpressionSyntax what, string suffix) =>
        factor == 1 ? what : Compose.Binary(BinaryOperator.Multiply, Compose.Number(factor, suffix), what);

    /// <summary>The list with names for its elements; <see langword="null"/> for the list of a parameter that has none.</summary>
    private OpenList? Open(ListReference list, WritingPlace place)
    {
        place = list.Around is { } depth ? place.Around(depth) : place;
        if (list.Selection is { } selection)
        {
            return OpenSelection(list, selection, place);
        }

        if (list.IsParameter)
        {
            if (list.Values.IsEmpty)
            {
                return null;
            }

            if (list.Element is RecordType)
            {
                throw new UnwritableException(
                    default, $"the parameter `{list.Path}` is a list of objects, and objects cannot be written out there",
                    "state the list as a fact");
            }

            var name = WorkflowNames.ForElement(list, 0, place);
            return new OpenList([new OpenLevel(WriteValues(list), name)], place.Enter(list.Element, string.Empty, name));
        }

        var levels = ImmutableArray.CreateBuilder<OpenLevel>(list.Levels.Length);
        foreach (var level in list.Levels)
        {
            var name = WorkflowNames.ForElement(list, levels.Count, place);
            levels.Add(new OpenLevel(_facts.Write(level, place), name));
            place = place.Enter(((ListType)level.Type).Element, FactWriter.PathOf(level, place), name);
        }

        return new OpenList(levels.MoveToImmutable(), place);
    }

    private ExpressionSyntax WriteValues(ListReference list)
    {
        var measure = Measure.Of(list.Element)!.Value;
        var wholeSuffix = list.Values.Any(v => measure.Kind == MeasureKind.Exact && v.Steps is > int.MaxValue or < int.MinValue)
            ? "L"
            : string.Empty;
        return Compose.Array([
            .. list.Values.Select(v =>
                measure.Kind == MeasureKind.Exact
                    ? Compose.Number(v.Steps, measure.Scale, isDecimal: measure.Scale > 0, wholeSuffix)
                    : _operands.WriteConstant(new Constant(default, measure, v, list.Path))
            ),
        ]);
    }
}
