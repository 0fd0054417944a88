namespace NegotiationRules.Analysis.Solving;

/// <content>Deciding, learning and starting again.</content>
internal sealed partial class Solver
{
    // So many conflicts are the unit in which the Luby sequence counts.
    private const int RestartUnit = 100;
    private const int DecisionsBetweenLooksAtTheBudget = 1024;

    private readonly SumLearner _sums;
    private readonly DecisionOrder _order = new();
    private GrowingArray<bool> _phase;
    private GrowingArray<int> _assumptions;
    private GrowingArray<bool> _isEligible;
    private bool _isRestricted;

    public Solver() => _sums = new SumLearner(_linear);

    /// <summary>After how many conflicts of one search sums are learnt: what is found sooner is found without.</summary>
    public int SumsAfter { get; init; } = 200;

    // Only the variables that the question is about wait for a decision.
    private void Restrict(IEnumerable<int>? eligible)
    {
        if (eligible is null && !_isRestricted)
            return;
        _isRestricted = eligible is not null;
        _order.Clear();
        _isEligible.AsSpan().Fill(!_isRestricted);
        foreach (var variable in eligible ?? Enumerable.Range(0, VariableCount))
        {
            _isEligible[variable] = true;
            _order.Insert(variable);
        }
    }

    private Solvable Search(Budget budget)
    {
        if (_isContradictory)
            return Solvable.No;
        var restarts = 0;
        var decisions = 0;
        var conflictsLeft = 0;
        var pending = NoReason;
        var first = ConflictCount;
        while (true)
        {
            var conflict = pending != NoReason ? pending : Propagate();
            pending = NoReason;
            if (conflict != NoReason)
            {
                ConflictCount++;
                if (CurrentLevel == 0)
                {
                    _isContradictory = true;
                    return Solvable.No;
                }

                var backLevel = Analyze(conflict);
                pending = Learn(backLevel, _isOfSums && ConflictCount - first > SumsAfter ? FindSum(conflict, backLevel) : -1);
                _order.Age();
                conflictsLeft--;
                if (!budget.AllowsConflict())
                    return Solvable.Undecided;
                continue;
            }

            if (conflictsLeft <= 0)
            {
                BackTo(0);
                conflictsLeft = RestartUnit * Luby.At(++restarts);
                if (MayForget)
                    Forget();
                continue;
            }

            if (++decisions % DecisionsBetweenLooksAtTheBudget == 0 && !budget.Allows())
                return Solvable.Undecided;
            if (!TryNextAssumption(out var decision) && !TryPick(out decision))
            {
                _model = _values.AsSpan().ToArray();
                return Solvable.Yes;
            }

            if (_values[decision] < 0)
            {
                FindCore(decision);
                return Solvable.No;
            }

            Decide(decision);
        }
    }

    // Each assumption has a level of its own, even one that holds already: level and number stay in step.
    private bool TryNextAssumption(out int literal)
    {
        while (CurrentLevel < _assumptions.Count)
        {
            literal = _assumptions[CurrentLevel];
            if (_values[literal] <= 0)
                return true;
            _levelStarts.Add(_trail.Count);
        }

        literal = -1;
        return false;
    }

    private bool TryPick(out int literal)
    {
        while (_order.TryTake(out var variable))
        {
            literal = variable << 1 | (_phase[variable] ? 0 : 1);
            if (_values[literal] == 0)
                return true;
        }

        literal = -1;
        return false;
    }

    /// <summary>Keeps what was learnt, goes back, and draws its consequences.</summary>
    /// <param name="backLevel">The level on which something follows from the clause.</param>
    /// <param name="sumLevel">The same of the sum; −1 if there is none.</param>
    /// <returns>The reason of a conflict that the sum is in there, or none.</returns>
    private int Learn(int backLevel, int sumLevel)
    {
        var distance = Distance(_learnt.AsSpan());
        var level = sumLevel >= 0 ? Math.Min(backLevel, sumLevel) : backLevel;
        BackTo(level);
        if (_learnt.Count == 1)
        {
            Assign(_learnt[0], NoReason);
        }
        else
        {
            var clause = _arena.Add(_learnt.AsSpan(), distance);
            Touch(clause);
            _learntClauses.Add(clause);
            Watch(clause);
            if (level == backLevel)
                Assign(_learnt[0], clause);
        }

        return sumLevel >= 0 ? LearnSum() : NoReason;
    }

    private int FindSum(int conflict, int backLevel) => _sums.Find(
        new Assignment(
            _values.AsSpan(), _level.AsSpan(), _position.AsSpan(), _reason.AsSpan(), _trail.AsSpan(), _arena, CurrentLevel,
            _levelStarts[CurrentLevel - 1]),
        conflict, backLevel);

    // Stores the sum that was found. Literals whose consequences were not drawn yet are counted when they are.
    private int LearnSum()
    {
        var constraint = _linear.AddLearnt(
            _sums.Terms, _sums.Bound, ConflictCount,
            literal => _values[literal.Code] < 0 && _position[literal.Variable] < _propagated);
        if (_linear.Slack(constraint) >= 0)
        {
            Imply(constraint);
            return NoReason;
        }

        _isContradictory |= CurrentLevel == 0;
        return -1 - constraint;
    }
}
