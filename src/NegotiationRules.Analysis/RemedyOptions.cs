namespace NegotiationRules;

/// <summary>What remedies may change, what that costs, and who has to be able to do it.</summary>
/// <remarks>
/// <para>It comes on top of what the vocabulary says by <c>x-fixed</c>, <c>x-cost</c> and <c>x-controlledBy</c>, and counts for more.
/// Paths are those of facts as rules write them, such as <c>delegations.delegates</c>, or of one scenario, such as
/// <c>delegations[0].delegates</c>; of an object they mean all that is in it, of a list which elements it has.</para>
/// <para>Immutable and safe to share between threads, as long as the lists that are handed in do not change.</para>
/// </remarks>
public sealed record RemedyOptions
{
    /// <summary>Nothing but what the vocabulary says, and <see cref="AnalysisLimits.Default"/>.</summary>
    public static RemedyOptions Default { get; } = new();

    /// <summary>The paths of facts that stay as they are, and of lists that get no elements. None by default.</summary>
    public IReadOnlyCollection<string> Fixed { get; init; } = [];

    /// <summary>What a step costs, by the paths of facts and lists: 0 or more, to three decimals. By default what the vocabulary says, or
    /// else 1.</summary>
    public IReadOnlyDictionary<string, decimal> Costs { get; init; } = new Dictionary<string, decimal>();

    /// <summary>The party that has to be able to take all steps, by its id or its name. Steps of which the vocabulary does not say who can
    /// take them are left out then. <see langword="null"/>, the default, for anybody.</summary>
    public string? By { get; init; }

    /// <summary>How many remedies advice lists at most. The default is 100.</summary>
    public int Most { get; init; } = 100;

    /// <summary>How much work it may be. The default is <see cref="AnalysisLimits.Default"/>.</summary>
    public AnalysisLimits Limits { get; init; } = AnalysisLimits.Default;
}
