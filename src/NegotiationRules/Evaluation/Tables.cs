using NegotiationRules.Conditions;
using NegotiationRules.Facts;

namespace NegotiationRules.Evaluation;

/// <summary>Values by the days from which they are in force. Where it is not known which is, the value is what all that may be have in
/// common: it lies between them. Before the first day there is none.</summary>
internal static class Tables
{
    public static Interval<Int128> Exact(TableOperand table, Scope scope) =>
        Choose(table, scope, value => Quantities.Exact(value, scope, table.Measure.Scale), (a, b) => a.Hull(b))
            ?? Interval<Int128>.Nothing;

    public static Interval<double> Real(TableOperand table, Scope scope) =>
        Choose(table, scope, value => Quantities.Real(value, scope), (a, b) => a.Hull(b)) ?? Interval<double>.Nothing;

    public static Interval<Ratio> Exactly(TableOperand table, Scope scope) =>
        Choose(table, scope, value => Ratios.Of(value, scope), (a, b) => a.Hull(b)) ?? Interval<Ratio>.Nothing;

    public static string? Text(TableOperand table, Scope scope)
    {
        var (first, last) = InForce(table, scope);
        var texts = first < 0 ? [] : Open(table, first, last).Select(value => TreeWalk.ReadText(value, scope)).Distinct().ToList();
        return texts is [var only] ? only : null;
    }

    public static (Duration Low, Duration High)? Durations(TableOperand table, Scope scope) =>
        Choose(table, scope, value => new Maybe(Quantities.Durations(value, scope)), (a, b) => new Maybe(Choices.Either(a.Range, b.Range)))
            ?.Range;

    /// <summary>The first and the last of the values that may be in force, counted from 0; -1 where there may be none.</summary>
    public static (int First, int Last) InForce(TableOperand table, Scope scope)
    {
        var at = Quantities.Exact(table.At, scope, 0);
        return at.IsNothing ? (-1, table.Days.Length - 1)
            : (at.Low is { } low ? IndexAt(low) : -1, at.High is { } high ? IndexAt(high) : table.Days.Length - 1);

        int IndexAt(Int128 time)
        {
            var index = table.Days.Length - 1;
            while (index >= 0 && time < (table.At.Measure.Kind == MeasureKind.Day ? 1 : TimeSpan.TicksPerDay) * (Int128)table.Days[index])
            {
                index--;
            }

            return index;
        }
    }

    private static IEnumerable<Operand> Open(TableOperand table, int first, int last) => table.Values.Skip(first).Take(last - first + 1);

    private static T? Choose<T>(TableOperand table, Scope scope, Func<Operand, T> read, Func<T, T, T> either)
        where T : struct
    {
        var (first, last) = InForce(table, scope);
        return first < 0 ? null : Open(table, first, last).Select(read).Aggregate(either);
    }

    private readonly record struct Maybe((Duration Low, Duration High)? Range);
}
