using System.Collections.Immutable;

namespace NegotiationRules.Conditions;

/// <summary>Some elements of a list, in an order. What is given is done in this order.</summary>
/// <param name="From">The list that the elements are taken from; it may be a selection itself.</param>
/// <param name="Where">What the elements must meet.</param>
/// <param name="Distinct">Of the elements of which these are all the same, only the first is left; empty for all.</param>
/// <param name="OrderBy">By what they are ordered, the weightiest first; elements of which all is the same stay in the order they
/// had.</param>
/// <param name="IsReversed">Whether they are gone through from the last to the first.</param>
/// <param name="Skip">How many are left out at the start, worked out where the list is gone over; <see langword="null"/> for none.</param>
/// <param name="Take">Likewise how many are left at most; <see langword="null"/> for all.</param>
/// <param name="HasTies">Whether those that stand level with the last that is taken, by the keys of the order, are taken too.</param>
internal sealed record Selection(
    ListReference From, Condition? Where, ImmutableArray<Operand> Distinct, ImmutableArray<OrderKey> OrderBy, bool IsReversed,
    Operand? Skip, Operand? Take, bool HasTies)
{
    /// <summary>Whether a parameter says how many are left out or left.</summary>
    public bool IsVaried => Numbers.Any(number => number is Constant { Parameter: not null });

    /// <summary>Whether it matters which elements come before which: without, each element is taken or left on its own.</summary>
    public bool IsArranged => !Distinct.IsEmpty || !OrderBy.IsEmpty || IsReversed || Skip is not null || Take is not null;

    /// <summary>The keys: what <see cref="Distinct"/> and <see cref="OrderBy"/> look at of each element.</summary>
    public IEnumerable<Operand> Keys => Distinct.Concat(OrderBy.Select(key => key.Key));

    /// <summary><see cref="Skip"/> and <see cref="Take"/>, as far as they are there.</summary>
    public IEnumerable<Operand> Numbers => new[] { Skip, Take }.OfType<Operand>();

    /// <summary>Whether at most one element is left, whatever the facts are.</summary>
    public bool IsOfOne => !HasTies && Take is Constant { Value.Steps: <= 1 };
}

/// <summary>One key of an order, from the least to the greatest or the other way round.</summary>
internal sealed record OrderKey(Operand Key, bool IsDescending);
