namespace NegotiationRules.Facts;

/// <summary>Whether a decimal number can be kept as a value of a type.</summary>
internal enum NumberFit
{
    Exact,

    /// <summary>It has more decimal places than the scale.</summary>
    TooFine,

    /// <summary>The count of steps does not fit in 64 bits, or the number has no place among floating ones.</summary>
    TooLarge,

    BelowMinimum,

    AboveMaximum,
}
