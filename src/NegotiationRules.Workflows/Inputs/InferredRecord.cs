using System.Collections.Immutable;
using NegotiationRules.Syntax;

namespace NegotiationRules.Workflows.Inputs;

/// <summary>An object whose members were inferred from expressions and samples. Immutable.</summary>
internal sealed record InferredRecord : RecordInput
{
    private readonly InputMembers _members;

    public InferredRecord(string name, IReadOnlyList<InferredMember> members)
        : base(name)
    {
        Members = members;
        _members = new InputMembers([.. members.Select(m => m.Member)]);
    }

    /// <summary>The members in the order in which they were met.</summary>
    public IReadOnlyList<InferredMember> Members { get; }

    /// <summary>For the inputs of a workflow: the names that expressions use and that can only be those of types of the user's
    /// own.</summary>
    public IReadOnlySet<string> Types { get; init; } = ImmutableHashSet<string>.Empty;

    /// <summary>For the inputs of a workflow: whether they may be the members of an only input in a scenario.</summary>
    public bool MayBeOpened { get; init; }

    /// <summary>For the inputs of a workflow: what scenarios give beside those that expressions read.</summary>
    public IReadOnlyList<Name> Unread { get; init; } = [];

    public override IReadOnlyList<string> MemberNames => _members.Names;

    public override InputMember? Find(string name, bool isCaseSensitive) => _members.Find(name, isCaseSensitive);
}

/// <summary>A member with the reason for its type.</summary>
/// <param name="Member">The member.</param>
/// <param name="Why">What tells its type; <see langword="null"/> if nothing does.</param>
/// <param name="ElementWhy">For a list: what tells the type of its elements.</param>
internal sealed record InferredMember(InputMember Member, Evidence? Why, Evidence? ElementWhy = null);
