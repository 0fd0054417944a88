using NegotiationRules.Conditions;
using NegotiationRules.Facts;

namespace NegotiationRules.Evaluation;

/// <summary>The known elements of a list, each as the scope in which conditions on it are read, and what may be beyond them.</summary>
/// <param name="Known">In the order of the scenario; for a path through several lists, element by element of the outer one.</param>
/// <param name="Further">Where there may be more, one for each list that is not complete; none if all are.</param>
internal readonly record struct Elements(IReadOnlyList<Scope> Known, IReadOnlyList<FurtherElements> Further)
{
    public bool IsComplete => Further.Count == 0;

    public static Elements Of(ListReference list, Scope scope)
    {
        scope = Around(list, scope);
        if (scope.Trace is null)
        {
            return Make(list, scope);
        }

        if (!scope.TryRecall(list, out Elements elements))
        {
            elements = Make(list, scope);
            if (scope.Trace.Keeps(elements.Known.Count))
            {
                scope.Remember(list, elements);
            }
        }

        return elements;
    }

    private static Elements Make(ListReference list, Scope scope)
    {
        if (list.Selection is { } selection)
        {
            return Selections.Of(selection, scope);
        }

        if (list.IsParameter)
        {
            return new Elements(OfParameter(list, scope), []);
        }

        Scope[] known = [];
        IReadOnlyList<FurtherElements> furtherOuter = [];
        var outer = new ReadOnlySpan<Scope>(in scope);
        foreach (var level in list.Levels)
        {
            var most = ((ListType)level.Type).MaxItems;
            var (place, further) = (0, (List<FurtherElements>?)null);
            known = new Scope[CountOf(outer, level)];
            foreach (var element in outer)
            {
                ref readonly var value = ref element.Read(level);
                var count = CountOf(element, level);
                for (var i = 0; i < count; i++)
                {
                    known[place++] = element.Enter(value.List[i], level, i);
                }

                if ((!value.IsKnown || !value.List.IsComplete) && most != count)
                {
                    (further ??= []).Add(new FurtherElements(element.Suppose(), most - count));
                }
            }

            // Each element that may exist beyond the known ones of the level before may bring a full list of its own.
            for (var i = 0; most != 0 && i < furtherOuter.Count; i++)
            {
                (further ??= []).Add(new FurtherElements(furtherOuter[i].Scope.Suppose(), Times(furtherOuter[i].Most, most)));
            }

            outer = known;
            furtherOuter = further is null ? Array.Empty<FurtherElements>() : further;
        }

        return new Elements(known, furtherOuter);
    }

    private static Scope[] OfParameter(ListReference list, Scope scope) => [.. list.Values.Select((v, i) => scope.EnterValue(v, list, i))];

    /// <summary>The scope in which the list is gone over: the given one, or one around it.</summary>
    public static Scope Around(ListReference list, Scope scope) => list.Around is { } depth ? scope.At(depth) : scope;

    private static int CountOf(ReadOnlySpan<Scope> elements, FactReference level)
    {
        var count = 0;
        foreach (var element in elements)
        {
            count += CountOf(element, level);
        }

        return count;
    }

    private static int CountOf(Scope element, FactReference level) =>
        element.Read(level) is { IsKnown: true, List: var list } ? list.Count : 0;

    private static long? Times(long? a, long? b) => a is { } x && b is { } y && x <= long.MaxValue / y ? x * y : null;
}

/// <summary>Elements that may exist beyond the known ones of a list.</summary>
/// <param name="Scope">The scope of any one of them: nothing is known of the element itself, all is known of what is around it.</param>
/// <param name="Most">How many there may be; <see langword="null"/> if there is no telling.</param>
internal readonly record struct FurtherElements(Scope Scope, long? Most);
