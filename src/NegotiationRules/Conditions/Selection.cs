using System.Collections.Immutable;

namespace NegotiationRules.Conditions;

/// <summary>Some elements of a list, in an order. What is given is done in this order.</summary>
/// <param name="From">The list that the elements are taken from; it may be a selection itself.</param>
/// <param name="Where">What the elements must meet.</param>
/// <param name="Distinct">Of the elements of which this is the same, only the first is left.</param>
/// <param name="OrderBy">By what they are ordered, the weightiest first; elements of which all is the same stay in the order they
/// had.</param>
/// <param name="IsReversed">Whether they are gone through from the last to the first.</param>
/// <param name="Skip">How many are left out at the start.</param>
/// <param name="Take">How many are left at most; <see langword="null"/> for all.</param>
internal sealed record Selection(
    ListReference From, Condition? Where, Operand? Distinct, ImmutableArray<OrderKey> OrderBy, bool IsReversed, long Skip, long? Take)
{
    /// <summary>Whether a parameter says how many are left out or left.</summary>
    public bool IsVaried { get; init; }

    /// <summary>Whether it matters which elements come before which: without, each element is taken or left on its own.</summary>
    public bool IsArranged => Distinct is not null || !OrderBy.IsEmpty || IsReversed || Skip > 0 || Take is not null;

    /// <summary>The keys: what <see cref="Distinct"/> and <see cref="OrderBy"/> look at of each element.</summary>
    public IEnumerable<Operand> Keys =>
        Distinct is null ? OrderBy.Select(key => key.Key) : OrderBy.Select(key => key.Key).Prepend(Distinct);
}

/// <summary>One key of an order, from the least to the greatest or the other way round.</summary>
internal sealed record OrderKey(Operand Key, bool IsDescending);
