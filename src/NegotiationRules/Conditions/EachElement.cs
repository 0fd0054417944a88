using System.Collections.Immutable;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Conditions;

/// <summary>What a rule asks of each element of a list: <c>"forEach": list, "as": name</c>. Its conditions are read in the
/// element.</summary>
/// <remarks>
/// The rule as a whole is said by quantifiers over the same list, so whoever evaluates rules evaluates these: it applies if it does to some
/// element (<see cref="Applies"/>), is met if it is by every one to which it does (<see cref="Met"/>), and its day has passed if that of
/// one by which it is missed has (<see cref="Passed"/>).
/// </remarks>
/// <param name="Span">Where <c>forEach</c> stands.</param>
/// <param name="List">The elements.</param>
/// <param name="Stage">What the stage asks to apply, read in the scenario; <see langword="null"/> if it always does.</param>
/// <param name="When">To which elements it applies; <see langword="null"/> for all.</param>
/// <param name="Require">What must hold of an element; for a risk, what must not.</param>
/// <param name="IsRisk">Whether it is a risk.</param>
internal sealed record EachElement(
    Span Span, ListReference List, StageCondition? Stage, Condition? When, Condition Require, bool IsRisk)
{
    /// <summary>The party that holds the rule for an element, if a fact of that says it.</summary>
    public Operand? Holder { get; init; }

    /// <summary>That one certain party holds it for an element, where it is what the rule is for that party.</summary>
    public Condition? IsHeld { get; private init; }

    /// <summary>The day by which an element must meet it, if there is one.</summary>
    public Operand? By { get; init; }

    /// <summary>That this day has passed.</summary>
    public Condition? Deadline { get; init; }

    /// <summary>That it applies to some element; <see langword="null"/> where it always does.</summary>
    public Condition? Applies() => When is null && List is { IsParameter: true, Selection: null, Values.IsEmpty: false } ? null
        : new Quantified(Span, QuantifierKind.Some, List, When, null);

    /// <summary>The same, and that the stage applies.</summary>
    public Condition? AppliesInStage() => (Stage, Applies()) switch
    {
        (null, var applies) => applies,
        (var stage, null) => stage,
        var (stage, applies) => new Composition(Span, CompositionKind.All, [stage, applies]),
    };

    /// <summary>That every element to which it applies meets it; for a risk, that one does.</summary>
    public Condition Met() => IsRisk
        ? new Quantified(Span, QuantifierKind.Some, List, All(When, Require), null)
        : new Quantified(Span, QuantifierKind.Every, List, When, Require);

    /// <summary>That the day of an element has passed by which it is missed; <see langword="null"/> if there is no day.</summary>
    public Condition? Passed() => Deadline is null ? null
        : new Quantified(Span, QuantifierKind.Some, List,
            All(When, IsRisk ? Require : new Negation(Require.Span, Require), Deadline), null);

    /// <summary>The same of those elements alone for which a party holds the rule.</summary>
    public EachElement HeldBy(string party)
    {
        var isHeld = new RelationTest(
            Holder!.Span, Holder, Relation.Equal, new Constant(Holder.Span, Holder.Measure, FactValue.Of(party), null));
        return this with { When = All(isHeld, When), IsHeld = isHeld };
    }

    private Condition All(params ReadOnlySpan<Condition?> parts)
    {
        var all = ImmutableArray.CreateBuilder<Condition>(parts.Length);
        foreach (var part in parts)
        {
            if (part is not null)
            {
                all.Add(part);
            }
        }

        return all.Count == 1 ? all[0] : new Composition(Span, CompositionKind.All, all.ToImmutable());
    }
}
