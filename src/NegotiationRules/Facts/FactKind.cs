namespace NegotiationRules.Facts;

/// <summary>What a <see cref="FactValue"/> holds.</summary>
internal enum FactKind : byte
{
    /// <summary>Nothing is known of the value.</summary>
    Unknown,
    Boolean,
    Exact,
    Real,
    Text,
    Date,
    DateTime,
    Duration,
    Record,
    List,
}
