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
        for (var round = 0; round < 250; round++)
        {
            var circuit = new RandomCircuit(random, random.Next(2, 7));
            var solver = new CircuitSolver(circuit.Circuit);
            var left = Enumerable.Range(0, circuit.Assignments.Count).ToHashSet();
            foreach (var variable in circuit.Circuit.Variables)
            {
                if (random.Next(2) == 0) solver.Prefer(variable, random.Next(variable.CellCount));
            }

            for (var query = 0; query < 12; query++)
            {
                var assumed = Enumerable.Range(0, random.Next(1, 6)).Select(_ => circuit.Next(random.Next(1, 4))).ToArray();
                var models = left.Where(i => assumed.All(formula => formula.Truth[i])).Select(i => circuit.Assignments[i]).ToArray();
                var answer = solver.Solve(assumed.Select(formula => formula.Edge), new Budget());
                answers[(int)answer]++;
                Assert.Equal(models.Length > 0 ? Answer.Yes : Answer.No, answer);
                if (answer == Answer.Yes)
                {
                    Assert.Contains(solver.Model(), models);
                    if (random.Next(4) > 0) continue;
                    solver.Add(assumed[0].Edge);
                    left.RemoveWhere(i => !assumed[0].Truth[i]);
                    continue;
                }

                // A core is of what was assumed, contradicts the facts, and made minimal nothing of it can go.
                var core = solver.Core.ToArray();
                Assert.Subset(assumed.Select(formula => formula.Edge).ToHashSet(), core.ToHashSet());
                Assert.False(circuit.IsPossible(core, left.Contains));
                var minimal = Cores.Minimize(solver, core, new Budget());
                Assert.NotNull(minimal);
                Assert.False(circuit.IsPossible(minimal, left.Contains));
                Assert.All(minimal, one => Assert.True(circuit.IsPossible(minimal.Where(edge => edge != one), left.Contains)));
            }
        }

        Assert.True(answers[(int)Answer.Yes] > 500 && answers[(int)Answer.No] > 300, $"{string.Join(", ", answers)}: a fair mixture");
    }
}
