namespace NegotiationRules.Workflows.Translation;

/// <summary>Which clocks an expression reads; all of them become one fact.</summary>
[Flags]
internal enum ClockUse
{
    None = 0,

    /// <summary><c>DateTime.Now</c>, <c>DateTime.Today</c></summary>
    Local = 1,

    /// <summary><c>DateTime.UtcNow</c></summary>
    Utc = 2,
}
