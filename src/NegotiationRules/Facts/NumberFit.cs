namespace NegotiationRules.Facts;

/// <summary>Whether a decimal number can be kept as a whole count of steps.</summary>
internal enum NumberFit
{
    Exact,

    /// <summary>It has more decimal places than the scale.</summary>
    TooFine,

    /// <summary>The count of steps does not fit in 64 bits.</summary>
    TooLarge,
}
