namespace NegotiationRules.Programs;

/// <summary>Floating-point numbers as integers of the same order, so that they are tested together with other facts.</summary>
internal static class LaneOrder
{
    public static long Of(double value)
    {
        // Both zeros are the same number. Below zero, more bits mean less.
        var bits = BitConverter.DoubleToInt64Bits(value + 0.0);
        return bits ^ (long)((ulong)(bits >> 63) >> 1);
    }
}
