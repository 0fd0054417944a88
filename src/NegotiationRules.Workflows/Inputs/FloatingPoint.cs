namespace NegotiationRules.Workflows.Inputs;

/// <summary>Numbers that floating point cannot hold.</summary>
internal static class FloatingPoint
{
    /// <summary>Whether a whole number is beyond 2^53, where floating point takes one for the next.</summary>
    public static bool MayConfuse(string digits) => long.TryParse(digits, out var value) && Int128.Abs(value) > 1L << 53;
}
