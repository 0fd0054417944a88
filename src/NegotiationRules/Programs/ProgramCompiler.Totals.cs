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
        var found = Emit(new CountOf(_layout[inner.Level].Parent, inner.Level, At(inner.Level, where)));
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
            : Total(aggregate.Kind, inner, item, where, BoundsOf(aggregate.Item), aggregate.SupposesSome);
    }

    // A value of the one element of which something is so: where there is exactly one, the greatest is that of it. There is no greatest of
    // none.
    private int Only(OnlyOperand only, ElementFrame frame)
    {
        if (only.List.Selection is not null)
        {
            return None;
        }

        if (IsOfValues(only.List, Around(only.List, frame)))
        {
            return OnlyOfValues(only, Around(only.List, frame));
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

        var count = Emit(new CountOf(_layout[inner.Level].Parent, inner.Level, At(inner.Level, where)));
        var isOne = Compared(count, Relation.Equal, Emit(new ConstantQuantity(1, 1)));
        var value = Total(QuantityKind.Max, inner, item, where, BoundsOf(only.Item));
        var nothing = Total(QuantityKind.Max, inner, item, Not(True()), BoundsOf(only.Item));
        return Emit(new Choose(_steps[count].Level, isOne, value, nothing));
    }

    // Which value of a parameter is meant has to be known before there is a scenario.
    private int OnlyOfValues(OnlyOperand only, ElementFrame frame)
    {
        ElementFrame? found = null;
        foreach (var value in ValuesOf(only.List, frame) ?? [])
        {
            var inner = OfValue(value, frame);
            var where = only.Where is null ? True() : Truth(only.Where, inner);
            if (where == None || _steps[where] is not ConstantTruth { Truth: not Conditions.Truth.Unknown and var truth })
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

    private int Total(QuantityKind kind, ElementFrame inner, int item, int where, Bounds ofFurther, bool supposesSome = false) => Emit(
        new AggregateOf(
            _layout[inner.Level].Parent, inner.Level, kind, At(inner.Level, item), At(inner.Level, where), ofFurther)
        {
            SupposesSome = supposesSome,
        });
}
