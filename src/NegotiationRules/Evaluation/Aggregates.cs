using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Evaluation;

/// <summary>Sums, least and greatest values over the elements of a list, as far as they are known.</summary>
internal static class Aggregates
{
    public static Interval<Int128> Exact(AggregateOperand aggregate, Scope scope) =>
        Evaluate(
            aggregate,
            scope,
            s => Quantities.Exact(aggregate.Item, s, aggregate.Item.Measure.Scale),
            (a, b) => checked(a + b),
            (a, n) => checked(a * n)
        );

    public static Interval<double> Real(AggregateOperand aggregate, Scope scope) => Evaluate(
        aggregate, scope, s => Quantities.Real(aggregate.Item, s), (a, b) => Quantities.Finite(a + b), (a, n) => Quantities.Finite(a * n));

    /// <summary>The shortest and the longest that a sum of durations may be; <see langword="null"/> if nothing is known of it.</summary>
    public static (Duration Low, Duration High)? Durations(AggregateOperand sum, Scope scope)
    {
        return Part(d => d.Months) is { IsNothing: false, Low: { } fewest, High: { } most }
            && Part(d => d.Ticks) is { IsNothing: false, Low: { } least, High: { } greatest }
            ? Duration.Between(fewest, least, most, greatest)
            : null;

        // Months and the rest are added up each for themselves.
        Interval<Int128> Part(Func<Duration, Int128> part) => Evaluate(
            sum, scope,
            s => Quantities.Durations(sum.Item, s) is var (low, high)
                ? new Interval<Int128>(part(low), part(high))
                : Interval<Int128>.Anything,
            (a, b) => checked(a + b),
            (a, n) => checked(a * n)
        );
    }

    private static Interval<T> Evaluate<T>(
        AggregateOperand aggregate, Scope scope, Func<Scope, Interval<T>> read, Func<T, T, T> add,
        Func<T, long, T> times
    )
        where T : struct, IComparable<T>
    {
        var elements = Elements.Of(aggregate.List, scope);
        var items = new List<(bool IsCertain, Interval<T> Value)>(aggregate.Where is null ? elements.Known.Count : 0);
        foreach (var element in elements.Known)
        {
            var meets = aggregate.Where is null ? Truth.True : TreeWalk.Evaluate(aggregate.Where, element);
            if (meets != Truth.False)
            {
                items.Add((meets == Truth.True, read(element)));
            }
        }

        var further = elements.Further
            .Where(f => aggregate.Where is null || TreeWalk.Evaluate(aggregate.Where, f.Scope) != Truth.False)
            .Select(f => (Value: read(f.Scope), f.Most))
            .ToList();
        if (items.Exists(i => i.Value.IsNothing) || further.Exists(f => f.Value.IsNothing))
        {
            return Interval<T>.Nothing;
        }

        return aggregate.Kind switch
        {
            QuantityKind.Sum => Sum(items, further, add, times),
            QuantityKind.Min => Least(items, further, (a, b) => a.CompareTo(b) < 0, mirrored: false, aggregate.SupposesSome),
            _ => Least(items, further, (a, b) => a.CompareTo(b) > 0, mirrored: true, aggregate.SupposesSome),
        };
    }

    // An element that is not certain to count adds its value or nothing. Further elements add between nothing and the most there may be.
    private static Interval<T> Sum<T>(
        List<(bool IsCertain, Interval<T> Value)> items, List<(Interval<T> Value, long? Most)> further,
        Func<T, T, T> add, Func<T, long, T> times
    )
        where T : struct, IComparable<T>
    {
        T? low = default(T), high = default(T);
        foreach (var (isCertain, value) in items)
        {
            low = Plus(low, isCertain ? value.Low : AtMostZero(value.Low));
            high = Plus(high, isCertain ? value.High : AtLeastZero(value.High));
        }

        foreach (var (value, most) in further)
        {
            low = Plus(low, Many(AtMostZero(value.Low), most));
            high = Plus(high, Many(AtLeastZero(value.High), most));
        }

        return new Interval<T>(low, high);

        T? Plus(T? a, T? b) => a is { } x && b is { } y ? add(x, y) : null;

        T? Many(T? bound, long? most) => bound is not { } b ? null : b.CompareTo(default) == 0 ? b : most is { } n ? times(b, n) : null;
    }

    // The least value is at most that of any certain element; anything that may count may be less. Nothing certain: there may be no value,
    // or, where there is said to be one, it may be any of those that may count.
    private static Interval<T> Least<T>(
        List<(bool IsCertain, Interval<T> Value)> items, List<(Interval<T> Value, long? Most)> further,
        Func<T, T, bool> isLess, bool mirrored, bool supposesSome
    )
        where T : struct, IComparable<T>
    {
        if (!items.Exists(i => i.IsCertain))
        {
            return supposesSome && (items.Count > 0 || further.Count > 0)
                ? items.Select(i => i.Value).Concat(further.Select(f => f.Value)).Aggregate((a, b) => a.Hull(b))
                : Interval<T>.Nothing;
        }

        var all = items.Select(i => i.Value).Concat(further.Select(f => f.Value));
        var near = Best(all, v => mirrored ? v.High : v.Low, unboundedWins: true);
        var far = Best(items.Where(i => i.IsCertain).Select(i => i.Value), v => mirrored ? v.Low : v.High, unboundedWins: false);
        return mirrored ? new Interval<T>(far, near) : new Interval<T>(near, far);

        T? Best(IEnumerable<Interval<T>> values, Func<Interval<T>, T?> bound, bool unboundedWins)
        {
            T? best = null;
            foreach (var value in values)
            {
                if (bound(value) is not { } b)
                {
                    if (unboundedWins)
                    {
                        return null;
                    }
                }
                else if (best is not { } known || isLess(b, known))
                {
                    best = b;
                }
            }

            return best;
        }
    }

    private static T? AtMostZero<T>(T? value)
        where T : struct, IComparable<T> => value is { } v && v.CompareTo(default) > 0 ? default(T) : value;

    private static T? AtLeastZero<T>(T? value)
        where T : struct, IComparable<T> => value is { } v && v.CompareTo(default) < 0 ? default(T) : value;
}
