using System.Globalization;
using System.Numerics;
using Apache.Arrow;
using Apache.Arrow.Types;
using NegotiationRules.Arrow.Cells;
using NegotiationRules.Facts;

namespace NegotiationRules.Arrow.Rows;

/// <summary>Whole numbers and numbers with a point as their digits.</summary>
internal static class WholeText
{
    /// <summary>The digits of a number; <see langword="null"/> if the array has none.</summary>
    public static string? Of(IArrowArray array, int at) => array.Data.DataType switch
    {
        Int8Type => Of(WholeCells.ValuesOf<sbyte>(array)[at]),
        Int16Type => Of(WholeCells.ValuesOf<short>(array)[at]),
        Int32Type => Of(WholeCells.ValuesOf<int>(array)[at]),
        Int64Type => Of(WholeCells.ValuesOf<long>(array)[at]),
        UInt8Type => Of(WholeCells.ValuesOf<byte>(array)[at]),
        UInt16Type => Of(WholeCells.ValuesOf<ushort>(array)[at]),
        UInt32Type => Of(WholeCells.ValuesOf<uint>(array)[at]),
        UInt64Type => Of(WholeCells.ValuesOf<ulong>(array)[at]),
        Decimal32Type decimals => Of(WholeCells.ValuesOf<int>(array)[at], decimals.Scale),
        Decimal64Type decimals => Of(WholeCells.ValuesOf<long>(array)[at], decimals.Scale),
        Decimal128Type decimals => Of(WholeCells.ValuesOf<Int128>(array)[at], decimals.Scale),
        Decimal256Type decimals => Of(new BigInteger(array.Data.Buffers[1].Span.Slice((array.Data.Offset + at) * 32, 32)), decimals.Scale),
        _ => null,
    };

    private static string Of<T>(T value)
        where T : INumber<T> => value.ToString(null, CultureInfo.InvariantCulture);

    // In JSON the point may as well be an exponent; zeros at the end say nothing.
    private static string Of(BigInteger value, int scale)
    {
        for (; scale > 0 && value % 10 == 0; scale--)
        {
            value /= 10;
        }

        return value >= Int128.MinValue && value <= Int128.MaxValue && scale >= 0
            ? ExactNumber.ToText((Int128)value, scale)
            : $"{value.ToString(CultureInfo.InvariantCulture)}e{-scale}";
    }
}
