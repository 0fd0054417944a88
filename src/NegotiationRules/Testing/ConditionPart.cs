using System.Collections.Immutable;
using NegotiationRules.Conditions;

namespace NegotiationRules.Testing;

/// <summary>A condition directly inside another one, as it is written.</summary>
/// <param name="Inner">The inner condition.</param>
/// <param name="List">The list whose elements it is about; <see langword="null"/> if it is about what the outer one is about.</param>
/// <param name="Guard">If this is false of an element, the inner condition is not asked for.</param>
/// <param name="Number">Which of several at the same place it is, counted from 1; 0 if it has a place of its own.</param>
internal readonly record struct ConditionPart(Condition Inner, ListReference? List = null, Condition? Guard = null, int Number = 0)
{
    /// <summary>What leads from the outer condition to where <see cref="List"/> is gone over, outermost first: into the elements of a list,
    /// or only past a guard.</summary>
    public ImmutableArray<(ListReference? List, Condition? Guard)> Way { get; private init; } = [];

    /// <summary>The parts of a condition. What a form is defined by is no part of it: nobody wrote that.</summary>
    public static IEnumerable<ConditionPart> Of(Condition condition) =>
        condition is Composition
            ? condition.Children.Select((part, i) =>
                new ConditionPart((Condition)part.Node, Number: part.Node.Span == condition.Span ? i + 1 : 0))
            : condition.Written.SelectMany(Of);

    // Those inside an operand, wherever they stand in it.
    private static IEnumerable<ConditionPart> Of(Child child) =>
        child.Node is Condition condition ? [new ConditionPart(condition, child.List, child.Guard)]
        : child is { List: null, Guard: null } ? child.Node.Written.SelectMany(Of)
        : child.Node.Written.SelectMany(Of).Select(part => part.Past(child.List, child.Guard));

    private ConditionPart Past(ListReference? list, Condition? guard) => this with { Way = [(list, guard), .. Way] };
}
