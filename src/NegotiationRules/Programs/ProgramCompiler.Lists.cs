using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Programs;

/// <content>What goes over lists.</content>
internal sealed partial class ProgramCompiler
{
    private int Quantified(Quantified condition, ElementFrame frame)
    {
        // Every element satisfies: there is none for which `where` holds and `satisfy` does not.
        var found = Reduced(condition.List, frame, Reach.Of(condition.Where).Depths | Reach.Of(condition.Satisfy).Depths, inner =>
        {
            var where = condition.Where is null ? True() : Truth(condition.Where, inner);
            if (condition.Kind != QuantifierKind.Every || where == None)
            {
                return where;
            }

            var satisfy = Truth(condition.Satisfy!, inner);
            return satisfy == None ? None : Combined([where, Not(satisfy)], isAll: true);
        });
        return found == None || condition.Kind == QuantifierKind.Some ? found : Not(found);
    }

    // Whether some element meets what `compile` makes of it; a parameter's values one by one, lists level by level from the innermost.
    private int Reduced(ListReference list, ElementFrame frame, ulong reads, Func<ElementFrame, int> compile)
    {
        if (list.Selection is not null)
        {
            return None;
        }

        frame = Around(list, frame);
        if (list.IsParameter)
        {
            // A plain value stands for a constant; what is read of an object has no step.
            if (list.Element is RecordType)
            {
                return None;
            }

            var parts = new List<int>(list.Values.Length);
            foreach (var value in list.Values)
            {
                var part = ++_written > MostWritten ? None : compile(OfValue(list, value, frame));
                if (part == None)
                {
                    return None;
                }

                parts.Add(part);
            }

            return Combined(parts, isAll: false);
        }

        if (Open(list, frame, reads) is not { } inner)
        {
            return None;
        }

        var result = compile(inner);
        for (; result != None && inner.Depth > frame.Depth; inner = inner.Outer!)
        {
            result = Emit(new SomeOf(_layout[inner.Level].Parent, inner.Level, At(inner.Level, result)));
        }

        return result;
    }

    // A quantity may be compared inside the elements of another list; what it goes over itself still lies where it was written.
    private static ElementFrame Around(ListReference list, ElementFrame frame) => list.Around is { } depth ? frame.At(depth) : frame;

    private static ElementFrame OfValue(ListReference list, FactValue value, ElementFrame frame) =>
        new(frame, frame.Level, new Constant(default, Measure.Of(list.Element)!.Value, value, list.Path));

    // A list is laid out once for the elements that have it. Only if what is asked of its elements depends on elements of other lists
    // around, it is gone over anew for each of those. More than two lists inside each other are not laid out: there would be no end of it.
    private ElementFrame? Open(ListReference list, ElementFrame frame, ulong reads)
    {
        frame = Around(list, frame);
        for (var i = 0; i < list.Levels.Length; i++)
        {
            var fact = list.Levels[i];
            var origin = frame.At(fact.Depth);
            var parent = origin.Level;
            for (var around = frame; around.Depth > origin.Depth; around = around.Outer!)
            {
                if (around.Value is null && (around.Depth >= 64 || (reads & (1ul << around.Depth)) != 0))
                {
                    parent = around.Level;
                    break;
                }
            }

            if (parent != origin.Level && IsAnew(parent))
            {
                return null;
            }

            frame = new ElementFrame(frame, _layout.LevelOf(parent, origin.Level, fact.Slots, (ListType)fact.Type), null);
        }

        return frame;
    }

    private bool IsAnew(int level)
    {
        for (; level > 0; level = _layout[level].Parent)
        {
            if (_layout[level].Parent != _layout[level].Origin)
            {
                return true;
            }
        }

        return false;
    }

    private int Count(CountOperand count, ElementFrame frame)
    {
        if (count.List is { IsParameter: true } or { Selection: not null } || count.List.Levels.Length > 1)
        {
            return None;
        }

        if (Open(count.List, frame, Reach.Of(count.Where).Depths) is not { } inner)
        {
            return None;
        }

        var where = count.Where is null ? True() : Truth(count.Where, inner);
        return where == None ? None : Emit(new CountOf(_layout[inner.Level].Parent, inner.Level, At(inner.Level, where)));
    }

    private int Aggregate(AggregateOperand aggregate, ElementFrame frame)
    {
        if (
            aggregate.List is { IsParameter: true } or { Selection: not null }
            || aggregate.List.Levels.Length > 1
            || aggregate.SupposesSome
            || aggregate.Measure.Kind == MeasureKind.Real
            || aggregate.Item is not FactOperand fact
        )
        {
            return None;
        }

        // Only of a fact of the elements themselves it is known what one that may exist beyond them adds.
        if (Open(aggregate.List, frame, Reach.Of(aggregate.Where).Depths | Reach.Of(aggregate.Item).Depths) is not { } inner
            || fact.Fact.Depth != inner.Depth)
        {
            return None;
        }

        var where = aggregate.Where is null ? True() : Truth(aggregate.Where, inner);
        var item = Quantity(aggregate.Item, inner);
        return where == None || item == None
            ? None
            : Emit(
                new AggregateOf(
                    _layout[inner.Level].Parent, inner.Level, aggregate.Kind, At(inner.Level, item),
                    At(inner.Level, where), BoundsOf(aggregate.Item)
                )
            );
    }

    private static Bounds BoundsOf(Operand operand) => operand is FactOperand { Fact.Type: ExactType type }
        ? new Bounds(type.Minimum == long.MinValue ? null : type.Minimum, type.Maximum == long.MaxValue ? null : type.Maximum)
        : default;
}
