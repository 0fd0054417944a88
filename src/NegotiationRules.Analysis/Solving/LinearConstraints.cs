namespace NegotiationRules.Analysis.Solving;

/// <summary>A literal and what it adds to a sum when it is true.</summary>
internal readonly record struct WeightedLiteral(Literal Literal, Int128 Weight);

/// <summary>"The weights of the literals that are true add up to at least a bound", for many sums, by counters.</summary>
/// <remarks>
/// Each constraint knows its slack: how much more than the bound the literals that are not false could still add. Below zero is a
/// conflict, and a literal that weighs more than the slack has to be true. Heaviest terms come first, so that looking for those ends at
/// the first that is light enough.
/// </remarks>
internal sealed class LinearConstraints
{
    // Of one that is no lemma, when it was used last.
    private const int Problem = -1;

    private const int MoreEachTime = 500;

    private readonly record struct Occurrence(int Constraint, Int128 Weight);

    private record struct Constraint(int Start, int End, Int128 Slack, Int128 Spare, int LastUse);

    private GrowingArray<WeightedLiteral> _terms;
    private GrowingArray<Constraint> _constraints;
    private GrowingArray<GrowingArray<Occurrence>> _occurrences;

    // How many there are that were learnt, and how many there may be.
    private int _learntCount;
    private int _allowance = 500;

    /// <summary>Whether so many were learnt that some are to be forgotten.</summary>
    public bool HasMany => _learntCount >= _allowance;

    public void NewVariable() => _occurrences.Extend(2);

    /// <summary>Stores a constraint over unassigned literals of different variables, and returns its number.</summary>
    public int Add(List<WeightedLiteral> terms, Int128 bound) => Add(terms, bound, Problem);

    /// <summary>Stores one that was learnt.</summary>
    /// <param name="terms">Its terms.</param>
    /// <param name="bound">What they add up to at least.</param>
    /// <param name="conflict">The number of the conflict.</param>
    /// <param name="isFalse">Whether a literal was noted to be false before.</param>
    public int AddLearnt(List<WeightedLiteral> terms, Int128 bound, long conflict, Func<Literal, bool> isFalse)
    {
        var constraint = Add(terms, bound, (int)Math.Min(conflict, int.MaxValue));
        _learntCount++;
        foreach (var (literal, weight) in Terms(constraint))
        {
            if (isFalse(literal))
                _constraints[constraint].Slack -= weight;
        }

        return constraint;
    }

    private int Add(List<WeightedLiteral> terms, Int128 bound, int lastUse)
    {
        terms.Sort((one, other) => other.Weight.CompareTo(one.Weight));
        var start = _terms.Count;
        var spare = -bound;
        foreach (var term in terms)
        {
            _terms.Add(term);
            _occurrences[term.Literal.Code].Add(new(_constraints.Count, term.Weight));
            spare += term.Weight;
        }

        _constraints.Add(new(start, _terms.Count, spare, spare, lastUse));
        return _constraints.Count - 1;
    }

    public ReadOnlySpan<WeightedLiteral> Terms(int constraint)
    {
        ref var one = ref _constraints[constraint];
        return _terms.AsSpan()[one.Start..one.End];
    }

    public Int128 Slack(int constraint) => _constraints[constraint].Slack;

    /// <summary>How much all terms together exceed the bound.</summary>
    public Int128 Spare(int constraint) => _constraints[constraint].Spare;

    public int OccurrenceCount(int literal) => _occurrences[literal].Count;

    /// <summary>Notes that a literal became false for its <paramref name="index"/>-th constraint.</summary>
    /// <returns>The constraint, and whether something may follow from it.</returns>
    public (int Constraint, bool IsTight) Falsify(int literal, int index)
    {
        var occurrence = _occurrences[literal][index];
        ref var constraint = ref _constraints[occurrence.Constraint];
        constraint.Slack -= occurrence.Weight;
        return (occurrence.Constraint, constraint.Slack < _terms[constraint.Start].Weight);
    }

    /// <summary>Takes back that a literal became false.</summary>
    public void Restore(int literal)
    {
        foreach (var occurrence in _occurrences[literal].AsSpan())
        {
            _constraints[occurrence.Constraint].Slack += occurrence.Weight;
        }
    }

    /// <summary>Notes that a constraint took part in a conflict.</summary>
    public void Use(int constraint, long conflict)
    {
        ref var one = ref _constraints[constraint];
        if (one.LastUse != Problem)
            one.LastUse = (int)Math.Min(conflict, int.MaxValue);
    }

    /// <summary>Of many forgets the half of those learnt that were not used for longest. The others have new numbers.</summary>
    public void ForgetIfMany()
    {
        if (!HasMany)
            return;
        _allowance += MoreEachTime;
        var uses = new List<int>();
        foreach (var constraint in _constraints.AsSpan())
        {
            if (constraint.LastUse != Problem)
                uses.Add(constraint.LastUse);
        }

        uses.Sort();
        var oldest = uses[uses.Count / 2];
        foreach (ref var occurrences in _occurrences.AsSpan())
        {
            occurrences.Shorten(0);
        }

        var (terms, constraints) = (_terms, _constraints);
        (_terms, _constraints, _learntCount) = (default, default, 0);
        foreach (var constraint in constraints.AsSpan())
        {
            if (constraint.LastUse != Problem && constraint.LastUse < oldest)
                continue;
            var start = _terms.Count;
            foreach (var term in terms.AsSpan()[constraint.Start..constraint.End])
            {
                _terms.Add(term);
                _occurrences[term.Literal.Code].Add(new(_constraints.Count, term.Weight));
            }

            _constraints.Add(constraint with { Start = start, End = _terms.Count });
            _learntCount += constraint.LastUse == Problem ? 0 : 1;
        }
    }
}
