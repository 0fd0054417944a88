namespace NegotiationRules.Analysis.Solving;

/// <content>The clauses, and which of them are kept.</content>
internal sealed partial class Solver
{
    private const int FirstAllowance = 2000;
    private const int MoreEachTime = 500;

    // Clauses spread over so few levels are kept for good.
    private const int GoodDistance = 2;

    private readonly List<int> _problem = [];
    private readonly List<int> _learntClauses = [];
    private int _allowance = FirstAllowance;

    private bool MayForget => _learntClauses.Count >= _allowance || _linear.HasMany;

    private void Watch(int clause)
    {
        var literals = _arena.Literals(clause);
        _watches[literals[0]].Add(new(clause, literals[1]));
        _watches[literals[1]].Add(new(clause, literals[0]));
    }

    /// <summary>Deletes the learnt clauses that help least, and all clauses that hold in any case. To be called on level 0.</summary>
    private void Forget()
    {
        _allowance += MoreEachTime;
        foreach (var clause in _problem)
        {
            DeleteIfSatisfied(clause);
        }

        _learntClauses.Sort(_arena.CompareByWorth);
        for (var i = 0; i < _learntClauses.Count; i++)
        {
            if (i >= _learntClauses.Count / 2 && _arena.Distance(_learntClauses[i]) > GoodDistance)
                _arena.Delete(_learntClauses[i]);
            else
                DeleteIfSatisfied(_learntClauses[i]);
        }

        // What is true on level 0 is never explained.
        foreach (var literal in _trail.AsSpan())
        {
            _reason[literal >> 1] = NoReason;
        }

        _linear.ForgetIfMany();
        Compact();
    }

    private void DeleteIfSatisfied(int clause)
    {
        foreach (var literal in _arena.Literals(clause))
        {
            if (_values[literal] <= 0)
                continue;
            _arena.Delete(clause);
            return;
        }
    }

    private void Compact()
    {
        var compacted = _arena.Compacted();
        foreach (ref var watches in _watches.AsSpan())
        {
            var kept = 0;
            foreach (var watch in watches.AsSpan())
            {
                if (!_arena.IsDeleted(watch.Clause))
                    watches[kept++] = watch with { Clause = _arena.NewPlace(watch.Clause) };
            }

            watches.Shorten(kept);
        }

        Move(_problem);
        Move(_learntClauses);
        _arena = compacted;
    }

    private void Move(List<int> clauses)
    {
        clauses.RemoveAll(_arena.IsDeleted);
        for (var i = 0; i < clauses.Count; i++)
        {
            clauses[i] = _arena.NewPlace(clauses[i]);
        }
    }
}
