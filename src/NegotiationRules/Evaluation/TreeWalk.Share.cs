using NegotiationRules.Conditions;
using NegotiationRules.Facts;

namespace NegotiationRules.Evaluation;

/// <content>Shares.</content>
internal static partial class TreeWalk
{
    // Weights in floating point are taken as they were written, or 0.1 and 0.2 of 0.6 would be more than half.
    private static Truth Share(ShareTest test, Scope scope)
    {
        var elements = Elements.Of(test.List, scope);
        var sides = test.Weight is { Measure.Kind: MeasureKind.Real } real
            ? Sides(
                test, elements,
                s => Quantities.Real(real, s).Map(WrittenReal.Of),
                (w, n) => w.Times(n),
                (a, b) => a.Plus(b),
                Ratio.Of
            )
            : Sides(
                test, elements,
                s => test.Weight is null ? Interval<Int128>.Of(1) : Quantities.Exact(test.Weight, s, test.Weight.Measure.Scale),
                (w, n) => checked(w * n),
                (a, b) => checked(a + b),
                w => Ratio.Of(w, test.Weight?.Measure.Scale ?? 0)
            );
        var bound = Ratios.Of(test.Bound, scope);
        return sides.IsNothing ? Truth.Unknown
            : sides.IsSomething ? Shares.Compare(test.Relation, sides, bound)
            : test.IfNone is null ? Truth.Unknown
            : Intervals.Compare(test.Relation, Shares.OrIfNone(sides, Ratios.Of(test.IfNone, scope)), bound);
    }

    private static Truth Share(ShareOfTwo test, Scope scope)
    {
        var (part, whole) = (Ratios.OfAmount(test.Part, scope), Ratios.OfAmount(test.Whole, scope));
        if (part.IsNothing || whole.IsNothing)
        {
            return Truth.Unknown;
        }

        // Of 0 there is no share.
        var isNothing = Truths.Of(certain: whole.High is { IsPositive: false }, possible: whole.Low is { IsPositive: false });
        var bound = Ratios.Of(test.Bound, scope);
        var some = isNothing == Truth.True ? Truth.Unknown : Shares.Compare(test.Relation, part, whole, bound);
        var none = isNothing == Truth.False || test.IfNone is null ? Truth.Unknown
            : Intervals.Compare(test.Relation, Ratios.Of(test.IfNone, scope), bound);
        return isNothing switch
        {
            Truth.True => none,
            Truth.False => some,
            _ => some == none ? some : Truth.Unknown,
        };
    }

    // An element that may have the share or not adds the most to either side and the least to none; each stands on one side at a time, so
    // the least of the one and the most of the other come together.
    private static ShareSides Sides<T>(
        ShareTest test, Elements elements, Func<Scope, Interval<T>> weigh, Func<T, long, T> times, Func<T, T, T> add, Func<T, Ratio> exact)
        where T : struct, IComparable<T>
    {
        T? leastPart = default(T), mostPart = default(T), leastRest = default(T), mostRest = default(T);
        T certain = default;
        var isNothing = false;
        foreach (var element in elements.Known)
        {
            Add(element, Truth.True, 1);
        }

        foreach (var further in elements.Further)
        {
            Add(further.Scope, Truth.Unknown, further.Most);
        }

        return new ShareSides(
            Exact(leastPart), Exact(mostPart), Exact(leastRest), Exact(mostRest), certain.CompareTo(default) > 0, isNothing);

        void Add(Scope element, Truth exists, long? number)
        {
            var among = test.Among is null ? exists : exists.And(Evaluate(test.Among, element));
            if (among == Truth.False)
            {
                return;
            }

            var where = Evaluate(test.Where, element);
            var weight = weigh(element);
            isNothing |= weight.IsNothing;
            var isIn = among == Truth.True;
            var most = weight.High is { } w && number is { } n ? times(w, n) : (T?)null;
            certain = isIn ? add(certain, weight.Low ?? default) : certain;
            leastPart = where == Truth.True && isIn ? Plus(leastPart, weight.Low ?? default(T)) : leastPart;
            leastRest = where == Truth.False && isIn ? Plus(leastRest, weight.Low ?? default(T)) : leastRest;
            mostPart = where == Truth.False ? mostPart : Plus(mostPart, most);
            mostRest = where == Truth.True ? mostRest : Plus(mostRest, most);
        }

        T? Plus(T? a, T? b) => a is { } x && b is { } y ? add(x, y) : null;

        Ratio? Exact(T? weight) => weight is { } w ? exact(w) : null;
    }
}
