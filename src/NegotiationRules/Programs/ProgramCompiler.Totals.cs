using NegotiationRules.Conditions;
using NegotiationRules.Syntax;

namespace NegotiationRules.Programs;

/// <content>Quantities that are worked out of the elements of lists.</content>
internal sealed partial class ProgramCompiler
{
    private int Count(CountOperand count, ElementFrame frame)
    {
        if (
            count.List is { IsParameter: true } or { Selection: not null }
            || Open(count.List, frame, Reach.Of(count.Where).Depths) is not { } inner
        )
        {
            return None;
        }

        var where = count.Where is null ? True() : Truth(count.Where, inner);
        if (where == None)
        {
            return None;
        }

        // Through several lists, what the inner ones count is added up.
        var found = Emit(new CountOf(Layout[inner.Level].Parent, inner.Level, At(inner.Level, where)));
        for (var level = 1; level < count.List.Levels.Length; level++)
        {
            inner = inner.Outer!;
            found = Total(QuantityKind.Sum, inner, found, True(), default);
        }

        return found;
    }

    private int Aggregate(AggregateOperand aggregate, ElementFrame frame)
    {
        if (
            aggregate.List is { IsParameter: true } or { Selection: not null }
            || aggregate.List.Levels.Length > 1
            || aggregate.Measure.Kind == MeasureKind.Real
            || Open(aggregate.List, frame, Reach.Of(aggregate.Where).Depths | Reach.Of(aggregate.Item).Depths) is not { } inner
        )
        {
            return None;
        }

        var where = aggregate.Where is null ? True() : Truth(aggregate.Where, inner);
        var item = Quantity(aggregate.Item, inner);
        return where == None || item == None ? None
            : Total(aggregate.Kind, inner, item, where, Bounds.Of(aggregate.Item), aggregate.SupposesSome);
    }

    // A value of the one element of which something is so: where there is exactly one, the greatest is that of it. There is no greatest of
    // none.
    private int Only(OnlyOperand only, ElementFrame frame)
    {
        if (only.List.Selection is not null)
        {
            return None;
        }

        if (frame.Around(only.List).IsOfValues(only.List))
        {
            return OnlyOfValues(only, frame.Around(only.List));
        }

        if (
            only.List.Levels.Length > 1
            || Open(only.List, frame, Reach.Of(only.Where).Depths | Reach.Of(only.Item).Depths) is not { } inner
            || (only.Where is null ? True() : Truth(only.Where, inner)) is not (>= 0 and var where)
            || Quantity(only.Item, inner) is not (>= 0 and var item)
        )
        {
            return None;
        }

        var count = Emit(new CountOf(Layout[inner.Level].Parent, inner.Level, At(inner.Level, where)));
        var isOne = Compared(count, Relation.Equal, Emit(new ConstantQuantity(1, 1)));
        var value = Total(QuantityKind.Max, inner, item, where, Bounds.Of(only.Item));
        var nothing = Total(QuantityKind.Max, inner, item, Not(True()), Bounds.Of(only.Item));
        return Emit(new Choose(Steps[count].Level, isOne, value, nothing));
    }

    // Which value of a parameter is meant has to be known before there is a scenario.
    private int OnlyOfValues(OnlyOperand only, ElementFrame frame)
    {
        ElementFrame? found = null;
        foreach (var value in frame.ValuesOf(only.List) ?? [])
        {
            var inner = frame.Enter(value);
            var where = only.Where is null ? True() : Truth(only.Where, inner);
            if (where == None || Steps[where] is not ConstantTruth { Truth: not Conditions.Truth.Unknown and var truth })
            {
                return None;
            }

            if (truth == Conditions.Truth.True && found is not null)
            {
                return None;
            }

            found = truth == Conditions.Truth.True ? inner : found;
        }

        return found is null ? None : Quantity(only.Item, found);
    }
}
