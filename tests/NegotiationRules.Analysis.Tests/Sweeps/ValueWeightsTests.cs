using NegotiationRules.Analysis.Sweeps;

namespace NegotiationRules.Analysis.Tests.Sweeps;

/// <summary>Values are drawn as often as their distribution says.</summary>
public sealed class ValueWeightsTests
{
    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1.96, 0.9750021048517795)]
    [InlineData(-1, 0.15865525393145707)]
    [InlineData(3, 0.9986501019683699)]
    [InlineData(-9, 0)]
    public void ThePartBelowIsThatOfTheNormalDistribution(double deviations, double part) =>
        Assert.Equal(part, NormalCurve.PartBelow(deviations), 14);

    [Theory]
    [InlineData(0)]
    [InlineData(-0.5)]
    [InlineData(-1)]
    [InlineData(-20)]
    [InlineData(-700)]
    public void TheExponentialIsThatOfTheRuntimeToTheLastFewBits(double power) =>
        Assert.Equal(1, NormalCurve.Exponential(power) / Math.Exp(power), 13);

    [Fact]
    public void WeightsAreDrawnAsOftenAsTheyStandToEachOther()
    {
        var dimension = SweepDimension.OfFact("a", ["x", "y", "z", "w"]).WithWeights([3, 0, 1.5m, 0.5m]);

        Assert.Equal([0.6, 0, 0.3, 0.1], Parts(dimension).Select(part => Math.Round(part, 15)));
    }

    [Fact]
    public void ATriangleHasTheAreasThatLieNearestToItsValues()
    {
        var dimension = SweepDimension.OfFact("a", SweepDimension.Numbers(0, 4)).WithTriangular(2);

        // Of the triangle over 0 to 4 with its top at 2, cut at halves: areas of 1/32, 8/32, 14/32, 8/32 and 1/32.
        Assert.Equal([1 / 32.0, 8 / 32.0, 14 / 32.0, 8 / 32.0, 1 / 32.0], Parts(dimension).Select(part => Math.Round(part, 15)));
    }

    [Fact]
    public void ANormalDistributionIsCutOffAtBothEnds()
    {
        var dimension = SweepDimension.OfFact("a", SweepDimension.Days(new DateOnly(2022, 1, 1), new DateOnly(2022, 1, 3)))
            .WithNormal("2022-01-02", 1);
        var whole = NormalCurve.PartBelow(1) - NormalCurve.PartBelow(-1);
        var outer = (NormalCurve.PartBelow(-0.5) - NormalCurve.PartBelow(-1)) / whole;

        Assert.Equal([outer, 1 - (2 * outer), outer], Parts(dimension), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void EachNumberStandsForTheValueInWhosePartItLies()
    {
        var weights = SweepDimension.OfFact("a", SweepDimension.Numbers(1, 500)).WithNormal(250m, 60).Weights;
        var random = new Random(5);
        var (numbers, places) = (new ulong[2_000], new int[2_000]);
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = (ulong)random.NextInt64(long.MinValue, long.MaxValue);
        }

        (numbers[0], numbers[1]) = (0, ulong.MaxValue);
        Assert.Equal(0, weights.Read(numbers, 0, places, new int[numbers.Length]));
        for (var i = 0; i < numbers.Length; i++)
        {
            var first = 0;
            while (first < weights.Count - 1 && weights.Ends[first] <= numbers[i])
            {
                first++;
            }

            Assert.Equal(first, places[i]);
        }
    }

    [Fact]
    public void WhatCannotBeIsRefused()
    {
        var numbers = SweepDimension.OfFact("a", SweepDimension.Numbers(1, 3));

        Assert.Throws<ArgumentException>(() => numbers.WithWeights([1, 2]));
        Assert.Throws<ArgumentException>(() => numbers.WithWeights([1, -1, 1]));
        Assert.Throws<ArgumentException>(() => numbers.WithWeights([0, 0, 0]));
        Assert.Throws<ArgumentException>(() => numbers.WithNormal(2, 0));
        Assert.Throws<ArgumentException>(() => numbers.WithNormal(2_000, 1));
        Assert.Throws<ArgumentException>(() => numbers.WithTriangular(4));
        Assert.Throws<ArgumentException>(() => SweepDimension.OfFact("a", ["x", "y"]).WithTriangular(1));
        Assert.Throws<ArgumentException>(() => SweepDimension.Numbers(3, 1));
        Assert.Throws<ArgumentException>(() => SweepDimension.Numbers(1, 3, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => SweepDimension.Numbers(0, 1, 0.000001m));
        Assert.Throws<ArgumentException>(() => SweepDimension.OfFact("a", []));
    }

    private static double[] Parts(SweepDimension dimension) =>
        [.. Enumerable.Range(0, dimension.Values.Count).Select(dimension.Weights.PartOf)];
}
