using NegotiationRules.Evaluation;

namespace NegotiationRules.Tests.Evaluation;

/// <summary>Vectors and plain code give the same bits, whatever the number of values.</summary>
public class RangeTestsTests
{
    private static readonly VectorWidth[] Widths = [VectorWidth.None, VectorWidth.Bits256, VectorWidth.Bits512];

    public static TheoryData<int> Sizes => [0, 1, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 127, 128, 255, 256, 257, 4096, 32_768];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void IntegersOf32BitsAgree(int size)
    {
        var values = Values(size, random => random.Next(5) switch { 0 => int.MinValue, 1 => int.MaxValue, _ => random.Next(-10, 10) });

        foreach (var (low, high) in new[] { (-3, 4), (int.MinValue, 0), (0, int.MaxValue), (int.MinValue, int.MaxValue), (1, 0), (5, 5) })
        {
            AssertBits(values, v => v >= low && v <= high, (result, width) => RangeTests.OfInts(values, low, high, result, width));
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void IntegersOf64BitsAgree(int size)
    {
        var values = Values(
            size,
            random =>
                random.Next(5) switch
                {
                    0 => long.MinValue,
                    1 => long.MaxValue,
                    _ => random.NextInt64(-10, 10),
                }
        );

        foreach (
            var (low, high) in new[]
            {
                (-3L, 4L),
                (long.MinValue, 0L),
                (0L, long.MaxValue),
                (long.MinValue, long.MaxValue),
                (1L, 0L),
                (5L, 5L),
            }
        )
        {
            AssertBits(values, v => v >= low && v <= high, (result, width) => RangeTests.OfLongs(values, low, high, result, width));
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void NumbersInFloatingPointAgree(int size)
    {
        var values = Values(
            size,
            random =>
                random.Next(6) switch
                {
                    0 => double.NaN,
                    1 => double.NegativeInfinity,
                    2 => double.PositiveInfinity,
                    3 => -0.0,
                    _ => random.Next(-4, 4) / 2.0,
                }
        );

        foreach (
            var (low, high) in new[] { (-1.0, 1.0), (double.NegativeInfinity, 0.0), (0.0, double.PositiveInfinity), (1.0, 0.0), (0.5, 0.5) }
        )
        {
            AssertBits(values, v => v >= low && v <= high, (result, width) => RangeTests.OfReals(values, low, high, result, width));
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void CodesAgree(int size)
    {
        var values = Values(
            size,
            random =>
                random.Next(4) switch
                {
                    0 => random.Next(10),
                    1 => random.Next(300),
                    2 => random.Next(600),
                    _ => random.Next(),
                }
        );

        foreach (
            int[] codes in new int[][]
            {
                [],
                [3],
                [2, 3, 4, 5],
                [0, 9],
                [0, 2, 4, 6, 8],
                [1, 31, 32, 33, 63, 64, 255],
                [0, 7, 254, 256, 511],
                [1, 3, 5, 7, 512],
                [1, 3, 5, 7, 70_000],
            }
        )
        {
            var set = new VectorCodes([.. codes]);
            AssertBits(values, codes.Contains, (result, width) => set.Find(values, result, new ulong[result.Length], width));
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void ColumnsComparedAgree(int size)
    {
        var left = Values(
            size,
            random =>
                random.Next(5) switch
                {
                    0 => long.MinValue,
                    1 => long.MaxValue,
                    _ => random.NextInt64(-2, 2),
                }
        );
        var right = Values(
            size + 1,
            random =>
                random.Next(5) switch
                {
                    0 => long.MinValue,
                    1 => long.MaxValue,
                    _ => random.NextInt64(-2, 2),
                }
        );
        var pairs = left.Zip(right).ToArray();

        AssertBits(pairs, p => p.First < p.Second, (result, width) => VectorComparisons.Less(left, right, result, width));
        AssertBits(pairs, p => p.First <= p.Second, (result, width) => VectorComparisons.LessOrEqual(left, right, result, width));
        AssertBits(pairs, p => p.First == p.Second, (result, width) => VectorComparisons.Equal(left, right, result, width));
    }

    private delegate void Run(Span<ulong> result, VectorWidth width);

    private static T[] Values<T>(int size, Func<Random, T> make)
    {
        var random = new Random(size);
        return [.. Enumerable.Range(0, size).Select(_ => make(random))];
    }

    private static void AssertBits<T>(T[] values, Func<T, bool> holds, Run run)
    {
        var expected = new ulong[(values.Length + 63) / 64];
        for (var i = 0; i < values.Length; i++)
        {
            expected[i >> 6] |= holds(values[i]) ? 1ul << i : 0;
        }

        foreach (var width in Widths)
        {
            var result = new ulong[expected.Length];
            run(result, width);
            Assert.Equal(expected, result);
        }
    }
}
