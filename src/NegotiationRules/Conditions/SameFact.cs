using NegotiationRules.Facts;

namespace NegotiationRules.Conditions;

/// <summary>Takes what leads from one place to one fact for the same, however its path was written.</summary>
internal sealed class SameFact : IEqualityComparer<FactReference>
{
    private SameFact()
    {
    }

    public static SameFact Comparer { get; } = new();

    public static bool Are(FactReference one, FactReference other) =>
        one.Depth == other.Depth && one.Slots.AsSpan().SequenceEqual(other.Slots.AsSpan());

    public bool Equals(FactReference? x, FactReference? y) => x is null || y is null ? x == y : Are(x, y);

    public int GetHashCode(FactReference obj)
    {
        var hash = new HashCode();
        hash.Add(obj.Depth);
        foreach (var slot in obj.Slots)
        {
            hash.Add(slot);
        }

        return hash.ToHashCode();
    }
}
