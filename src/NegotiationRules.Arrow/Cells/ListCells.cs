using System.Runtime.InteropServices;
using Apache.Arrow;
using Apache.Arrow.Types;

namespace NegotiationRules.Arrow.Cells;

/// <summary>Where the lists of an array start and how long they are, whichever of the kinds of lists it has.</summary>
internal readonly struct ListCells
{
    private readonly ArrayData _data;

    public ListCells(IArrowArray array)
    {
        _data = array.Data;
        Values = array switch
        {
            ListArray list => list.Values,
            LargeListArray list => list.Values,
            ListViewArray list => list.Values,
            FixedSizeListArray list => list.Values,
            _ => throw new NotSupportedException(array.Data.DataType.Name),
        };
    }

    /// <summary>The elements of all lists.</summary>
    public IArrowArray Values { get; }

    /// <summary>Whether an array of a type has lists.</summary>
    public static bool Are(IArrowType type) =>
        type.TypeId is ArrowTypeId.List or ArrowTypeId.LargeList or ArrowTypeId.ListView or ArrowTypeId.FixedSizeList;

    /// <summary>The type of their elements.</summary>
    public static Field ElementOf(IArrowType type) => ((NestedType)type).Fields[0];

    public (long Start, int Length) At(long list)
    {
        var at = (int)(list + _data.Offset);
        switch (_data.DataType)
        {
            case LargeListType:
                var large = Offsets<long>(1);
                return (large[at], checked((int)(large[at + 1] - large[at])));
            case ListViewType:
                return (Offsets<int>(1)[at], Offsets<int>(2)[at]);
            case FixedSizeListType { ListSize: var size }:
                return ((long)at * size, size);
            default:
                var offsets = Offsets<int>(1);
                return (offsets[at], offsets[at + 1] - offsets[at]);
        }
    }

    private ReadOnlySpan<T> Offsets<T>(int buffer)
        where T : struct => MemoryMarshal.Cast<byte, T>(_data.Buffers[buffer].Span);
}
