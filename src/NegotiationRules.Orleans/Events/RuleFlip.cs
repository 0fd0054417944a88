using Orleans;

namespace NegotiationRules;

/// <summary>A rule whose outcome is another than before.</summary>
/// <param name="Rule">The id of the rule.</param>
/// <param name="Before">What it was; <see langword="null"/> if there was no such rule before other rules came into force.</param>
/// <param name="After">What it is; <see langword="null"/> if there is no such rule any more.</param>
[GenerateSerializer]
[Immutable]
[Alias("NegotiationRules.RuleFlip")]
public sealed record RuleFlip(
    [property: Id(0)] string Rule, [property: Id(1)] RuleOutcome? Before, [property: Id(2)] RuleOutcome? After);
