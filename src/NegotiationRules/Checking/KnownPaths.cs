using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;

namespace NegotiationRules.Checking;

/// <summary>What paths mean in all scopes that are alike: elements of the same type under the same name, in scopes that are
/// alike.</summary>
/// <remarks>Every quantifier opens a scope of its own, but the rules of a set go over the same few lists and read the same facts again and
/// again.</remarks>
internal sealed class KnownPaths
{
    private readonly Dictionary<string, ImmutableArray<FactReference>> _levels = new(StringComparer.Ordinal);
    private readonly Dictionary<Opening, KnownPaths> _inside = [];

    public bool TryGet(string path, out ImmutableArray<FactReference> levels) => _levels.TryGetValue(path, out levels);

    public void Add(string path, ImmutableArray<FactReference> levels) => _levels.Add(path, levels);

    /// <summary>Those of the scopes that are opened inside such a one for elements of that type and name.</summary>
    public KnownPaths Inside(FactType element, string? name)
    {
        var opening = new Opening(element, name);
        if (!_inside.TryGetValue(opening, out var inside))
        {
            inside = new KnownPaths();
            _inside.Add(opening, inside);
        }

        return inside;
    }

    // Types are told apart as objects: to compare them member by member would cost more than the look-up saves.
    private readonly record struct Opening(FactType Element, string? Name)
    {
        public bool Equals(Opening other) => ReferenceEquals(Element, other.Element) && Name == other.Name;

        public override int GetHashCode() =>
            RuntimeHelpers.GetHashCode(Element) ^ (Name is null ? 0 : Name.GetHashCode(StringComparison.Ordinal));
    }
}
