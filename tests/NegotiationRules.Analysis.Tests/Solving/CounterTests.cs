using System.Numerics;
using NegotiationRules.Analysis.Circuits;
using NegotiationRules.Analysis.Solving;
using NegotiationRules.Analysis.Tests.Circuits;
using NegotiationRules.Tests.Support;
using Xunit.Abstractions;

namespace NegotiationRules.Analysis.Tests.Solving;

public sealed class CounterTests(ITestOutputHelper output)
{
    [Fact]
    public void CountsAreThoseOfTryingAll()
    {
        var random = new Random(Seed.Of(output));
        for (var round = 0; round < 250; round++)
        {
            var circuit = new RandomCircuit(random, random.Next(1, 6));
            var weights = circuit.Circuit.Variables
                .Select(variable => Enumerable.Range(0, variable.CellCount).Select(_ => (BigInteger)random.Next(5)).ToArray())
                .ToArray();
            var counter = new Counter(circuit.Circuit, (variable, cell) => weights[variable.Index][cell]);
            for (var query = 0; query < 6; query++)
            {
                var formula = circuit.Next(3);
                var expected = Enumerable.Range(0, circuit.Assignments.Count).Where(i => formula.Truth[i])
                    .Select(i => circuit.Assignments[i].Select((cell, variable) => weights[variable][cell]))
                    .Select(cells => cells.Aggregate(BigInteger.One, BigInteger.Multiply))
                    .Aggregate(BigInteger.Zero, BigInteger.Add);
                Assert.Equal(expected, counter.Count(formula.Edge, circuit.Circuit.Variables, new Budget()));
            }
        }
    }

    [Fact]
    public void PartsThatShareNothingAreCountedApart()
    {
        // (a or b) and (c or d) and …: three to the power of the pairs, of four.
        var circuit = new Circuit();
        var pairs = Enumerable.Range(0, 300).Select(_ => circuit.Or(Two(circuit), Two(circuit))).ToArray();
        var counter = new Counter(circuit, (_, _) => 1);
        var budget = new Budget(nodes: 2_000);
        Assert.Equal(BigInteger.Pow(3, 300), counter.Count(circuit.All(pairs), circuit.Variables, budget));
        var any = circuit.Any(circuit.Variables.Select(variable => circuit.Is(variable, 1)));
        Assert.Equal(BigInteger.Pow(4, 300) - 1, counter.Count(any, circuit.Variables, budget));
    }

    [Fact]
    public void SumsAreCountedByWhatIsStillMissing()
    {
        var circuit = new Circuit();
        var edge = circuit.AtLeast(Enumerable.Range(0, 61).Select(_ => new Weighted(Two(circuit), 1)), 31);
        Assert.Equal(NodeKind.Sum, circuit.Kind(edge.Node));
        Assert.Equal(BigInteger.Pow(2, 60), new Counter(circuit, (_, _) => 1).Count(edge, circuit.Variables, new Budget()));
    }

    [Fact]
    public void ACountBeyondTheBudgetIsNotDecided()
    {
        var circuit = new Circuit();
        var edge = circuit.AtLeast(Enumerable.Range(0, 40).Select(i => new Weighted(Two(circuit), 1_000_003 * (i + 1) % 65_537)), 600_000);
        var budget = new Budget(nodes: 1_000);
        Assert.Null(new Counter(circuit, (_, _) => 1).Count(edge, circuit.Variables, budget));
        Assert.Equal(Limit.Nodes, budget.Reached);
    }

    [Fact]
    public void AllVariablesOfTheEdgeHaveToBeNamed()
    {
        var circuit = new Circuit();
        var edge = circuit.And(Two(circuit), Two(circuit));
        Assert.Throws<ArgumentException>(() => new Counter(circuit, (_, _) => 1).Count(edge, circuit.Variables.Take(1), new Budget()));
    }

    private static Edge Two(Circuit circuit) => circuit.Is(circuit.NewVariable(2), 1);
}
