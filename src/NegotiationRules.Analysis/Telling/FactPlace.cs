using System.Collections.Immutable;
using NegotiationRules.Analysis.Cells;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Telling;

/// <summary>A fact, or a list, of one scenario.</summary>
/// <param name="At">Where it is read.</param>
/// <param name="Fact">What is read there.</param>
internal readonly record struct FactPlace(Scope At, FactReference Fact)
{
    /// <summary>What lies at a path of the scenario, which has all elements on the way to it.</summary>
    public static FactPlace Find(FactRecord scenario, string path)
    {
        FactType type = scenario.Type;
        var (at, slots, written) = (Scope.Of(scenario), ImmutableArray<int>.Empty, string.Empty);
        foreach (var step in ScenarioPath.TryParse(path, out _)!.Steps)
        {
            if (step.Name is { } name)
            {
                var slot = ((RecordType)type).SlotOf(name);
                (slots, type) = (slots.Add(slot), ((RecordType)type).Properties[slot].Type);
                written = SchemaPlace.Inner(written, name);
                continue;
            }

            var list = new FactReference(at.Depth, slots, type, written);
            (at, slots, written) = (at.Enter(at.Read(list).List[step.Index], list, step.Index), [], string.Empty);
            type = ((ListType)type).Element;
        }

        return new FactPlace(at, new FactReference(at.Depth, slots, type, written));
    }

    /// <summary>The same fact of any element of a list that is named there.</summary>
    /// <param name="element">The path of an element that it lies in.</param>
    /// <param name="path">Its own path.</param>
    /// <param name="type">The type of the element.</param>
    /// <param name="depth">How deep the element is.</param>
    public static FactReference Within(string element, string path, FactType type, int depth)
    {
        var written = path[element.Length..].TrimStart('.');
        var slots = ImmutableArray<int>.Empty;
        foreach (var name in written.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            var slot = ((RecordType)type).SlotOf(name);
            (slots, type) = (slots.Add(slot), ((RecordType)type).Properties[slot].Type);
        }

        return new FactReference(depth, slots, type, written);
    }
}
