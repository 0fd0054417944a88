namespace NegotiationRules.Facts;

/// <summary>The known elements of a list, and whether there may be others. Never changed once it is bound.</summary>
internal sealed class FactList(FactValue[] elements, bool isComplete, FactSource?[]? sources = null)
{
    public ReadOnlySpan<FactValue> Elements => elements;

    public int Count => elements.Length;

    public bool IsComplete { get; } = isComplete;

    public FactValue this[int index] => elements[index];

    /// <summary>Who stated the element, or <see langword="null"/> if the scenario does not say.</summary>
    public FactSource? SourceOf(int index) => sources?[index];

    /// <summary>The same elements, with the other answer to whether there may be more.</summary>
    public FactList WithCompleteness(bool complete) => complete == IsComplete ? this : new FactList(elements, complete, sources);
}
