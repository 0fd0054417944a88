using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NegotiationRules.Analysis.Questions;

namespace NegotiationRules.Analysis.Sweeps;

/// <summary>Each number drawn by itself: of Steele, Lea and Flood's SplitMix64 each dimension has a stream of its own, in which any place
/// can be reached at once ("Fast Splittable Pseudorandom Number Generators", OOPSLA 2014).</summary>
/// <remarks>Of two values that are as likely as each other, a bit says which: 64 scenarios share a number.</remarks>
internal sealed class RandomNumbers(int dimensions, int seed) : SampleNumbers
{
    private readonly ulong[] _keys = KeysOf(seed, dimensions, use: 0);

    protected override bool HasWords => true;

    public override ulong Of(int dimension, long scenario) => Lots.Mix(_keys[dimension] + ((ulong)scenario * Lots.Step));

    protected override int PlaceOf(int dimension, long scenario, ValueWeights weights) => IsByBits(weights)
        ? (int)(Of(dimension, scenario >> 6) >> (int)(scenario & 63) & 1) : base.PlaceOf(dimension, scenario, weights);

    protected override void ReadInARow(int dimension, long first, ValueWeights weights, Span<int> places)
    {
        for (var i = 0; i < places.Length && IsByBits(weights); i++)
        {
            places[i] = PlaceOf(dimension, first + i, weights);
        }

        if (!IsByBits(weights))
        {
            base.ReadInARow(dimension, first, weights, places);
        }
    }

    protected override ulong WordOf(int dimension, long word) => Of(dimension, word);

    protected override void DrawLeast(int dimension, long first, Span<ulong> numbers)
    {
        var step = Vector256.Create(Lots.Step);
        var states = Vector256.Create(_keys[dimension]) + ((Vector256.Create((ulong)first) + Vector256.Create(0ul, 1, 2, 3)) * step);
        foreach (ref var four in MemoryMarshal.Cast<ulong, Vector256<ulong>>(numbers))
        {
            four = Lots.Mix(states);
            states += step << 2;
        }

        for (var i = numbers.Length & ~3; i < numbers.Length; i++)
        {
            numbers[i] = Of(dimension, first + i);
        }
    }

    private static bool IsByBits(ValueWeights weights) => weights is { IsEven: true, Count: 2 };
}
