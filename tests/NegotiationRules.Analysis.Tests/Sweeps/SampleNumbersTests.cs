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
    [InlineData(SamplingMethod.Random, 10_000)]
    [InlineData(SamplingMethod.LatinHypercube, 700)]
    [InlineData(SamplingMethod.LatinHypercube, 8_192)]
    [InlineData(SamplingMethod.LatinHypercube, 10_000)]
    [InlineData(SamplingMethod.LatinHypercube, 40_000)]
    [InlineData(SamplingMethod.LatinHypercube, 65_536)]
    [InlineData(SamplingMethod.LatinHypercube, 20_000_000_000)]
    [InlineData(SamplingMethod.LatinHypercube, 1_000_000_000_000_000_000)]
    [InlineData(SamplingMethod.Sobol, 10_000)]
    public void AValueIsTheSameWhereverItIsDrawn(SamplingMethod method, long scenarios)
    {
        var numbers = SampleNumbers.Of(method, scenarios, 3, Seed.Of(output));
        var some = (int)Math.Min(scenarios, 700) - 70;
        foreach (var weights in Weights())
        {
            foreach (var first in (long[])[0, 1, 63, 70, Math.Min(8_000, scenarios - some), scenarios - some])
            {
                var (inARow, oneByOne, bits) = (new int[some], new int[some], new ulong[(some + 63) / 64]);
                numbers.Read(2, first, [], weights, inARow);
                numbers.Read(2, first, [.. Enumerable.Range(0, some)], weights, oneByOne);
                Assert.Equal(oneByOne, inARow);
                if (weights.Count == 2)
                {
                    numbers.ReadBits(2, first, [], weights, some, bits);
                    Assert.Equal(oneByOne, Enumerable.Range(0, some).Select(i => (int)(bits[i >> 6] >> i & 1)));
                    numbers.ReadBits(2, first, [.. Enumerable.Range(0, some)], weights, some, bits);
                    Assert.Equal(oneByOne, Enumerable.Range(0, some).Select(i => (int)(bits[i >> 6] >> i & 1)));
                }
            }
        }
    }

    [Fact]
    public void OfTwoValuesDrawnAtRandomEachScenarioHasABitOfANumber()
    {
        var (numbers, places) = (new RandomNumbers(2, seed: 3), new int[64_000]);
        numbers.Read(1, 0, [], ValueWeights.Even(2), places);

        Assert.Equal((int)(numbers.Of(1, 5) >> 17 & 1), places[(5 * 64) + 17]);
        Assert.InRange(places.Sum(), 32_000 - 760, 32_000 + 760);
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(2, 3)]
    [InlineData(2, 8)]
    [InlineData(2, 64)]
    [InlineData(2, 100)]
    [InlineData(5, 1)]
    [InlineData(5, 7)]
    public void OfAllCombinationsEachHasThePlacesThatItsNumberSays(int values, int stride)
    {
        var grid = new GridPlaces([3, values, stride]);
        foreach (var first in (int[])[0, 1, 17, 64])
        {
            var (places, bits) = (new int[values * stride * 2], new ulong[((values * stride * 2) + 63) / 64]);
            grid.Read(1, first, places);
            var expected = Enumerable.Range(first, places.Length).Select(scenario => scenario / stride % values).ToList();
            Assert.Equal(expected, places);
            if (values == 2)
            {
                grid.ReadBits(1, first, bits);
                Assert.Equal(expected, Enumerable.Range(0, places.Length).Select(i => (int)(bits[i >> 6] >> i & 1)));
            }
        }
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

    private static IEnumerable<ValueWeights> Weights()
    {
        var numbers = SweepDimension.OfFact("a", SweepDimension.Numbers(1, 500));
        return
        [
            ValueWeights.Even(2), ValueWeights.Even(3), ValueWeights.Even(64), ValueWeights.Even(90), ValueWeights.Even(1_000),
            ValueWeights.Even(100_000),
            ValueWeights.Of([3m, 1m]), ValueWeights.Of([0m, 1m]), ValueWeights.Of([1m, 0m]), ValueWeights.Of([1m, 2m, 4m]),
            numbers.WithNormal(200m, 60).Weights, numbers.WithTriangular(30m).Weights,
        ];
    }

    private static ulong[] Draw(SampleNumbers numbers, int dimension, int count, long first = 0) =>
        [.. Enumerable.Range(0, count).Select(i => numbers.Of(dimension, first + i))];

    private static int PartOf(ulong number, int parts) => (int)Math.BigMul(number, (ulong)parts, out _);
}
