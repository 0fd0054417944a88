namespace NegotiationRules.Workflows.Inputs;

/// <summary>The members of a record that are known beforehand, found by name. Immutable.</summary>
internal sealed class InputMembers(IReadOnlyList<InputMember> members)
{
    public IReadOnlyList<InputMember> All => members;

    public IReadOnlyList<string> Names { get; } = [.. members.Select(m => m.Name)];

    /// <summary>The member spelt so; without regard to letter case, if there is none, the only one that is left.</summary>
    public InputMember? Find(string name, bool isCaseSensitive)
    {
        InputMember? found = null;
        foreach (var member in members)
        {
            if (member.Name == name)
            {
                return member;
            }

            if (!isCaseSensitive && string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                // Two that differ in letter case only: neither is meant more than the other.
                found = found is null ? member : Several;
            }
        }

        return ReferenceEquals(found, Several) ? null : found;
    }

    private static readonly InputMember Several = new(string.Empty, string.Empty, new OpaqueInput(string.Empty));
}
