using System.Buffers.Binary;
using Apache.Arrow;
using Apache.Arrow.Types;
using NegotiationRules.Facts.Columns;

namespace NegotiationRules.Arrow.Cells;

/// <summary>Bits of an array, wherever in a byte they begin, as words of a column.</summary>
internal static class ArrayBits
{
    /// <summary>Reads a bit for each element; of one that is only supposed it is 0.</summary>
    /// <param name="bytes">The bits of the array.</param>
    /// <param name="offset">Where the first element has its bit.</param>
    /// <param name="places">The elements.</param>
    /// <param name="into">Receives the bits.</param>
    public static void Read(ReadOnlySpan<byte> bytes, int offset, ElementPlaces places, Span<ulong> into)
    {
        if (places.Each is not null)
        {
            into[..Bits.Words(places.Count)].Clear();
            for (var i = 0; i < places.Count; i++)
            {
                if (places[i] >= 0 && Get(bytes, offset + places[i]))
                {
                    Bits.Set(into, i);
                }
            }

            return;
        }

        var first = offset + places.First;
        var shift = (int)(first & 7);
        for (var word = 0; word < Bits.Words(places.Count); word++)
        {
            var at = (int)(first >> 3) + (word << 3);
            var bits = WordAt(bytes, at) >> shift;
            into[word] = shift == 0 || at + 8 >= bytes.Length ? bits : bits | (ulong)bytes[at + 8] << (64 - shift);
        }
    }

    /// <summary>Reads a bit for each element: whether its value is known.</summary>
    /// <returns>Whether all are.</returns>
    public static bool ReadKnown(IArrowArray array, ElementPlaces places, Span<ulong> into)
    {
        var data = array.Data;
        if (data.DataType.TypeId == ArrowTypeId.Null)
        {
            into[..Bits.Words(places.Count)].Clear();
            return places.Count == 0;
        }

        if (array.NullCount == 0)
        {
            into[..Bits.Words(places.Count)].Fill(ulong.MaxValue);
            return places.Each is null;
        }

        Read(data.Buffers[0].Span, data.Offset, places, into);
        return Bits.Count(into, places.Count) == places.Count;
    }

    private static bool Get(ReadOnlySpan<byte> bytes, long bit) => (bytes[(int)(bit >> 3)] >> (int)(bit & 7) & 1) != 0;

    // What lies beyond the last byte is never looked at.
    private static ulong WordAt(ReadOnlySpan<byte> bytes, int at)
    {
        if (at + 8 <= bytes.Length)
        {
            return BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]);
        }

        ulong word = 0;
        for (var i = at; i < bytes.Length; i++)
        {
            word |= (ulong)bytes[i] << ((i - at) << 3);
        }

        return word;
    }
}
