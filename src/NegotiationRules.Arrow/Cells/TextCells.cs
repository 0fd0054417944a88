using Apache.Arrow;
using Apache.Arrow.Types;

namespace NegotiationRules.Arrow.Cells;

/// <summary>Texts of an array as their bytes in UTF-8, whichever of the kinds of texts it has.</summary>
internal readonly struct TextCells(IArrowArray array)
{
    /// <summary>Whether there is an array.</summary>
    public bool IsThere => array is not null;

    public ReadOnlySpan<byte> this[int at] => array switch
    {
        BinaryArray texts => texts.GetBytes(at),
        LargeBinaryArray texts => texts.GetBytes(at),
        BinaryViewArray texts => texts.GetBytes(at),
        _ => throw new NotSupportedException(array.Data.DataType.Name),
    };

    /// <summary>Whether an array of a type has texts.</summary>
    public static bool Are(IArrowType type) => type.TypeId is ArrowTypeId.String or ArrowTypeId.LargeString or ArrowTypeId.StringView;

    /// <summary>The place in the dictionary of an element of an array that has one.</summary>
    public static int IndexAt(DictionaryArray array, int at) => array.Indices switch
    {
        Int8Array indices => indices.Values[at],
        Int16Array indices => indices.Values[at],
        Int32Array indices => indices.Values[at],
        Int64Array indices => checked((int)indices.Values[at]),
        UInt8Array indices => indices.Values[at],
        UInt16Array indices => indices.Values[at],
        UInt32Array indices => checked((int)indices.Values[at]),
        UInt64Array indices => checked((int)indices.Values[at]),
        _ => throw new NotSupportedException(array.Indices.Data.DataType.Name),
    };
}
