using System.Text;

namespace NegotiationRules.Facts.Columns;

/// <summary>The facts of an object, by slot.</summary>
internal sealed class RecordPlan
{
    /// <summary>As many properties as one mask of bits can follow.</summary>
    public const int MostProperties = 64;

    private readonly int[] _next;
    private Utf8Index? _slots;

    public RecordPlan(RecordType type, FactPlan[] facts)
    {
        Type = type;
        Facts = facts;
        Names = [.. type.Properties.Select(p => Encoding.UTF8.GetBytes(p.Name))];
        _next = [.. Enumerable.Range(1, facts.Length), 0];
        for (var slot = 0; slot < facts.Length; slot++)
        {
            Reads |= facts[slot].IsRead ? 1ul << slot : 0;
        }

        var lists = new List<CompletedList>();
        for (var slot = 0; slot < facts.Length; slot++)
        {
            if (facts[slot] is { List.Level: >= 0, Type: ListType { CompleteBy: { } sibling } })
            {
                Completed |= 1ul << slot;
                facts[type.SlotOf(sibling)].Completes |= 1ul << lists.Count;
                lists.Add(new CompletedList(slot, type.Properties[type.SlotOf(sibling)].Default));
            }
        }

        CompletedLists = [.. lists];
    }

    public RecordType Type { get; }

    public FactPlan[] Facts { get; }

    /// <summary>The names of the properties in UTF-8.</summary>
    public byte[][] Names { get; }

    /// <summary>A bit for each slot: whether the fact, or anything in it, is laid out.</summary>
    public ulong Reads { get; }

    /// <summary>A bit for each slot: whether it is a list that is laid out and that a fact beside it calls complete.</summary>
    public ulong Completed { get; }

    /// <summary>Those lists, in the order of the bits of <see cref="FactPlan.Completes"/>.</summary>
    public CompletedList[] CompletedLists { get; }

    /// <summary>The slot that came after another when it last did: whoever writes scenarios writes facts in the same order each
    /// time.</summary>
    /// <param name="slot">The other slot; -1 for none.</param>
    public int After(int slot) => _next[slot < 0 ? _next.Length - 1 : slot];

    /// <summary>Remembers which slot came after another.</summary>
    public void Follow(int slot, int next) => _next[slot < 0 ? _next.Length - 1 : slot] = next;

    /// <summary>The slot of a name in UTF-8, or -1.</summary>
    public int SlotOf(ReadOnlySpan<byte> name)
    {
        if (_slots is null)
        {
            _slots = new Utf8Index();
            for (var slot = 0; slot < Facts.Length; slot++)
            {
                _slots.Add(Type.Properties[slot].Name, slot);
            }
        }

        return _slots.Find(name);
    }
}
