using System.Runtime.CompilerServices;
using NegotiationRules.Analysis.Circuits;

namespace NegotiationRules.Analysis.Solving;

/// <summary>Learns sums from conflicts (after RoundingSat). A clause says of one choice of elements that it will not do; a sum says it of
/// all choices of as many.</summary>
/// <param name="linear">The sums that there are.</param>
internal sealed class SumLearner(LinearConstraints linear)
{
    private const int MostTerms = 2000;

    private readonly SumResolvent _sum = new();
    private readonly List<(int Level, bool IsFalse, Int128 Weight)> _levels = [];

    /// <summary>The terms of what was found.</summary>
    public List<WeightedLiteral> Terms { get; } = [];

    /// <summary>What they add up to at least.</summary>
    public Int128 Bound => _sum.Bound;

    public void NewVariable() => _sum.NewVariable();

    /// <summary>Adds up what the conflict follows from until it would have been seen on a lower level, into <see cref="Terms"/> and
    /// <see cref="Bound"/>.</summary>
    /// <param name="at">What was assigned.</param>
    /// <param name="conflict">The reason of the conflict.</param>
    /// <param name="backLevel">The level on which something follows from the clause that was learnt.</param>
    /// <returns>The lowest level on which something follows from it; −1 if it is not worth keeping.</returns>
    public int Find(in Assignment at, int conflict, int backLevel)
    {
        _sum.Clear();
        AddToSum(at, conflict, implied: -1, divisor: 1, times: 1);
        _sum.Saturate();
        for (var i = at.Trail.Length - 1; i >= at.LevelStart && !_sum.IsTooLarge && _sum.Variables.Length <= MostTerms; i--)
        {
            var literal = at.Trail[i];
            var weight = _sum.WeightOf(literal ^ 1);
            if (weight == 0)
                continue;
            if (at.Reasons[literal >> 1] == Solver.NoReason || FollowsBelow(at))
                break;
            AddReason(at, at.Reasons[literal >> 1], literal, weight);
            _sum.Saturate();
        }

        if (_sum.IsTooLarge || _sum.Variables.Length > MostTerms)
            return -1;
        _sum.CopyTo(Terms);
        var level = LevelOfSum(at);

        // What says no more than a clause is worth it only where it says more than the clause that was learnt.
        return level >= backLevel && Terms.TrueForAll(term => term.Weight == _sum.Bound) ? -1 : level;
    }

    // Adds the reason of a literal so that the literal is neither needed nor had any more, and what there is still contradicts what was
    // assigned by then.
    private void AddReason(in Assignment at, int reason, int implied, Int128 weight)
    {
        if (reason > 0)
        {
            AddToSum(at, reason, implied, 1, weight);
            return;
        }

        // Both as they are, if they contradict each other then: nothing is lost.
        var (ofReason, slack) = SlackOfReason(at, -1 - reason, implied);
        if (!_sum.MayAdd(ofReason + Int128.Abs(slack)))
            return;
        var common = SumBuilder.GreatestCommonDivisor(ofReason, weight);
        var (times, timesReason) = (ofReason / common, weight / common);
        if (_sum.MayMultiply(times) && (times * SlackOfSum(at, at.Positions[implied >> 1])) + (timesReason * slack) < 0)
        {
            _sum.Multiply(times);
            AddToSum(at, reason, implied, 1, timesReason);
        }
        else
        {
            AddToSum(at, reason, implied, ofReason, weight);
        }
    }

    // What an implied literal weighs in its reason, and how far that was from its bound.
    private (Int128 Weight, Int128 Slack) SlackOfReason(in Assignment at, int constraint, int implied)
    {
        var (weightOfImplied, slack) = (Int128.One, linear.Spare(constraint));
        foreach (var (literal, weight) in linear.Terms(constraint))
        {
            slack -= at.Values[literal.Code] < 0 && at.Positions[literal.Variable] < at.Positions[implied >> 1] ? weight : 0;
            weightOfImplied = literal.Code == implied ? weight : weightOfImplied;
        }

        return (weightOfImplied, slack);
    }

