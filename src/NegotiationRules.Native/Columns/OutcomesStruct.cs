using System.Runtime.InteropServices;

namespace NegotiationRules.Native.Columns;

/// <summary><c>nr_outcomes</c> of the header, member for member.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct OutcomesStruct
{
    public nuint Size;
    public int RuleCount;
    public int StageCount;
    public byte* Rules;
    public long RulesStride;
    public byte* Stages;
    public long StagesStride;
    public byte* All;
    public ulong* RuleBits;
    public long RuleBitsStride;
    public ulong* StageBits;
    public long StageBitsStride;
    public int RuleBitsOf;
    public int StageBitsOf;
    public long* RuleCounts;
    public long* StageCounts;
    public int Threads;
    public int Reserved;
    public long Faulty;
}
