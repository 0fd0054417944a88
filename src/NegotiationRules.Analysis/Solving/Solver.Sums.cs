using NegotiationRules.Analysis.Circuits;

namespace NegotiationRules.Analysis.Solving;

/// <content>Sums that are learnt from a conflict (after RoundingSat). A clause says of one choice of elements that it will not do; a sum
/// says it of all choices of as many.</content>
internal sealed partial class Solver
{
    private const int FirstSums = 500;
    private const int MostTerms = 2000;

    private readonly SumResolvent _sum = new();
    private readonly List<WeightedLiteral> _sumTerms = [];
    private readonly List<(int Level, bool IsFalse, Int128 Weight)> _sumLevels = [];
    private int _sumAllowance = FirstSums;

    /// <summary>Adds up what the conflict follows from until it would have been seen on a lower level, into <c>_sum</c> and
    /// <c>_sumTerms</c>.</summary>
    /// <param name="conflict">The reason of the conflict.</param>
    /// <param name="backLevel">The level on which something follows from the clause that was learnt.</param>
    /// <returns>The lowest level on which something follows from it; −1 if it is not worth keeping.</returns>
    private int FindSum(int conflict, int backLevel)
    {
        _sum.Clear();
        AddToSum(conflict, implied: -1, divisor: 1, times: 1);
        _sum.Saturate();
        var start = _levelStarts[CurrentLevel - 1];
        for (var i = _trail.Count - 1; i >= start && !_sum.IsTooLarge && _sum.Variables.Length <= MostTerms; i--)
        {
            var literal = _trail[i];
            var weight = _sum.WeightOf(literal ^ 1);
            if (weight == 0)
                continue;
            if (_reason[literal >> 1] == NoReason || FollowsBelow(CurrentLevel))
                break;
            AddReason(_reason[literal >> 1], literal, weight);
            _sum.Saturate();
        }

        if (_sum.IsTooLarge || _sum.Variables.Length > MostTerms)
            return -1;
        _sum.CopyTo(_sumTerms);
        var level = LevelOfSum();

        // What says no more than a clause is worth it only where it says more than the clause that was learnt.
        return level >= backLevel && _sumTerms.TrueForAll(term => term.Weight == _sum.Bound) ? -1 : level;
    }

    // Adds the reason of a literal so that the literal is neither needed nor had any more, and what there is still contradicts what was
    // assigned by then.
    private void AddReason(int reason, int implied, Int128 weight)
    {
        if (reason > 0)
        {
            AddToSum(reason, implied, 1, weight);
            return;
        }

        // Both as they are, if they contradict each other then: nothing is lost.
        var (ofReason, slack) = SlackOfReason(-1 - reason, implied);
        if (!_sum.MayAdd(ofReason + Int128.Abs(slack)))
            return;
        var common = SumBuilder.GreatestCommonDivisor(ofReason, weight);
        var (times, timesReason) = (ofReason / common, weight / common);
        if (_sum.MayMultiply(times) && (times * SlackOfSum(_position[implied >> 1])) + (timesReason * slack) < 0)
        {
            _sum.Multiply(times);
            AddToSum(reason, implied, 1, timesReason);
        }
        else
        {
            AddToSum(reason, implied, ofReason, weight);
        }
    }

    // What an implied literal weighs in its reason, and how far that was from its bound.
    private (Int128 Weight, Int128 Slack) SlackOfReason(int constraint, int implied)
    {
        var (weightOfImplied, slack) = (Int128.One, _linear.Spare(constraint));
        foreach (var (literal, weight) in _linear.Terms(constraint))
        {
            slack -= _values[literal.Code] < 0 && _position[literal.Variable] < _position[implied >> 1] ? weight : 0;
            weightOfImplied = literal.Code == implied ? weight : weightOfImplied;
        }

        return (weightOfImplied, slack);
    }

    // How far the sum is from its bound by what was assigned up to a place of the trail.
    private Int128 SlackOfSum(int place)
    {
        var slack = -_sum.Bound;
        foreach (var variable in _sum.Variables)
        {
            var literal = _sum.WeightOf(2 * variable) > 0 ? 2 * variable : (2 * variable) + 1;
            slack += _values[literal] < 0 && _position[variable] <= place ? 0 : _sum.WeightOf(literal);
        }

        return slack;
    }

