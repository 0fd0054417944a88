using NegotiationRules.Conditions;
using NegotiationRules.Facts;

namespace NegotiationRules.Evaluation;

/// <summary>Elements that meet steps in order of time: those that certainly do so, or those that may.</summary>
/// <remarks>
/// A certain chain needs the end of each time span before the start of the next, or the same element once more, whenever it was; a
/// possible one only a choice of times that does not go back. For each number of steps met, those chains are kept that are done the
/// earliest, and of those that are done later, where time is limited, only those that also begin later. Elements go by numbers of whoever
/// asks. Its memory is used again, so one thread uses it.
/// </remarks>
internal sealed class StepChains
{
    private const int None = -1;

    private readonly List<List<Candidate>> _steps = [];
    private readonly List<List<Chain>> _chains = [];
    private readonly List<Chain> _found = [];
    private readonly Dictionary<(int Element, int Met), Chain> _endingIn = [];
    private readonly Dictionary<int, int> _stepsOf = [];
    private int _count;
    private MeasureKind _by;
    private bool _mustBeCertain;
    private Duration? _time;
    private bool _isTimed;

    /// <summary>Forgets all elements.</summary>
    /// <param name="steps">How many steps there are.</param>
    /// <param name="by">What they are in order of: days or moments.</param>
    public void Start(int steps, MeasureKind by)
    {
        (_count, _by) = (steps, by);
        while (_steps.Count < steps)
        {
            _steps.Add([]);
        }

        while (_chains.Count <= steps)
        {
            _chains.Add([]);
        }

        for (var step = 0; step < steps; step++)
        {
            _steps[step].Clear();
        }
    }

    /// <summary>An element that takes a step, and when it was at the earliest and at the latest; the ends of 64 bits where that is not
    /// known. Those of one step come in the order of their list.</summary>
    public void Add(int step, int element, long start, long end) => _steps[step].Add(new Candidate(element, start, end));

    /// <summary>The most steps that are met in their order, whatever time they take.</summary>
    /// <param name="mustBeCertain">Whether all elements that were added take their steps certainly.</param>
    /// <param name="taken">Counts the work, if somebody limits it.</param>
    public int Longest(bool mustBeCertain, StepCount? taken)
    {
        (_mustBeCertain, _time, _isTimed) = (mustBeCertain, null, false);
        return Find(taken);
    }

    /// <summary>The most that are met in their order and within a time: whole days, if they are in order of days.</summary>
    public int Longest(bool mustBeCertain, Duration time, StepCount? taken)
    {
        (_mustBeCertain, _time, _isTimed) = (mustBeCertain, time, true);
        var found = Find(taken);

        // What meets several steps at once takes no time, whenever it was.
        return mustBeCertain && time.Range.Low >= 0 ? Math.Max(found, MostOfOneElement()) : found;
    }

    /// <summary>The first and the last element of so many that come in order the closest together, and how far they are apart;
    /// <see langword="null"/> if so many do not, or a time is not exactly known.</summary>
    public (int First, int Last, Int128 Time)? Closest(int number, StepCount? taken)
    {
        (_mustBeCertain, _time, _isTimed) = (false, null, true);
        if (!AreTimesKnown() || Find(taken) < number)
        {
            return null;
        }

        var closest = _chains[number].MinBy(chain => (Int128)chain.End - chain.Begin);
        return (closest.First, closest.Last, (Int128)closest.End - closest.Begin);
    }

    private bool AreTimesKnown() => _steps.Take(_count).All(step => step.TrueForAll(taking => taking.Start == taking.End));

    private int MostOfOneElement()
    {
        _stepsOf.Clear();
        var most = 0;
        for (var step = 0; step < _count; step++)
        {
            foreach (var taking in _steps[step])
            {
                var steps = _stepsOf.GetValueOrDefault(taking.Element) + 1;
                _stepsOf[taking.Element] = steps;
                most = Math.Max(most, steps);
            }
        }

        return most;
    }

