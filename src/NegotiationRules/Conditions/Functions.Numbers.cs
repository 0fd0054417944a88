using System.Numerics;
using NegotiationRules.Syntax;

namespace NegotiationRules.Conditions;

/// <content>Functions of numbers.</content>
internal static partial class Functions
{
    /// <summary>Beyond this, floating numbers have no decimals to be rounded to.</summary>
    public const int MostDecimals = 15;

    // By a number that is known, division goes up or down throughout.
    private static Interval<T> Divide<T>(Interval<T> dividend, Interval<T> divisor, Func<T, T, T> divide)
        where T : struct, INumber<T>
    {
        if (dividend.IsNothing || MayBeZero(divisor))
        {
            return Interval<T>.Nothing;
        }

        if (!divisor.IsValue)
        {
            return Interval<T>.Anything;
        }

        var by = divisor.Low!.Value;
        return (T.IsNegative(by) ? new Interval<T>(dividend.High, dividend.Low) : dividend).Map(x => divide(x, by));
    }

    private static Interval<T> RestOf<T>(Interval<T> dividend, Interval<T> divisor, Func<T, T, T> rest)
        where T : struct, INumber<T> =>
        dividend.IsNothing || MayBeZero(divisor) ? Interval<T>.Nothing
        : dividend.IsValue && divisor.IsValue ? Interval<T>.Of(rest(dividend.Low!.Value, divisor.Low!.Value))
        : Interval<T>.Anything;

    private static bool MayBeZero<T>(Interval<T> number)
        where T : struct, INumber<T> =>
        number.IsNothing || !((number.Low is { } low && low > T.Zero) || (number.High is { } high && high < T.Zero));

    // A root of a negative number, or zero to a negative power, has no value.
    private static Interval<double> Power(Interval<double> number, Interval<double> exponent)
    {
        if (number is not { IsValue: true, Low: { } x } || exponent is not { IsValue: true, Low: { } y })
        {
            return Interval<double>.Nothing;
        }

        var power = Math.Pow(x, y);
        return double.IsNaN(power) || (x == 0 && y < 0)
            ? Interval<double>.Nothing
            : Interval<double>.Of(QuantityOverflowException.UnlessFinite(power));
    }

    private static Interval<T> Magnitude<T>(Interval<T> number)
        where T : struct, INumber<T> =>
        number.IsNothing ? number
        : number.Low is { } low && low >= T.Zero ? number
        : number.High is { } high && high <= T.Zero ? new Interval<T>(-high, -number.Low)
        : new Interval<T>(T.Zero, -number.Low is { } a && number.High is { } b ? T.Max(a, b) : null);

    private static Interval<Int128> SignOf<T>(Interval<T> number)
        where T : struct, INumber<T> =>
        number.IsNothing ? Interval<Int128>.Nothing
        : new Interval<Int128>(number.Low is { } low ? T.Sign(low) : -1, number.High is { } high ? T.Sign(high) : 1);

    private static Interval<Int128> Round<TValues>(FunctionOperand function, TValues values)
        where TValues : IOperandValues
    {
        if (DecimalsOf(function, values) is not { } decimals)
        {
            return Interval<Int128>.Nothing;
        }

        var scale = function.Arguments[0].Measure.Scale;
        var kept = Math.Min(decimals, scale);
        var (step, factor) = (Scales.Power(scale - kept), Scales.Power(function.Measure.Scale - kept));
        return values.Exact(function.Arguments[0], scale).Map(steps => DivideToEven(steps, step) * factor);
    }

    private static int? DecimalsOf<TValues>(FunctionOperand function, TValues values)
        where TValues : IOperandValues =>
        function.Arguments.Length == 1 ? 0
        : values.Exact(function.Arguments[1], 0) is { IsNothing: false, IsValue: true, Low: { } decimals }
        && decimals >= 0
        && decimals <= MostDecimals
            ? (int)decimals
        : null;

    private static Int128 DivideDown(Int128 number, long divisor)
    {
        var (quotient, rest) = Int128.DivRem(number, divisor);
        return rest < 0 ? quotient - 1 : quotient;
    }

    // To the nearest; from the middle to the even one.
    private static Int128 DivideToEven(Int128 number, long divisor)
    {
        var down = DivideDown(number, divisor);
        var twice = (number - (down * divisor)) * 2;
        return twice > divisor || (twice == divisor && Int128.IsOddInteger(down)) ? down + 1 : down;
    }
}
