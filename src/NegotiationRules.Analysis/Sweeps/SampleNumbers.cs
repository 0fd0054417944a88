using NegotiationRules.Analysis.Questions;

namespace NegotiationRules.Analysis.Sweeps;

/// <summary>The numbers of 64 bits that a sample is made of: which number each scenario has in each dimension hangs on nothing but the seed
/// and their places, so that any part can be drawn anywhere.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
internal abstract class SampleNumbers
{
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

    /// <summary>Draws the numbers of a dimension.</summary>
    /// <param name="dimension">The dimension.</param>
    /// <param name="first">The first scenario.</param>
    /// <param name="offsets">How far behind it each scenario is; empty if they follow one another.</param>
    /// <param name="numbers">Where they go.</param>
    public abstract void Draw(int dimension, long first, ReadOnlySpan<int> offsets, Span<ulong> numbers);

    /// <summary>A number of its own for each dimension, and for each thing that it is needed for.</summary>
    protected static ulong KeyOf(int seed, int dimension, int use) =>
        Lots.Mix(Lots.Mix((ulong)(uint)seed + Lots.Step) ^ Lots.Mix(((ulong)(uint)dimension << 8) + (uint)use + 1));

    protected static ulong[] KeysOf(int seed, int dimensions, int use) =>
        [.. Enumerable.Range(0, dimensions).Select(dimension => KeyOf(seed, dimension, use))];
}

/// <summary>Each number drawn by itself: of Steele, Lea and Flood's SplitMix64 each dimension has a stream of its own, in which any place
/// can be reached at once ("Fast Splittable Pseudorandom Number Generators", OOPSLA 2014).</summary>
internal sealed class RandomNumbers(int dimensions, int seed) : SampleNumbers
{
    private readonly ulong[] _keys = KeysOf(seed, dimensions, use: 0);

    public override void Draw(int dimension, long first, ReadOnlySpan<int> offsets, Span<ulong> numbers)
    {
        var key = _keys[dimension] + ((ulong)first * Lots.Step);
        if (offsets.IsEmpty)
        {
            for (var i = 0; i < numbers.Length; i++, key += Lots.Step)
            {
                numbers[i] = Lots.Mix(key);
            }

            return;
        }

        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = Lots.Mix(key + ((ulong)offsets[i] * Lots.Step));
        }
    }
}

/// <summary>A Latin hypercube (McKay, Beckman and Conover, Technometrics 21, 1979): each dimension is cut into as many parts as there are
/// scenarios, these are dealt out by a permutation, and within its part each number is drawn.</summary>
internal sealed class LatinNumbers(long scenarios, int dimensions, int seed) : SampleNumbers
{
    private readonly ulong _width = scenarios == 1 ? ulong.MaxValue : (ulong)((UInt128.One << 64) / (UInt128)scenarios);
    private readonly ulong[] _keys = KeysOf(seed, dimensions, use: 1);

    private readonly Permutation[] _parts =
        [.. Enumerable.Range(0, dimensions).Select(dimension => new Permutation(scenarios, KeyOf(seed, dimension, use: 2)))];

    public override void Draw(int dimension, long first, ReadOnlySpan<int> offsets, Span<ulong> numbers)
    {
        var (key, part) = (_keys[dimension], _parts[dimension]);
        for (var i = 0; i < numbers.Length; i++)
        {
            var scenario = (ulong)(first + (offsets.IsEmpty ? i : offsets[i]));
            numbers[i] = (part.Of(scenario) * _width) + Math.BigMul(Lots.Mix(key + (scenario * Lots.Step)), _width, out _);
        }
    }
}
