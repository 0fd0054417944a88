using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using NegotiationRules.Analysis.Questions;

namespace NegotiationRules.Analysis.Sweeps;

/// <summary>A Latin hypercube (McKay, Beckman and Conover, Technometrics 21, 1979): each dimension is cut into as many parts as there are
/// scenarios, of which each has one, and within its part each number is drawn.</summary>
/// <remarks>In which box of parts a number lies mostly settles the value, and so does the part nearly always; what neither settles is
/// drawn.</remarks>
internal sealed class LatinNumbers : SampleNumbers
{
    // The first sixteen bits of a number say in which box it lies, and in which eighth of that. With so many slices, and no more than so
    // many scenarios, it never lies further in front of its box than an eighth, which is what rounding comes to.
    private const int Eighths = 16 - SliceOrder.Bits;
    private const long FewSlices = 16;
    private const long ManyScenarios = 1L << 44;

    // Of more values too many boxes have more than one.
    private const int ManyValues = 1_024;

    private readonly ulong _width;
    private readonly ulong[] _keys;
    private readonly LatinDimension[] _dimensions;
    private readonly bool _hasBoxes;

    public LatinNumbers(long scenarios, int dimensions, int seed)
    {
        _width = scenarios == 1 ? ulong.MaxValue : (ulong)((UInt128.One << 64) / (UInt128)scenarios);
        _keys = KeysOf(seed, dimensions, use: 1);
        var starts = LatinDimension.StartsOf(scenarios);
        _dimensions = [.. KeysOf(seed, dimensions, use: 2).Select(key => new LatinDimension(starts, key))];
        _hasBoxes = scenarios >= FewSlices * SliceOrder.Boxes && scenarios <= ManyScenarios;
    }

    protected override ulong Spread => _width - 1;

    public override ulong Of(int dimension, long scenario) => NumberOf(dimension, scenario, _dimensions[dimension].PartOf(scenario));

    protected override void DrawLeast(int dimension, long first, Span<ulong> numbers)
    {
        Span<ushort> boxes = stackalloc ushort[DrawnAtOnce];
        var parts = _dimensions[dimension];
        for (var at = 0; at < numbers.Length;)
        {
            var some = numbers.Slice(at, RunOf(first + at, numbers.Length - at));
            parts.ReadBoxes(first + at, boxes[..some.Length]);
            var turn = parts.TurnOf((first + at) >> SliceOrder.Bits);
            for (var i = 0; i < some.Length; i++)
            {
                some[i] = parts.PartOf(turn, boxes[i]) * _width;
            }

            at += some.Length;
        }
    }

    protected override void ReadInARow(int dimension, long first, ValueWeights weights, Span<int> places)
    {
        if (!_hasBoxes || !weights.IsEven || weights.Count > ManyValues)
        {
            base.ReadInARow(dimension, first, weights, places);
            return;
        }

        Span<ushort> boxes = stackalloc ushort[DrawnAtOnce];
        for (var at = 0; at < places.Length;)
        {
            var some = places.Slice(at, RunOf(first + at, places.Length - at));
            _dimensions[dimension].ReadBoxes(first + at, boxes[..some.Length]);
            ReadPlaces(dimension, first + at, boxes, weights, some);
            at += some.Length;
        }
    }

    protected override void ReadBitsInARow(int dimension, long first, ValueWeights weights, int scenarios, Span<ulong> bits)
    {
        if (!_hasBoxes)
        {
            base.ReadBitsInARow(dimension, first, weights, scenarios, bits);
            return;
        }

        // The first box that is not wholly in front of where the second value begins, and the first that is wholly behind.
        var front = (ushort)(weights.Second >> (64 - SliceOrder.Bits));
        var behind = (ushort)((UInt128)weights.Second + (9ul << 48) >> (64 - SliceOrder.Bits));
        Span<ushort> boxes = stackalloc ushort[DrawnAtOnce];
        for (var at = 0; at < scenarios; at += DrawnAtOnce)
        {
            var count = Math.Min(DrawnAtOnce, scenarios - at);
            _dimensions[dimension].ReadBoxes(first + at, boxes[..count]);
            boxes[count..].Clear();
            for (var i = 0; i < count; i += 64)
            {
                var word = BitsFrom(boxes[i..], behind);
                for (var open = word ^ BitsFrom(boxes[i..], front); open != 0; open &= open - 1)
                {
                    var one = i + BitOperations.TrailingZeroCount(open);
                    var isSecond = one < count && Of(dimension, first + at + one) >= weights.Second;
                    word |= isSecond ? 1ul << one : 0;
                }

                bits[(at + i) >> 6] = word;
            }
        }
    }

