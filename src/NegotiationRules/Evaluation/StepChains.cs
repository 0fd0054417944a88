using NegotiationRules.Conditions;
using NegotiationRules.Facts;

namespace NegotiationRules.Evaluation;

/// <summary>Elements that meet steps in order of time: those that certainly do so, or those that may.</summary>
/// <remarks>
/// A certain chain needs the end of each time span before the start of the next, or the same element once more, whenever it was; a possible
/// one only a choice of times that does not go back. For each number of steps met, those chains are kept that are done the earliest, and of
/// those that are done later, where time is limited, only those that also begin later.
/// </remarks>
internal sealed class StepChains
{
    private readonly InOrder _order;
    private readonly bool _mustBeCertain;
    private readonly bool _isTimed;
    private readonly List<List<Candidate>> _steps;
    private readonly List<Chain>[] _chains;
    private readonly Dictionary<(int Index, int Met), Chain> _endingIn = [];
    private Duration? _time;

    private StepChains(InOrder order, Elements elements, bool mustBeCertain, bool isTimed)
    {
        (_order, _mustBeCertain, _isTimed) = (order, mustBeCertain, isTimed);
        var scopes = elements.Known.Concat(mustBeCertain ? [] : elements.Further.Select(f => f.Scope)).ToList();
        _steps = [.. order.Steps.Select(step => scopes.Select((scope, index) => (Item: scope, Index: index)).Where(e => Takes(step, e.Item))
            .Select(e => (e.Item, e.Index, Time: Quantities.Exact(order.By, e.Item, 0)))
            .Select(e => new Candidate(e.Index, e.Item, e.Time.Low ?? Int128.MinValue, e.Time.High ?? Int128.MaxValue)).ToList())];
        _chains = [.. Enumerable.Range(0, order.Steps.Length + 1).Select(_ => new List<Chain>())];
        _chains[0].Add(new Chain(Int128.MaxValue, Int128.MinValue, null, null));
    }

    /// <summary>The most steps that are met in their order, and within the time that they may take.</summary>
    public static int Longest(InOrder order, Elements elements, Scope scope, bool mustBeCertain)
    {
        if (order.Within is not { } within)
        {
            return new StepChains(order, elements, mustBeCertain, isTimed: false).Find(scope.Steps);
        }

        if (Quantities.Durations(within, scope) is not var (shortest, longest))
        {
            return mustBeCertain ? 0 : new StepChains(order, elements, mustBeCertain, isTimed: false).Find(scope.Steps);
        }

        if (order.By.Measure.Kind == MeasureKind.Day)
        {
            Calendar.WholeDaysOf(shortest);
            Calendar.WholeDaysOf(longest);
        }

        if (longest.Range.High < 0)
        {
            return 0;
        }

        var chains = new StepChains(order, elements, mustBeCertain, isTimed: true);
        chains._time = mustBeCertain ? shortest : longest;
        var found = chains.Find(scope.Steps);

        // What meets several steps at once takes no time, whenever it was.
        return mustBeCertain && shortest.Range.Low >= 0 ? Math.Max(found, chains.MostOfOneElement()) : found;
    }

    /// <summary>The first and the last element of those that come in order the closest together, whatever the time that they may take;
    /// <see langword="null"/> if none do, or a time is not exactly known.</summary>
    public static (Scope First, Scope Last, Int128 Time)? Closest(InOrder order, Elements elements, StepCount taken)
    {
        var chains = new StepChains(order, elements, mustBeCertain: false, isTimed: true);
        if (!chains.AreTimesKnown || chains.Find(taken) < order.Number)
        {
            return null;
        }

        var closest = chains._chains[order.Number].MinBy(chain => chain.End - chain.Begin);
        return (closest.First!, closest.Last!, closest.End - closest.Begin);
    }

    private bool AreTimesKnown => _steps.TrueForAll(step => step.TrueForAll(taking => taking.Start == taking.End));

    private bool Takes(Condition step, Scope element) =>
        TreeWalk.Evaluate(step, element) is var met && (met == Truth.True || (!_mustBeCertain && met == Truth.Unknown));

    private int MostOfOneElement() =>
        _steps.SelectMany(step => step).GroupBy(taking => taking.Index).Select(steps => steps.Count()).DefaultIfEmpty().Max();

