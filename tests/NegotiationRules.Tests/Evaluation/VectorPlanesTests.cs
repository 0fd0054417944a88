using NegotiationRules.Evaluation;

namespace NegotiationRules.Tests.Evaluation;

/// <summary>Planes of bits: combined at every width, counted, and taken from where no word starts.</summary>
public class VectorPlanesTests
{
    private static readonly VectorWidth[] Widths = [VectorWidth.None, VectorWidth.Bits256, VectorWidth.Bits512];

    public static TheoryData<int> Words => [0, 1, 3, 4, 5, 7, 8, 9, 16, 33];

    [Theory]
    [MemberData(nameof(Words))]
    public void OperationsAgreeWordByWord(int words)
    {
        var random = new Random(words);
        var (a, b) = (Some(random, words + 2), Some(random, words));
        foreach (var width in Widths)
        {
            Assert.Equal(a.Zip(b, (x, y) => x & y), Result(words, r => VectorPlanes.And(a, b, r, width)));
            Assert.Equal(a.Zip(b, (x, y) => x | y), Result(words, r => VectorPlanes.Or(a, b, r, width)));
            Assert.Equal(a.Zip(b, (x, y) => x & ~y), Result(words, r => VectorPlanes.Except(a, b, r, width)));
            Assert.Equal(a.Zip(b, (x, y) => x | ~y), Result(words, r => VectorPlanes.OrNot(a, b, r, width)));
            Assert.Equal(b.Select(y => ~y), Result(words, r => VectorPlanes.Not(b, r, width)));

            var own = b.ToArray();
            VectorPlanes.Except(a, own, own, width);
            Assert.Equal(a.Zip(b, (x, y) => x & ~y), own);
        }
    }

    [Fact]
    public void BitsBeyondTheLastElementAreNotLookedAt()
    {
        Assert.True(VectorPlanes.AllSet([ulong.MaxValue, 0b0111], 67));
        Assert.False(VectorPlanes.AllSet([ulong.MaxValue, 0b0111], 68));
        Assert.False(VectorPlanes.AllSet([ulong.MaxValue - 1, 0b0111], 67));
        Assert.True(VectorPlanes.AllSet([], 0));
    }

    [Fact]
    public void BitsAreTakenFromAnywhere()
    {
        var plane = Some(new Random(1), 6);
        for (var from = 0; from < 300; from++)
        {
            var count = (6 * 64) - from;
            var result = new ulong[(count + 63) / 64];
            VectorPlanes.CopyFrom(plane, from, result);
            Assert.All(Enumerable.Range(0, count), i => Assert.Equal(plane[(from + i) >> 6] >> (from + i) & 1, result[i >> 6] >> i & 1));
        }
    }

    private delegate void PlaneAction(Span<ulong> result);

    private static ulong[] Some(Random random, int words) =>
        [.. Enumerable.Range(0, words).Select(_ => (ulong)random.NextInt64(long.MinValue, long.MaxValue))];

    private static ulong[] Result(int words, PlaneAction run)
    {
        var result = new ulong[words];
        run(result);
        return result;
    }
}
