using System.Numerics;
using NegotiationRules.Analysis.Circuits;
using NegotiationRules.Analysis.Solving;
using NegotiationRules.Analysis.Tests.Circuits;
using NegotiationRules.Tests.Support;
using Xunit.Abstractions;

namespace NegotiationRules.Analysis.Tests.Solving;

public sealed class DiagramTests(ITestOutputHelper output)
{
    [Fact]
    public void ADiagramIsTrueWhereTheFormulaIs()
    {
        var random = new Random(Seed.Of(output));
        for (var round = 0; round < 250; round++)
        {
            var circuit = new RandomCircuit(random, random.Next(1, 6));
            var builder = new DiagramBuilder(circuit.Circuit, LevelsOf(circuit.Circuit, random), new Budget());
            for (var query = 0; query < 6; query++)
            {
                var formula = circuit.Next(3);
                var edge = builder.Build(formula.Edge)!.Value;
                for (var i = 0; i < circuit.Assignments.Count; i++)
                {
                    Assert.Equal(formula.Truth[i], IsTrue(builder.Diagram, edge, circuit.Assignments[i]));
                }
            }
        }
    }

    // What is the same function is the same edge, however it is written.
    [Fact]
    public void EqualFormulasAreOneEdge()
    {
        var random = new Random(Seed.Of(output));
        for (var round = 0; round < 250; round++)
        {
            var circuit = new RandomCircuit(random, random.Next(1, 4));
            var builder = new DiagramBuilder(circuit.Circuit, LevelsOf(circuit.Circuit, random), new Budget());
            var made = new Dictionary<string, Edge>();
            for (var query = 0; query < 20; query++)
            {
                var formula = circuit.Next(2);
                var edge = builder.Build(formula.Edge)!.Value;
                var truths = string.Concat(formula.Truth.Select(isTrue => isTrue ? '1' : '0'));
                Assert.Equal(made.TryAdd(truths, edge) ? edge : made[truths], edge);
            }

            Assert.Equal(made.Count, made.Values.Distinct().Count());
        }
    }

    [Fact]
    public void CountsAreThoseOfTryingAll()
    {
        var random = new Random(Seed.Of(output));
        for (var round = 0; round < 250; round++)
        {
            var circuit = new RandomCircuit(random, random.Next(1, 6));
            var levels = LevelsOf(circuit.Circuit, random);
            var builder = new DiagramBuilder(circuit.Circuit, levels, new Budget());
            var weights = levels.Select(level => level.Cells.Select(_ => (BigInteger)random.Next(5)).ToArray()).ToArray();
            var counts = new DiagramCounts(builder.Diagram, weights);
            for (var query = 0; query < 6; query++)
            {
                var formula = circuit.Next(3);
                var expected = Enumerable.Range(0, circuit.Assignments.Count).Where(i => formula.Truth[i])
                    .Select(i => levels.Select((level, at) => weights[at][circuit.Assignments[i][level.Variable.Index]]))
                    .Select(cells => cells.Aggregate(BigInteger.One, BigInteger.Multiply))
                    .Aggregate(BigInteger.Zero, BigInteger.Add);
                Assert.Equal(expected, counts.From(0, builder.Build(formula.Edge)!.Value));
            }
        }
    }

    [Fact]
    public void SwingsAreThoseOfTryingAll()
    {
        var random = new Random(Seed.Of(output));
        for (var round = 0; round < 250; round++)
        {
            // What never falls: sums of weights that are not negative, and all and any of such.
            var circuit = new Circuit { WritesSumsOut = random.Next(2) == 0 };
            var voters = Enumerable.Range(0, random.Next(1, 9)).Select(_ => circuit.NewVariable(3)).ToArray();
            var sums = Enumerable.Range(0, random.Next(1, 4)).Select(_ => circuit.AtLeast(
                voters.Select(voter => new Weighted(circuit.Is(voter, 2), random.Next(3) == 0 ? 1 : random.Next(40))),
                random.Next(80))).ToList();
            var edge = random.Next(2) == 0 ? circuit.All(sums) : circuit.Any(sums);
            DiagramLevel[] levels = [.. voters.OrderBy(_ => random.Next()).Select(voter => new DiagramLevel(voter, [1, 2]))];
            var builder = new DiagramBuilder(circuit, levels, new Budget());
            var counted = SwingCounts.Of(builder.Diagram, builder.Build(edge)!.Value, new Budget());

            var swings = levels.Select(_ => new BigInteger[voters.Length]).ToArray();
            for (var votes = 0; votes < 1 << voters.Length; votes++)
            {
                for (var voter = 0; voter < voters.Length; voter++)
                {
                    if ((votes & (1 << voter)) == 0 && !Holds(votes) && Holds(votes | (1 << voter)))
                    {
                        swings[voter][BitOperations.PopCount((uint)votes)]++;
                    }
                }
            }

            Assert.Equal(swings, counted);

            bool Holds(int votes)
            {
                var cells = new int[voters.Length];
                for (var at = 0; at < levels.Length; at++)
                {
                    cells[levels[at].Variable.Index] = (votes & (1 << at)) == 0 ? 1 : 2;
                }

                return new CircuitEvaluation(circuit, cells).IsTrue(edge);
            }
        }
    }

    [Fact]
    public void OfManyThatAreAlikeTheDiagramOfASumIsSmall()
    {
        var circuit = new Circuit();
        DiagramLevel[] levels = [.. Enumerable.Range(0, 100).Select(_ => new DiagramLevel(circuit.NewVariable(2), [0, 1]))];
        var edge = circuit.AtLeast(levels.Select(level => new Weighted(circuit.Is(level.Variable, 1), 7)), 357);
        var builder = new DiagramBuilder(circuit, levels, new Budget());
        var built = builder.Build(edge)!.Value;
        Assert.InRange(builder.Diagram.NodeCount, 51 * 50, 51 * 50 + levels.Length);
        Assert.Equal(Choose(99, 50), SwingCounts.Of(builder.Diagram, built, new Budget())![17].Aggregate(BigInteger.Add));

        static BigInteger Choose(int all, int some) =>
            Enumerable.Range(1, some).Aggregate(BigInteger.One, (product, i) => product * (all - some + i) / i);
    }

    [Fact]
    public void ADiagramBeyondTheBudgetIsNotBuilt()
    {
        var circuit = new Circuit();
        DiagramLevel[] levels = [.. Enumerable.Range(0, 40).Select(_ => new DiagramLevel(circuit.NewVariable(2), [0, 1]))];
        var edge = circuit.AtLeast(
            levels.Select((level, i) => new Weighted(circuit.Is(level.Variable, 1), 1_000_003 * (i + 1) % 65_537)), 600_000);
        var budget = new Budget(nodes: 1_000);
        Assert.Null(new DiagramBuilder(circuit, levels, budget).Build(edge));
        Assert.Equal(Limit.Nodes, budget.Reached);
    }

    private static DiagramLevel[] LevelsOf(Circuit circuit, Random random) =>
    [
        .. circuit.Variables.OrderBy(_ => random.Next())
            .Select(variable => new DiagramLevel(variable, [.. Enumerable.Range(0, variable.CellCount)])),
    ];

    private static bool IsTrue(Diagram diagram, Edge edge, int[] cells)
    {
        while (!edge.IsConstant)
        {
            edge = diagram.Child(edge, cells[diagram.Levels[diagram.LevelOf(edge)].Variable.Index]);
        }

        return edge == Edge.True;
    }
}
