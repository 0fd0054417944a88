using NegotiationRules.Analysis.Cells;
using NegotiationRules.Analysis.Circuits;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Grounding;

/// <summary>An element of a list in the scenarios of a frame.</summary>
/// <param name="Place">Where the conditions on it are read.</param>
/// <param name="Exists">Whether it is one of the list. It may be unknown, of one that may exist beyond those that are there.</param>
/// <param name="Most">How many of its kind there may be at most, unless it does not exist; <see langword="null"/> if there is no
/// telling.</param>
internal readonly record struct GroundElement(GroundPlace Place, Rails Exists, IReadOnlyList<Weighted>? Most)
{
    public static readonly IReadOnlyList<Weighted> One = [new(Edge.True, 1)];
}

/// <summary>Goes over lists as the evaluator does, in all scenarios of a frame at once.</summary>
internal sealed class GroundElements(Circuit circuit, Func<Condition, GroundPlace, Rails> ground)
{
    /// <summary>The elements of a list, and those that may exist beyond them; nothing if it matters which element comes before
    /// which.</summary>
    public IReadOnlyList<GroundElement>? Of(ListReference list, GroundPlace place)
    {
        place = list.Around is { } depth ? place.At(depth) : place;
        if (list.Selection is { } selection)
        {
            return selection.IsArranged || Of(selection.From, place) is not { } from ? null
                : [.. from.Select(element => Select(selection, element))];
        }

        if (list.IsParameter)
        {
            return [.. list.Values.Select((value, index) =>
                new GroundElement(place.EnterValue(value, list, index), Rails.Always, GroundElement.One))];
        }

        List<GroundElement> elements = [new(place, Rails.Always, GroundElement.One)];
        foreach (var level in list.Levels)
        {
            elements = [.. elements.SelectMany(outer => In(level, outer))];
        }

        return elements;
    }

    private GroundElement Select(Selection selection, GroundElement element)
    {
        var meets = selection.Where is null ? Rails.Always : ground(selection.Where, element.Place);
        return element with { Exists = circuit.And(element.Exists, meets) };
    }

    private IEnumerable<GroundElement> In(FactReference level, GroundElement outer)
    {
        var most = ((ListType)level.Type).MaxItems;
        if (outer.Place.Read(level) is FrameList list)
        {
            return OfFrame(level, list, outer, most);
        }

        var value = outer.Place.ReadValue(level);
        if (value.IsKnown)
        {
            // A list that is written out inside a parameter.
            return [.. value.List.Elements.ToArray().Select((element, index) =>
                outer with { Place = outer.Place.EnterWritten(element, level, index) })];
        }

        return most == 0 ? []
            : [new GroundElement(outer.Place.Suppose(), circuit.And(outer.Exists, Rails.Unknown), Times(outer.Most, most))];
    }

    private IEnumerable<GroundElement> OfFrame(FactReference level, FrameList list, GroundElement outer, int? most)
    {
        var there = new List<Edge>();
        for (var index = 0; index < list.Elements.Length; index++)
        {
            var element = list.Elements[index];
            var presence = element.Presence is { } variable ? circuit.Is(variable, 1) : Edge.True;
            there.Add(presence);
            yield return new GroundElement(
                outer.Place.Enter(element, level, index), circuit.And(outer.Exists, new Rails(presence, !presence)), GroundElement.One);
        }

        if (list.Completion is not { } completion)
        {
            yield break;
        }

        var complete = completion.CellCount > 1 ? circuit.Is(completion, 1) : Edge.False;
        var full = most is { } limit ? circuit.AtLeast(there.Select(edge => new Weighted(edge, 1)), limit) : Edge.False;
        var further = new Rails(Edge.False, circuit.Or(complete, full));
        if (further.False != Edge.True)
        {
            IReadOnlyList<Weighted>? room = most is { } number
                ? [new(Edge.True, number), .. there.Select(edge => new Weighted(edge, -1))] : null;
            yield return new GroundElement(outer.Place.Suppose(), circuit.And(outer.Exists, further), room);
        }
    }

    // Of each that may exist, a full list.
    private static IReadOnlyList<Weighted>? Times(IReadOnlyList<Weighted>? outer, int? most) =>
        outer is null || most is not { } number ? null : [.. outer.Select(term => term with { Weight = term.Weight * number })];
}
