namespace NegotiationRules.Analysis.Circuits;

/// <summary>An edge and what it adds to a sum when it is true.</summary>
internal readonly record struct Weighted(Edge Edge, Int128 Weight);

/// <summary>"The weights of the terms that are true add up to at least the bound", in normal form.</summary>
/// <remarks>
/// Weights and bound are positive, no weight exceeds the bound, and neither always nor never is the bound reached. The terms lie in
/// groups; within a group each term implies the one before it ("at least 3", "at least 5"), so that exclusive alternatives are
/// <em>steps</em> of one group: the most a group can add is then the sum of its weights, which is what propagation needs to be sharp.
/// Immutable, equal by content.
/// </remarks>
internal sealed class LinearSum : IEquatable<LinearSum>
{
    private readonly Weighted[][] _groups;

    public LinearSum(Weighted[][] groups, Int128 bound) => (_groups, Bound) = (groups, bound);

    public IReadOnlyList<IReadOnlyList<Weighted>> Groups => _groups;

    public Int128 Bound { get; }

    /// <summary>The terms of all groups, in order.</summary>
    public IEnumerable<Weighted> Terms => _groups.SelectMany(group => group);

    public bool Equals(LinearSum? other) => other is not null && Bound == other.Bound && _groups.Length == other._groups.Length
        && _groups.Zip(other._groups).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second));

    public override bool Equals(object? obj) => Equals(obj as LinearSum);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Bound);
        foreach (var term in Terms)
        {
            hash.Add(term);
        }

        return hash.ToHashCode();
    }
}
