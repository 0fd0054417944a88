using NegotiationRules.Analysis.Cells;
using NegotiationRules.Analysis.Circuits;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;

namespace NegotiationRules.Analysis.Grounding;

/// <summary>A condition that has no structure here: what it is hangs on cells, and is asked of the evaluator, scenario by
/// scenario.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="Place">Where it is read.</param>
/// <param name="Reads">The variables that it may hang on.</param>
/// <param name="Is">Takes what it is: unknown in cell 0, true in cell 1, false in cell 2.</param>
internal sealed record Opaque(Condition Condition, GroundPlace Place, IReadOnlyList<Variable> Reads, Variable Is)
{
    /// <summary>What it is in the scenario with these cells; <see langword="null"/> if its place is not there.</summary>
    public static Truth? Evaluate(Condition condition, GroundPlace place, Frame frame, IReadOnlyList<int> cells, WorkLimits work)
    {
        return ScopeAt(place, Scope.Of(frame.Materialise(cells), work), Needed(condition, place), cells) is { } scope
            ? TreeWalk.TruthOf(condition, scope) : null;
    }

    // Which elements around it count: those that are read, and those whose lists these are in. Any other may be any, and need not be there.
    private static bool[] Needed(Condition condition, GroundPlace place)
    {
        var needed = new bool[place.Depth + 1];
        for (var at = place; at.Outer is not null; at = at.Outer)
        {
            needed[at.Depth] |= !condition.Reach.IsOutside(at.Depth);
            if (needed[at.Depth] && at.List is { } list)
            {
                needed[list.Depth] = true;
            }
        }

        return needed;
    }

    private static Scope? ScopeAt(GroundPlace place, Scope scenario, bool[] needed, IReadOnlyList<int> cells)
    {
        if (place.Outer is null)
        {
            return scenario;
        }

        if (ScopeAt(place.Outer, scenario, needed, cells) is not { } outer)
        {
            return null;
        }

        if (place.IsSupposed || !needed[place.Depth])
        {
            return outer.Suppose();
        }

        if (place.Part is null)
        {
            return place.Parameter is { } parameter ? outer.EnterValue(place.Value, parameter, place.Index)
                : outer.Enter(place.Value, place.List, place.Index);
        }

        var list = (FrameList)place.Outer.Read(place.List!)!;
        var index = 0;
        for (var i = 0; i < place.Index; i++)
        {
            index += Frame.IsThere(list.Elements[i], cells) ? 1 : 0;
        }

        return Frame.IsThere(list.Elements[place.Index], cells)
            ? outer.Enter(outer.Read(place.List!).List[index], place.List, index) : null;
    }
}
