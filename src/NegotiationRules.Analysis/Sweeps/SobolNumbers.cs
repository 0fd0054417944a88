using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NegotiationRules.Analysis.Sweeps;

/// <summary>The points of Sobol in the order of Gray's code, with the direction numbers of Joe and Kuo ("Constructing Sobol sequences with
/// better two-dimensional projections", SIAM Journal on Scientific Computing 30, 2008; their set new-joe-kuo-6), moved by a digital
/// shift.</summary>
internal sealed class SobolNumbers(int dimensions, int seed) : SampleNumbers
{
    private const int Width = 64;
    private const int AtOnce = 64;

    // For each dimension but the first: the inner coefficients of its primitive polynomial, and its first direction numbers, as many as the
    // polynomial has degrees.
    private static readonly (uint Inner, uint[] First)[] JoeKuo =
    [
        (0, [1]), (1, [1, 3]), (1, [1, 3, 1]), (2, [1, 1, 1]), (1, [1, 1, 3, 3]), (4, [1, 3, 5, 13]),
        (2, [1, 1, 5, 5, 17]), (4, [1, 1, 5, 5, 5]), (7, [1, 1, 7, 11, 19]), (11, [1, 1, 5, 1, 1]),
        (13, [1, 1, 1, 3, 11]), (14, [1, 3, 5, 5, 31]),
        (1, [1, 3, 3, 9, 7, 49]), (13, [1, 1, 1, 15, 21, 21]), (16, [1, 3, 1, 13, 27, 49]), (19, [1, 1, 1, 15, 7, 5]),
        (22, [1, 3, 1, 15, 13, 25]), (25, [1, 1, 5, 5, 19, 61]),
        (1, [1, 3, 7, 11, 23, 15, 103]), (4, [1, 3, 7, 13, 13, 15, 69]), (7, [1, 1, 3, 13, 7, 35, 63]),
        (8, [1, 3, 5, 9, 1, 25, 53]), (14, [1, 3, 1, 13, 9, 35, 107]), (19, [1, 3, 1, 5, 27, 61, 31]),
        (21, [1, 1, 5, 11, 19, 41, 61]), (28, [1, 3, 5, 3, 3, 13, 69]), (31, [1, 1, 7, 13, 1, 19, 1]),
        (32, [1, 3, 7, 5, 13, 19, 59]), (37, [1, 1, 3, 9, 25, 29, 41]), (41, [1, 3, 5, 13, 23, 1, 55]),
        (42, [1, 3, 7, 3, 13, 59, 17]), (50, [1, 3, 1, 3, 5, 53, 69]), (55, [1, 1, 5, 5, 23, 33, 13]),
        (56, [1, 1, 7, 7, 1, 61, 123]), (59, [1, 1, 7, 9, 13, 61, 49]), (62, [1, 3, 3, 5, 3, 55, 33]),
    ];

    private readonly ulong[][] _directions = [.. Enumerable.Range(0, dimensions).Select(DirectionsOf)];
    private readonly ulong[] _shifts = KeysOf(seed, dimensions, use: 3);

    // Gray's code of a sum without carries is that of its parts put together: of places of which only the last bits differ, what these do
    // to a number is the same each time.
    private readonly ulong[][] _lasts =
        [.. KeysOf(seed, dimensions, use: 3).Select((shift, dimension) => LastsOf(DirectionsOf(dimension), shift))];

    private readonly ulong[] _halves = [.. KeysOf(seed, dimensions, use: 3).Select((shift, dimension) =>
        LastsOf(DirectionsOf(dimension), shift).Select((number, place) => number >> (Width - 1) << place).Aggregate((a, b) => a | b))];

    /// <summary>How many dimensions there may be.</summary>
    public static int MostDimensions => JoeKuo.Length + 1;

    protected override bool HasWords => true;

    public override ulong Of(int dimension, long scenario) => At(_directions[dimension], (ulong)scenario) ^ _shifts[dimension];

    // The first bit of each number says in which half it lies.
    protected override ulong WordOf(int dimension, long word) =>
        _halves[dimension] ^ ((At(_directions[dimension], (ulong)word << 6) >> (Width - 1)) == 0 ? 0 : ulong.MaxValue);

    protected override void DrawLeast(int dimension, long first, Span<ulong> numbers)
    {
        var (directions, last) = (_directions[dimension], _lasts[dimension]);
        var at = 0;
        while (at < numbers.Length)
        {
            var from = (int)((first + at) & (AtOnce - 1));
            var some = numbers[at..Math.Min(at + AtOnce - from, numbers.Length)];
            var common = At(directions, (ulong)(first + at - from));
            at += some.Length;
            if (some.Length < AtOnce)
            {
                for (var i = 0; i < some.Length; i++)
                {
                    some[i] = common ^ last[from + i];
                }

                continue;
            }

            var vectors = MemoryMarshal.Cast<ulong, Vector256<ulong>>(some);
            var lasts = MemoryMarshal.Cast<ulong, Vector256<ulong>>(last);
            for (var i = 0; i < vectors.Length; i++)
            {
                vectors[i] = Vector256.Create(common) ^ lasts[i];
            }
        }
    }

    private static ulong At(ulong[] directions, ulong point)
    {
        var number = 0ul;
        for (var gray = point ^ (point >> 1); gray != 0; gray &= gray - 1)
        {
            number ^= directions[BitOperations.TrailingZeroCount(gray)];
        }

        return number;
    }

    private static ulong[] LastsOf(ulong[] directions, ulong shift) =>
        [.. Enumerable.Range(0, AtOnce).Select(place => At(directions, (ulong)place) ^ shift)];

    // The recurrence of Sobol, as Bratley and Fox have it.
    private static ulong[] DirectionsOf(int dimension)
    {
        var directions = new ulong[Width];
        if (dimension == 0)
        {
            for (var bit = 0; bit < Width; bit++)
            {
                directions[bit] = 1ul << (Width - 1 - bit);
            }

            return directions;
        }

        var (inner, first) = JoeKuo[dimension - 1];
        var degree = first.Length;
        for (var bit = 0; bit < Width; bit++)
        {
            if (bit < degree)
            {
                directions[bit] = (ulong)first[bit] << (Width - 1 - bit);
                continue;
            }

            var direction = directions[bit - degree] ^ (directions[bit - degree] >> degree);
            for (var k = 1; k < degree; k++)
            {
                direction ^= (inner >> (degree - 1 - k) & 1) != 0 ? directions[bit - k] : 0;
            }

            directions[bit] = direction;
        }

        return directions;
    }
}
