using NegotiationRules.Evaluation;

namespace NegotiationRules.Tests.Agreement;

/// <summary>Tests of many lanes give the same with vectors of either width as in plain code.</summary>
public class LaneAgreementVectorTests
{
    [Fact]
    public void VectorsAndPlainCodeAgreeOnIntegers() => AssertAgree(random => random.Next(-4, 5));

    [Fact]
    public void VectorsAndPlainCodeAgreeOnLongIntegers() =>
        AssertAgree(random => random.Next(9) switch { 0 => long.MinValue, 1 => long.MaxValue, var n => (long)n << 33 });

    [Fact]
    public void VectorsAndPlainCodeAgreeOnFloatingPoint() =>
        AssertAgree(random =>
            random.Next(9) switch
            {
                0 => -0.0,
                1 => 0.0,
                2 => double.PositiveInfinity,
                3 => double.NegativeInfinity,
                var n => n / 7.0,
            }
        );

    [Fact]
    public void MatchesAgreeWithPlainCode()
    {
        var random = new Random(3);
        for (var i = 0; i < 500; i++)
        {
            var (flips, masks) = (new ulong[64], new ulong[64]);
            for (var m = 0; m < 64; m++)
            {
                (flips[m], masks[m]) = ((ulong)random.NextInt64(), 1ul << random.Next(64) | 1ul << random.Next(64));
            }

            var (straight, flipped) = ((ulong)random.NextInt64(), (ulong)random.NextInt64());
            var lanes = random.Next(1, 65);
            Assert.Equal(
                LaneTests.MatchPlain(straight, flipped, ref flips[0], ref masks[0], lanes) & Inside(lanes),
                LaneTests.Match(straight, flipped, ref flips[0], ref masks[0], lanes) & Inside(lanes));
        }
    }

    private static void AssertAgree<T>(Func<Random, T> value)
        where T : unmanaged, System.Numerics.INumber<T>
    {
        var random = new Random(3);
        for (var i = 0; i < 1_000; i++)
        {
            var constants = Enumerable.Range(0, 64).Select(_ => value(random)).ToArray();
            var (tested, lanes) = (value(random), random.Next(1, 65));
            var (atMost, atLeast) = (
                LaneTests.AtMostPlain(constants.AsSpan(0, lanes), tested),
                LaneTests.AtLeastPlain(constants.AsSpan(0, lanes), tested)
            );
            Assert.Equal(atMost, LaneTests.AtMost256(ref constants[0], tested, lanes) & Inside(lanes));
            Assert.Equal(atMost, LaneTests.AtMost512(ref constants[0], tested, lanes) & Inside(lanes));
            Assert.Equal(atLeast, LaneTests.AtLeast256(ref constants[0], tested, lanes) & Inside(lanes));
            Assert.Equal(atLeast, LaneTests.AtLeast512(ref constants[0], tested, lanes) & Inside(lanes));
        }
    }

    private static ulong Inside(int lanes) => ulong.MaxValue >> (64 - lanes);
}
