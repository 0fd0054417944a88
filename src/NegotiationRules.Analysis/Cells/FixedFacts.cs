using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Cells;

/// <summary>What scenarios state of facts that do not change: as good as written in the rules.</summary>
/// <param name="stated">What is stated, by the paths of facts in the vocabulary; unknown, last, where nothing is in some place.</param>
/// <param name="isFixed">Whether a fact does not change, by its path in the vocabulary.</param>
internal sealed class FixedFacts(ILookup<string, FactValue> stated, Func<string, bool> isFixed)
{
    /// <summary>The values that a fact has, unknown among them; <see langword="null"/> if it may come to have others.</summary>
    public IReadOnlyList<FactValue>? ValuesOf(string key) => isFixed(key) ? [.. stated[key]] : null;

    /// <summary>The values that are stated of a fact.</summary>
    public IEnumerable<FactValue> StatedOf(string key) => stated[key].Where(value => value.IsKnown);
}
