using Orleans;

namespace NegotiationRules;

/// <summary>How a negotiation is now.</summary>
/// <remarks>Safe to share between threads as long as nobody changes its dictionaries.</remarks>
[GenerateSerializer]
[Alias("NegotiationRules.NegotiationStatus")]
public sealed record NegotiationStatus
{
    /// <summary>The name of the rule set.</summary>
    [Id(0)]
    public required string RuleSet { get; init; }

    /// <summary>The facts.</summary>
    [Id(1)]
    public required Scenario Scenario { get; init; }

    /// <summary>How often its facts or its rule set changed since it was opened.</summary>
    [Id(2)]
    public required long Version { get; init; }

    /// <summary>The number of the last <see cref="NegotiationFlips"/>; 0 if nothing flipped so far.</summary>
    [Id(3)]
    public required long Number { get; init; }

    /// <summary>All stages together: invalid if one is, else undetermined if one is, else valid.</summary>
    [Id(4)]
    public required StageOutcome Outcome { get; init; }

    /// <summary>The outcome of each stage by its name.</summary>
    [Id(5)]
    public required IReadOnlyDictionary<string, StageOutcome> Stages { get; init; }

    /// <summary>The outcome of each rule by its id.</summary>
    [Id(6)]
    public required IReadOnlyDictionary<string, RuleOutcome> Rules { get; init; }

    /// <summary>Why the outcomes are those of before: the rules in force now cannot be asked of these facts, or there are none. What it
    /// says is the message of the exception that <see cref="INegotiation.EvaluateAsync"/> throws; <see langword="null"/> if all is
    /// well.</summary>
    [Id(7)]
    public string? Fault { get; init; }
}
