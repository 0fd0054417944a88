using System.Runtime.InteropServices;
using System.Text;
using Apache.Arrow;
using Apache.Arrow.Types;
using Parquet.Data;
using Parquet.Schema;

namespace NegotiationRules.Arrow.Files;

/// <summary>Makes the array of a column: the values that are there, each at the place of its entry.</summary>
internal static class LeafArray
{
    private static readonly int FirstDay = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    public static IArrowArray Of(LeafColumn column, DataField field, int lists, int depth) => column switch
    {
        LeafColumn<bool> values => OfTruths(values, field, lists, depth),
        LeafColumn<ReadOnlyMemory<char>> values => OfTexts(values, field, lists, depth),
        LeafColumn<DateOnly> values => Of(values, field, lists, depth, day => day.DayNumber - FirstDay),
        LeafColumn<DateTime> values when ((TimestampType)ParquetKinds.ValueOf(field)).Unit == TimeUnit.Nanosecond =>
            Of(values, field, lists, depth, moment => (moment.Ticks - DateTime.UnixEpoch.Ticks) * TimeSpan.NanosecondsPerTick),
        LeafColumn<DateTime> values =>
            Of(values, field, lists, depth, moment => (moment.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond),
        LeafColumn<BigDecimal> values => OfDecimals(values, field, lists, depth),
        LeafColumn<sbyte> values => Of(values, field, lists, depth, value => value),
        LeafColumn<short> values => Of(values, field, lists, depth, value => value),
        LeafColumn<int> values => Of(values, field, lists, depth, value => value),
        LeafColumn<long> values => Of(values, field, lists, depth, value => value),
        LeafColumn<byte> values => Of(values, field, lists, depth, value => value),
        LeafColumn<ushort> values => Of(values, field, lists, depth, value => value),
        LeafColumn<uint> values => Of(values, field, lists, depth, value => value),
        LeafColumn<ulong> values => Of(values, field, lists, depth, value => value),
        LeafColumn<float> values => Of(values, field, lists, depth, value => value),
        LeafColumn<double> values => Of(values, field, lists, depth, value => value),
        _ => throw new NotSupportedException($"`{field.Path}` is of a kind that no fact is"),
    };

    private static IArrowArray Of<T, TTo>(LeafColumn<T> column, DataField field, int lists, int depth, Func<T, TTo> convert)
        where T : struct
        where TTo : unmanaged
    {
        var into = new TTo[column.Entries];
        var known = Place(column, field, lists, depth, (at, value) => into[at] = convert(value));
        return Build(field, known, new ArrowBuffer(MemoryMarshal.AsBytes(into.AsSpan(0, known.Count)).ToArray()));
    }

    private static IArrowArray OfTruths(LeafColumn<bool> column, DataField field, int lists, int depth)
    {
        var bits = new byte[(column.Entries + 7) / 8];
        var known = Place(column, field, lists, depth, (at, value) => bits[at >> 3] |= (byte)(value ? 1 << (at & 7) : 0));
        return Build(field, known, new ArrowBuffer(bits));
    }

    private static IArrowArray OfDecimals(LeafColumn<BigDecimal> column, DataField field, int lists, int depth)
    {
        var width = ((FixedSizeBinaryType)ParquetKinds.ValueOf(field)).ByteWidth;
        var bytes = new byte[column.Entries * width];
        var known = Place(column, field, lists, depth, (at, value) =>
        {
            var into = bytes.AsSpan(at * width, width);
            into.Fill(value.UnscaledValue.Sign < 0 ? (byte)0xFF : (byte)0);
            value.UnscaledValue.TryWriteBytes(into, out _);
        });
        return Build(field, known, new ArrowBuffer(bytes));
    }

    private static IArrowArray OfTexts(LeafColumn<ReadOnlyMemory<char>> column, DataField field, int lists, int depth)
    {
        var offsets = new int[column.Entries + 1];
        var bytes = new System.Buffers.ArrayBufferWriter<byte>(Math.Max(16, column.Entries * 8));
        var known = Place(column, field, lists, depth, (at, value) =>
        {
            Encoding.UTF8.GetBytes(value.Span, bytes);
            offsets[at + 1] = bytes.WrittenCount;
        });

        // Where there is no text, its end is that of the one before.
        for (var i = 1; i <= known.Count; i++)
        {
            offsets[i] = Math.Max(offsets[i], offsets[i - 1]);
        }

        var ends = new ArrowBuffer(MemoryMarshal.AsBytes(offsets.AsSpan(0, known.Count + 1)).ToArray());
        return Build(field, known, ends, new ArrowBuffer(bytes.WrittenMemory));
    }

    // Entries that are no element, for their list is empty or null, have no place.
    private static KnownBuilder Place<T>(LeafColumn<T> column, DataField field, int lists, int depth, Action<int, T> put)
        where T : struct
    {
        var known = new KnownBuilder();
        var next = 0;
        for (var entry = 0; entry < column.Entries; entry++)
        {
            if (!column.IsSlot(entry, lists, depth))
            {
                continue;
            }

            var isThere = column.Reaches(entry, field.MaxDefinitionLevel);
            if (isThere)
            {
                put(known.Count, column.Values[next++]);
            }

            known.Add(isThere);
        }

        return known;
    }

    private static IArrowArray Build(DataField field, KnownBuilder known, params ArrowBuffer[] buffers) =>
        ArrowArrayFactory.BuildArray(
            new ArrayData(ParquetKinds.ValueOf(field), known.Count, known.Unknown, 0, [known.Build(), .. buffers]));
}
