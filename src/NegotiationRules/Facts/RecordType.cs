using System.Runtime.CompilerServices;

namespace NegotiationRules.Facts;

/// <summary>The type of an object: its properties by name, and by slot in the order of the vocabulary.</summary>
internal sealed record RecordType : FactType
{
    private readonly Dictionary<string, int> _slots;

    public RecordType(IReadOnlyList<Property> properties)
    {
        Properties = properties;
        _slots = new Dictionary<string, int>(properties.Count, StringComparer.Ordinal);
        for (var slot = 0; slot < properties.Count; slot++)
        {
            _slots.Add(properties[slot].Name, slot);
        }

        UsualLabel = FindLabel();
    }

    public IReadOnlyList<Property> Properties { get; }

    /// <summary>The slot of the text by which an explanation calls such an object; -1 if it has none.</summary>
    public int Label => ChosenLabel ?? UsualLabel;

    /// <summary>The slot of the text that the vocabulary chooses for that; <see langword="null"/> if it chooses none.</summary>
    public int? ChosenLabel { get; init; }

    /// <summary>Whether a scenario may have further facts here, which no rule can see.</summary>
    public bool AllowsMore { get; init; }

    public override string Kind => "an object";

    /// <summary>The slot of the text that labels an object whose vocabulary does not choose one: its name, its id, its first text; or
    /// -1.</summary>
    private int UsualLabel { get; }

    /// <summary>The slot of a property, or -1.</summary>
    public int SlotOf(string name) => _slots.GetValueOrDefault(name, -1);

    // Two record types are the same only if they are the same object: comparing their trees member by member helps nobody.
    public bool Equals(RecordType? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    private int FindLabel()
    {
        foreach (var name in (ReadOnlySpan<string>)["name", "id"])
        {
            if (_slots.TryGetValue(name, out var slot) && Properties[slot].Type is TextType)
            {
                return slot;
            }
        }

        for (var slot = 0; slot < Properties.Count; slot++)
        {
            if (Properties[slot].Type is TextType)
            {
                return slot;
            }
        }

        return -1;
    }
}
