using NegotiationRules.Conditions;

namespace NegotiationRules.Evaluation;

/// <summary>Works out which elements of a list are selected, and in what order.</summary>
internal static class Selections
{
    /// <summary>The selected elements. Each keeps its place in the list that it is taken from.</summary>
    /// <remarks>
    /// An element of which it is not known whether it meets <c>where</c> is one that may exist, as it is for a quantifier with that
    /// <c>where</c>. But where it matters which element comes before which, one that may exist could push any other out of its place, and
    /// so could a key that is not exactly known: then nothing is known of
    /// what is selected but how much it is at most. That says less than could be said in some cases, never more than is so.
    /// </remarks>
    public static Elements Of(Selection selection, Scope scope)
    {
        var from = Elements.Of(selection.From, scope);
        var certain = new List<Scope>();
        var possible = new List<FurtherElements>();
        foreach (var element in from.Known)
        {
            var meets = Meets(selection, element);
            if (meets == Truth.True)
            {
                certain.Add(element);
            }
            else if (meets == Truth.Unknown)
            {
                possible.Add(new FurtherElements(element, 1));
            }
        }

        possible.AddRange(from.Further.Where(further => Meets(selection, further.Scope) != Truth.False));
        return !selection.IsArranged ? new Elements(certain, possible)
            : possible.Count == 0 && Arrange(selection, certain) is { } arranged ? new Elements(arranged, [])
            : Unsettled(selection, certain.Count, possible, scope);
    }

    /// <summary>Whether an element is one of those that the selection is made from.</summary>
    public static Truth Meets(Selection selection, Scope element) =>
        selection.Where is null ? Truth.True : TreeWalk.Evaluate(selection.Where, element);

    // Nothing, if a key of an element is not exactly known. What is the same under `distinct` is left out before the order is asked for.
    private static List<Scope>? Arrange(Selection selection, List<Scope> elements)
    {
        if (selection.Distinct is { } distinct)
        {
            var keys = KeysOf(distinct, elements);
            if (keys is null)
            {
                return null;
            }

            elements = [.. elements.Zip(keys).DistinctBy(pair => pair.Second).Select(pair => pair.First)];
        }

        // From the last key to the first: each sorting keeps the order of those before where its own key is the same.
        foreach (var (key, isDescending) in selection.OrderBy.Reverse())
        {
            var keys = KeysOf(key, elements);
            if (keys is null)
            {
                return null;
            }

            var pairs = elements.Zip(keys);
            elements =
            [
                .. (
                    isDescending
                        ? pairs.OrderByDescending(pair => pair.Second, SelectionKey.Order)
                        : pairs.OrderBy(pair => pair.Second, SelectionKey.Order)
                ).Select(pair => pair.First),
            ];
        }

        if (selection.IsReversed)
        {
            elements = [.. Enumerable.Reverse(elements)];
        }

        var start = (int)Math.Min(selection.Skip, elements.Count);
        return elements.GetRange(start, (int)Math.Min(selection.Take ?? long.MaxValue, elements.Count - start));
    }

    private static List<SelectionKey>? KeysOf(Conditions.Operand key, List<Scope> elements)
    {
        // Sorting looks at each several times.
        elements.FirstOrDefault()?.Steps.Take(elements.Count * (long)(4 + System.Numerics.BitOperations.Log2((uint)elements.Count)));
        var keys = new List<SelectionKey>(elements.Count);
        foreach (var element in elements)
        {
            if (SelectionKey.Of(key, element) is not { } known)
            {
                return null;
            }

            keys.Add(known);
        }

        return keys;
    }

    private static Elements Unsettled(Selection selection, int certain, List<FurtherElements> possible, Scope scope)
    {
        long? most = certain;
        foreach (var further in possible)
        {
            most = most > long.MaxValue - further.Most ? null : most + further.Most;
        }

        most = most is { } count ? Math.Max(0, count - selection.Skip) : null;
        most = selection.Take is { } take && (most is null || take < most) ? take : most;
        if (most == 0)
        {
            return new Elements([], []);
        }

        var element = Elements.Around(selection.From, scope);
        for (var level = 0; level < selection.From.LevelCount; level++)
        {
            element = element.Suppose();
        }

        return new Elements([], [new FurtherElements(element, most)]);
    }
}
