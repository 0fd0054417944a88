using System.Collections.Immutable;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;

namespace NegotiationRules.Evaluation;

/// <summary>A fact of a scenario that is not settled: unknown, a date of which only a part is known, or a list that may have more elements
/// than are known.</summary>
/// <param name="Fact">What is read.</param>
/// <param name="At">The scenario, or the element, that the fact is read from.</param>
/// <param name="Steps">The way from the scenario to it: slots of objects, and the complements of places in lists.</param>
internal sealed record OpenFact(FactReference Fact, Scope At, ImmutableArray<int> Steps)
{
    private string? _path;

    /// <summary>The path by which it can be changed in the scenario.</summary>
    public string Path => _path ??= PathIn();

    /// <summary>What is known of it: nothing, the days of a date, or some elements of a list.</summary>
    public FactValue Known { get; } = At.Read(Fact);

    /// <summary>The fact if it is open and has a place of its own: a parameter's value has none, and an element that is only supposed comes
    /// with its list.</summary>
    public static OpenFact? Find(FactReference fact, Scope scope)
    {
        var at = scope.At(fact.Depth);
        var steps = new List<int>();
        return at.IsSupposed || !IsOpen(at.Read(fact), fact.Type) || !TryAddSteps(at, steps) ? null
            : new OpenFact(fact, at, [.. steps, .. fact.Slots]);
    }

    // Not of a parameter's value, nor of what is in it.
    private static bool TryAddSteps(Scope at, List<int> steps)
    {
        if (at.List is not { } list)
        {
            return at.Outer is null;
        }

        var isOfTheScenario = TryAddSteps(at.Outer!.At(list.Depth), steps);
        steps.AddRange(list.Slots);
        steps.Add(~at.Index);
        return isOfTheScenario;
    }

    private string PathIn()
    {
        var path = At.PathOf(Fact);
        return Fact.Type is ListType { CompleteBy: { } sibling } && Fact.Slots.Length > 0 && SaysMore(Fact, At, sibling)
            ? path[..(path.LastIndexOf('.') + 1)] + sibling
            : path;
    }

    // The boolean beside it that is false is what is to be changed once the list is whole.
    private static bool SaysMore(FactReference list, Scope at, string sibling)
    {
        var around = at.Read(list with { Slots = list.Slots.RemoveAt(list.Slots.Length - 1) });
        return around.IsKnown && around.Record[around.Record.Type.SlotOf(sibling)] is { IsKnown: true, Boolean: false };
    }

    // A date that is only partly known leaves a comparison open as much as one that is not known at all.
    private static bool IsOpen(FactValue value, FactType type) => value.Kind switch
    {
        FactKind.Unknown => true,
        FactKind.Date => !value.Date.IsDay,
        FactKind.List => !value.List.IsComplete && value.List.Count != ((ListType)type).MaxItems,
        _ => false,
    };
}
