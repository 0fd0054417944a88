using NegotiationRules.Conditions;
using NegotiationRules.Facts;

namespace NegotiationRules.Evaluation;

/// <summary>The known elements of a list, each as the scope in which conditions on it are read, and what may be beyond them.</summary>
/// <param name="Known">In the order of the scenario; for a path through several lists, element by element of the outer one.</param>
/// <param name="MostFurther">How many elements more there may be; 0 if the list is complete, <see langword="null"/> if there is no telling.</param>
internal readonly record struct Elements(IReadOnlyList<Scope> Known, long? MostFurther)
{
    public bool IsComplete => MostFurther == 0;

    public static Elements Of(ListReference list, Scope scope)
    {
        if (list.IsParameter)
        {
            return new Elements([.. list.Values.Select(v => scope.Enter(v))], 0);
        }

        IReadOnlyList<Scope> outer = [scope];
        long? further = 0;
        foreach (var level in list.Levels)
        {
            var most = ((ListType)level.Type).MaxItems;
            // Each element that may exist beyond the known ones of the level before may bring a full list of its own.
            further = further == 0 ? 0 : further * most;
            var inner = new List<Scope>();
            foreach (var element in outer)
            {
                var value = element.Read(level);
                if (value.IsKnown)
                {
                    for (var i = 0; i < value.List.Count; i++)
                    {
                        inner.Add(element.Enter(value.List[i], level, i));
                    }
                }

                if (!value.IsKnown || !value.List.IsComplete)
                {
                    further += most - (value.IsKnown ? value.List.Count : 0);
                }
            }

            outer = inner;
        }

        return new Elements(outer, further);
    }

    /// <summary>An element beyond the known ones: nothing is known of it.</summary>
    public static Scope FurtherIn(ListReference list, Scope scope)
    {
        for (var level = 0; level < list.LevelCount; level++)
        {
            scope = scope.Enter(default);
        }

        return scope;
    }
}
