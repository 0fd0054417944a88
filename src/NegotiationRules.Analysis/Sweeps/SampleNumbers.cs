using System.Numerics;
using System.Runtime.Intrinsics;
using NegotiationRules.Analysis.Questions;

namespace NegotiationRules.Analysis.Sweeps;

/// <summary>The numbers of 64 bits that a sample is made of: which number each scenario has in each dimension hangs on nothing but the seed
/// and their places, so that any part can be drawn anywhere.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
internal abstract class SampleNumbers
{
    // What is drawn at a time stays nearest to the processor until it is read.
    protected const int DrawnAtOnce = 512;

    /// <param name="method">How they are drawn.</param>
    /// <param name="scenarios">How many scenarios there are in all.</param>
    /// <param name="dimensions">How many dimensions.</param>
    /// <param name="seed">From what.</param>
    public static SampleNumbers Of(SamplingMethod method, long scenarios, int dimensions, int seed) => method switch
    {
        SamplingMethod.Sobol => new SobolNumbers(dimensions, seed),
        SamplingMethod.LatinHypercube => new LatinNumbers(scenarios, dimensions, seed),
        _ => new RandomNumbers(dimensions, seed),
    };

    /// <summary>How much a number may be above what <see cref="DrawLeast"/> gives.</summary>
    protected virtual ulong Spread => 0;

    /// <summary>Whether <see cref="WordOf"/> may be asked.</summary>
    protected virtual bool HasWords => false;

    /// <summary>The number of a scenario in a dimension.</summary>
    public abstract ulong Of(int dimension, long scenario);

    /// <summary>Draws which of its values a dimension has in some scenarios.</summary>
    /// <param name="dimension">The dimension.</param>
    /// <param name="first">The first scenario.</param>
    /// <param name="offsets">How far behind it each scenario is; empty if they follow one another.</param>
    /// <param name="weights">How often it has each value.</param>
    /// <param name="places">Where they go.</param>
    public void Read(int dimension, long first, ReadOnlySpan<int> offsets, ValueWeights weights, Span<int> places)
    {
        for (var i = 0; i < offsets.Length; i++)
        {
            places[i] = PlaceOf(dimension, first + offsets[i], weights);
        }

        if (offsets.IsEmpty)
        {
            ReadInARow(dimension, first, weights, places);
        }
    }

    /// <summary>Draws which of two values a dimension has, a bit for each scenario.</summary>
    /// <param name="dimension">The dimension.</param>
    /// <param name="first">The first scenario.</param>
    /// <param name="offsets">How far behind it each scenario is; empty if they follow one another.</param>
    /// <param name="weights">How often it has each of the two.</param>
    /// <param name="scenarios">How many.</param>
    /// <param name="bits">Where they go.</param>
    public void ReadBits(int dimension, long first, ReadOnlySpan<int> offsets, ValueWeights weights, int scenarios, Span<ulong> bits)
    {
        if (offsets.IsEmpty)
        {
            ReadBitsInARow(dimension, first, weights, scenarios, bits);
            return;
        }

        bits.Clear();
        for (var i = 0; i < scenarios; i++)
        {
            bits[i >> 6] |= (ulong)PlaceOf(dimension, first + offsets[i], weights) << i;
        }
    }

    /// <summary>Draws the numbers of scenarios that follow one another, or what they are at least.</summary>
    protected abstract void DrawLeast(int dimension, long first, Span<ulong> numbers);

    /// <summary>Which value one scenario has.</summary>
    protected virtual int PlaceOf(int dimension, long scenario, ValueWeights weights) => weights.PlaceOf(Of(dimension, scenario));

    protected virtual void ReadInARow(int dimension, long first, ValueWeights weights, Span<int> places)
    {
        Span<ulong> numbers = stackalloc ulong[DrawnAtOnce];
        Span<int> open = stackalloc int[DrawnAtOnce];
        for (var at = 0; at < places.Length; at += DrawnAtOnce)
        {
            var some = places[at..Math.Min(at + DrawnAtOnce, places.Length)];
            DrawLeast(dimension, first + at, numbers[..some.Length]);
            var opens = weights.Read(numbers[..some.Length], Spread, some, open);
            foreach (var one in open[..opens])
            {
                some[one] = weights.PlaceOf(Of(dimension, first + at + one));
            }
        }
    }

    /// <summary>Which of two equally likely values each of 64 scenarios has, the first of them at a multiple of 64.</summary>
    protected virtual ulong WordOf(int dimension, long word) => throw new NotSupportedException();

    protected virtual void ReadBitsInARow(int dimension, long first, ValueWeights weights, int scenarios, Span<ulong> bits)
    {
        if (weights.IsEven && HasWords)
        {
            ReadWords(dimension, first, bits);
            return;
        }

        Span<ulong> numbers = stackalloc ulong[DrawnAtOnce];
        for (var at = 0; at < scenarios; at += DrawnAtOnce)
        {
            var some = numbers[..Math.Min(DrawnAtOnce, scenarios - at)];
            DrawLeast(dimension, first + at, some);
            numbers[some.Length..].Clear();
            for (var i = 0; i < some.Length; i += 64)
            {
                bits[(at + i) >> 6] = BitsOf(numbers.Slice(i, 64), weights.Second, out var open);
                for (; open != 0; open &= open - 1)
                {
                    var scenario = i + BitOperations.TrailingZeroCount(open);
                    var isSecond = scenario < some.Length && Of(dimension, first + at + scenario) >= weights.Second;
                    bits[(at + i) >> 6] |= (isSecond ? 1ul : 0) << scenario;
                }
            }
        }
    }

    private void ReadWords(int dimension, long first, Span<ulong> bits)
    {
        var (word, shift) = (first >> 6, (int)(first & 63));
        var here = WordOf(dimension, word);
        for (var i = 0; i < bits.Length; i++)
        {
            var next = WordOf(dimension, word + i + 1);
            bits[i] = shift == 0 ? here : (here >> shift) | (next << (64 - shift));
            here = next;
        }
    }

    // A bit for each of 64 numbers, whether it stands for the second value; open are those that do if they are larger than they are given.
    private ulong BitsOf(ReadOnlySpan<ulong> numbers, ulong second, out ulong open)
    {
        var (bits, more) = (0ul, Vector256.Create(Spread));
        open = 0;
        for (var i = 0; i < 64; i += 4)
        {
            var four = Vector256.Create(numbers[i..]);
            var are = Vector256.GreaterThanOrEqual(four, Vector256.Create(second)).ExtractMostSignificantBits();
            var may = Vector256.GreaterThanOrEqual(four + more, Vector256.Create(second)).ExtractMostSignificantBits();
            (bits, open) = (bits | ((ulong)are << i), open | ((ulong)(are ^ may) << i));
        }

        return bits;
    }

    /// <summary>A number of its own for each dimension, and for each thing that it is needed for.</summary>
    protected static ulong KeyOf(int seed, int dimension, int use) =>
        Lots.Mix(Lots.Mix((ulong)(uint)seed + Lots.Step) ^ Lots.Mix(((ulong)(uint)dimension << 8) + (uint)use + 1));

    protected static ulong[] KeysOf(int seed, int dimensions, int use) =>
        [.. Enumerable.Range(0, dimensions).Select(dimension => KeyOf(seed, dimension, use))];
}
