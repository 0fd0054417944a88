using System.Numerics;
using System.Runtime.CompilerServices;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Native.Calls;

namespace NegotiationRules.Native.Columns;

/// <summary>Reads values where the caller has them, however wide they are and however far apart.</summary>
internal static unsafe class GivenValues
{
    /// <summary>How many bytes a value has; 0 of bits and of what has no values.</summary>
    public static int WidthOf(ValueKind kind) => kind switch
    {
        ValueKind.Bool8 or ValueKind.Int8 or ValueKind.UInt8 => 1,
        ValueKind.Int16 or ValueKind.UInt16 => 2,
        ValueKind.Int32 or ValueKind.UInt32 or ValueKind.Float32 or ValueKind.Offsets32 => 4,
        ValueKind.Int64 or ValueKind.UInt64 or ValueKind.Float64 or ValueKind.Offsets64 => 8,
        ValueKind.Present or ValueKind.Bool1 => 0,
    };

    public static bool IsWhole(ValueKind kind) => kind is >= ValueKind.Int8 and <= ValueKind.UInt64;

    public static bool IsReal(ValueKind kind) => kind is ValueKind.Float32 or ValueKind.Float64;

    /// <summary>Whole numbers. Of an element that is only supposed it is 0.</summary>
    public static void ReadWhole(byte* values, ValueKind kind, long stride, ElementPlaces places, Span<long> into)
    {
        switch (kind)
        {
            case ValueKind.Int8:
                Read<sbyte>(values, stride, places, into);
                break;
            case ValueKind.Int16:
                Read<short>(values, stride, places, into);
                break;
            case ValueKind.Int32 or ValueKind.Offsets32:
                Read<int>(values, stride, places, into);
                break;
            case ValueKind.UInt8:
                Read<byte>(values, stride, places, into);
                break;
            case ValueKind.UInt16:
                Read<ushort>(values, stride, places, into);
                break;
            case ValueKind.UInt32:
                Read<uint>(values, stride, places, into);
                break;
            default:
                Read<long>(values, stride, places, into);
                break;
        }
    }

    /// <summary>Numbers in floating point.</summary>
    public static void ReadReal(byte* values, ValueKind kind, long stride, ElementPlaces places, Span<double> into)
    {
        if (kind == ValueKind.Float64)
        {
            Read<double, double>(values, stride, places, into);
        }
        else
        {
            Read<float, double>(values, stride, places, into);
        }
    }

    /// <summary>Truth values, a bit for each; what is only supposed is 0.</summary>
    /// <exception cref="CallException">A byte is neither 0 nor 1.</exception>
    public static void ReadBits(byte* values, ValueKind kind, long stride, ElementPlaces places, Span<ulong> into, string what)
    {
        if (places.Each is null && kind == ValueKind.Bool1 && (places.First & 7) == 0)
        {
            ReadPackedBits(values + (places.First >> 3), places.Count, into);
            return;
        }

        var whole = places.Each is null && kind == ValueKind.Bool8 && stride == 1
            ? ReadPackedBytes(values + places.First, places.Count, into) : 0;
        into[(whole >> 6)..Bits.Words(places.Count)].Clear();
        for (var i = whole; i < places.Count; i++)
        {
            var at = places[i];
            if (at < 0)
            {
                continue;
            }

            var value = kind == ValueKind.Bool1 ? values[at >> 3] >> (int)(at & 7) & 1 : values[at * stride];
            if (value > 1)
            {
                throw new CallException(Status.Columns, $"{what} at place {at}: a byte is 0 or 1, not {value}.");
            }

            into[i >> 6] |= (ulong)value << i;
        }
    }

    private static void ReadPackedBits(byte* values, int count, Span<ulong> into)
    {
        var bytes = (count + 7) >> 3;
        var words = into[..Bits.Words(count)];
        words[^1] = 0;
        new ReadOnlySpan<byte>(values, bytes).CopyTo(System.Runtime.InteropServices.MemoryMarshal.AsBytes(words));
    }

    // As many words of 64 as are good; where a byte is neither 0 nor 1, whoever looks one by one finds it.
    private static int ReadPackedBytes(byte* values, int count, Span<ulong> into)
    {
        var word = 0;
        for (; word < count >> 6; word++)
        {
            ulong bits = 0;
            for (var part = 0; part < 8; part++)
            {
                var eight = Unsafe.ReadUnaligned<ulong>(values + (word << 6) + (part << 3));
                if ((eight & 0xFEFEFEFEFEFEFEFE) != 0)
                {
                    return word << 6;
                }

                // Each byte's lowest bit, moved side by side into the highest byte.
                bits |= eight * 0x0102040810204080 >> 56 << (part << 3);
            }

            into[word] = bits;
        }

        return word << 6;
    }

    private static void Read<T>(byte* values, long stride, ElementPlaces places, Span<long> into)
        where T : unmanaged, IBinaryInteger<T> => Read<T, long>(values, stride, places, into);

    private static void Read<T, TTo>(byte* values, long stride, ElementPlaces places, Span<TTo> into)
        where T : unmanaged, INumber<T>
        where TTo : unmanaged, INumber<TTo>
    {
        if (places.Each is { } each)
        {
            for (var i = 0; i < places.Count; i++)
            {
                into[i] = each[i] < 0 ? TTo.Zero : TTo.CreateTruncating(Unsafe.ReadUnaligned<T>(values + (each[i] * stride)));
            }

            return;
        }

        values += places.First * stride;
        into = into[..places.Count];
        if (stride == sizeof(T))
        {
            var packed = (T*)values;
            for (var i = 0; i < into.Length; i++)
            {
                into[i] = TTo.CreateTruncating(Unsafe.ReadUnaligned<T>(packed + i));
            }

            return;
        }

        for (var i = 0; i < into.Length; i++)
        {
            into[i] = TTo.CreateTruncating(Unsafe.ReadUnaligned<T>(values + (i * stride)));
        }
    }
}
