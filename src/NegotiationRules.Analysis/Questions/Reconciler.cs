using NegotiationRules.Analysis.Circuits;
using NegotiationRules.Analysis.Solving;
using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Questions;

/// <summary>Looks for scenarios in which the preconditions of several sides are met together, or for those that cannot be.</summary>
internal sealed class Reconciler
{
    private readonly Inquiry _inquiry;
    private readonly Edge[] _met;
    private readonly Weighted[][] _liked;

    /// <param name="positions">The sides.</param>
    /// <param name="inquiry">Knows their rules.</param>
    public Reconciler(IReadOnlyList<Position> positions, Inquiry inquiry)
    {
        _inquiry = inquiry;
        _met = [.. positions.SelectMany(position => position.Required.Select(rule => inquiry.Rules[position.Set].Allows(rule)))];
        _liked =
        [
            .. positions.Select(position => position.Preferred.Select(rule => new Weighted(
                inquiry.Rules[position.Set].Of(rule, RuleOutcome.Satisfied), WeightOf(rule))).ToArray()),
        ];
    }

    /// <summary>Where each precondition is met, or does not apply, side by side.</summary>
    public IReadOnlyList<Edge> Met => _met;

    /// <summary>Whether there is any scenario at all, whatever is insisted on.</summary>
    public Solvable IsAnything() => _inquiry.Ask();

    /// <summary>Whether all can be met together.</summary>
    public Solvable AreTogether() => _inquiry.Ask(_met);

    /// <summary>Which preconditions, by their numbers, can be met together, all such sets as large as can be; and which cannot, all such
    /// sets as small as can be. As they are found, in no order.</summary>
    public IEnumerable<Subset> Subsets() => new SubsetExplorer(_inquiry.Solver, _met).Explore(_inquiry.Budget);

    /// <summary>The scenarios in which all is met and no side could have more of what it would like without another having less: the first
    /// with the greatest sum.</summary>
    /// <remarks>When the budget is spent there may be more; those that came can be had, but one may be bettered.</remarks>
    public IEnumerable<FactRecord> Front()
    {
        var circuit = _inquiry.Circuit;
        var isNew = Edge.True;
        while (_inquiry.Ask([.. _met, isNew]) == Solvable.Yes)
        {
            // First the greatest sum: nothing that is at least as good for all can be better for one.
            var (cells, likes) = Look();
            while (_inquiry.Ask([.. _met, isNew, AtLeast(Sum(likes) + 1)]) == Solvable.Yes)
            {
                (cells, likes) = Look();
            }

            // Of those that are as good, one with the values that the vocabulary has first.
            foreach (var fact in _inquiry.Frame.Facts)
            {
                if (fact.Variable is { } variable)
                {
                    _inquiry.Solver.Prefer(variable, 0);
                }
            }

            if (_inquiry.Ask([.. _met, isNew, AtLeast(Sum(likes))]) == Solvable.Yes)
            {
                (cells, likes) = Look();
            }

            yield return _inquiry.Frame.Materialise(cells);
            if (_inquiry.Budget.Reached is not null)
            {
                yield break;
            }

            isNew = circuit.And(isNew, circuit.Any(_liked.Zip(likes, (side, has) => circuit.AtLeast(side, has + 1))));
        }
    }

    /// <summary>Of a variable, the cells in which all can still be met, whatever else changes; <see langword="null"/> if that was not found
    /// out.</summary>
    public CellSet? RoomOf(Variable variable)
    {
        var cells = new List<int>();
        for (var cell = 0; cell < variable.CellCount; cell++)
        {
            switch (_inquiry.Ask([.. _met, _inquiry.Circuit.Is(variable, cell)]))
            {
                case Solvable.Yes:
                    cells.Add(cell);
                    break;
                case Solvable.Undecided:
                    return null;
                default:
                    break;
            }
        }

        return CellSet.Of(variable.CellCount, cells);
    }

    private Edge AtLeast(Int128 sum) => _inquiry.Circuit.AtLeast(_liked.SelectMany(side => side), sum);

    private static Int128 Sum(Int128[] parts) => parts.Aggregate(Int128.Zero, (sum, part) => sum + part);

    // To six places after the point.
    private static Int128 WeightOf(Rule rule) => (Int128)Math.Round(rule.Weight * 1e6);

    private (int[] Cells, Int128[] Likes) Look()
    {
        var cells = _inquiry.Solver.Model();
        var evaluation = new CircuitEvaluation(_inquiry.Circuit, cells);
        return (cells, [.. _liked.Select(side => Sum([.. side.Where(like => evaluation.IsTrue(like.Edge)).Select(like => like.Weight)]))]);
    }
}