    // Of scenarios of one slice.
    private void ReadPlaces(int dimension, long first, ReadOnlySpan<ushort> boxes, ValueWeights weights, Span<int> places)
    {
        var turn = _dimensions[dimension].TurnOf(first >> SliceOrder.Bits);
        var whole = places.Length & ~15;
        for (var i = 0; i < whole; i += 16)
        {
            for (var open = PlacesOf(boxes[i..], (ushort)weights.Count, places[i..]); open != 0; open &= open - 1)
            {
                var one = i + BitOperations.TrailingZeroCount(open);
                places[one] = weights.PlaceOf(NumberIn(dimension, first + one, turn, boxes[one]));
            }
        }

        for (var one = whole; one < places.Length; one++)
        {
            places[one] = weights.PlaceOf(NumberIn(dimension, first + one, turn, boxes[one]));
        }
    }

    // The value that the number of each of sixteen boxes stands for, and a bit for each that has more than one.
    private static uint PlacesOf(ReadOnlySpan<ushort> boxes, ushort values, Span<int> places)
    {
        var (starts, one, count) = (Vector256.Create(boxes) << Eighths, Vector256<ushort>.One, Vector256.Create(values));
        var found = UpperHalf(Vector256.Max(starts, one) - one, count);
        var (low, high) = Vector256.Widen(found);
        low.AsInt32().CopyTo(places);
        high.AsInt32().CopyTo(places[8..]);

        // Where the last box ends there are no sixteen bits for: it seems to have more than one, whatever it has.
        var ends = UpperHalf(starts + Vector256.Create((ushort)(1 << Eighths)), count);
        return ~Vector256.Equals(found, ends).ExtractMostSignificantBits() & ushort.MaxValue;
    }

    private static Vector256<ushort> UpperHalf(Vector256<ushort> one, Vector256<ushort> other)
    {
        if (Avx2.IsSupported)
        {
            return Avx2.MultiplyHigh(one, other);
        }

        var (oneLow, oneHigh) = Vector256.Widen(one);
        var (otherLow, otherHigh) = Vector256.Widen(other);
        return Vector256.Narrow((oneLow * otherLow) >>> 16, (oneHigh * otherHigh) >>> 16);
    }

    // A bit for each of 64 boxes that is not in front of another.
    private static ulong BitsFrom(ReadOnlySpan<ushort> boxes, ushort bound)
    {
        var bits = 0ul;
        for (var i = 0; i < 64; i += 32)
        {
            var first = Vector256.GreaterThanOrEqual(Vector256.Create(boxes[i..]), Vector256.Create(bound));
            var second = Vector256.GreaterThanOrEqual(Vector256.Create(boxes[(i + 16)..]), Vector256.Create(bound));
            bits |= (ulong)Vector256.Narrow(first, second).ExtractMostSignificantBits() << i;
        }

        return bits;
    }

    private ulong NumberIn(int dimension, long scenario, (long Turn, long More) turn, int box) =>
        NumberOf(dimension, scenario, _dimensions[dimension].PartOf(turn, box));

    // How many of some scenarios that follow one another are drawn at a time: they are of one slice.
    private static int RunOf(long first, int count) =>
        Math.Min(Math.Min(count, DrawnAtOnce), SliceOrder.Boxes - (int)(first & (SliceOrder.Boxes - 1)));

    private ulong NumberOf(int dimension, long scenario, ulong part) =>
        (part * _width) + Math.BigMul(Lots.Mix(_keys[dimension] + ((ulong)scenario * Lots.Step)), _width, out _);
}
