using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NegotiationRules.Evaluation;

/// <summary>Tests whether the values of a column lie between two values, both included; a bit for each.</summary>
internal static class RangeTests
{
    public static void OfInts(ReadOnlySpan<int> values, int low, int high, Span<ulong> result, VectorWidth width)
    {
        if (low > high)
        {
            result.Clear();
            return;
        }

        VectorTests.Run(values, new IntRange(low, high), result, width);
    }

    public static void OfLongs(ReadOnlySpan<long> values, long low, long high, Span<ulong> result, VectorWidth width)
    {
        if (low > high)
        {
            result.Clear();
            return;
        }

        VectorTests.Run(values, new LongRange(low, high), result, width);
    }

    public static void OfReals(ReadOnlySpan<double> values, double low, double high, Span<ulong> result, VectorWidth width) =>
        VectorTests.Run(values, new RealRange(low, high), result, width);

    // What lies below the range wraps around to something large, so one comparison of unsigned numbers is enough.
    private readonly struct IntRange(int low, int high) : IVectorTest<int>
    {
        private readonly int _low = low;
        private readonly uint _span = (uint)(high - low);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool Holds(int value) => (uint)(value - _low) <= _span;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<int> Hold(Vector256<int> values) =>
            Vector256.LessThanOrEqual((values - Vector256.Create(_low)).AsUInt32(), Vector256.Create(_span)).AsInt32();

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector512<int> Hold(Vector512<int> values) =>
            Vector512.LessThanOrEqual((values - Vector512.Create(_low)).AsUInt32(), Vector512.Create(_span)).AsInt32();
    }

    private readonly struct LongRange(long low, long high) : IVectorTest<long>
    {
        private readonly long _low = low;
        private readonly ulong _span = (ulong)(high - low);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool Holds(long value) => (ulong)(value - _low) <= _span;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<long> Hold(Vector256<long> values) =>
            Vector256.LessThanOrEqual((values - Vector256.Create(_low)).AsUInt64(), Vector256.Create(_span)).AsInt64();

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector512<long> Hold(Vector512<long> values) =>
            Vector512.LessThanOrEqual((values - Vector512.Create(_low)).AsUInt64(), Vector512.Create(_span)).AsInt64();
    }

    private readonly struct RealRange(double low, double high) : IVectorTest<double>
    {
        private readonly double _low = low;
        private readonly double _high = high;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool Holds(double value) => value >= _low && value <= _high;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<double> Hold(Vector256<double> values) =>
            Vector256.GreaterThanOrEqual(values, Vector256.Create(_low)) & Vector256.LessThanOrEqual(values, Vector256.Create(_high));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector512<double> Hold(Vector512<double> values) =>
            Vector512.GreaterThanOrEqual(values, Vector512.Create(_low)) & Vector512.LessThanOrEqual(values, Vector512.Create(_high));
    }
}