    private int Find(StepCount taken)
    {
        var longest = 0;
        var found = new List<Chain>();
        foreach (var step in _steps)
        {
            for (var met = longest; met >= 0 && step.Count > 0; met--)
            {
                taken.Take(step.Count);
                found.Clear();
                foreach (var taking in step)
                {
                    if (_mustBeCertain)
                    {
                        AddCertain(found, met, taking);
                    }
                    else
                    {
                        AddPossible(found, met, taking, taken);
                    }
                }

                if (found.Count > 0)
                {
                    Keep(_chains[met + 1], found);
                    longest = Math.Max(longest, met + 1);
                }
            }
        }

        return longest;
    }

    private void AddCertain(List<Chain> found, int met, in Candidate taking)
    {
        var before = LastThatEndsBy(_chains[met], taking.Start) is var at and >= 0 ? _chains[met][at] : (Chain?)null;
        if (_endingIn.TryGetValue((taking.Index, met), out var own) && !(before?.Begin >= own.Begin))
        {
            before = own;
        }

        if (before is { } chain)
        {
            var next = new Chain(Int128.Min(chain.Begin, taking.Start), taking.End, chain.First ?? taking.Element, taking.Element);
            if (!_endingIn.TryGetValue((taking.Index, met + 1), out var other) || other.Begin < next.Begin)
            {
                _endingIn[(taking.Index, met + 1)] = next;
            }

            AddInTime(found, next);
        }
    }

    // Of those that are done before it may begin, the one that begins last; each that is done while it may be.
    private void AddPossible(List<Chain> found, int met, in Candidate taking, StepCount taken)
    {
        var chains = _chains[met];
        for (var at = Math.Max(LastThatEndsBy(chains, taking.Start), 0); at < chains.Count && chains[at].End <= taking.End; at++)
        {
            taken.Take();
            var chain = chains[at];
            AddInTime(found, new Chain(
                Int128.Min(chain.Begin, taking.End), Int128.Max(chain.End, taking.Start), chain.First ?? taking.Element, taking.Element));
        }
    }

    private void AddInTime(List<Chain> found, in Chain chain)
    {
        if (chain.End <= LatestEnd(chain.Begin))
        {
            found.Add(chain);
        }
    }

    private static int LastThatEndsBy(List<Chain> chains, Int128 time)
    {
        var (low, high) = (0, chains.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = chains[middle].End <= time ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }

    private void Keep(List<Chain> chains, List<Chain> found)
    {
        found.AddRange(chains);
        found.Sort(static (a, b) => a.End != b.End ? a.End.CompareTo(b.End) : b.Begin.CompareTo(a.Begin));
        chains.Clear();
        foreach (var chain in found)
        {
            if (chains.Count == 0 || (_isTimed && chain.Begin > chains[^1].Begin))
            {
                chains.Add(chain);
            }
        }
    }

    // What lies beyond the calendar is never reached.
    private Int128 LatestEnd(Int128 begin)
    {
        if (_time is not { } time || begin == Int128.MaxValue)
        {
            return Int128.MaxValue;
        }

        if (begin == Int128.MinValue)
        {
            return Int128.MinValue;
        }

        return (_order.By.Measure.Kind == MeasureKind.Day ? Calendar.TryAdd((int)begin, time) : Calendar.TryAddToInstant((long)begin, time))
            ?? (time.Range.High < 0 ? Int128.MinValue : Int128.MaxValue);
    }

    // An element that takes a step, and when it was at the earliest and at the latest.
    private readonly record struct Candidate(int Index, Scope Element, Int128 Start, Int128 End);

    /// <summary>Elements that take steps one after the other.</summary>
    /// <param name="Begin">Of a certain chain, when the first of them was at the earliest; of a possible one, the latest time from which
    /// all of them may be.</param>
    /// <param name="End">When the last of them is done: certainly, or at the earliest.</param>
    /// <param name="First">The first of them; <see langword="null"/> if there is none yet.</param>
    /// <param name="Last">The last of them.</param>
    private readonly record struct Chain(Int128 Begin, Int128 End, Scope? First, Scope? Last);
}
