namespace NegotiationRules.Facts;

/// <summary>The known elements of a list, and whether there may be others. Never changed once it is bound, unless somebody owns a copy and
/// changes that.</summary>
internal sealed class FactList(FactValue[] elements, bool isComplete, FactSource?[]? sources = null)
{
    public ReadOnlySpan<FactValue> Elements => elements;

    public int Count => elements.Length;

    public bool IsComplete { get; } = isComplete;

    public ref readonly FactValue this[int index] => ref elements[index];

    /// <summary>Who stated the element, or <see langword="null"/> if the scenario does not say.</summary>
    public FactSource? SourceOf(int index) => sources?[index];

    /// <summary>The same list with the given answer to whether there may be more; what is unknown stays so.</summary>
    public static FactValue WithCompleteness(FactValue list, bool complete) =>
        list.IsKnown && list.List.IsComplete != complete ? FactValue.Of(list.List.With(complete)) : list;

    /// <summary>The same value; a record or a list is another one with the same facts, down to the last.</summary>
    public static FactValue Copy(FactValue value) => value.Kind switch
    {
        FactKind.Record => FactValue.Of(value.Record.Copy()),
        FactKind.List => FactValue.Of(value.List.Copy()),
        _ => value,
    };

    /// <summary>Changes an element of a copy; who stated the old one is forgotten.</summary>
    public void Change(int index, FactValue value)
    {
        elements[index] = value;
        if (sources is not null)
        {
            sources[index] = null;
        }
    }

    private FactList With(bool complete) => new(elements, complete, sources);

    private FactList Copy() => new([.. elements.Select(Copy)], IsComplete, sources is null ? null : [.. sources]);
}
