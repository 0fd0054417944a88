namespace NegotiationRules.Analysis.Solving;

/// <summary>All clauses, one behind the other in one array: a header and then the literals.</summary>
internal sealed class ClauseArena
{
    private const int HeaderSize = 3;
    private const int Problem = 0;
    private const int Deleted = -1;

    // Nothing begins at 0, so that 0 can stand for "no clause".
    private int[] _words = new int[1024];
    private int _end = 1;

    /// <summary>Stores a clause and returns where it begins.</summary>
    /// <param name="literals">Its literals.</param>
    /// <param name="distance">Of a learnt clause, over how many levels its literals were spread; 0 for one of the problem.</param>
    public int Add(ReadOnlySpan<int> literals, int distance = Problem)
    {
        var clause = _end;
        var end = checked(clause + HeaderSize + literals.Length);
        if (end > _words.Length)
            Array.Resize(ref _words, Math.Max(end, checked(_words.Length * 2)));
        _words[clause] = literals.Length;
        _words[clause + 1] = distance;
        _words[clause + 2] = 0;
        literals.CopyTo(_words.AsSpan(clause + HeaderSize));
        _end = end;
        return clause;
    }

    public Span<int> Literals(int clause) => _words.AsSpan(clause + HeaderSize, _words[clause]);

    public ref int Distance(int clause) => ref _words[clause + 1];

    public bool IsLearnt(int clause) => _words[clause + 1] > Problem;

    /// <summary>When the clause last took part in a conflict, as the number of that conflict.</summary>
    public ref int LastUse(int clause) => ref _words[clause + 2];

    /// <summary>The most useful first: on the fewest levels, and of those the one that was used last.</summary>
    public int CompareByWorth(int one, int other)
    {
        var order = Distance(one).CompareTo(Distance(other));
        return order != 0 ? order : LastUse(other).CompareTo(LastUse(one));
    }

    public void Delete(int clause) => _words[clause + 1] = Deleted;

    public bool IsDeleted(int clause) => _words[clause + 1] == Deleted;

    /// <summary>Moves what is not deleted together. Until the next clause is added, <see cref="NewPlace"/> tells where each went.</summary>
    public ClauseArena Compacted()
    {
        var compacted = new ClauseArena { _words = new int[_words.Length] };
        for (var clause = 1; clause < _end; clause += HeaderSize + _words[clause])
        {
            if (IsDeleted(clause))
                continue;
            var place = compacted.Add(Literals(clause), Distance(clause));
            compacted.LastUse(place) = LastUse(clause);
            LastUse(clause) = place;
        }

        return compacted;
    }

    /// <summary>Where a clause of this arena went in the compacted one.</summary>
    public int NewPlace(int clause) => LastUse(clause);
}
