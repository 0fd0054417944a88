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
    /// For each number of steps met, the earliest time at which the last of them can be done. A certain chain needs the end of each time span before the start of the
    /// next; a possible one only a choice of times that does not go back, for which the latest start so far decides.
    /// </remarks>
    public static int LongestChain(InOrder condition, Elements elements, bool mustBeCertain)
    {
        var ends = new Int128[condition.Steps.Length + 1];
        ends[0] = Int128.MinValue;
        var longest = 0;
        foreach (var step in condition.Steps)
        {
            var candidates = elements.Known.Concat(mustBeCertain ? [] : elements.Further.Select(f => f.Scope)).Where(e => Evaluate(step, e) is var met && (met == Truth.True || (!mustBeCertain && met == Truth.Unknown)))
                .Select(e => Quantities.Exact(condition.By, e, 0)).ToList();
            for (var met = longest; met >= 0; met--)
            {
                Int128? earliest = null;
                foreach (var time in candidates)
                {
                    var (start, end) = (time.Low ?? Int128.MinValue, time.High ?? Int128.MaxValue);
                    var follows = mustBeCertain ? time is { Low: not null, High: not null } && ends[met] <= start : ends[met] <= end;
                    var done = mustBeCertain ? end : Int128.Max(ends[met], start);
                    if (follows && (earliest is null || done < earliest))
                    {
                        earliest = done;
                    }
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
