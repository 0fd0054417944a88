using System.Collections.Immutable;

namespace NegotiationRules.Conditions;

/// <summary>Which elements a condition or an operand reads, a bit for each depth, and whether it is worth remembering what became of
/// it.</summary>
/// <remarks>
/// What lies deeper than the place where the condition stands are elements of lists that it goes over itself. Nesting of more than 62
/// levels is read as "everything", which is always safe to assume. Every node has one, so it is one word.
/// </remarks>
internal readonly record struct Reach
{
    private const ulong CostlyBit = 1ul << 63;
    private const ulong Everything = CostlyBit - 1;

    private readonly ulong _bits;

    private Reach(ulong bits) => _bits = bits;

    /// <summary>A bit for each depth: 0 is the scenario.</summary>
    public ulong Depths => (_bits & Everything) == Everything ? ulong.MaxValue : _bits & Everything;

    /// <summary>Whether working it out takes more than reading a fact or two.</summary>
    public bool IsCostly => (_bits & CostlyBit) != 0;

    /// <summary>What is read in the scenario, wherever it stands.</summary>
    public static Reach OfScenario => new(1 | CostlyBit);

    /// <summary>The same, worth remembering.</summary>
    public Reach Costly => new(_bits | CostlyBit);

    public static Reach Of(FactReference fact) => new(Bit(fact.Depth));

    public static Reach Of(Condition? condition) => condition?.Reach ?? default;

    public static Reach Of(Operand? operand) => operand?.Reach ?? default;

    public static Reach Of(ImmutableArray<Condition> conditions)
    {
        var reach = default(Reach);
        foreach (var condition in conditions)
        {
            reach |= condition.Reach;
        }

        return reach.Costly;
    }

    public static Reach Of(ImmutableArray<Operand> operands)
    {
        var reach = default(Reach);
        foreach (var operand in operands)
        {
            reach |= operand.Reach;
        }

        return reach;
    }

    /// <summary>Only where a list starts: the elements between its levels are its own.</summary>
    public static Reach Of(ListReference list)
    {
        var reach = new Reach(CostlyBit | (list.IsParameter ? 0 : Bit(list.Levels[0].Depth)));
        if (list.Selection is { } selection)
        {
            reach |= Of(selection.From) | Of(selection.Where);
            foreach (var key in selection.Keys)
            {
                reach |= key.Reach;
            }

            reach |= Of(selection.Skip) | Of(selection.Take);
        }

        return reach;
    }

    public static Reach operator |(Reach one, Reach other) => new(one._bits | other._bits);

    public static Reach BitwiseOr(Reach one, Reach other) => one | other;

    /// <summary>Of the elements in reach at a depth, the innermost one that is read; 0 for the scenario, or if nothing is read.</summary>
    public int Innermost(int depth) =>
        depth >= 63 ? depth : 63 - System.Numerics.BitOperations.LeadingZeroCount((_bits & ((2ul << depth) - 1)) | 1);

    /// <summary>Whether nothing of the element at a depth is read, so that it is the same for all of them.</summary>
    public bool IsOutside(int depth) => depth is > 0 and < 63 && (_bits >> depth & 1) == 0;

    private static ulong Bit(int depth) => depth < 63 ? 1ul << depth : Everything;
}
