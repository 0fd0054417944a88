using NegotiationRules.Conditions;
using NegotiationRules.Facts;

namespace NegotiationRules.Evaluation;

/// <content>Shares.</content>
internal static partial class TreeWalk
{
    // The share s/(s + r), s the weight of those that have it and r of the rest, is to p/q as (q - p)·s - p·r is to 0.
    // Each element adds its part to that difference on its own, so the sum of the parts' bounds is exact, whatever is unknown.
    // Weights in floating point are taken as they were written, or 0.1 and 0.2 of 0.6 would be more than half.
    private static Truth Share(ShareTest test, Scope scope)
    {
        var elements = Elements.Of(test.List, scope);
        return test.Weight is { Measure.Kind: MeasureKind.Real }
            ? Share(
                test, elements, scope,
                s => Quantities.Real(test.Weight!, s).Map(WrittenReal.Of),
                (w, n) => w.Times(n),
                (a, b) => a.Plus(b)
            )
            : Share(
                test, elements, scope,
                s => test.Weight is null ? Interval<Int128>.Of(1) : Quantities.Exact(test.Weight, s, test.Weight.Measure.Scale),
                (w, n) => checked(w * n),
                (a, b) => checked(a + b)
            );
    }

    private static Truth Share<T>(
        ShareTest test, Elements elements, Scope scope, Func<Scope, Interval<T>> weigh, Func<T, long, T> times,
        Func<T, T, T> add
    )
        where T : struct, IComparable<T>
    {
        var (p, q) = test.Fraction;
        T? low = default(T), high = default(T);
        T certain = default;
        foreach (var element in elements.Known)
        {
            Add(element, Truth.True, 1);
        }

        foreach (var further in elements.Further)
        {
            Add(further.Scope, Truth.Unknown, further.Most);
        }

        // A share of nothing has no value.
        return certain.CompareTo(default) > 0
            ? Intervals.Compare(test.Relation, new Interval<T>(low, high), Interval<T>.Of(default))
            : Truth.Unknown;

        // The least and the most that the element may add: (q - p)·w if it has the share, -p·w if it is of the rest, nothing if it is of
        // neither.
        void Add(Scope element, Truth exists, long? number)
        {
            var among = test.Among is null ? exists : exists.And(Evaluate(test.Among, element));
            if (among == Truth.False)
            {
                return;
            }

            var where = Evaluate(test.Where, element);
            var weight = weigh(element);
            certain = among == Truth.True ? add(certain, weight.Low ?? default) : certain;
            var (least, most) = (weight.Low, weight.High is { } w && number is { } n ? times(w, n) : (T?)null);
            var isOut = among == Truth.Unknown;
            low = Plus(low, where == Truth.True ? (isOut ? default(T) : Part(least, q - p)) : Part(most, -p));
            high = Plus(high, where == Truth.False ? (isOut ? default(T) : Part(least, -p)) : Part(most, q - p));
        }

        T? Part(T? weight, long factor) => factor == 0 ? default(T) : weight is { } w ? times(w, factor) : null;

        T? Plus(T? a, T? b) => a is { } x && b is { } y ? add(x, y) : null;
    }
}
