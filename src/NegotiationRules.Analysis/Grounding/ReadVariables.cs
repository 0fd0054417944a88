using NegotiationRules.Analysis.Cells;
using NegotiationRules.Analysis.Circuits;
using NegotiationRules.Conditions;

namespace NegotiationRules.Analysis.Grounding;

/// <summary>All variables that what becomes of a condition may hang on, and all facts and lists.</summary>
internal sealed class ReadVariables(GroundElements elements)
{
    private readonly SortedDictionary<int, Variable> _found = [];
    private readonly HashSet<FramePart> _parts = [];

    public IReadOnlyList<Variable> Found => [.. _found.Values];

    /// <summary>The facts and lists, also those of which nothing may be otherwise.</summary>
    public IReadOnlyCollection<FramePart> Parts => _parts;

    public void Add(Node node, GroundPlace place)
    {
        if (node.Fact is { } fact && place.Read(fact) is { } part)
        {
            AddAll(part);
        }

        if (node.List is { } list)
        {
            Add(list, place);
        }

        foreach (var child in node.Children)
        {
            if (child.IsInScenario)
            {
                Add(child.Node, place.At(0));
            }
            else if (child.List is { } inner)
            {
                foreach (var element in elements.Of(Unselected(inner), place)!)
                {
                    Add(child.Node, element.Place);
                }
            }
            else
            {
                Add(child.Node, place);
            }
        }
    }

    /// <summary>The same for which elements a list has before any are selected.</summary>
    public void Add(ListReference list, GroundPlace place) => AddLists(Unselected(list), place);

    private static ListReference Unselected(ListReference list) =>
        list.Selection is { From: var taken } ? Unselected(taken with { Around = taken.Around ?? list.Around }) : list;

    // Which elements there are, level by level.
    private void AddLists(ListReference list, GroundPlace place)
    {
        place = list.Around is { } depth ? place.At(depth) : place;
        for (var level = 0; level < list.Levels.Length; level++)
        {
            var outer = level == 0 ? [place]
                : elements.Of(list with { Levels = list.Levels[..level] }, place)!.Select(element => element.Place);
            foreach (var one in outer)
            {
                if (one.Read(list.Levels[level]) is FrameList there)
                {
                    _parts.Add(there);
                    Add(there.Completion);
                    foreach (var element in there.Elements)
                    {
                        Add(element.Presence);
                    }
                }
            }
        }
    }

    private void AddAll(FramePart part)
    {
        switch (part)
        {
            case FrameFact fact:
                _parts.Add(fact);
                Add(fact.Variable);
                break;
            case FrameRecord record:
                foreach (var inner in record.Parts)
                {
                    AddAll(inner);
                }

                break;
            case FrameList list:
                _parts.Add(list);
                Add(list.Completion);
                foreach (var element in list.Elements)
                {
                    Add(element.Presence);
                    AddAll(element.Content);
                }

                break;
            default:
                break;
        }
    }

    private void Add(Variable? variable)
    {
        if (variable is { CellCount: > 1 } there)
        {
            _found[there.Index] = there;
        }
    }
}
