using System.Runtime.InteropServices;

namespace NegotiationRules.Native.Columns;

/// <summary><c>nr_column</c> of the header, member for member.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ColumnStruct
{
    public nuint Size;
    public byte* Path;
    public int Kind;
    public int Unit;
    public uint Flags;
    public int KnownKind;
    public byte* Values;
    public long Length;
    public long Stride;
    public byte* Known;
    public long KnownStride;
    public byte* Last;
    public byte** Texts;
    public long TextCount;
}
