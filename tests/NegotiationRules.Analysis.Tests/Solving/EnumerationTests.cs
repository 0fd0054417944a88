using NegotiationRules.Analysis.Circuits;
using NegotiationRules.Analysis.Solving;
using NegotiationRules.Analysis.Tests.Circuits;
using NegotiationRules.Tests.Support;
using Xunit.Abstractions;

namespace NegotiationRules.Analysis.Tests.Solving;

public sealed class EnumerationTests(ITestOutputHelper output)
{
    // Sets of formulas are bits here: formula 0 the first, and so on.
    [Fact]
    public void AllMinimalSetsAreFoundInOrderOfCostAndSize()
    {
        var random = new Random(Seed.Of(output));
        var found = 0;
        for (var round = 0; round < 300; round++)
        {
            var circuit = new RandomCircuit(random, random.Next(2, 7));
            var asked = random.Next(1, 8);
            var formulas = Enumerable.Range(0, asked).Select(_ => circuit.NextLikely(1)).DistinctBy(formula => formula.Edge).ToArray();
            var costs = formulas.Select(_ => random.Next(4)).ToArray();
            var (fact, background) = (circuit.NextLikely(3), circuit.NextClauses(formulas));
            int CostOf(int set) => costs.Where((_, i) => (set >> i & 1) != 0).Sum();
            (int Cost, int Size, int Set) Ranked(int set) => (CostOf(set), int.PopCount(set), set);

            var enough = Possible(circuit, fact, background).Select(i => TrueIn(formulas, i)).ToHashSet();
            var expected = Minimal(enough).Select(Ranked).Order().ToArray();

            var solver = new CircuitSolver(circuit.Circuit);
            solver.Add(fact.Edge);
            var sets = new MinimalSets(solver, formulas.Zip(costs, (formula, cost) => new Weighted(formula.Edge, cost)), background.Edge);
            var actual = sets.Enumerate(new Budget()).ToArray();
            var ranked = actual
                .Select(set => Ranked(set.Edges.Sum(edge => 1 << Array.FindIndex(formulas, formula => formula.Edge == edge))))
                .ToArray();

            Assert.Equal(expected, ranked.Order());
            Assert.Equal(ranked.OrderBy(set => (set.Cost, set.Size)), ranked);
            Assert.Equal(ranked.Select(set => set.Cost), actual.Select(set => (int)set.Cost));
            found += actual.Length;
        }

        Assert.True(found > 300, $"{found} sets");
    }

    [Fact]
    public void AllLargestPossibleAndSmallestImpossibleSubsetsAreFound()
    {
        var random = new Random(Seed.Of(output));
        var count = new int[2];
        for (var round = 0; round < 300; round++)
        {
            var circuit = new RandomCircuit(random, random.Next(2, 6));
            var formulas = Enumerable.Range(0, random.Next(1, 8)).Select(_ => circuit.Next(random.Next(1, 3))).ToArray();
            var (fact, background) = (circuit.NextLikely(2), circuit.NextLikely(2));

            var together = Possible(circuit, fact, background).Select(i => TrueIn(formulas, i)).ToHashSet();
            var subsets = Enumerable.Range(0, 1 << formulas.Length).ToLookup(set => together.Any(other => IsWithin(set, other)));
            var expected = Minimal(subsets[false]).Select(set => (false, set)).Concat(Maximal(subsets[true]).Select(set => (true, set)));

            var solver = new CircuitSolver(circuit.Circuit);
            solver.Add(fact.Edge);
            var actual = new SubsetExplorer(solver, formulas.Select(formula => formula.Edge), background.Edge).Explore(new Budget())
                .Select(found => (found.IsPossible, found.Members.Sum(i => 1 << i)))
                .ToArray();

            Assert.Equal(expected.Order(), actual.Order());
            count[0] += actual.Count(found => !found.IsPossible);
            count[1] += actual.Count(found => found.IsPossible);
        }

        Assert.True(count[0] > 300 && count[1] > 300, $"{count[0]} impossible, {count[1]} possible");
    }

    [Fact]
    public void FactsThatContradictEachOtherAreTheOnlyCollision()
    {
        var circuit = new Circuit();
        var variable = circuit.NewVariable(3);
        var solver = new CircuitSolver(circuit);
        solver.Add(circuit.Is(variable, 0));
        solver.Add(circuit.Is(variable, 1));
        var found = Assert.Single(new SubsetExplorer(solver, [circuit.Is(variable, 0), circuit.Is(variable, 1)]).Explore(new Budget()));
        Assert.False(found.IsPossible);
        Assert.Empty(found.Members);
        Assert.Empty(new MinimalSets(solver, [new(circuit.Is(variable, 0), 1)]).Enumerate(new Budget()));
    }

    [Fact]
    public void NothingToDoIsTheOnlySet()
    {
        var circuit = new Circuit();
        var variable = circuit.NewVariable(3);
        var sets = new MinimalSets(new CircuitSolver(circuit), [new(circuit.Is(variable, 0), 0), new(circuit.Is(variable, 1), 2)]);
        Assert.Empty(Assert.Single(sets.Enumerate(new Budget())).Edges);
    }

    [Fact]
    public void ASpentBudgetEndsAnEnumerationAndSaysSo()
    {
        var circuit = new Circuit();
        var edges = Enumerable.Range(0, 12).Select(_ => circuit.Is(circuit.NewVariable(2), 1)).ToArray();
        var solver = new CircuitSolver(circuit);
        solver.Add(circuit.AtLeast(edges.Select(edge => new Weighted(edge, 1)), 6));
        var budget = new Budget(conflicts: 60);
        var sets = new MinimalSets(solver, edges.Select(edge => new Weighted(edge, 1))).Enumerate(budget).ToArray();
        Assert.All(sets, set => Assert.Equal(6, set.Edges.Count));
        Assert.True(sets.Length < 924, "12 over 6");
        Assert.Equal(Limit.Conflicts, budget.Reached);
    }

    private static IEnumerable<int> Possible(RandomCircuit circuit, Formula fact, Formula background) =>
        Enumerable.Range(0, circuit.Assignments.Count).Where(i => fact.Truth[i] && background.Truth[i]);

    private static int TrueIn(Formula[] formulas, int assignment) =>
        formulas.Select((formula, i) => formula.Truth[assignment] ? 1 << i : 0).Sum();

    private static bool IsWithin(int set, int other) => (set & ~other) == 0;

    private static IEnumerable<int> Minimal(IEnumerable<int> sets) =>
        sets.Where(set => !sets.Any(other => other != set && IsWithin(other, set)));

    private static IEnumerable<int> Maximal(IEnumerable<int> sets) =>
        sets.Where(set => !sets.Any(other => other != set && IsWithin(set, other)));
}
