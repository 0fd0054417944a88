namespace NegotiationRules.Facts;

/// <summary>The facts of one object, by the slots of its type. Never changed once it is bound, unless somebody owns a copy and changes
/// that.</summary>
internal sealed class FactRecord(RecordType type, FactValue[] values, FactSource?[]? sources)
{
    public RecordType Type { get; } = type;

    public ReadOnlySpan<FactValue> Values => values;

    public ref readonly FactValue this[int slot] => ref values[slot];

    /// <summary>Who stated the fact, or <see langword="null"/> if the scenario does not say.</summary>
    public FactSource? SourceOf(int slot) => sources?[slot];

    /// <summary>Another record of the same facts, down to the last one, for somebody who wants to change them.</summary>
    public FactRecord Copy() => new(Type, [.. values.Select(FactList.Copy)], sources is null ? null : [.. sources]);

    /// <summary>The same facts but for one, which is reached by these slots: all that is not on the way to it is shared. Objects on the way
    /// are made where nothing is known of them.</summary>
    public FactRecord With(ReadOnlySpan<int> slots, FactValue value)
    {
        var slot = slots[0];
        if (slots.Length > 1)
        {
            var inner = values[slot].IsKnown ? values[slot].Record : Empty((RecordType)Type.Properties[slot].Type);
            value = FactValue.Of(inner.With(slots[1..], value));
        }

        var other = new FactRecord(Type, [.. values], sources is null ? null : [.. sources]);
        other.Change(slot, value);
        return other;
    }

    /// <summary>Changes a fact of a copy; who stated the old value is forgotten.</summary>
    public void Change(int slot, FactValue value)
    {
        values[slot] = value;
        if (sources is not null)
        {
            sources[slot] = null;
        }
    }

    /// <summary>A record of which nothing is known but the defaults of its type.</summary>
    public static FactRecord Empty(RecordType type) => new(type, [.. type.Properties.Select(p => p.Default)], null);

    /// <summary>What is bound where nothing is stated: of an object its defaults if it has any, else nothing known.</summary>
    public static FactValue Absent(FactType type) =>
        type is RecordType record && record.Properties.Any(p => p.Default.IsKnown) ? FactValue.Of(Empty(record)) : FactValue.Unknown;
}
