namespace NegotiationRules.Analysis.Solving;

/// <content>What is learnt from a conflict.</content>
internal sealed partial class Solver
{
    private GrowingArray<int> _learnt;
    private GrowingArray<int> _explanation;

    // The variables met in this analysis, and those still to be explained.
    private readonly MarkedVariables _marked = new();
    private GrowingArray<int> _open;

    private readonly LevelCounter _levels = new();

    // Whether a sum took part.
    private bool _isOfSums;

    /// <summary>Learns a clause with one literal of the current level (the first unique implication point), into <c>_learnt</c>.</summary>
    /// <returns>The level to go back to, on which that literal, the first, is implied.</returns>
    private int Analyze(int conflict)
    {
        _learnt.Shorten(0);
        _learnt.Add(0);
        var literal = -1;
        var index = _trail.Count;
        var open = 0;
        var reason = conflict;
        _isOfSums = false;
        do
        {
            if (reason > 0 && _arena.IsLearnt(reason))
                Use(reason);
            if (reason < 0)
            {
                _isOfSums = true;
                _linear.Use(-1 - reason, ConflictCount);
            }

            foreach (var cause in Explain(reason, literal))
            {
                var variable = cause >> 1;
                if (_marked.Contains(variable) || _level[variable] == 0)
                    continue;
                _marked.Add(variable);
                _order.Bump(variable);
                if (_level[variable] == CurrentLevel)
                    open++;
                else
                    _learnt.Add(cause);
            }

            do
            {
                literal = _trail[--index];
            }
            while (!_marked.Contains(literal >> 1));

            reason = _reason[literal >> 1];
        }
        while (--open > 0);

        _learnt[0] = literal ^ 1;
        Minimize();
        _marked.Shorten(0);
        return BackLevel();
    }

    // Puts a literal of the second highest level second, where it is watched.
    private int BackLevel()
    {
        if (_learnt.Count == 1)
            return 0;
        var highest = 1;
        for (var i = 2; i < _learnt.Count; i++)
        {
            if (_level[_learnt[i] >> 1] > _level[_learnt[highest] >> 1])
                highest = i;
        }

        (_learnt[1], _learnt[highest]) = (_learnt[highest], _learnt[1]);
        return _level[_learnt[1] >> 1];
    }

    /// <summary>Drops the literals that are false because the others are.</summary>
    private void Minimize()
    {
        // A cheap first look: an antecedent on a level of which the clause has no literal ends the search.
        var levels = 0u;
        for (var i = 1; i < _learnt.Count; i++)
        {
            levels |= LevelBit(_learnt[i] >> 1);
        }

        var kept = 1;
        for (var i = 1; i < _learnt.Count; i++)
        {
            if (_reason[_learnt[i] >> 1] == NoReason || !IsRedundant(_learnt[i], levels))
                _learnt[kept++] = _learnt[i];
        }

        _learnt.Shorten(kept);
    }

    private uint LevelBit(int variable) => 1u << _level[variable];

    private bool IsRedundant(int literal, uint levels)
    {
        _open.Shorten(0);
        _open.Add(literal);
        var marked = _marked.Count;
        while (_open.Count > 0)
        {
            var explained = _open.Pop() ^ 1;
            foreach (var cause in Explain(_reason[explained >> 1], explained))
            {
                var variable = cause >> 1;
                if (_marked.Contains(variable) || _level[variable] == 0)
                    continue;
                if (_reason[variable] == NoReason || (LevelBit(variable) & levels) == 0)
                {
                    // What was marked on the way is not known to follow.
                    _marked.Shorten(marked);
                    return false;
                }

                _marked.Add(variable);
                _open.Add(cause);
            }
        }

        return true;
    }

    /// <summary>Over how many levels the learnt clause is spread: the fewer, the more it is worth keeping.</summary>
    private int Distance(ReadOnlySpan<int> literals) => _levels.Count(literals, _level.AsSpan(), CurrentLevel);

    // A clause that took part in a conflict is worth keeping a while longer.
    private void Use(int clause)
    {
        Touch(clause);
        var distance = Distance(_arena.Literals(clause));
        if (distance < _arena.Distance(clause))
            _arena.Distance(clause) = distance;
    }

    private void Touch(int clause) => _arena.LastUse(clause) = (int)Math.Min(ConflictCount, int.MaxValue);

    /// <summary>Finds the assumptions because of which one of them is false.</summary>
    private void FindCore(int assumption)
    {
        _core.Add(assumption);
        if (_level[assumption >> 1] == 0)
            return;
        _marked.Add(assumption >> 1);
        for (var i = _trail.Count - 1; i >= _levelStarts[0]; i--)
        {
            var literal = _trail[i];
            if (!_marked.Contains(literal >> 1))
                continue;

            // Only assumptions have been decided so far.
            var reason = _reason[literal >> 1];
            if (reason == NoReason)
            {
                _core.Add(literal);
                continue;
            }

            foreach (var cause in Explain(reason, literal))
            {
                if (!_marked.Contains(cause >> 1) && _level[cause >> 1] > 0)
                    _marked.Add(cause >> 1);
            }
        }

        _marked.Shorten(0);
    }
}
