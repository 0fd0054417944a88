using NegotiationRules.Analysis.Circuits;
using NegotiationRules.Tests.Support;
using Xunit.Abstractions;

namespace NegotiationRules.Analysis.Tests.Circuits;

public sealed class CircuitTests(ITestOutputHelper output)
{
    [Fact]
    public void ACircuitMeansWhatWasBuilt()
    {
        var random = new Random(Seed.Of(output));
        var sums = 0;
        for (var round = 0; round < 300; round++)
        {
            var circuit = new RandomCircuit(random, random.Next(1, 6));
            var formulas = Enumerable.Range(0, 10).Select(_ => circuit.Next(3)).ToArray();
            for (var i = 0; i < circuit.Assignments.Count; i++)
            {
                var evaluation = new CircuitEvaluation(circuit.Circuit, circuit.Assignments[i]);
                foreach (var formula in formulas)
                {
                    Assert.Equal(formula.Truth[i], evaluation.IsTrue(formula.Edge));
                }
            }

            sums += Cone.Of(circuit.Circuit, formulas.Select(formula => formula.Edge)).Nodes
                .Count(node => circuit.Circuit.Kind(node) == NodeKind.Sum);
        }

        output.WriteLine($"{sums} sums that are not written out");
        Assert.True(sums > 50, "Some sums are too wide to be written out.");
    }

    [Fact]
    public void WhatIsBuiltTwiceIsOneNode()
    {
        var circuit = new Circuit();
        var (x, y) = (Two(circuit), Two(circuit));
        Assert.Equal(circuit.And(x, y), circuit.And(y, x));
        Assert.Equal(circuit.Or(x, y), !circuit.And(!y, !x));
        Assert.Equal(Edge.False, circuit.And(x, !x));
        Assert.Equal(x, circuit.And(x, x));
        Assert.Equal(x, circuit.Ite(y, x, x));
    }

    [Fact]
    public void OneLevelDownIsLookedAt()
    {
        var circuit = new Circuit();
        var (x, y) = (Two(circuit), Two(circuit));
        Assert.Equal(circuit.And(x, y), circuit.And(x, circuit.And(x, y)));
        Assert.Equal(x, circuit.And(x, circuit.Or(x, y)));
        Assert.Equal(Edge.False, circuit.And(!x, circuit.And(x, y)));
        Assert.Equal(circuit.And(x, !y), circuit.And(x, !circuit.And(x, y)));
        Assert.Equal(x, circuit.And(x, !circuit.And(!x, y)));
    }

    [Fact]
    public void LeavesOfOneVariableMeet()
    {
        var circuit = new Circuit();
        var day = circuit.NewVariable(100);
        var other = Two(circuit);
        var early = circuit.Leaf(day, CellSet.Where(100, cell => cell < 60));
        var late = circuit.Leaf(day, CellSet.Where(100, cell => cell >= 59));
        Assert.Equal(circuit.Is(day, 59), circuit.And(early, late));
        Assert.Equal(Edge.True, circuit.Or(early, late));
        Assert.Equal(circuit.And(other, circuit.Is(day, 59)), circuit.And(early, circuit.And(other, late)));
        Assert.Equal(Edge.True, circuit.Leaf(day, CellSet.Where(100, _ => true)));
        Assert.Equal(Edge.False, circuit.Leaf(day, CellSet.Of(100)));
        Assert.Equal(Edge.True, circuit.Is(circuit.NewVariable(1), 0));
    }

    [Fact]
    public void AlternativesOfOneVariableAreStepsOfOneGroup()
    {
        var circuit = new Circuit();
        var votes = Enumerable.Range(0, 40).Select(_ => circuit.NewVariable(3)).ToArray();
        var edge = circuit.AtLeast(
            votes.SelectMany((vote, i) => new Weighted[]
            {
                new(circuit.Is(vote, 1), 1000 + 37 * i),
                new(circuit.Is(vote, 2), 2500 + 11 * i),
            }),
            60_001);
        Assert.Equal(NodeKind.Sum, circuit.Kind(edge.Node));
        var sum = circuit.SumOf(edge.Node);
        Assert.Equal(40, sum.Groups.Count);
        Assert.All(sum.Groups, group => Assert.Equal(2, group.Count));
    }

    [Fact]
    public void ASumAndItsNegationAreOneNode()
    {
        var circuit = new Circuit();
        var terms = Enumerable.Range(0, 40).Select(i => new Weighted(Two(circuit), 1000 + 37 * i * i)).ToArray();
        var enough = circuit.AtLeast(terms, 20_000);
        var tooLittle = circuit.AtLeast(terms.Select(term => term with { Weight = -term.Weight }), -19_999);
        Assert.Equal(NodeKind.Sum, circuit.Kind(enough.Node));
        Assert.Equal(!enough, tooLittle);
    }

    [Fact]
    public void ASumThatAnyTermReachesIsAnOr()
    {
        var circuit = new Circuit();
        var terms = Enumerable.Range(0, 1000).Select(i => new Weighted(Two(circuit), 1000 + i)).ToArray();
        Assert.Equal(circuit.Any(terms.Select(term => term.Edge)), circuit.AtLeast(terms, 1000));
        Assert.Equal(circuit.All(terms.Select(term => term.Edge)), circuit.AtLeast(terms, terms.Sum(term => (long)term.Weight) - 1));
    }

    [Fact]
    public void WeightsThatCannotBeAddedUpAreRefused()
    {
        var circuit = new Circuit();
        var terms = Enumerable.Range(0, 3).Select(_ => new Weighted(Two(circuit), Int128.One << 119)).ToArray();
        Assert.Throws<OverflowException>(() => circuit.AtLeast(terms, 1));
        Assert.Throws<OverflowException>(() => circuit.AtLeast(terms[..1], Int128.MinValue));
    }

    [Fact]
    public void ADeepCircuitIsEvaluatedWithoutAStackOverflow()
    {
        var deep = new DeepCircuit();
        foreach (var cells in new int[][] { new int[20], [.. Enumerable.Repeat(1, 20)], [.. Enumerable.Range(0, 20).Select(i => i % 2)] })
        {
            Assert.Equal(DeepCircuit.IsTrue(cells), new CircuitEvaluation(deep.Circuit, cells).IsTrue(deep.Edge));
        }
    }

    private static Edge Two(Circuit circuit) => circuit.Is(circuit.NewVariable(2), 1);
}
