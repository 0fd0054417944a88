using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Checking;

/// <summary>What a path can start at: the scenario, or the element of a quantifier with all that is around it.</summary>
internal sealed record ElementScope(FactType Type, string? Name, ElementScope? Outer)
{
    public int Depth { get; } = Outer is null ? 0 : Outer.Depth + 1;

    /// <summary>What is known of paths in this and all scopes like it.</summary>
    public KnownPaths Paths { get; } = Outer is null ? new KnownPaths() : Outer.Paths.Inside(Type, Name);

    /// <summary>The list that is gone over, whose elements these are or around whose elements they are; <see langword="null"/> for the
    /// scenario, and for elements that nobody wrote a list for.</summary>
    public OpenedList? Opened { get; init; }

    /// <summary>What the elements are called inside the selection that picks them, and only there.</summary>
    public string? NameInside => Opened?.NameInside(Depth);

    public ElementScope Root => Outer is null ? this : Outer.Root;

    public IEnumerable<ElementScope> Outwards()
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            yield return scope;
        }
    }

    /// <summary>Whether an element here or further out is called so.</summary>
    public bool NamesElement(string name)
    {
        // Asked of every text in a condition, so nothing is made for it.
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            if (scope.Name == name)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether neither an element here nor a fact of it is called so.</summary>
    public bool IsFree(string name) => Name != name && (Type is not RecordType record || record.SlotOf(name) < 0);

    // Scopes are told apart by where they are opened, not by what they hold.
    public bool Equals(ElementScope? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
