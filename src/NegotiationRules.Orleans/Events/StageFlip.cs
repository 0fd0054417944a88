using Orleans;

namespace NegotiationRules;

/// <summary>A stage whose outcome is another than before.</summary>
/// <param name="Stage">The name of the stage.</param>
/// <param name="Before">What it was; <see langword="null"/> if there was no such stage before other rules came into force.</param>
/// <param name="After">What it is; <see langword="null"/> if there is no such stage any more.</param>
[GenerateSerializer]
[Immutable]
[Alias("NegotiationRules.StageFlip")]
public sealed record StageFlip(
    [property: Id(0)] string Stage, [property: Id(1)] StageOutcome? Before, [property: Id(2)] StageOutcome? After);
