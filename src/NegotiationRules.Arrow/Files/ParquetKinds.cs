using Apache.Arrow.Types;
using Parquet.Schema;
using ArrowField = Apache.Arrow.Field;
using ParquetField = Parquet.Schema.Field;

namespace NegotiationRules.Arrow.Files;

/// <summary>The types of arrays that columns of a Parquet file become.</summary>
internal static class ParquetKinds
{
    private const int MostOf128 = 38;

    /// <summary>A column as a field.</summary>
    public static ArrowField Of(ParquetField field) => new(field.Name, TypeOf(field), nullable: true);

    /// <summary>Whether a column can be read at all; what cannot has a type that no fact takes.</summary>
    public static bool IsReadable(DataField field) => field is not TimeDataField && ValueOf(field) is not BinaryType;

    private static IArrowType TypeOf(ParquetField field) => field switch
    {
        StructField o => new StructType([.. o.Fields.Select(Of)]),
        ListField list => new ListType(new ArrowField("element", TypeOf(list.Item), nullable: true)),
        // An old way to write a list: a value that is repeated.
        DataField { IsArray: true, MaxRepetitionLevel: > 0 } data when !IsItem(data) =>
            new ListType(new ArrowField("element", ValueOf(data), true)),
        DataField data => ValueOf(data),
        _ => BinaryType.Default,
    };

    // The element of a list of two levels is repeated itself.
    private static bool IsItem(DataField data) => data.Path.Length > 1 && data.Path[data.Path.Length - 2] == "list";

    public static IArrowType ValueOf(DataField field) => field switch
    {
        TimeDataField => BinaryType.Default,
        DecimalDataField { Precision: > MostOf128 } decimals => new Decimal256Type(decimals.Precision, decimals.Scale),
        DecimalDataField decimals => new Decimal128Type(decimals.Precision, decimals.Scale),
        DateTimeDataField moments => new TimestampType(
            moments.Unit == DateTimeTimeUnit.Nanos ? TimeUnit.Nanosecond : TimeUnit.Microsecond,
            moments.DateTimeFormat != DateTimeFormat.Impala && moments.IsAdjustedToUTC ? "UTC" : null!),
        _ => OfClr(field.ClrType),
    };

    private static IArrowType OfClr(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => BooleanType.Default,
        TypeCode.SByte => Int8Type.Default,
        TypeCode.Int16 => Int16Type.Default,
        TypeCode.Int32 => Int32Type.Default,
        TypeCode.Int64 => Int64Type.Default,
        TypeCode.Byte => UInt8Type.Default,
        TypeCode.UInt16 => UInt16Type.Default,
        TypeCode.UInt32 => UInt32Type.Default,
        TypeCode.UInt64 => UInt64Type.Default,
        TypeCode.Single => FloatType.Default,
        TypeCode.Double => DoubleType.Default,
        _ when type == typeof(DateOnly) => Date32Type.Default,
        _ when type == typeof(ReadOnlyMemory<char>) => StringType.Default,
        _ => BinaryType.Default,
    };
}
