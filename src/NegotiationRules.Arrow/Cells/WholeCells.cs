using System.Numerics;
using System.Runtime.InteropServices;
using Apache.Arrow;
using Apache.Arrow.Types;
using NegotiationRules.Facts;
using NegotiationRules.Facts.Columns;

namespace NegotiationRules.Arrow.Cells;

/// <summary>Numbers of whatever width as steps of an exact type. What is not such a number is declined.</summary>
internal static class WholeCells
{
    /// <summary>The values of an array of fixed width, in place.</summary>
    public static ReadOnlySpan<T> ValuesOf<T>(IArrowArray array)
        where T : struct => MemoryMarshal.Cast<byte, T>(array.Data.Buffers[1].Span).Slice(array.Data.Offset, array.Length);

    /// <summary>Reads steps; where a value is not known it is 0.</summary>
    /// <returns>Whether all that are known are steps.</returns>
    public static bool TryRead(IArrowArray array, int scale, ElementPlaces places, KnownBits known, Span<long> into) =>
        array.Data.DataType switch
        {
            Int8Type => TryRead(ValuesOf<sbyte>(array), scale, places, known, into),
            Int16Type => TryRead(ValuesOf<short>(array), scale, places, known, into),
            Int32Type => TryRead(ValuesOf<int>(array), scale, places, known, into),
            Int64Type => TryRead(ValuesOf<long>(array), scale, places, known, into),
            UInt8Type => TryRead(ValuesOf<byte>(array), scale, places, known, into),
            UInt16Type => TryRead(ValuesOf<ushort>(array), scale, places, known, into),
            UInt32Type => TryRead(ValuesOf<uint>(array), scale, places, known, into),
            UInt64Type => TryRead(ValuesOf<ulong>(array), scale, places, known, into),
            FloatType => TryReadNearest(ValuesOf<float>(array), new NearestSteps(scale, isSingle: true), places, known, into),
            DoubleType => TryReadNearest(ValuesOf<double>(array), new NearestSteps(scale, isSingle: false), places, known, into),
            Decimal32Type decimals => TryRescale(ValuesOf<int>(array), decimals.Scale, scale, places, known, into),
            Decimal64Type decimals => TryRescale(ValuesOf<long>(array), decimals.Scale, scale, places, known, into),
            Decimal128Type decimals => TryRescale(ValuesOf<Int128>(array), decimals.Scale, scale, places, known, into),
            _ => false,
        };

    private static bool TryRead<T>(ReadOnlySpan<T> values, int scale, ElementPlaces places, KnownBits known, Span<long> into)
        where T : unmanaged, IBinaryInteger<T>
    {
        var factor = (long)NumberDigits.PowersOfTen[scale];
        var (least, most) = (T.CreateSaturating(long.MinValue / factor), T.CreateSaturating(long.MaxValue / factor));
        for (var i = 0; i < places.Count; i++)
        {
            var at = places[i];
            var value = at < 0 ? T.Zero : values[(int)at];
            if (value < least || value > most)
            {
                if (known.Has(i))
                {
                    return false;
                }

                value = T.Zero;
            }

            into[i] = long.CreateTruncating(value) * factor;
        }

        return true;
    }

    private static bool TryReadNearest<T>(
        ReadOnlySpan<T> values, NearestSteps steps, ElementPlaces places, KnownBits known, Span<long> into)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (var i = 0; i < places.Count; i++)
        {
            var at = places[i];
            into[i] = 0;
            if (at >= 0 && !steps.TryFind(double.CreateTruncating(values[(int)at]), out into[i]) && known.Has(i))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryRescale<T>(
        ReadOnlySpan<T> values, int from, int to, ElementPlaces places, KnownBits known, Span<long> into)
        where T : unmanaged, IBinaryInteger<T>
    {
        // Beyond nineteen places no number is one of 64 bits but 0, and such types are rare: whoever reads one by one does it.
        if (Math.Abs(to - from) >= NumberDigits.PowersOfTen.Length)
        {
            return false;
        }

        Int128 factor = NumberDigits.PowersOfTen[Math.Abs(to - from)];
        var (least, most) = (Int128.MinValue / factor, Int128.MaxValue / factor);
        for (var i = 0; i < places.Count; i++)
        {
            into[i] = 0;
            if (places[i] < 0 || !known.Has(i))
            {
                continue;
            }

            var value = Int128.CreateTruncating(values[(int)places[i]]);
            if (to < from ? value % factor != 0 : value < least || value > most)
            {
                return false;
            }

            value = to < from ? value / factor : value * factor;
            if (value < long.MinValue || value > long.MaxValue)
            {
                return false;
            }

            into[i] = (long)value;
        }

        return true;
    }
}
