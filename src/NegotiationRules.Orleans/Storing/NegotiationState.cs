using Newtonsoft.Json;
using Orleans;

namespace NegotiationRules.Orleans.Storing;

/// <summary>What is stored of a negotiation. The facts are text, as in a scenario file; outcomes are those that were found last, so that
/// after other rules came into force it is known what flipped.</summary>
[GenerateSerializer]
[Alias("NegotiationRules.NegotiationState")]
[JsonConverter(typeof(PlainState))]
internal sealed record NegotiationState
{
    /// <summary>The shape that this code writes.</summary>
    public const int CurrentSchema = 1;

    [Id(0)]
    public int Schema { get; init; } = CurrentSchema;

    /// <summary>The name of the rule set; <see langword="null"/> of a negotiation that is not open.</summary>
    [Id(1)]
    public string? RuleSet { get; init; }

    [Id(2)]
    public string Facts { get; init; } = "{}";

    [Id(3)]
    public long Version { get; init; }

    /// <summary>The number of the last flips.</summary>
    [Id(4)]
    public long Number { get; init; }

    [Id(5)]
    public StageOutcome Outcome { get; init; }

    [Id(6)]
    public Dictionary<string, StageOutcome> Stages { get; init; } = [];

    [Id(7)]
    public Dictionary<string, RuleOutcome> Rules { get; init; } = [];

    /// <summary>What handlers were not told, or were told without its being stored, by number.</summary>
    [Id(8)]
    public NegotiationFlips[] Untold { get; init; } = [];
}
