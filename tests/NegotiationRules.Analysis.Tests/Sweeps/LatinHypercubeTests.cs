using NegotiationRules.Analysis.Sweeps;
using NegotiationRules.Tests.Support;
using Xunit.Abstractions;

namespace NegotiationRules.Analysis.Tests.Sweeps;

/// <summary>A Latin hypercube has one scenario in each part of each dimension, and nothing else is to be seen in the order of its
/// scenarios.</summary>
public sealed class LatinHypercubeTests(ITestOutputHelper output)
{
    private const int Slices = 200;

    // What is drawn is the same each time, so it holds or it does not; six deviations are more than chance would have.
    private const int Far = 6;

    private static readonly LatinNumbers Numbers = new(Slices * SliceOrder.Boxes, dimensions: 3, seed: 5);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(1_000)]
    [InlineData(8_191)]
    [InlineData(8_192)]
    [InlineData(8_193)]
    [InlineData(40_000)]
    [InlineData(65_536)]
    [InlineData(100_003)]
    public void EachPartOfEachDimensionIsMetOnce(int scenarios)
    {
        var numbers = new LatinNumbers(scenarios, dimensions: 3, Seed.Of(output));
        for (var dimension = 0; dimension < 3; dimension++)
        {
            Assert.Equal(
                Enumerable.Range(0, scenarios), Draw(numbers, dimension, 0, scenarios).Select(number => PartOf(number, scenarios)).Order());
        }
    }

    [Fact]
    public void EachSliceIsAHypercubeItself()
    {
        var numbers = new LatinNumbers(20 * SliceOrder.Boxes, dimensions: 2, Seed.Of(output));
        for (var slice = 0; slice < 20; slice++)
        {
            Assert.Equal(
                Enumerable.Range(0, SliceOrder.Boxes),
                Draw(numbers, 1, slice * SliceOrder.Boxes, SliceOrder.Boxes).Select(number => PartOf(number, SliceOrder.Boxes)).Order());
        }
    }

    [Fact]
    public void NoPartIsMetTwiceFarAwayInALargeOne()
    {
        // Of so many scenarios some are looked at, from several places: all parts differ.
        var dimension = new LatinDimension(LatinDimension.StartsOf(123_456_789_012), (ulong)Seed.Of(output));
        var parts = Enumerable.Range(0, 100_000).SelectMany(i => (long[])[i, 8_192L * i, 123_456_789_011 - i])
            .Distinct().Select(scenario => dimension.PartOf(scenario)).ToList();

        Assert.Equal(parts.Count, parts.Distinct().Count());
        Assert.All(parts, part => Assert.InRange(part, 0ul, 123_456_789_011ul));
    }

    [Fact]
    public void AcrossManySlicesEachPlaceHasEachBoxAboutAsOften()
    {
        const int Classes = 64;
        const int Keys = 64_000;
        foreach (var place in (int[])[0, 1, 4_095, 8_191])
        {
            var counts = new int[Classes];
            for (var slice = 0; slice < Keys; slice++)
            {
                counts[new SliceOrder(key: 3, slice).Of(place) * Classes / SliceOrder.Boxes]++;
            }

            AssertAlike(counts);
        }
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 0)]
    [InlineData(1, 1)]
    [InlineData(0, 1)]
    [InlineData(0, 2)]
    [InlineData(0, 3)]
    [InlineData(0, 64)]
    [InlineData(0, 4_096)]
    [InlineData(0, SliceOrder.Boxes)]
    public void NoDimensionHangsOnAnotherNorOnItselfAFewScenariosLater(int other, int later)
    {
        const int Classes = 16;
        var counts = new int[Classes * Classes];
        var squares = 0.0;
        for (var slice = 0; slice < Slices - 1; slice++)
        {
            var first = slice * SliceOrder.Boxes;
            var (one, two) = (Draw(Numbers, 0, first, SliceOrder.Boxes), Draw(Numbers, other, first + later, SliceOrder.Boxes));
            for (var i = 0; i < one.Length; i++)
            {
                counts[(PartOf(one[i], Classes) * Classes) + PartOf(two[i], Classes)]++;
            }

            squares += Math.Pow(Correlation(one, two), 2) * SliceOrder.Boxes;
        }

        // The correlation within a slice is about normal, and has a variance of one by the number of its scenarios.
        AssertAlike(counts);
        Assert.InRange(squares, Slices - (Far * Math.Sqrt(2 * Slices)), Slices + (Far * Math.Sqrt(2 * Slices)));
    }

    [Fact]
    public void WithinABoxSlicesHaveTheirTurnsInNoOrder()
    {
        const int Classes = 8;
        var counts = new int[Classes * Classes];
        for (var scenario = 0; scenario < Slices * SliceOrder.Boxes; scenario++)
        {
            counts[(WithinBox(0, scenario) * Classes) + WithinBox(1, scenario)]++;
        }

        AssertAlike(counts);

        static int WithinBox(int dimension, int scenario) => PartOf(Numbers.Of(dimension, scenario) << SliceOrder.Bits, Classes);
    }

    // As even as chance has it: by Pearson's sum of squares, which has about as much as there are cells, and twice that as its variance.
    private static void AssertAlike(int[] counts)
    {
        var mean = counts.Average();
        var squares = counts.Sum(count => Math.Pow(count - mean, 2) / mean);
        Assert.InRange(squares, 0, counts.Length + (Far * Math.Sqrt(2 * counts.Length)));
    }

    private static double Correlation(ulong[] one, ulong[] other)
    {
        var (a, b) = (one.Select(number => (double)number).ToArray(), other.Select(number => (double)number).ToArray());
        var (meanA, meanB) = (a.Average(), b.Average());
        var product = a.Zip(b, (x, y) => (x - meanA) * (y - meanB)).Sum();
        return product / Math.Sqrt(a.Sum(x => (x - meanA) * (x - meanA)) * b.Sum(y => (y - meanB) * (y - meanB)));
    }

    private static ulong[] Draw(LatinNumbers numbers, int dimension, int first, int count) =>
        [.. Enumerable.Range(first, count).Select(scenario => numbers.Of(dimension, scenario))];

    private static int PartOf(ulong number, int parts) => (int)Math.BigMul(number, (ulong)parts, out _);
}
