using NegotiationRules.Conditions;
using NegotiationRules.Programs;

namespace NegotiationRules.Evaluation;

/// <summary>How many steps the elements of a list meet in their order, as the tree walk asks it.</summary>
internal static class StepOrders
{
    // In a limited time, each element may be looked at with each other.
    private const int MostInTime = 1000;

    /// <summary>The most steps that are met in their order, and within the time that they may take.</summary>
    public static int Longest(InOrder order, Elements elements, Scope scope, bool mustBeCertain)
    {
        if (order.Within is not { } within)
        {
            return ChainsOf(order, ScopesOf(elements, mustBeCertain), mustBeCertain).Longest(mustBeCertain, scope.Steps);
        }

        if (Quantities.Durations(within, scope) is not var (shortest, longest))
        {
            return mustBeCertain ? 0
                : ChainsOf(order, ScopesOf(elements, mustBeCertain), mustBeCertain).Longest(mustBeCertain, scope.Steps);
        }

        if (order.By.Measure.Kind == MeasureKind.Day)
        {
            Calendar.WholeDaysOf(shortest);
            Calendar.WholeDaysOf(longest);
        }

        return longest.Range.High < 0 ? 0
            : ChainsOf(order, ScopesOf(elements, mustBeCertain), mustBeCertain)
                .Longest(mustBeCertain, mustBeCertain ? shortest : longest, scope.Steps);
    }

    /// <summary>The same for a step of a program, of the elements that were added.</summary>
    public static int Longest(this OrderOf step, StepChains chains, bool mustBeCertain) =>
        step.Within is not { } within ? chains.Longest(mustBeCertain, null)
        : within.Range.High < 0 ? 0
        : chains.Longest(mustBeCertain, within, null);

    /// <summary>Whether a list has so many elements that somebody is to count the work, as the tree walk does.</summary>
    public static bool IsTooLong(this OrderOf step, int elements) => step.Within is not null && elements > MostInTime;

    /// <summary>The first and the last element of those that come in order the closest together, whatever the time that they may take;
    /// <see langword="null"/> if none do, or a time is not exactly known.</summary>
    public static (Scope First, Scope Last, Int128 Time)? Closest(InOrder order, Elements elements, StepCount taken)
    {
        var scopes = ScopesOf(elements, mustBeCertain: false);
        return ChainsOf(order, scopes, mustBeCertain: false).Closest(order.Number, taken) is var (first, last, time)
            ? (scopes[first], scopes[last], time)
            : null;
    }

    private static List<Scope> ScopesOf(Elements elements, bool mustBeCertain) =>
        [.. elements.Known, .. mustBeCertain ? [] : elements.Further.Select(further => further.Scope)];

    private static StepChains ChainsOf(InOrder order, List<Scope> scopes, bool mustBeCertain)
    {
        var chains = new StepChains();
        chains.Start(order.Steps.Length, order.By.Measure.Kind);
        for (var step = 0; step < order.Steps.Length; step++)
        {
            for (var index = 0; index < scopes.Count; index++)
            {
                var met = TreeWalk.Evaluate(order.Steps[step], scopes[index]);
                if (met == Truth.True || (!mustBeCertain && met == Truth.Unknown))
                {
                    var time = Quantities.Exact(order.By, scopes[index], 0);
                    chains.Add(step, index, (long)(time.Low ?? long.MinValue), (long)(time.High ?? long.MaxValue));
                }
            }
        }

        return chains;
    }
}
