using NegotiationRules.Conditions;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Programs;
using NegotiationRules.Syntax;

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

    public static long Scale(long value, long factor, ref bool isBeyond) =>
        value is NoLow or NoHigh ? value : Times(value, factor, ref isBeyond);

    private static long Within(long value, ref bool isBeyond)
    {
        if (value is > Largest or < -Largest)
        {
            isBeyond = true;
            return 0;
        }

        return value;
    }

    // What the calendar cannot say is for the tree walk to report.
    public static long Moved(long day, Step step, ref bool isBeyond)
    {
        if (day is NoLow or NoHigh)
        {
            return day;
        }

        try
        {
            return step switch
            {
                ShiftDays s => Calendar.Add((int)day, new Facts.Duration(s.Months, s.Days * TimeSpan.TicksPerDay)),
                MoveDays s => Calendar.Move((int)day, s.Move),
                _ => throw new InvalidOperationException($"{step.GetType().Name} moves no day"),
            };
        }
        catch (OverflowException)
        {
            isBeyond = true;
            return 0;
        }
    }

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

    /// <summary>How many elements a supposed one, which is the last of its list, may stand for.</summary>
    public static long? Further(LevelRows rows, int supposed) =>
        rows.Level.MaxItems is { } most ? most - (supposed - rows.Offsets[rows.Parents[supposed]]) : null;

    // No bound never compares as one: nothing known is below "no high", or above "no low".
    public static Truth Compare(Relation relation, long a, long b, long c, long d) => relation switch
    {
        Relation.Less => Truths.Of(b != NoHigh && c != NoLow && b < c, !(d != NoHigh && a != NoLow && d <= a)),
        Relation.LessOrEqual => Truths.Of(b != NoHigh && c != NoLow && b <= c, !(d != NoHigh && a != NoLow && d < a)),
        Relation.Greater => Compare(Relation.Less, c, d, a, b),
        Relation.GreaterOrEqual => Compare(Relation.LessOrEqual, c, d, a, b),
        Relation.NotEqual => Compare(Relation.Equal, a, b, c, d).Not(),
        _ => Truths.Of(
            a == b && c == d && a == c && a is not (NoLow or NoHigh),
            !(b != NoHigh && c != NoLow && b < c) && !(d != NoHigh && a != NoLow && d < a)),
    };
}
