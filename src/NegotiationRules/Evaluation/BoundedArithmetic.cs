using NegotiationRules.Conditions;
using NegotiationRules.Programs;

namespace NegotiationRules.Evaluation;

/// <summary>Arithmetic with quantities that may have no bound. What comes near the end of 64 bits is noted, and left to the tree
/// walk.</summary>
internal static class BoundedArithmetic
{
    public const long NoLow = long.MinValue;
    public const long NoHigh = long.MaxValue;

    public const long Largest = LaneProgram.Largest;

    // More days than the calendar has, and no more years than can be reckoned with.
    private const long MostMoved = 4_000_000;

    public static void Check(long low, long high, ref bool isBeyond) => isBeyond |=
        (low < -Largest && low != NoLow) || low > Largest || (high > Largest && high != NoHigh) || high < -Largest;

    public static long Negate(long value) => value == NoLow ? NoHigh : value == NoHigh ? NoLow : -value;

    public static long Plus(long a, long b, ref bool isBeyond) =>
        a is NoLow or NoHigh ? a : b is NoLow or NoHigh ? b : Within(a + b, ref isBeyond);

    // No bound is infinite, and zero times whatever there is stays zero.
    public static long Times(long a, long b, ref bool isBeyond)
    {
        if (a is NoLow or NoHigh || b is NoLow or NoHigh)
        {
            var sign = Math.Sign(a) * Math.Sign(b);
            return sign == 0 ? 0 : sign < 0 ? NoLow : NoHigh;
        }

        var product = Math.BigMul(a, b, out var lower);
        return Within(product == lower >> 63 ? lower : long.MaxValue - 1, ref isBeyond);
    }

    private static long Within(long value, ref bool isBeyond)
    {
        if (value is > Largest or < -Largest)
        {
            isBeyond = true;
            return 0;
        }

        return value;
    }

    /// <summary>A day or a moment moved, or a part of it: what never goes down as time goes on. What the calendar cannot say is for the
    /// tree walk to report.</summary>
    public static long Moved(long at, Step step, ref bool isBeyond)
    {
        if (at is NoLow or NoHigh)
        {
            return at;
        }

        var moved = step switch
        {
            ShiftDays s => Calendar.TryAdd((int)at, s.Months, s.Days),
            ShiftInstants s => Calendar.TryAddToInstant(at, s.Months, s.Ticks),
            MoveDays s => Calendar.TryMove((int)at, s.Move),
            PartOf s => Functions.PartOf(s.Function, s.Kind, at),
            _ => throw new InvalidOperationException($"{step.GetType().Name} moves no day"),
        };
        isBeyond |= moved is null;
        return moved ?? 0;
    }

    /// <summary>The less or the greater of two quantities: no bound lies beyond every number.</summary>
    public static long Extreme(bool isGreatest, long a, long b) => isGreatest ? Math.Max(a, b) : Math.Min(a, b);

    /// <summary>A day moved by a number of months or days, from the least that both may be to the greatest.</summary>
    public static (long Low, long High) Shifted(
        (long Low, long High) day, (long Low, long High) number, ShiftByNumber step, ref bool isBeyond)
    {
        // Nothing is known of a duration of which only one end is.
        if (number.Low is NoLow or NoHigh || number.High is NoLow or NoHigh)
        {
            return (NoLow, NoHigh);
        }

        if (day.Low == day.High && number.Low == number.High)
        {
            var moved = Shifted(day.Low, step.IsBack ? -number.Low : number.Low, step, ref isBeyond);
            return (moved, moved);
        }

        return step.IsBack
            ? (Shifted(day.Low, -number.High, step, ref isBeyond), Shifted(day.High, -number.Low, step, ref isBeyond))
            : (Shifted(day.Low, number.Low, step, ref isBeyond), Shifted(day.High, number.High, step, ref isBeyond));
    }

    // What is beyond the calendar, or beyond all measure, is for the tree walk to report, or to find to be unknown.
    private static long Shifted(long day, long number, ShiftByNumber step, ref bool isBeyond)
    {
        if (Math.Abs(number) <= MostMoved)
        {
            if (day is NoLow or NoHigh)
            {
                return day;
            }

            if (Calendar.TryAdd((int)day, (int)(number * step.Months), step.Months == 0 ? number : 0) is { } moved)
            {
                return moved;
            }
        }

        isBeyond = true;
        return 0;
    }
}
