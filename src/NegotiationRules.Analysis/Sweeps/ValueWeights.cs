using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NegotiationRules.Analysis.Sweeps;

/// <summary>How often each of the values of a dimension is drawn: which value a number of 64 bits stands for.</summary>
/// <remarks>Immutable. Larger numbers stand for later values, so that what is even among numbers is even among values.</remarks>
internal sealed class ValueWeights
{
    private const int GuideBits = 10;

    // Where each value ends among the numbers; none if all are as likely as each other.
    private readonly ulong[] _ends;

    // For the first bits of a number, the first value that it may stand for.
    private readonly int[] _guide;

    private ValueWeights(int count, ulong[] ends)
    {
        (Count, _ends) = (count, ends);
        _guide = ends.Length == 0 ? [] : [.. Enumerable.Range(0, (1 << GuideBits) + 1).Select(GuideOf)];
    }

    /// <summary>How many values there are.</summary>
    public int Count { get; }

    public bool IsEven => _ends.Length == 0;

    public ReadOnlySpan<ulong> Ends => _ends;

    public static ValueWeights Even(int count) => new(count, []);

    public static ValueWeights Of(IReadOnlyList<decimal> weights)
    {
        var total = weights.Sum();
        if (weights.Any(weight => weight < 0) || total <= 0)
        {
            throw new ArgumentException("Weights are not below 0, and one at least is above.", nameof(weights));
        }

        var (ends, sum) = (new ulong[weights.Count], 0m);
        for (var i = 0; i < ends.Length; i++)
        {
            sum += weights[i];
            ends[i] = (ulong)BigInteger.Min(Scaled(sum) * (BigInteger.One << 64) / Scaled(total), ulong.MaxValue);
        }

        return new(ends.Length, ends);
    }

    /// <summary>Of a distribution on a line, cut off at the first and the last value: each value has what is nearest to it.</summary>
    /// <param name="positions">Where the values lie.</param>
    /// <param name="below">What part of the distribution lies below a place.</param>
    public static ValueWeights Of(double[] positions, Func<double, double> below)
    {
        var (low, high) = (below(positions[0]), below(positions[^1]));
        if (positions.Length == 1 || !(high > low))
        {
            return positions.Length == 1 ? Even(1)
                : throw new ArgumentException("Next to nothing of the distribution lies among the values.");
        }

        var ends = new ulong[positions.Length];
        for (var i = 0; i < ends.Length; i++)
        {
            var part = i == ends.Length - 1 ? 1 : (below((positions[i] + positions[i + 1]) / 2) - low) / (high - low);
            ends[i] = part >= 1 ? ulong.MaxValue : (ulong)Math.ScaleB(Math.Max(part, 0), 64);
        }

        return new(ends.Length, ends);
    }

    /// <summary>What part of a triangle lies below a place.</summary>
    public static double TriangleBelow(double at, double low, double mode, double high) =>
        at <= low ? 0 : at >= high ? 1
        : at < mode ? (at - low) * (at - low) / ((high - low) * (mode - low))
        : 1 - ((high - at) * (high - at) / ((high - low) * (high - mode)));

    /// <summary>The first number that stands for the second value or one behind it.</summary>
    public ulong Second => IsEven ? (ulong)(((UInt128.One << 64) + (UInt128)Count - 1) / (UInt128)Count) : _ends[0];

    /// <summary>Which values numbers stand for, each of which may be larger than it is given.</summary>
    /// <param name="numbers">What they are at least.</param>
    /// <param name="spread">How much larger they may be.</param>
    /// <param name="places">Where the values go.</param>
    /// <param name="open">Where it is noted which may stand for a value behind that, because they may be so much larger; as long as
    /// there are numbers, or longer.</param>
    /// <returns>How many those are.</returns>
    public int Read(ReadOnlySpan<ulong> numbers, ulong spread, Span<int> places, Span<int> open)
    {
        var (opens, at, count) = (0, 0, Vector256.Create((ulong)Count));
        var more = Vector256.Create(spread);
        for (; IsEven && at + 4 <= numbers.Length; at += 4)
        {
            var four = Vector256.Create(numbers[at..]);
            var found = EvenPlacesOf(four, count);
            Vector256.Narrow(found, found).GetLower().AsInt32().CopyTo(places[at..]);
            if (spread > 0 && EvenPlacesOf(four + more, count) is var last && last != found)
            {
                for (var i = 0; i < 4; i++)
                {
                    open[opens] = at + i;
                    opens += last[i] == found[i] ? 0 : 1;
                }
            }
        }

        for (; at < numbers.Length; at++)
        {
            var place = places[at] = PlaceOf(numbers[at]);
            open[opens] = at;
            opens += spread > 0 && (IsEven ? PlaceOf(numbers[at] + spread) != place
                : place < Count - 1 && _ends[place] <= numbers[at] + spread) ? 1 : 0;
        }

        return opens;
    }

    /// <summary>Which value a number stands for.</summary>
    public int PlaceOf(ulong number)
    {
        if (IsEven)
        {
            return (int)Math.BigMul(number, (ulong)Count, out _);
        }

        // The first value that ends behind it; what rounding left behind the last belongs to that.
        var guide = (int)(number >> (64 - GuideBits));
        var (low, high) = (_guide[guide], _guide[guide + 1]);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = _ends[middle] > number ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    /// <summary>What part of all numbers stands for a value.</summary>
    public double PartOf(int place) => IsEven ? 1.0 / Count
        : (double)((place == Count - 1 ? (UInt128)1 << 64 : _ends[place]) - (place == 0 ? 0 : (UInt128)_ends[place - 1]))
            / 18446744073709551616.0;

    /// <summary>Which of so many equally likely classes, one behind the other, each value belongs to.</summary>
    public int[] Classes(int most) => Count <= most ? [.. Enumerable.Range(0, Count)]
        : [.. Enumerable.Range(0, Count).Select(place => IsEven ? (int)((long)place * most / Count)
            : place == 0 ? 0 : (int)((UInt128)_ends[place - 1] * (UInt128)most >> 64))];

    // The upper half of the product, of halves of the numbers: there are less than 2^32 values.
    private static Vector256<ulong> EvenPlacesOf(Vector256<ulong> numbers, Vector256<ulong> count) =>
        (Product(numbers >>> 32, count) + (Product(numbers & Vector256.Create((ulong)uint.MaxValue), count) >>> 32)) >>> 32;

    // Of numbers of 32 bits; where the machine has no step for it, that of 64 bits gives the same.
    private static Vector256<ulong> Product(Vector256<ulong> one, Vector256<ulong> other) =>
        Avx2.IsSupported ? Avx2.Multiply(one.AsUInt32(), other.AsUInt32()) : one * other;

    private int GuideOf(int part)
    {
        var (low, high) = (0, Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = (UInt128)_ends[middle] > (UInt128)part << (64 - GuideBits) ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    private static BigInteger Scaled(decimal number)
    {
        var (parts, text) = (decimal.GetBits(number), BigInteger.Zero);
        text = ((BigInteger)(uint)parts[2] << 64) | ((BigInteger)(uint)parts[1] << 32) | (uint)parts[0];
        return text * BigInteger.Pow(10, 28 - ((parts[3] >> 16) & 0xFF));
    }
}
