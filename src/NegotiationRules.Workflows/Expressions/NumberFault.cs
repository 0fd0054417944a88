namespace NegotiationRules.Workflows.Expressions;

/// <summary>Why digits make no number.</summary>
internal enum NumberFault
{
    None,
    Malformed,
    TooLarge,

    /// <summary>Digits of a script other than Latin.</summary>
    OtherDigits,
    NegativeUnsigned,
    ExponentOfDecimal,
}
