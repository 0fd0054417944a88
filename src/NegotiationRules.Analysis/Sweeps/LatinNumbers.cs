using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NegotiationRules.Analysis.Questions;

namespace NegotiationRules.Analysis.Sweeps;

/// <summary>A Latin hypercube (McKay, Beckman and Conover, Technometrics 21, 1979): each dimension is cut into as many parts as there are
/// scenarios, these are dealt out by a permutation, and within its part each number is drawn.</summary>
/// <remarks>What a part is worth is known before a number is drawn within it, and mostly that settles the value.</remarks>
internal sealed class LatinNumbers(long scenarios, int dimensions, int seed) : SampleNumbers
{
    private readonly ulong _width = scenarios == 1 ? ulong.MaxValue : (ulong)((UInt128.One << 64) / (UInt128)scenarios);
    private readonly ulong[] _keys = KeysOf(seed, dimensions, use: 1);

    private readonly Permutation[] _parts =
        [.. Enumerable.Range(0, dimensions).Select(dimension => new Permutation(scenarios, KeyOf(seed, dimension, use: 2)))];

    protected override ulong Spread => _width - 1;

    public override ulong Of(int dimension, long scenario) => (_parts[dimension].Of((ulong)scenario) * _width)
        + Math.BigMul(Lots.Mix(_keys[dimension] + ((ulong)scenario * Lots.Step)), _width, out _);

    protected override void DrawLeast(int dimension, long first, Span<ulong> numbers)
    {
        _parts[dimension].Read((ulong)first, numbers);
        foreach (ref var four in MemoryMarshal.Cast<ulong, Vector256<ulong>>(numbers))
        {
            four *= Vector256.Create(_width);
        }

        for (var i = numbers.Length & ~3; i < numbers.Length; i++)
        {
            numbers[i] *= _width;
        }
    }

    protected override void ReadBitsInARow(int dimension, long first, ValueWeights weights, int scenarios, Span<ulong> bits)
    {
        // All parts behind the one in which the second value begins stand for it, and of that one all of the number counts.
        var (part, whole) = (_parts[dimension], scenarios & ~63);
        var bound = (UInt128)(weights.Second - 1) / _width + 1;
        if (!part.IsSmall || weights.Second == 0 || bound > uint.MaxValue)
        {
            whole = 0;
        }

        for (var at = 0; at < whole; at += 64)
        {
            bits[at >> 6] = part.From((ulong)(first + at), (uint)bound, out var last);
            if (last != 0 && Of(dimension, first + at + BitOperations.TrailingZeroCount(last)) >= weights.Second)
            {
                bits[at >> 6] |= last;
            }
        }

        if (whole < scenarios)
        {
            base.ReadBitsInARow(dimension, first + whole, weights, scenarios - whole, bits[(whole >> 6)..]);
        }
    }
}
