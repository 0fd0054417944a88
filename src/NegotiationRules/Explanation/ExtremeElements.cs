using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;

namespace NegotiationRules.Explanation;

/// <summary>Of the elements of a list, those that certainly have the least or the greatest value.</summary>
internal static class ExtremeElements
{
    /// <summary>The elements whose value is first, whatever the others turn out to be.</summary>
    /// <param name="candidates">The known elements, and whether they count.</param>
    /// <param name="further">Those that may exist beyond them.</param>
    /// <param name="read">Reads the value.</param>
    /// <param name="isLeast">Whether the least is first, or the greatest.</param>
    public static List<Scope> Of<T>(
        List<(Scope Element, Truth Counts)> candidates, IEnumerable<Scope> further, Func<Scope, Interval<T>> read, bool isLeast)
        where T : struct, IComparable<T>
    {
        var values = candidates.Concat(further.Select(f => (Element: f, Counts: Truth.Unknown))).Select(c =>
            (c.Element, c.Counts, Value: read(c.Element))).ToList();

        // The nearest end of all others: one that lies beyond none of them is first whatever they turn out to be.
        var ends = values.Select(v => v.Value.IsNothing ? null : isLeast ? v.Value.Low : v.Value.High).ToList();
        var (best, second) = (-1, -1);
        for (var i = 0; i < ends.Count; i++)
        {
            if (best < 0 || Precedes(ends[i], ends[best]))
            {
                (best, second) = (i, best);
            }
            else if (second < 0 || Precedes(ends[i], ends[second]))
            {
                second = i;
            }
        }

        return [.. values.Where((v, i) => v.Counts == Truth.True && !v.Value.IsNothing
            && IsFirst(v.Value, i == best ? second : best)).Select(v => v.Element)];

        bool IsFirst(Interval<T> value, int rival) =>
            rival < 0 || ((isLeast ? value.High : value.Low) is { } worst && ends[rival] is { } end
                && (isLeast ? worst.CompareTo(end) <= 0 : worst.CompareTo(end) >= 0));

        bool Precedes(T? a, T? b) => a is not { } x || (b is { } y && (isLeast ? x.CompareTo(y) < 0 : x.CompareTo(y) > 0));
    }
}
