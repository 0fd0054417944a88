namespace NegotiationRules;

/// <summary>Preconditions that cannot be met together, while any of them can be left out so that the others can.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class Collision
{
    internal Collision(IReadOnlyList<Precondition> preconditions, IReadOnlyList<string> facts, string about) =>
        (Preconditions, Facts, About) = (preconditions, facts, about);

    /// <summary>The preconditions, in the order of the sides and of their rules. One alone cannot be met at all.</summary>
    public IReadOnlyList<Precondition> Preconditions { get; }

    /// <summary>The facts they collide on, by their paths in the vocabulary (<c>delegations[].delegates[].service</c>), in its order: those
    /// that more than one of them reads, or all that one alone reads.</summary>
    public IReadOnlyList<string> Facts { get; }

    /// <summary>The same facts in words: "whether the agreement is legally binding".</summary>
    public string About { get; }

    /// <summary>The preconditions and what they collide on.</summary>
    public override string ToString() => $"{string.Join(" × ", Preconditions)} (about {About})";
}

/// <summary>Preconditions that would have to be given up so that all others can be met together; no part of them is enough.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class Concession
{
    internal Concession(IReadOnlyList<Precondition> preconditions) => Preconditions = preconditions;

    /// <summary>The preconditions, in the order of the sides and of their rules.</summary>
    public IReadOnlyList<Precondition> Preconditions { get; }

    /// <summary>The preconditions.</summary>
    public override string ToString() => string.Join("; ", Preconditions);
}
