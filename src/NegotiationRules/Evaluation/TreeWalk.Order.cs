using NegotiationRules.Conditions;

namespace NegotiationRules.Evaluation;

/// <content>Steps in order of time.</content>
internal static partial class TreeWalk
{
    private static Truth Order(InOrder condition, Scope scope)
    {
        var elements = Elements.Of(condition.List, scope);
        var certain = LongestChain(condition, elements, mustBeCertain: true);
        if (certain >= condition.Number)
        {
            return Truth.True;
        }

        return Truths.Of(false, LongestChain(condition, elements, mustBeCertain: false) >= condition.Number);
    }

    /// <summary>How many of the steps are met in their order, by elements that certainly do so or only may.</summary>
    /// <remarks>
    /// For each number of steps met, the earliest time at which the last of them can be done. A certain chain needs the end of each time
    /// span before the start of the next, or the same element once more, whenever it was; a possible one only a choice of times that does
    /// not go back, for which the latest start so far decides.
    /// </remarks>
    public static int LongestChain(InOrder condition, Elements elements, bool mustBeCertain)
    {
        var ends = new Int128[condition.Steps.Length + 1];
        ends[0] = Int128.MinValue;
        var longest = 0;
        var scopes = elements.Known.Concat(mustBeCertain ? [] : elements.Further.Select(f => f.Scope)).ToList();
        var isLast = new bool[scopes.Count, condition.Steps.Length + 1];
        foreach (var step in condition.Steps)
        {
            var candidates = scopes.Select((scope, index) => (Item: scope, Index: index))
                .Where(e => Evaluate(step, e.Item) is var met && (met == Truth.True || (!mustBeCertain && met == Truth.Unknown)))
                .Select(e => (e.Index, Time: Quantities.Exact(condition.By, e.Item, 0))).ToList();
            for (var met = longest; met >= 0 && candidates.Count > 0; met--)
            {
                scopes[0].Steps.Take(candidates.Count);
                Int128? earliest = null;
                foreach (var (index, time) in candidates)
                {
                    var (start, end) = (time.Low ?? Int128.MinValue, time.High ?? Int128.MaxValue);
                    if (ends[met] > (mustBeCertain ? start : end) && !(mustBeCertain && isLast[index, met]))
                    {
                        continue;
                    }

                    isLast[index, met + 1] = true;
                    var done = mustBeCertain ? end : Int128.Max(ends[met], start);
                    earliest = earliest is { } other && other <= done ? other : done;
                }

                if (earliest is { } found && (met == longest || found < ends[met + 1]))
                {
                    ends[met + 1] = found;
                    longest = Math.Max(longest, met + 1);
                }
            }
        }

        return longest;
    }
}
