using NegotiationRules.Analysis.Circuits;

namespace NegotiationRules.Analysis.Tests.Circuits;

/// <summary>A formula as it was written, which a circuit may have said another way, with its truth for each assignment.</summary>
internal sealed record Formula(Edge Edge, bool[] Truth);

/// <summary>Random formulas over few variables, built in a circuit and beside it as tables of truth.</summary>
internal sealed class RandomCircuit
{
    private readonly Random _random;
    private readonly List<Formula> _formulas = [];

    public RandomCircuit(Random random, int variables, int mostCells = 4)
    {
        _random = random;
        Circuit = new() { WritesSumsOut = random.Next(2) == 0 };
        Assignments = [[]];
        for (var i = 0; i < variables; i++)
        {
            var variable = Circuit.NewVariable(random.Next(1, mostCells + 1));
            Assignments =
            [
                .. from cells in Assignments
                   from cell in Enumerable.Range(0, variable.CellCount)
                   select (int[])[.. cells, cell],
            ];
        }
    }

    /// <summary>Half of the circuits write small sums out, half keep every sum.</summary>
    public Circuit Circuit { get; }

    /// <summary>Every assignment of all variables, in the order of the tables of truth.</summary>
    public IReadOnlyList<int[]> Assignments { get; }

    /// <summary>A formula of so many operations, which may use those made before.</summary>
    public Formula Next(int operations)
    {
        for (var i = 0; i < operations; i++)
        {
            _formulas.Add(Operation());
        }

        return _formulas[^1];
    }

    /// <summary>A formula that is true in at least half of the assignments.</summary>
    public Formula NextLikely(int operations)
    {
        var formula = Next(operations);
        return formula.Truth.Count(isTrue => isTrue) * 2 >= formula.Truth.Length ? formula : Of(!formula.Edge, i => !formula.Truth[i]);
    }

    /// <summary>Several clauses over given formulas, all of them to be true.</summary>
    public Formula NextClauses(IReadOnlyList<Formula> formulas)
    {
        var clauses = Enumerable.Range(0, _random.Next(1, 5))
            .Select(_ => Enumerable.Range(0, _random.Next(1, 4)).Select(_ => formulas[_random.Next(formulas.Count)]).ToArray())
            .ToArray();
        return Of(
            Circuit.All(clauses.Select(clause => Circuit.Any(clause.Select(formula => formula.Edge)))),
            i => clauses.All(clause => clause.Any(formula => formula.Truth[i])));
    }

    private Formula Of(Edge edge, Func<int, bool> truth) => new(edge, [.. Enumerable.Range(0, Assignments.Count).Select(truth)]);

    private Formula Pick()
    {
        var formula = _formulas.Count == 0 || _random.Next(3) == 0
            ? Leaf()
            : _formulas[^_random.Next(1, Math.Min(_formulas.Count, 12) + 1)];
        return _random.Next(2) == 0 ? formula : Of(!formula.Edge, i => !formula.Truth[i]);
    }

    private Formula Leaf()
    {
        var variable = Circuit.Variables[_random.Next(Circuit.Variables.Count)];
        var set = CellSet.Where(variable.CellCount, _ => _random.Next(2) == 0);
        return Of(Circuit.Leaf(variable, set), i => set.Contains(Assignments[i][variable.Index]));
    }

    private Formula Operation()
    {
        var (a, b, c) = (Pick(), Pick(), Pick());
        return _random.Next(10) switch
        {
            0 or 1 => Of(Circuit.And(a.Edge, b.Edge), i => a.Truth[i] && b.Truth[i]),
            2 or 3 => Of(Circuit.Or(a.Edge, b.Edge), i => a.Truth[i] || b.Truth[i]),
            4 => Of(Circuit.Xor(a.Edge, b.Edge), i => a.Truth[i] != b.Truth[i]),
            5 => Of(Circuit.Implies(a.Edge, b.Edge), i => !a.Truth[i] || b.Truth[i]),
            6 => Of(Circuit.Ite(a.Edge, b.Edge, c.Edge), i => a.Truth[i] ? b.Truth[i] : c.Truth[i]),
            _ => Sum(),
        };
    }

    private Formula Sum()
    {
        // Wide weights keep a sum from being written out; with narrow ones the bound is often just reached.
        var isWide = _random.Next(2) == 0;
        var most = isWide ? 100_000 : 6;
        var groups = Enumerable.Range(0, isWide ? _random.Next(12, 30) : _random.Next(1, 14))
            .Select(_ => Enumerable.Range(0, _random.Next(3) == 0 ? 3 : 1)
                .Select(_ => (Formula: !isWide && _random.Next(2) == 0 ? Leaf() : Pick(), Weight: _random.Next(-most / 3, most + 1)))
                .ToArray())
            .ToArray();
        var bound = _random.Next(-most, most * groups.Length / 2 + 1);
        var edge = Circuit.AtLeast(
            groups.Select(group => group.Select(term => new Weighted(term.Formula.Edge, term.Weight)).ToArray()),
            bound);
        return Of(edge, i => groups.Sum(group => group.Where(term => term.Formula.Truth[i]).Max(term => (int?)term.Weight) ?? 0) >= bound);
    }
}
