namespace NegotiationRules;

/// <summary>Of which scenarios a share is asked: what is given, what may be anything, and how often each value occurs.</summary>
/// <remarks>Immutable and safe to share between threads, as long as nobody changes what it was given.</remarks>
public sealed record ShareOptions
{
    /// <summary>What is as stated, and which elements lists have. The default states nothing.</summary>
    public Scenario Given { get; init; } = Scenario.Parse("{}");

    /// <summary>
    /// The paths of facts that may have any value: as rules write them, <c>members.vote</c>, for all elements, as scenarios have them,
    /// <c>members[3].vote</c>, for one, or of what holds several facts. Empty, which is the default, for all of which nothing is stated.
    /// Elements are never added to lists.
    /// </summary>
    public IReadOnlyList<string> Free { get; init; } = [];

    /// <summary>
    /// How often the values of facts occur, by the paths that rules write: <c>members.vote</c> with <c>for</c> 0.6 and <c>against</c> 0.4.
    /// What counts is how they stand to each other; values that are left out do not occur. Facts of which nothing is said have each of
    /// their values as often as any other. All are taken to be independent of each other. The default is empty.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, decimal>> Distribution { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, decimal>>();

    /// <summary>
    /// From how many scenarios, drawn at random, the share is estimated where it cannot be counted within the limits
    /// (<see cref="Share.Estimate"/>). The default is 0: it never is.
    /// </summary>
    public int Samples { get; init; }

    /// <summary>From what they are drawn: for the same number the same ones, everywhere. The default is 1.</summary>
    public int Seed { get; init; } = 1;
}
