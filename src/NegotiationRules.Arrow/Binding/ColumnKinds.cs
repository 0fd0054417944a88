using Apache.Arrow.Types;
using NegotiationRules.Arrow.Cells;
using NegotiationRules.Facts;
using DateType = NegotiationRules.Facts.DateType;
using ListType = NegotiationRules.Facts.ListType;

namespace NegotiationRules.Arrow.Binding;

/// <summary>Which columns may hold which facts, and what both are in words.</summary>
internal static class ColumnKinds
{
    /// <summary>The type of the values: of a column with a dictionary that of the dictionary.</summary>
    public static IArrowType ValuesOf(IArrowType type) => type is DictionaryType dictionary ? dictionary.ValueType : type;

    /// <summary>Whether a column may hold values of a type that is neither an object nor a list.</summary>
    public static bool MayHold(IArrowType arrow, FactType type) => (ValuesOf(arrow), type) switch
    {
        (NullType, _) => true,
        (Apache.Arrow.Types.BooleanType, Facts.BooleanType) => true,
        (var number, ExactType or RealType) => IsNumber(number),
        (var text, _) when TextCells.Are(text) => type is TextType or DateType or DateTimeType or Facts.DurationType,
        (Date32Type or Date64Type or TimestampType { Timezone: null or "" }, DateType) => true,
        (TimestampType { Timezone: not (null or "") }, DateTimeType) => true,
        (Apache.Arrow.Types.DurationType, Facts.DurationType) => true,
        _ => false,
    };

    public static bool IsNumber(IArrowType type) =>
        type is NumberType and not Apache.Arrow.Types.BooleanType || type.TypeId is ArrowTypeId.Decimal32 or ArrowTypeId.Decimal64
            or ArrowTypeId.Decimal128 or ArrowTypeId.Decimal256;

    /// <summary>What a column holds, in words.</summary>
    public static string Of(IArrowType arrow) => ValuesOf(arrow) switch
    {
        Apache.Arrow.Types.BooleanType => "true and false",
        TimestampType { Timezone: null or "" } => "times without a time zone",
        TimestampType => "moments",
        Date32Type or Date64Type => "days",
        StructType => "objects",
        var type when ListCells.Are(type) => "lists",
        var type when TextCells.Are(type) => "texts",
        FloatingPointType => "floating numbers",
        FixedSizeBinaryType type when IsNumber(type) => "numbers with a point",
        NumberType => "whole numbers",
        var type => $"values of the kind {type.Name}",
    };

    /// <summary>What to do about a column that cannot hold the facts of a type.</summary>
    public static string HelpFor(IArrowType arrow, FactType type) => (ValuesOf(arrow), type) switch
    {
        (TimestampType { Timezone: not (null or "") }, DateType) =>
            "which day a moment is on depends on the time zone: make days of it where that is known",
        (TimestampType, DateTimeType) => "say which zone they are in, UTC if nothing else is meant, before they are written",
        (_, RecordType) => "make it a struct, or a column for each of its facts, such as `agreement.form`",
        (_, ListType) => "make it a column of lists",
        _ => $"make it a column of {Wanted(type)} before it is written",
    };

    private static string Wanted(FactType type) => type switch
    {
        Facts.BooleanType => "true and false",
        ExactType { Scale: 0 } => "whole numbers",
        ExactType or RealType => "numbers",
        DateType => "days, or of texts such as 2022-01-10",
        DateTimeType => "moments with a time zone, or of texts such as 2022-01-10T09:00:00Z",
        Facts.DurationType => "texts such as P90D",
        _ => "texts",
    };
}
