using System.Numerics;

namespace NegotiationRules.Analysis.Sweeps;

/// <summary>The points of Sobol in the order of Gray's code, with the direction numbers of Joe and Kuo ("Constructing Sobol sequences with
/// better two-dimensional projections", SIAM Journal on Scientific Computing 30, 2008; their set new-joe-kuo-6), moved by a digital
/// shift.</summary>
internal sealed class SobolNumbers(int dimensions, int seed) : SampleNumbers
{
    private const int Width = 64;

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

    /// <summary>How many dimensions there may be.</summary>
    public static int MostDimensions => JoeKuo.Length + 1;

    public override void Draw(int dimension, long first, ReadOnlySpan<int> offsets, Span<ulong> numbers)
    {
        var directions = _directions[dimension];
        if (offsets.IsEmpty)
        {
            var number = At(directions, (ulong)first) ^ _shifts[dimension];
            for (var i = 0; i < numbers.Length; i++)
            {
                numbers[i] = number;
                number ^= directions[BitOperations.TrailingZeroCount(first + i + 1)];
            }

            return;
        }

        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = At(directions, (ulong)(first + offsets[i])) ^ _shifts[dimension];
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
