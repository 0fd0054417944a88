using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace NegotiationRules.Analysis.Solving;

/// <content>The trail, and what follows from it.</content>
internal sealed partial class Solver
{
    internal const int NoReason = 0;

    private readonly LinearConstraints _linear = new();
    private ClauseArena _arena = new();

    // By literal: 1 true, −1 false, 0 not assigned; and the clauses that watch it.
    private GrowingArray<sbyte> _values;
    private GrowingArray<GrowingArray<Watch>> _watches;

    // By variable: when and why it was assigned. A reason is a clause, or −1 − a linear constraint.
    private GrowingArray<int> _level;
    private GrowingArray<int> _reason;
    private GrowingArray<int> _position;

    // The literals that are true, in the order in which they became so; where each level begins; and how far what follows is known.
    private GrowingArray<int> _trail;
    private GrowingArray<int> _levelStarts;
    private int _propagated;

    private int CurrentLevel => _levelStarts.Count;

    private void Assign(int literal, int reason)
    {
        _values[literal] = 1;
        _values[literal ^ 1] = -1;
        var variable = literal >> 1;
        _level[variable] = CurrentLevel;
        _reason[variable] = reason;
        _position[variable] = _trail.Count;
        _trail.Add(literal);
    }

    private void Decide(int literal)
    {
        _levelStarts.Add(_trail.Count);
        Assign(literal, NoReason);
    }

    private void BackTo(int level)
    {
        if (CurrentLevel <= level)
            return;
        var start = _levelStarts[level];
        for (var i = _trail.Count - 1; i >= start; i--)
        {
            var literal = _trail[i];
            var variable = literal >> 1;
            _values[literal] = _values[literal ^ 1] = 0;
            _phase[variable] = (literal & 1) == 0;
            if (_isEligible[variable])
                _order.Insert(variable);

            // Slacks are as of the literals whose consequences were drawn.
            if (i < _propagated)
                _linear.Restore(literal ^ 1);
        }

        _trail.Shorten(start);
        _levelStarts.Shorten(level);
        _propagated = Math.Min(_propagated, start);
    }

    /// <summary>Draws all consequences of the trail; returns the reason of a conflict, or none.</summary>
    private int Propagate()
    {
        while (_propagated < _trail.Count)
        {
            var falsified = _trail[_propagated++] ^ 1;
            var conflict = PropagateLinear(falsified);
            if (conflict == NoReason)
                conflict = PropagateClauses(falsified);
            if (conflict != NoReason)
                return conflict;
        }

        return NoReason;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int PropagateClauses(int falsified)
    {
        ref var list = ref _watches[falsified];
        var watches = list.AsSpan();
        var values = _values.AsSpan();
        var kept = 0;
        for (var i = 0; i < watches.Length; i++)
        {
            var watch = watches[i];
            if (values[watch.Blocker] > 0)
            {
                watches[kept++] = watch;
                continue;
            }

            // The two watched literals lie in front; the false one goes to the second place.
            var literals = _arena.Literals(watch.Clause);
            if (literals[0] == falsified)
                (literals[0], literals[1]) = (literals[1], falsified);
            var other = literals[0];
            if (values[other] > 0 || !TryWatchAnother(literals, watch.Clause, values))
            {
                watches[kept++] = new(watch.Clause, other);
                if (values[other] > 0)
                    continue;
                if (values[other] < 0)
                {
                    var rest = watches[(i + 1)..];
                    rest.CopyTo(watches[kept..]);
                    list.Shorten(kept + rest.Length);
                    return watch.Clause;
                }

                Assign(other, watch.Clause);
            }
        }

        list.Shorten(kept);
        return NoReason;
    }

    private bool TryWatchAnother(Span<int> literals, int clause, ReadOnlySpan<sbyte> values)
    {
        for (var i = 2; i < literals.Length; i++)
        {
            if (values[literals[i]] < 0)
                continue;
            (literals[1], literals[i]) = (literals[i], literals[1]);
            _watches[literals[1]].Add(new(clause, literals[0]));
            return true;
        }

        return false;
    }

    private int PropagateLinear(int falsified)
    {
        // Even after a conflict all counters are brought up to date: going back restores all of them.
        var conflict = NoReason;
        var count = _linear.OccurrenceCount(falsified);
        for (var i = 0; i < count; i++)
        {
            var (constraint, isTight) = _linear.Falsify(falsified, i);
            if (!isTight || conflict != NoReason)
                continue;
            if (_linear.Slack(constraint) < 0)
                conflict = -1 - constraint;
            else
                Imply(constraint);
        }

        return conflict;
    }

    /// <summary>Makes true what a linear constraint cannot do without.</summary>
    private void Imply(int constraint)
    {
        var slack = _linear.Slack(constraint);
        foreach (var (literal, weight) in _linear.Terms(constraint))
        {
            if (weight <= slack)
                break;
            if (_values[literal.Code] == 0)
                Assign(literal.Code, -1 - constraint);
        }
    }

    /// <summary>The false literals because of which a literal is true, or because of which there is a conflict.</summary>
    /// <param name="reason">The reason of either.</param>
    /// <param name="implied">The literal that is true; −1 for a conflict.</param>
    private ReadOnlySpan<int> Explain(int reason, int implied)
    {
        Debug.Assert(reason != NoReason, "A decision has no reason.");
        if (reason < 0)
            return ExplainLinear(-1 - reason, implied);

        // The literal that a clause implies is its first, for as long as it is implied.
        ReadOnlySpan<int> literals = _arena.Literals(reason);
        return implied < 0 ? literals : literals[1..];
    }

    // Enough false literals, heaviest first, that the others cannot reach the bound: the fewest that explain. Those that are false
    // from the start are never looked at by whoever asks and cost nothing. Those that became false later explain nothing.
    private ReadOnlySpan<int> ExplainLinear(int constraint, int implied)
    {
        var terms = _linear.Terms(constraint);
        var spare = _linear.Spare(constraint);
        var before = implied < 0 ? int.MaxValue : _position[implied >> 1];
        foreach (var (literal, weight) in terms)
        {
            if (literal.Code == implied || (_values[literal.Code] < 0 && _level[literal.Variable] == 0))
                spare -= weight;
        }

        _explanation.Shorten(0);
        foreach (var (literal, weight) in terms)
        {
            if (spare < 0)
                break;
            var variable = literal.Variable;
            if (_values[literal.Code] >= 0 || _level[variable] == 0 || _position[variable] > before)
                continue;
            _explanation.Add(literal.Code);
            spare -= weight;
        }

        Debug.Assert(spare < 0, "What was implied is explained.");
        return _explanation.AsSpan();
    }
}