    // How far the sum is from its bound by what was assigned up to a place of the trail.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Int128 SlackOfSum(in Assignment at, int place)
    {
        var slack = -_sum.Bound;
        foreach (var variable in _sum.Variables)
        {
            var literal = _sum.LiteralOf(variable);
            slack += at.Values[literal] < 0 && at.Positions[variable] <= place ? 0 : _sum.WeightOf(literal);
        }

        return slack;
    }

    // Adds a reason so often, divided first by what the literal that it implies weighs in it, if it has to be: then that counts 1, and the
    // reason still implies it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddToSum(in Assignment at, int reason, int implied, Int128 divisor, Int128 times)
    {
        if (reason > 0)
        {
            foreach (var literal in at.Arena.Literals(reason))
            {
                if (at.Levels[literal >> 1] > 0 || at.Values[literal] == 0)
                    _sum.Add(literal, times);
            }

            _sum.AddBound(times);
            return;
        }

        var constraint = -1 - reason;
        var terms = linear.Terms(constraint);
        var bound = -linear.Spare(constraint);
        var before = implied < 0 ? int.MaxValue : at.Positions[implied >> 1];
        foreach (var term in terms)
        {
            bound += term.Weight;
        }

        if (!_sum.MayAdd(bound + linear.Spare(constraint)))
            return;
        foreach (var (literal, weight) in terms)
        {
            var value = at.Values[literal.Code];
            if (value != 0 && at.Levels[literal.Variable] == 0)
            {
                bound -= value > 0 ? weight : 0;
                continue;
            }

            // What is not false yet gives up what does not go into it evenly; what is false is rounded up.
            var isFalse = value < 0 && at.Positions[literal.Variable] < before;
            var rest = weight % divisor;
            bound -= isFalse ? 0 : rest;
            var kept = (weight / divisor) + (isFalse && rest > 0 ? 1 : 0);
            if (kept > 0)
                _sum.Add(literal.Code, kept * times);
        }

        _sum.AddBound(((bound + divisor - 1) / divisor) * times);
    }

    // Whether something follows from the sum below the level of the conflict.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool FollowsBelow(in Assignment at)
    {
        var (slack, most) = (-_sum.Bound, Int128.Zero);
        foreach (var variable in _sum.Variables)
        {
            var literal = _sum.LiteralOf(variable);
            var isOpen = at.Values[literal] == 0 || at.Levels[variable] >= at.Level;
            var weight = _sum.WeightOf(literal);
            slack += isOpen || at.Values[literal] > 0 ? weight : 0;
            most = isOpen ? Int128.Max(most, weight) : most;
        }

        return most > slack;
    }

    // The lowest level on which it is contradicted, or a literal follows from it; −1 if there is none before this one.
    private int LevelOfSum(in Assignment at)
    {
        _levels.Clear();
        var slack = -_sum.Bound;
        foreach (var (literal, weight) in Terms)
        {
            var value = at.Values[literal.Code];
            _levels.Add((value == 0 ? int.MaxValue : at.Levels[literal.Variable], value < 0, weight));
            slack += weight;
        }

        _levels.Sort((one, other) => one.Level.CompareTo(other.Level));

        // The most that one of those adds that are open on a level: from its place on.
        var open = new Int128[_levels.Count + 1];
        for (var i = _levels.Count - 1; i >= 0; i--)
        {
            open[i] = Int128.Max(open[i + 1], _levels[i].Weight);
        }

        for (int i = 0, level = 0; level < at.Level; level = _levels[i].Level)
        {
            for (; i < _levels.Count && _levels[i].Level <= level; i++)
            {
                slack -= _levels[i].IsFalse ? _levels[i].Weight : 0;
            }

            if (open[i] > slack)
                return level;
            if (i == _levels.Count)
                break;
        }

        return -1;
    }
}
