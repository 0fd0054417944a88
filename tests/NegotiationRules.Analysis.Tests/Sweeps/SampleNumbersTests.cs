using NegotiationRules.Analysis.Sweeps;
using NegotiationRules.Tests.Support;
using Xunit.Abstractions;

namespace NegotiationRules.Analysis.Tests.Sweeps;

/// <summary>What samples are made of is even, and the same everywhere.</summary>
public sealed class SampleNumbersTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(64)]
    [InlineData(1000)]
    [InlineData(4097)]
    public void APermutationHasEachNumberOnce(int end)
    {
        var permutation = new Permutation(end, (ulong)Seed.Of(output));

        Assert.Equal(
            Enumerable.Range(0, end).Select(i => (ulong)i), Enumerable.Range(0, end).Select(i => permutation.Of((ulong)i)).Order());
    }

    [Fact]
    public void OfManyKeysEachNumberStandsInEachPlaceAboutAsOften()
    {
        const int Keys = 20_000;
        const int End = 6;
        var counts = new int[End, End];
        for (var key = 0; key < Keys; key++)
        {
            var permutation = new Permutation(End, NegotiationRules.Analysis.Questions.Lots.Mix((ulong)key));
            for (var place = 0; place < End; place++)
            {
                counts[place, (int)permutation.Of((ulong)place)]++;
            }
        }

        // Six deviations from the mean: keys are the same each time, so it holds or it does not.
        var (mean, deviation) = (Keys / (double)End, Math.Sqrt(Keys * (1.0 / End) * (1 - (1.0 / End))));
        Assert.All(counts.Cast<int>(), count => Assert.InRange(count, mean - (6 * deviation), mean + (6 * deviation)));
    }

    [Fact]
    public void OfALatinHypercubeEachPartOfEachDimensionIsMetOnce()
    {
        const int Scenarios = 1_000;
        var numbers = new LatinNumbers(Scenarios, dimensions: 5, Seed.Of(output));
        for (var dimension = 0; dimension < 5; dimension++)
        {
            Assert.Equal(
                Enumerable.Range(0, Scenarios), Draw(numbers, dimension, Scenarios).Select(number => PartOf(number, Scenarios)).Order());
        }
    }

    [Fact]
    public void TheFirstPointsOfSobolAreThoseThatArePublished()
    {
        // Of Joe and Kuo's own list for three dimensions, in eighths.
        int[][] published = [[0, 4, 6, 2, 3, 7, 5, 1], [0, 4, 2, 6, 3, 7, 1, 5], [0, 4, 2, 6, 5, 1, 7, 3]];
        var numbers = new SobolNumbers(3, seed: 11);
        for (var dimension = 0; dimension < 3; dimension++)
        {
            var drawn = Draw(numbers, dimension, 8);

            Assert.Equal(published[dimension], drawn.Select(number => (int)((number ^ drawn[0]) >> 61)));
        }
    }

    [Fact]
    public void OfPointsOfSobolEachPartOfEachDimensionIsMetOnceInEachPowerOfTwo()
    {
        var numbers = new SobolNumbers(SobolNumbers.MostDimensions, Seed.Of(output));
        for (var dimension = 0; dimension < SobolNumbers.MostDimensions; dimension++)
        {
            for (var scenarios = 1; scenarios <= 1024; scenarios *= 2)
            {
                Assert.Equal(
                    Enumerable.Range(0, scenarios),
                    Draw(numbers, dimension, scenarios, first: 3L * scenarios).Select(number => PartOf(number, scenarios)).Order());
            }
        }
    }

    [Fact]
    public void PointsOfSobolHaveNoTwoDimensionsAlike()
    {
        var numbers = new SobolNumbers(SobolNumbers.MostDimensions, seed: 1);
        var drawn = Enumerable.Range(0, SobolNumbers.MostDimensions)
            .Select(dimension => string.Join(' ', Draw(numbers, dimension, 256).Select(number => number >> 56))).ToList();

        Assert.Equal(drawn.Count, drawn.Distinct().Count());
    }

    [Theory]
    [InlineData(SamplingMethod.Random)]
    [InlineData(SamplingMethod.LatinHypercube)]
    [InlineData(SamplingMethod.Sobol)]
    public void ANumberIsTheSameWhereverItIsDrawn(SamplingMethod method)
    {
        var numbers = SampleNumbers.Of(method, 10_000, 3, Seed.Of(output));
        var inARow = Draw(numbers, 2, 1_000, first: 5_000);
        int[] offsets = [999, 3, 500, 0];
        var (one, some) = (new ulong[1], new ulong[offsets.Length]);

        numbers.Draw(2, 5_000, offsets, some);
        Assert.Equal(offsets.Select(offset => inARow[offset]), some);
        numbers.Draw(2, 5_777, [], one);
        Assert.Equal(inARow[777], one[0]);
    }

    [Fact]
    public void NumbersDrawnAtRandomAreEvenAndDimensionsIndependent()
    {
        const int Scenarios = 64_000;
        var numbers = new RandomNumbers(2, seed: 3);
        var (one, other) = (Draw(numbers, 0, Scenarios), Draw(numbers, 1, Scenarios));
        var cells = one.Zip(other, (a, b) => ((a >> 61) * 8) + (b >> 61)).CountBy(cell => cell).ToDictionary();

        Assert.Equal(64, cells.Count);
        Assert.All(cells.Values, count => Assert.InRange(count, 1_000 - 190, 1_000 + 190));
    }

    private static ulong[] Draw(SampleNumbers numbers, int dimension, int count, long first = 0)
    {
        var drawn = new ulong[count];
        numbers.Draw(dimension, first, [], drawn);
        return drawn;
    }

    private static int PartOf(ulong number, int parts) => (int)Math.BigMul(number, (ulong)parts, out _);
}
