using System.Collections.Immutable;
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

        frame = frame.Around(list);
        if (frame.IsOfValues(list))
        {
            if (frame.ValuesOf(list) is not { } values)
            {
                return None;
            }

            var parts = new List<int>(values.Length);
            foreach (var value in values)
            {
                var part = ++_written > MostWritten ? None : compile(frame.Enter(value));
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
            result = Emit(new SomeOf(Layout[inner.Level].Parent, inner.Level, At(inner.Level, result)));
        }

        return result;
    }

    // A list is laid out once for the elements that have it. Only if what is asked of its elements depends on elements of other lists
    // around, it is gone over anew for each of those. More than two lists inside each other are not laid out: there would be no end of it.
    private ElementFrame? Open(ListReference list, ElementFrame frame, ulong reads)
    {
        frame = frame.Around(list);
        for (var i = 0; i < list.Levels.Length; i++)
        {
            var fact = list.Levels[i];
            var origin = frame.At(fact.Depth);
            if (frame.ValueOf(fact) is not null)
            {
                return null;
            }

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

            frame = new ElementFrame(frame, Layout.LevelOf(parent, origin.Level, fact.Slots, (ListType)fact.Type), null);
        }

        return frame;
    }

    private bool IsAnew(int level)
    {
        for (; level > 0; level = Layout[level].Parent)
        {
            if (Layout[level].Parent != Layout[level].Origin)
            {
                return true;
            }
        }

        return false;
    }

    // A time that steps may take is one that is written out.
    private int Ordered(InOrder order, ElementFrame frame)
    {
        if (
            order.List is { IsParameter: true } or { Selection: not null }
            || order.List.Levels.Length > 1
            || order.Within is not (null or Constant)
            || Open(order.List, frame, order.By.Reach.Depths | Reach.Of(order.Steps).Depths) is not { } inner
            || Quantity(order.By, inner) is not (>= 0 and var by)
            || Traits[by].MayBeNothing
        )
        {
            return None;
        }

        var (kind, within) = (order.By.Measure.Kind, (order.Within as Constant)?.Value.Duration);
        int[] steps = [.. order.Steps.Select(step => Truth(step, inner))];
        return steps.Contains(None) || (kind == MeasureKind.Day && within is { WholeDays: null }) ? None
            : Emit(
                new OrderOf(
                    Layout[inner.Level].Parent, inner.Level, At(inner.Level, by), kind,
                    new Programs.Steps([.. steps.Select(step => At(inner.Level, step))]), order.Number, within));
    }
}
