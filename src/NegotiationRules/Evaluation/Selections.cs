using System.Collections.Immutable;
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
            : possible.Count == 0 && Arrange(selection, certain, scope) is { } arranged ? new Elements(arranged, [])
            : Unsettled(selection, certain.Count, possible, scope);
    }

    /// <summary>Whether an element is one of those that the selection is made from.</summary>
    public static Truth Meets(Selection selection, Scope element) =>
        selection.Where is null ? Truth.True : TreeWalk.Evaluate(selection.Where, element);

    /// <summary>Those that stand level, by the keys of the order, with the last that is taken, and are left out; none if that is not
    /// settled.</summary>
    public static IReadOnlyList<Scope> LeftOutThoughLevel(Selection selection, Scope scope)
    {
        if (selection.HasTies || selection.OrderBy.IsEmpty || selection.Take is null)
        {
            return [];
        }

        var taken = Of(selection, scope);
        return taken is { IsComplete: true, Known: { Count: > 0 } known } && Of(selection with { HasTies = true }, scope) is { } withTies
            ? [.. withTies.Known.Skip(known.Count)]
            : [];
    }

    // Nothing, if a key of an element is not exactly known, or how many are taken. What is the same under `distinct` is left out before
    // the order is asked for.
    private static List<Scope>? Arrange(Selection selection, List<Scope> elements, Scope scope)
    {
        var (skip, take) = (NumberOf(selection.Skip, scope, 0), NumberOf(selection.Take, scope, long.MaxValue));
        if (!skip.IsValue || !take.IsValue)
        {
            return null;
        }

        if (!selection.Distinct.IsEmpty)
        {
            if (GroupsOf(selection.Distinct, elements) is not { } groups)
            {
                return null;
            }

            elements = [.. elements.Zip(groups).DistinctBy(pair => pair.Second).Select(pair => pair.First)];
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

        var start = (int)Int128.Min(skip.Low!.Value, elements.Count);
        var end = start + (int)Int128.Min(take.Low!.Value, elements.Count - start);
        return elements.GetRange(start, (selection.HasTies && end > start ? EndOfTies(selection, elements, end) : end) - start);
    }

    private static int EndOfTies(Selection selection, List<Scope> elements, int end)
    {
        var last = elements[end - 1];
        while (end < elements.Count
            && selection.OrderBy.All(key => SelectionKey.Of(key.Key, last) == SelectionKey.Of(key.Key, elements[end])))
        {
            end++;
        }

        return end;
    }

    // What may be said of how many elements: fewer than none is none.
    private static Interval<Int128> NumberOf(Operand? number, Scope scope, long otherwise)
    {
        if (number is null)
        {
            return Interval<Int128>.Of(otherwise);
        }

        var known = Quantities.Exact(number, scope, 0);
        return known.IsNothing ? new Interval<Int128>(0, null)
            : new Interval<Int128>(Int128.Max(known.Low ?? 0, 0), known.High is { } high ? Int128.Max(high, 0) : null);
    }

    // A number for each element, the same for those of which all keys are.
    private static List<int>? GroupsOf(ImmutableArray<Operand> keys, List<Scope> elements)
    {
        var groups = elements.ConvertAll(_ => 0);
        foreach (var key in keys)
        {
            if (KeysOf(key, elements) is not { } values)
            {
                return null;
            }

            var numbers = new Dictionary<(int, SelectionKey), int>();
            for (var i = 0; i < groups.Count; i++)
            {
                numbers.TryAdd((groups[i], values[i]), numbers.Count);
                groups[i] = numbers[(groups[i], values[i])];
            }
        }

        return groups;
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

        var (skip, take) = (NumberOf(selection.Skip, scope, 0), NumberOf(selection.Take, scope, long.MaxValue));
        most = most is { } count ? (long)Int128.Max(0, count - skip.Low!.Value) : null;

        // Where some are taken, any number may stand level with the last of them.
        most = take.High is { } limit && limit < long.MaxValue && (limit == 0 || !selection.HasTies) && (most is null || limit < most)
            ? (long)limit
            : most;
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
