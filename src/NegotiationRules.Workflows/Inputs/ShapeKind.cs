namespace NegotiationRules.Workflows.Inputs;

/// <summary>What is known of a <see cref="Shape"/>.</summary>
internal enum ShapeKind
{
    /// <summary>Nothing yet.</summary>
    Open,
    Boolean,
    Number,
    Text,
    DateTime,
    DateTimeOffset,
    DateOnly,
    TimeSpan,
    Guid,
    List,
    Record,
}
