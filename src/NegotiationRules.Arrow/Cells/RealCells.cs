using System.Numerics;
using Apache.Arrow;
using Apache.Arrow.Types;
using NegotiationRules.Facts;
using NegotiationRules.Facts.Columns;

namespace NegotiationRules.Arrow.Cells;

/// <summary>Numbers of whatever width in floating point, as their digits would be read. What cannot be told quickly is declined.</summary>
internal static class RealCells
{
    // Up to here every whole number is one in floating point, and so is every power of ten up to the 22nd: their quotient is the nearest.
    private const long MostExact = 9007199254740992;
    private const int MostPlaces = 18;

    public static bool TryRead(IArrowArray array, ElementPlaces places, KnownBits known, Span<double> into) =>
        array.Data.DataType switch
        {
            Int8Type => Read(WholeCells.ValuesOf<sbyte>(array), places, into),
            Int16Type => Read(WholeCells.ValuesOf<short>(array), places, into),
            Int32Type => Read(WholeCells.ValuesOf<int>(array), places, into),
            Int64Type => Read(WholeCells.ValuesOf<long>(array), places, into),
            UInt8Type => Read(WholeCells.ValuesOf<byte>(array), places, into),
            UInt16Type => Read(WholeCells.ValuesOf<ushort>(array), places, into),
            UInt32Type => Read(WholeCells.ValuesOf<uint>(array), places, into),
            UInt64Type => Read(WholeCells.ValuesOf<ulong>(array), places, into),
            FloatType => Read(WholeCells.ValuesOf<float>(array), places, into),
            DoubleType => Read(WholeCells.ValuesOf<double>(array), places, into),
            Decimal32Type { Scale: var scale } => TryDivide(WholeCells.ValuesOf<int>(array), scale, places, known, into),
            Decimal64Type { Scale: var scale } => TryDivide(WholeCells.ValuesOf<long>(array), scale, places, known, into),
            Decimal128Type { Scale: var scale } => TryDivide(WholeCells.ValuesOf<Int128>(array), scale, places, known, into),
            _ => false,
        };

    private static bool Read<T>(ReadOnlySpan<T> values, ElementPlaces places, Span<double> into)
        where T : unmanaged, INumber<T>
    {
        for (var i = 0; i < places.Count; i++)
        {
            var at = places[i];
            into[i] = at < 0 ? 0 : double.CreateTruncating(values[(int)at]);
        }

        return true;
    }

    private static bool TryDivide<T>(ReadOnlySpan<T> values, int scale, ElementPlaces places, KnownBits known, Span<double> into)
        where T : unmanaged, IBinaryInteger<T>
    {
        if (scale is < 0 or > MostPlaces)
        {
            return false;
        }

        double factor = NumberDigits.PowersOfTen[scale];
        for (var i = 0; i < places.Count; i++)
        {
            into[i] = 0;
            if (places[i] >= 0 && known.Has(i))
            {
                var value = Int128.CreateTruncating(values[(int)places[i]]);
                if (value < -MostExact || value > MostExact)
                {
                    return false;
                }

                into[i] = (double)(long)value / factor;
            }
        }

        return true;
    }
}