    // Adds a reason so often, divided first by what the literal that it implies weighs in it, if it has to be: then that counts 1, and the
    // reason still implies it.
    private void AddToSum(int reason, int implied, Int128 divisor, Int128 times)
    {
        if (reason > 0)
        {
            foreach (var literal in _arena.Literals(reason))
            {
                if (_level[literal >> 1] > 0 || _values[literal] == 0)
                    _sum.Add(literal, times);
            }

            _sum.AddBound(times);
            return;
        }

        var constraint = -1 - reason;
        var terms = _linear.Terms(constraint);
        var bound = -_linear.Spare(constraint);
        var before = implied < 0 ? int.MaxValue : _position[implied >> 1];
        foreach (var term in terms)
        {
            bound += term.Weight;
        }

        if (!_sum.MayAdd(bound + _linear.Spare(constraint)))
            return;
        foreach (var (literal, weight) in terms)
        {
            var value = _values[literal.Code];
            if (value != 0 && _level[literal.Variable] == 0)
            {
                bound -= value > 0 ? weight : 0;
                continue;
            }

            // What is not false yet gives up what does not go into it evenly; what is false is rounded up.
            var isFalse = value < 0 && _position[literal.Variable] < before;
            var rest = weight % divisor;
            bound -= isFalse ? 0 : rest;
            var kept = (weight / divisor) + (isFalse && rest > 0 ? 1 : 0);
            if (kept > 0)
                _sum.Add(literal.Code, kept * times);
        }

        _sum.AddBound(((bound + divisor - 1) / divisor) * times);
    }

    /// <summary>Whether something follows from the sum on a level below this one.</summary>
    private bool FollowsBelow(int level)
    {
        var (slack, most) = (-_sum.Bound, Int128.Zero);
        foreach (var variable in _sum.Variables)
        {
            var literal = _sum.WeightOf(2 * variable) > 0 ? 2 * variable : (2 * variable) + 1;
            var isOpen = _values[literal] == 0 || _level[variable] >= level;
            var weight = _sum.WeightOf(literal);
            slack += isOpen || _values[literal] > 0 ? weight : 0;
            most = isOpen ? Int128.Max(most, weight) : most;
        }

        return most > slack;
    }

    // The lowest level on which it is contradicted, or a literal follows from it; −1 if there is none before this one.
    private int LevelOfSum()
    {
        _sumLevels.Clear();
        var slack = -_sum.Bound;
        foreach (var (literal, weight) in _sumTerms)
        {
            var value = _values[literal.Code];
            _sumLevels.Add((value == 0 ? int.MaxValue : _level[literal.Variable], value < 0, weight));
            slack += weight;
        }

        _sumLevels.Sort((one, other) => one.Level.CompareTo(other.Level));

        // The most that one of those adds that are open on a level: from its place on.
        var open = new Int128[_sumLevels.Count + 1];
        for (var i = _sumLevels.Count - 1; i >= 0; i--)
        {
            open[i] = Int128.Max(open[i + 1], _sumLevels[i].Weight);
        }

        for (int i = 0, level = 0; level < CurrentLevel; level = _sumLevels[i].Level)
        {
            for (; i < _sumLevels.Count && _sumLevels[i].Level <= level; i++)
            {
                slack -= _sumLevels[i].IsFalse ? _sumLevels[i].Weight : 0;
            }

            if (open[i] > slack)
                return level;
            if (i == _sumLevels.Count)
                break;
        }

        return -1;
    }

    /// <summary>Stores the sum that was found.</summary>
    /// <returns>The reason of a conflict, or none.</returns>
    private int LearnSum()
    {
        var constraint = _linear.Add(_sumTerms, _sum.Bound, (int)Math.Min(ConflictCount, int.MaxValue));
        foreach (var (literal, weight) in _linear.Terms(constraint))
        {
            // Those whose consequences were not drawn yet are counted when they are.
            if (_values[literal.Code] < 0 && _position[literal.Variable] < _propagated)
                _linear.Lose(constraint, weight);
        }

        if (_linear.Slack(constraint) >= 0)
        {
            Imply(constraint);
            return NoReason;
        }

        _isContradictory |= CurrentLevel == 0;
        return -1 - constraint;
    }
}
