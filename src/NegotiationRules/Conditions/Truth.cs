namespace NegotiationRules.Conditions;

/// <summary>A value of Kleene's strong three-valued logic, ordered so that <c>and</c> is the least and <c>or</c> the greatest.</summary>
/// <remarks>S. C. Kleene, Introduction to Metamathematics (1952), § 64.</remarks>
internal enum Truth : byte
{
    False = 0,
    Unknown = 1,
    True = 2,
}

internal static class Truths
{
    public static Truth And(this Truth a, Truth b) => a < b ? a : b;

    public static Truth Or(this Truth a, Truth b) => a > b ? a : b;

    public static Truth Not(this Truth a) => Truth.True - (byte)a;

    public static Truth Of(bool value) => value ? Truth.True : Truth.False;

    /// <summary>True if it is certain, false if it is not even possible.</summary>
    public static Truth Of(bool certain, bool possible) => certain ? Truth.True : possible ? Truth.Unknown : Truth.False;
}
