using Parquet;
using Parquet.Data;
using Parquet.Schema;

namespace NegotiationRules.Arrow.Files;

/// <summary>Reads columns of a row group.</summary>
internal static class LeafReader
{
    /// <summary>Reads a column.</summary>
    /// <exception cref="NotSupportedException">It has values that no fact is.</exception>
    public static ValueTask<LeafColumn> ReadAsync(ParquetRowGroupReader rows, DataField field, CancellationToken stop)
    {
        if (!ParquetKinds.IsReadable(field))
        {
            throw new NotSupportedException($"`{field.Path}` has values of a kind that no fact is");
        }

        return Type.GetTypeCode(field.ClrType) switch
        {
            TypeCode.Boolean => ReadAsync<bool>(rows, field, stop),
            TypeCode.SByte => ReadAsync<sbyte>(rows, field, stop),
            TypeCode.Int16 => ReadAsync<short>(rows, field, stop),
            TypeCode.Int32 => ReadAsync<int>(rows, field, stop),
            TypeCode.Int64 => ReadAsync<long>(rows, field, stop),
            TypeCode.Byte => ReadAsync<byte>(rows, field, stop),
            TypeCode.UInt16 => ReadAsync<ushort>(rows, field, stop),
            TypeCode.UInt32 => ReadAsync<uint>(rows, field, stop),
            TypeCode.UInt64 => ReadAsync<ulong>(rows, field, stop),
            TypeCode.Single => ReadAsync<float>(rows, field, stop),
            TypeCode.Double => ReadAsync<double>(rows, field, stop),
            TypeCode.DateTime => ReadAsync<DateTime>(rows, field, stop),
            _ when field.ClrType == typeof(DateOnly) => ReadAsync<DateOnly>(rows, field, stop),
            _ when field.ClrType == typeof(BigDecimal) => ReadAsync<BigDecimal>(rows, field, stop),
            _ => ReadAsync<ReadOnlyMemory<char>>(rows, field, stop),
        };
    }

    private static async ValueTask<LeafColumn> ReadAsync<T>(ParquetRowGroupReader rows, DataField field, CancellationToken stop)
        where T : struct
    {
        var entries = checked((int)(rows.GetMetadata(field)?.MetaData?.NumValues
            ?? throw new InvalidDataException($"`{field.Path}` is in the schema, and not in the rows")));
        var values = new T[entries];
        var depths = field.MaxDefinitionLevel > 0 ? new int[entries] : null;
        var repeats = field.MaxRepetitionLevel > 0 ? new int[entries] : null;
        await rows.ReadRawAsync(field, values.AsMemory(), MemoryOf(depths), MemoryOf(repeats), stop).ConfigureAwait(false);
        return new LeafColumn<T>(entries, values) { Depths = depths, Repeats = repeats };
    }

    private static Memory<int>? MemoryOf(int[]? levels) => levels is null ? (Memory<int>?)null : levels.AsMemory();
}
