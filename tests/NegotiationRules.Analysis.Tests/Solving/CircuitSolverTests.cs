using NegotiationRules.Analysis.Circuits;
using NegotiationRules.Analysis.Solving;
using NegotiationRules.Analysis.Tests.Circuits;
using NegotiationRules.Tests.Support;
using Xunit.Abstractions;

namespace NegotiationRules.Analysis.Tests.Solving;

public sealed class CircuitSolverTests(ITestOutputHelper output)
{
    [Fact]
    public void FactsAndAssumptionsAreDecidedAsByTryingAll()
    {
        var random = new Random(Seed.Of(output));
        var answers = new int[3];
        for (var round = 0; round < 200; round++)
        {
            var circuit = new RandomCircuit(random, random.Next(2, 7));
            var solver = new CircuitSolver(circuit.Circuit);
            var left = Enumerable.Range(0, circuit.Assignments.Count).ToHashSet();
            foreach (var variable in circuit.Circuit.Variables)
            {
                if (random.Next(2) == 0)
                    solver.Prefer(variable, random.Next(variable.CellCount));
            }

            for (var query = 0; query < 12; query++)
            {
                var assumed = Enumerable.Range(0, random.Next(1, 6)).Select(_ => circuit.Next(random.Next(1, 4))).ToArray();
                var models = left.Where(i => assumed.All(formula => formula.Truth[i])).Select(i => circuit.Assignments[i]).ToArray();
                var answer = solver.Solve(assumed.Select(formula => formula.Edge), new Budget());
                answers[(int)answer]++;
                Assert.Equal(models.Length > 0 ? Solvable.Yes : Solvable.No, answer);
                if (answer == Solvable.Yes)
                {
                    Assert.Contains(solver.Model(), models);
                    if (random.Next(4) > 0)
                        continue;
                    solver.Add(assumed[0].Edge);
                    left.RemoveWhere(i => !assumed[0].Truth[i]);
                    continue;
                }

                // A core is of what was assumed, contradicts the facts, and made minimal nothing of it can go.
                var core = solver.Core.ToArray();
                Assert.Subset(assumed.Select(formula => formula.Edge).ToHashSet(), core.ToHashSet());
                bool IsPossible(IEnumerable<Edge> edges)
                {
                    var together = assumed.IntersectBy(edges, formula => formula.Edge).ToArray();
                    return left.Any(i => Array.TrueForAll(together, formula => formula.Truth[i]));
                }

                Assert.False(IsPossible(core));
                var minimal = Cores.Minimize(solver, core, new Budget());
                Assert.NotNull(minimal);
                Assert.False(IsPossible(minimal));
                Assert.All(minimal, one => Assert.True(IsPossible(minimal.Where(edge => edge != one))));
            }
        }

        var (yes, no) = (answers[(int)Solvable.Yes], answers[(int)Solvable.No]);
        Assert.True(yes > 500 && no > 250, $"{yes} yes, {no} no: a fair mixture");
    }

    // Cells from one on, before one, between two, with the first among them or not, and any.
    [Fact]
    public void SetsOfManyCellsAreInTheCellsThatTheySay()
    {
        var random = new Random(Seed.Of(output));
        for (var round = 0; round < 30; round++)
        {
            var circuit = new Circuit();
            var variable = circuit.NewVariable(random.Next(20, 60));
            var solver = new CircuitSolver(circuit);
            for (var query = 0; query < 12; query++)
            {
                var (from, to) = (random.Next(1, variable.CellCount), random.Next(1, variable.CellCount));
                var (shape, withFirst) = (random.Next(4), random.Next(2) == 0);
                var set = CellSet.Where(variable.CellCount, cell => cell == 0 ? withFirst
                    : shape == 0 ? cell >= from : shape == 1 ? cell < from : shape == 2 ? cell >= from && cell < to
                    : random.Next(2) == 0);
                var (leaf, isDenied) = (circuit.Leaf(variable, set), random.Next(2) == 0);
                var cells = CellSet.Where(variable.CellCount, cell => random.Next(3) > 0);
                var isPossible = cells.Cells().Any(cell => set.Contains(cell) != isDenied);
                Assert.Equal(
                    isPossible ? Solvable.Yes : Solvable.No,
                    solver.Solve([leaf.ComplementIf(isDenied), circuit.Leaf(variable, cells)], new Budget()));
                Assert.True(!isPossible || (cells.Contains(solver.CellOf(variable)) && set.Contains(solver.CellOf(variable)) != isDenied));
            }
        }
    }

    [Fact]
    public void ADeepCircuitIsSolvedWithoutAStackOverflow()
    {
        var deep = new DeepCircuit();
        foreach (var edge in new[] { deep.Edge, !deep.Edge })
        {
            var solver = new CircuitSolver(deep.Circuit);
            Assert.Equal(Solvable.Yes, solver.Solve([edge], new Budget()));
            Assert.Equal(edge == deep.Edge, DeepCircuit.IsTrue(solver.Model()));
            solver.Add(edge);
            Assert.Equal(Solvable.No, solver.Solve([!edge], new Budget()));
        }
    }

    [Fact]
    public void WhatAQuestionDoesNotDependOnIsNotDecidedForIt()
    {
        // Nine pigeons and eight holes in one circuit with something easy: asking for that finds no conflict.
        var circuit = new Circuit();
        var solver = new CircuitSolver(circuit);
        var easy = circuit.NewVariable(5);
        var cells = Enumerable.Range(0, 9).Select(_ => circuit.NewVariable(8)).ToArray();
        var pigeons = circuit.All(
            from one in cells
            from other in cells
            where one.Index < other.Index
            select circuit.All(Enumerable.Range(0, 8).Select(hole => !circuit.And(circuit.Is(one, hole), circuit.Is(other, hole)))));
        Assert.Equal(Solvable.Undecided, solver.Solve([pigeons], new Budget(conflicts: 50)));
        var before = solver.ConflictCount;
        Assert.Equal(Solvable.Yes, solver.Solve([circuit.Is(easy, 3)], new Budget()));
        Assert.Equal(before, solver.ConflictCount);
        Assert.Equal(3, solver.CellOf(easy));
    }

    [Fact]
    public void AVariableWithoutAQuestionIsInThePreferredCell()
    {
        var circuit = new Circuit();
        var (asked, other) = (circuit.NewVariable(4), circuit.NewVariable(4));
        var solver = new CircuitSolver(circuit);
        solver.Prefer(asked, 2);
        solver.Prefer(other, 3);
        Assert.Equal(Solvable.Yes, solver.Solve([circuit.Leaf(asked, CellSet.Of(4, 1, 2, 3))], new Budget()));
        Assert.Equal([2, 3], solver.Model());
        Assert.Equal(Solvable.Yes, solver.Solve([!circuit.Is(asked, 2)], new Budget()));
        Assert.NotEqual(2, solver.CellOf(asked));
    }

    [Fact]
    public void ConstantsAreEdgesAsOthersAre()
    {
        var circuit = new Circuit();
        var solver = new CircuitSolver(circuit);
        Assert.Equal(Solvable.Yes, solver.Solve([Edge.True], new Budget()));
        Assert.Equal(Solvable.No, solver.Solve([Edge.True, Edge.False], new Budget()));
        Assert.Equal([Edge.False], solver.Core);
        solver.Add(Edge.False);
        Assert.Equal(Solvable.No, solver.Solve([Edge.True], new Budget()));
        Assert.Empty(solver.Core);
    }
}