    private int Find(StepCount? taken)
    {
        _endingIn.Clear();
        for (var met = 0; met <= _count; met++)
        {
            _chains[met].Clear();
        }

        _chains[0].Add(new Chain(long.MaxValue, long.MinValue, None, None));
        var longest = 0;
        for (var at = 0; at < _count; at++)
        {
            var step = _steps[at];
            for (var met = longest; met >= 0 && step.Count > 0; met--)
            {
                taken?.Take(step.Count);
                _found.Clear();
                foreach (var taking in step)
                {
                    if (_mustBeCertain)
                    {
                        AddCertain(met, taking);
                    }
                    else
                    {
                        AddPossible(met, taking, taken);
                    }
                }

                if (_found.Count > 0)
                {
                    Keep(_chains[met + 1]);
                    longest = Math.Max(longest, met + 1);
                }
            }
        }

        return longest;
    }

    private void AddCertain(int met, in Candidate taking)
    {
        var before = LastThatEndsBy(_chains[met], taking.Start) is var at and >= 0 ? _chains[met][at] : (Chain?)null;
        if (_endingIn.TryGetValue((taking.Element, met), out var own) && !(before?.Begin >= own.Begin))
        {
            before = own;
        }

        if (before is { } chain)
        {
            var next = new Chain(Math.Min(chain.Begin, taking.Start), taking.End, FirstOf(chain, taking), taking.Element);
            if (!_endingIn.TryGetValue((taking.Element, met + 1), out var other) || other.Begin < next.Begin)
            {
                _endingIn[(taking.Element, met + 1)] = next;
            }

            AddInTime(next);
        }
    }

    // Of those that are done before it may begin, the one that begins last; each that is done while it may be.
    private void AddPossible(int met, in Candidate taking, StepCount? taken)
    {
        var chains = _chains[met];
        for (var at = Math.Max(LastThatEndsBy(chains, taking.Start), 0); at < chains.Count && chains[at].End <= taking.End; at++)
        {
            taken?.Take();
            var chain = chains[at];
            AddInTime(new Chain(
                Math.Min(chain.Begin, taking.End), Math.Max(chain.End, taking.Start), FirstOf(chain, taking), taking.Element));
        }
    }

    private static int FirstOf(in Chain chain, in Candidate taking) => chain.First == None ? taking.Element : chain.First;

    private void AddInTime(in Chain chain)
    {
        if (chain.End <= LatestEnd(chain.Begin))
        {
            _found.Add(chain);
        }
    }

    private static int LastThatEndsBy(List<Chain> chains, long time)
    {
        var (low, high) = (0, chains.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = chains[middle].End <= time ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }

    private void Keep(List<Chain> chains)
    {
        _found.AddRange(chains);
        _found.Sort(static (a, b) => a.End != b.End ? a.End.CompareTo(b.End) : b.Begin.CompareTo(a.Begin));
        chains.Clear();
        foreach (var chain in _found)
        {
            if (chains.Count == 0 || (_isTimed && chain.Begin > chains[^1].Begin))
            {
                chains.Add(chain);
            }
        }
    }

    // What lies beyond the calendar is never reached.
    private long LatestEnd(long begin)
    {
        if (_time is not { } time || begin == long.MaxValue)
        {
            return long.MaxValue;
        }

        if (begin == long.MinValue)
        {
            return long.MinValue;
        }

        return (_by == MeasureKind.Day ? Calendar.TryAdd((int)begin, time) : Calendar.TryAddToInstant(begin, time))
            ?? (time.Range.High < 0 ? long.MinValue : long.MaxValue);
    }

    private readonly record struct Candidate(int Element, long Start, long End);

    /// <summary>Elements that take steps one after the other.</summary>
    /// <param name="Begin">Of a certain chain, when the first of them was at the earliest; of a possible one, the latest time from which
    /// all of them may be.</param>
    /// <param name="End">When the last of them is done: certainly, or at the earliest.</param>
    /// <param name="First">The first of them; <see cref="None"/> if there is none yet.</param>
    /// <param name="Last">The last of them.</param>
    private readonly record struct Chain(long Begin, long End, int First, int Last);
}
