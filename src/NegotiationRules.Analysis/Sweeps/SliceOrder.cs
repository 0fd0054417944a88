using System.Runtime.Intrinsics;
using NegotiationRules.Analysis.Questions;

namespace NegotiationRules.Analysis.Sweeps;

/// <summary>In which order a slice of a Latin hypercube, 8,192 scenarios that follow one another, goes through as many boxes: each has one
/// of them.</summary>
/// <remarks>As <see cref="Permutation"/>, but for a number of boxes that is a power of two, so that nothing lands beyond the end, and small
/// enough that sixteen numbers are worked out at a time. Immutable.</remarks>
internal readonly struct SliceOrder
{
    /// <summary>How many bits say which box it is.</summary>
    public const int Bits = 13;

    /// <summary>How many scenarios a slice has.</summary>
    public const int Boxes = 1 << Bits;

    // With fewer rounds, or bits folded from further above, scenarios half a slice apart are seen to hang on each other.
    private const int Rounds = 5;
    private const int Fold = Bits / 2;
    private const ushort Mask = Boxes - 1;

    // Factors are odd, so it is the twelve bits above the last that make one.
    private const int BitsOfRound = Bits - 1;

    private readonly ulong _added;
    private readonly ulong _factors;

    /// <param name="key">Of the dimension.</param>
    /// <param name="slice">The number of the slice.</param>
    public SliceOrder(ulong key, long slice)
    {
        _added = Lots.Mix(key + ((ulong)slice * 2 * Lots.Step));
        _factors = Lots.Mix(key + ((((ulong)slice * 2) + 1) * Lots.Step));
    }

    /// <summary>The box of one scenario.</summary>
    /// <param name="scenario">Its place in the slice.</param>
    public int Of(int scenario)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var (added, factor) = Round(round);
            scenario = (scenario + added) * factor & Mask;
            scenario ^= scenario >> Fold;
        }

        return scenario;
    }

    /// <summary>The boxes of scenarios that follow one another.</summary>
    /// <param name="first">The place of the first in the slice.</param>
    /// <param name="boxes">Where they go.</param>
    public void Read(int first, Span<ushort> boxes)
    {
        var (added0, factor0) = RoundOfSixteen(0);
        var (added1, factor1) = RoundOfSixteen(1);
        var (added2, factor2) = RoundOfSixteen(2);
        var (added3, factor3) = RoundOfSixteen(3);
        var (added4, factor4) = RoundOfSixteen(4);
        var mask = Vector256.Create(Mask);
        var places = Vector256.Create((ushort)0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15) + Vector256.Create((ushort)first);
        var at = 0;
        for (; at + 16 <= boxes.Length; at += 16, places += Vector256.Create((ushort)16))
        {
            var some = (places + added0) * factor0 & mask;
            some = ((some ^ (some >>> Fold)) + added1) * factor1 & mask;
            some = ((some ^ (some >>> Fold)) + added2) * factor2 & mask;
            some = ((some ^ (some >>> Fold)) + added3) * factor3 & mask;
            some = ((some ^ (some >>> Fold)) + added4) * factor4 & mask;
            (some ^ (some >>> Fold)).CopyTo(boxes[at..]);
        }

        for (; at < boxes.Length; at++)
        {
            boxes[at] = (ushort)Of(first + at);
        }
    }

    private (Vector256<ushort> Added, Vector256<ushort> Factor) RoundOfSixteen(int round) =>
        Round(round) is var (added, factor) ? (Vector256.Create(added), Vector256.Create(factor)) : default;

    private (ushort Added, ushort Factor) Round(int round) =>
        ((ushort)(_added >> (round * BitsOfRound)), (ushort)((_factors >> (round * BitsOfRound)) | 1));
}
