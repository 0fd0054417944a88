using NegotiationRules.Evaluation;

namespace NegotiationRules.Tests.Evaluation;

/// <summary>Vectors and plain code give the same bits, whatever the number of values.</summary>
public class RangeTestsTests
{
    public static TheoryData<int> Sizes => [0, 1, 7, 8, 9, 63, 64, 65, 127, 128, 255, 256, 257, 4096, 32_768];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void IntegersOf32BitsAgree(int size)
    {
        var random = new Random(size);
        var values = new int[size];
        for (var i = 0; i < size; i++)
        {
            values[i] = random.Next(5) switch { 0 => int.MinValue, 1 => int.MaxValue, _ => random.Next(-10, 10) };
        }

        foreach (var (low, high) in new[] { (-3, 4), (int.MinValue, 0), (0, int.MaxValue), (1, 0), (5, 5) })
        {
            var (vectors, plain) = (new ulong[(size + 63) / 64], new ulong[(size + 63) / 64]);
            RangeTests.OfInts(values, low, high, vectors);
            RangeTests.OfPlain<int>(values, low, high, plain, 0);
            Assert.Equal(plain, vectors);
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void IntegersOf64BitsAgree(int size)
    {
        var random = new Random(size);
        var values = new long[size];
        for (var i = 0; i < size; i++)
        {
            values[i] = random.Next(5) switch { 0 => long.MinValue, 1 => long.MaxValue, _ => random.NextInt64(-10, 10) };
        }

        foreach (var (low, high) in new[] { (-3L, 4L), (long.MinValue, 0L), (0L, long.MaxValue), (1L, 0L), (5L, 5L) })
        {
            var (vectors, plain) = (new ulong[(size + 63) / 64], new ulong[(size + 63) / 64]);
            RangeTests.OfLongs(values, low, high, vectors);
            RangeTests.OfPlain<long>(values, low, high, plain, 0);
            Assert.Equal(plain, vectors);
        }
    }
}
