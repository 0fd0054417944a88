using System.Globalization;
using System.Numerics;
using NegotiationRules.Facts;
using NegotiationRules.Facts.Columns;

namespace NegotiationRules.Native.Columns;

/// <summary>Whole numbers as steps of an exact type: with steps of 0.01, 2 is 200.</summary>
internal static class WholeSteps
{
    public static long FactorOf(GivenColumn given)
    {
        long factor = 1;
        for (var i = given.Flags.HasFlag(ValueFlags.InSteps) ? 0 : ((ExactType)given.Column.Type).Scale; i > 0; i--)
        {
            factor *= 10;
        }

        return factor;
    }

    public static void Write<T>(GivenColumn given, ElementPlaces places, KnownBits known, ReadOnlySpan<long> whole, Span<T> into)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        var factor = FactorOf(given);
        var (least, most) = (long.CreateChecked(T.MinValue) / factor, long.CreateChecked(T.MaxValue) / factor);
        for (var i = 0; i < whole.Length; i++)
        {
            var value = whole[i];
            if (value < least || value > most || (given.Kind == ValueKind.UInt64 && value < 0))
            {
                value = known.Has(i) ? throw given.Fault(places[i], GivenValueWords.Of(given, places[i])) : 0;
            }

            into[i] = T.CreateTruncating(value * factor);
        }
    }
}
