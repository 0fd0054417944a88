namespace NegotiationRules;

/// <summary>Whether the preconditions of several sides can be met together: a scenario in which they are, or all that stands in the
/// way.</summary>
/// <remarks>
/// <para>A side's preconditions are its required rules; each has to be met, or not to apply. A yes carries a scenario that was evaluated; a
/// no is proved.</para>
/// <para>Immutable and safe to share between threads. Made by
/// <see cref="RuleSetReconciliation.Reconcile(IReadOnlyList{RuleSet}, AnalysisOptions)"/>.</para>
/// </remarks>
public sealed class Reconciliation
{
    internal Reconciliation(IReadOnlyList<string> sides, IReadOnlyList<Precondition> preconditions) =>
        (Sides, Preconditions) = (sides, preconditions);

    /// <summary>The sides, in the order in which they were given: the names of rule sets or, within one set, of the parties.</summary>
    public IReadOnlyList<string> Sides { get; }

    /// <summary>What the sides insist on, in the order of the sides and of their rules.</summary>
    public IReadOnlyList<Precondition> Preconditions { get; }

    /// <summary>Whether all preconditions can be met together; <see langword="null"/> if that is not decided.</summary>
    public bool? IsPossible { get; internal init; }

    /// <summary>Why it is not decided, or why there may be more than is told here; <see langword="null"/> if all of it is
    /// whole.</summary>
    public NotDecided? NotDecided { get; internal init; }

    /// <summary>If it is possible: the scenarios in which no side could have more of what it prefers without another having less, the one
    /// with the greatest sum of weights first. At least one.</summary>
    public IReadOnlyList<JointScenario> Front { get; internal init; } = [];

    /// <summary>The first of <see cref="Front"/>; <see langword="null"/> if it is not possible, or not decided.</summary>
    public JointScenario? Best => Front.Count == 0 ? null : Front[0];

    /// <summary>If it is possible: the facts outside of lists that cannot have just any value, in the order of the vocabulary, each with
    /// the values that it can have while all others are free.</summary>
    public IReadOnlyList<JointRoom> Room { get; internal init; } = [];

    /// <summary>If it is not possible: all smallest sets of preconditions that cannot be met together, those of fewer preconditions
    /// first.</summary>
    public IReadOnlyList<Collision> Collisions { get; internal init; } = [];

    /// <summary>If it is not possible: all smallest sets of preconditions to give up, so that the others can be met, those of fewer
    /// preconditions first.</summary>
    public IReadOnlyList<Concession> Concessions { get; internal init; } = [];

    /// <summary>Of the lists that rules go over, those that were looked at only up to a length, with that length, by their paths in the
    /// vocabulary: a no holds for lists up to it. Empty if it holds for lists of any length.</summary>
    public IReadOnlyDictionary<string, int> UpTo { get; internal init; } = new Dictionary<string, int>();

    /// <summary>The answer in a line.</summary>
    public override string ToString() => IsPossible switch
    {
        true => $"{Preconditions.Count} preconditions can be met together",
        false => $"{Preconditions.Count} preconditions cannot be met together: {string.Join("; ", Collisions)}",
        null => NotDecided!.ToString(),
    };
}
