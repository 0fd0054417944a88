using Orleans;

namespace NegotiationRules;

/// <summary>What flipped in a negotiation at one time: all outcomes that are others than before.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
[GenerateSerializer]
[Immutable]
[Alias("NegotiationRules.NegotiationFlips")]
public sealed record NegotiationFlips
{
    /// <summary>The name of the negotiation: the key of its grain.</summary>
    [Id(0)]
    public required string Negotiation { get; init; }

    /// <summary>Counts what flipped in this negotiation, from 1 and without a gap: who is told the same number again was told before, and
    /// needs to do nothing. Where nothing flipped, it is the number of the last that did.</summary>
    [Id(1)]
    public required long Number { get; init; }

    /// <summary>The version of the negotiation after it: how often its facts or its rule set changed.</summary>
    [Id(2)]
    public required long Version { get; init; }

    /// <summary>The name of the rule set.</summary>
    [Id(3)]
    public required string RuleSet { get; init; }

    /// <summary>What made them flip.</summary>
    [Id(4)]
    public required FlipCause Cause { get; init; }

    /// <summary>When they were evaluated, by the clock of the silo.</summary>
    [Id(5)]
    public required DateTimeOffset At { get; init; }

    /// <summary>All stages together, after it.</summary>
    [Id(6)]
    public required StageOutcome Outcome { get; init; }

    /// <summary>The stages that flipped, in the order of the rule set; those that are gone come last.</summary>
    [Id(7)]
    public required StageFlip[] Stages { get; init; }

    /// <summary>The rules that flipped, in the order of the rule set; those that are gone come last.</summary>
    [Id(8)]
    public required RuleFlip[] Rules { get; init; }

    /// <summary>Whether nothing flipped. Of that, handlers are not told.</summary>
    [Newtonsoft.Json.JsonIgnore]
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsEmpty => Stages.Length == 0 && Rules.Length == 0;
}
