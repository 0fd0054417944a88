using System.Diagnostics.CodeAnalysis;

namespace NegotiationRules.Workflows.Inputs;

/// <summary>The members of a shape in the order in which they were met.</summary>
internal sealed class ShapeMembers(StringComparer names)
{
    /// <summary>Of a shape of which nothing was asked yet. Nothing may be added to it.</summary>
    public static readonly ShapeMembers None = new(StringComparer.Ordinal);

    private readonly Dictionary<string, ShapeMember> _byName = new(names);
    private readonly List<ShapeMember> _all = [];

    public IReadOnlyList<ShapeMember> All => _all;

    public bool TryFind(string name, [NotNullWhen(true)] out ShapeMember? member) => _byName.TryGetValue(name, out member);

    public void Add(ShapeMember member)
    {
        _byName.Add(member.Name, member);
        _all.Add(member);
    }
}
