namespace NegotiationRules.Workflows.Inputs;

/// <summary>Numbers that floating point cannot hold.</summary>
internal static class FloatingPoint
{
    /// <summary>Whether floating point takes a whole number for the next: from 2^53 on.</summary>
    public static bool MayConfuse(string digits) => long.TryParse(digits, out var value) && Int128.Abs(value) >= 1L << 53;
}
