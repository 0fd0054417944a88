using NegotiationRules.Analysis.Solving;
using NegotiationRules.Tests.Support;
using Xunit.Abstractions;

namespace NegotiationRules.Analysis.Tests.Solving;

public sealed class SolverTests(ITestOutputHelper output)
{
    [Fact]
    public void ClausesAndLinearConstraintsAreDecidedAsByTryingAll()
    {
        var random = new Random(Seed.Of(output));
        var answers = new int[3];
        for (var round = 0; round < 1_000; round++)
        {
            var size = random.Next(3, 11);
            var solver = new Solver { SumsAfter = 2 * (round % 2) };
            var literals = Enumerable.Range(0, size).Select(_ => solver.NewVariable(random.Next(2) == 0)).ToArray();
            var left = Enumerable.Range(0, 1 << size).ToList();
            Literal Any() => literals[random.Next(size)].NegatedIf(random.Next(2) == 0);
            for (var step = 0; step < 8; step++)
            {
                for (var i = 0; i < random.Next(1, 4); i++)
                {
                    if (random.Next(3) > 0)
                    {
                        var clause = Enumerable.Range(0, random.Next(2, 5)).Select(_ => Any()).ToArray();
                        solver.Add(clause);
                        left.RemoveAll(bits => !clause.Any(literal => IsTrue(literal, bits)));
                    }
                    else
                    {
                        var terms = Enumerable.Range(0, random.Next(1, 12))
                            .Select(_ => new WeightedLiteral(Any(), random.Next(-6, 15)))
                            .ToArray();
                        var bound = random.Next(1, terms.Length * 4 + 1);
                        solver.AddLinear(terms, bound);
                        left.RemoveAll(bits => terms.Sum(term => IsTrue(term.Literal, bits) ? (int)term.Weight : 0) < bound);
                    }
                }

                var assumptions = Enumerable.Range(0, random.Next(4)).Select(_ => Any()).ToArray();
                var answer = solver.Solve(assumptions, new Budget());
                answers[(int)answer]++;
                Assert.Equal(left.Exists(bits => assumptions.All(literal => IsTrue(literal, bits))) ? Solvable.Yes : Solvable.No, answer);
                if (answer == Solvable.Yes)
                {
                    var model = Enumerable.Range(0, size).Aggregate(0, (bits, i) => solver.IsTrue(literals[i]) ? bits | 1 << i : bits);
                    Assert.Contains(model, left);
                    Assert.All(assumptions, literal => Assert.True(solver.IsTrue(literal)));
                }
                else
                {
                    Assert.Subset(assumptions.ToHashSet(), solver.Core.ToHashSet());
                    Assert.DoesNotContain(left, bits => solver.Core.All(literal => IsTrue(literal, bits)));
                }
            }
        }

        var (yes, no) = (answers[(int)Solvable.Yes], answers[(int)Solvable.No]);
        Assert.True(yes > 1_000 && no > 1_000, $"{yes} yes, {no} no: a fair mixture");
    }

    [Fact]
    public void ManyAssumptionsComeAndGo()
    {
        // Of 3,000 pairs one each: assumptions pick at random, and a core names the one pair that was picked twice.
        var random = new Random(Seed.Of(output));
        var solver = new Solver();
        var pairs = Enumerable.Range(0, 3_000).Select(_ => (One: solver.NewVariable(), Other: solver.NewVariable())).ToArray();
        foreach (var (one, other) in pairs)
        {
            solver.Add(one, other);
            solver.Add(!one, !other);
        }

        for (var round = 0; round < 20; round++)
        {
            var picked = pairs.Select(pair => random.Next(2) == 0 ? pair.One : pair.Other).ToList();
            Assert.Equal(Solvable.Yes, solver.Solve([.. picked], new Budget()));
            var twice = pairs[random.Next(pairs.Length)];
            picked.AddRange([twice.One, twice.Other]);
            Assert.Equal(Solvable.No, solver.Solve([.. picked], new Budget()));
            Assert.Equal([twice.One, twice.Other], solver.Core.OrderBy(literal => literal.Code));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void SevenPigeonsDoNotFitIntoSixHoles(bool isLinear)
    {
        var solver = new Solver();
        AddPigeons(solver, 7, 6, isLinear);
        Assert.Equal(Solvable.No, solver.Solve([], new Budget()));
        Assert.Empty(solver.Core);
        Assert.Equal(Solvable.No, solver.Solve([], new Budget()));
    }

    [Fact]
    public void ThirtyPigeonsThatAreCountedAreSeenNotToFit()
    {
        // Of clauses alone it would take more of them than there is memory for.
        var solver = new Solver();
        AddPigeons(solver, 30, 29, isLinear: true);
        Assert.Equal(Solvable.No, solver.Solve([], new Budget(conflicts: 5_000)));
    }

    [Theory]
    [InlineData(80, 1, 1)]
    [InlineData(200, 1, 1)]
    [InlineData(60, 9, 11)]
    public void HalfOfManyAndMoreThanHalfAreNotTheOther(int count, int weight, int other)
    {
        // Of pairs "for it" and "against it" of which each may be neither: what is enough by the one count is so by a weaker one.
        var solver = new Solver();
        var (holds, fails) = (solver.NewVariable(), solver.NewVariable());
        var pairs = Enumerable.Range(0, count).Select(_ => (For: solver.NewVariable(), Against: solver.NewVariable())).ToArray();
        foreach (var (one, against) in pairs)
        {
            solver.Add(!one, !against);
        }

        IEnumerable<WeightedLiteral> Terms(int @for, int against) =>
            pairs.SelectMany(pair => new[] { new WeightedLiteral(pair.For, @for), new WeightedLiteral(pair.Against, -against) });
        var large = 20 * count;
        solver.AddLinear(Terms(2 * weight, 3 * other).Append(new(!holds, large * (weight + other))), 0);
        solver.AddLinear(Terms(-weight, -other).Append(new(!fails, large * (weight + other))), 1);
        Assert.Equal(Solvable.No, solver.Solve([holds, fails], new Budget(conflicts: 5_000)));
        Assert.Equal(2, solver.Core.Count);
        Assert.Equal(Solvable.Yes, solver.Solve([holds], new Budget()));
        Assert.Equal(Solvable.Yes, solver.Solve([fails], new Budget()));
    }

    [Fact]
    public void HardClausesAreDecidedWhileWhatWasLearntIsForgotten()
    {
        // At 4.26 clauses a variable about half of the formulas have no solution; those that have one are checked.
        var random = new Random(Seed.Of(output));
        var conflicts = 0L;
        for (var round = 0; round < 6; round++)
        {
            var solver = new Solver();
            var literals = Enumerable.Range(0, 150).Select(_ => solver.NewVariable()).ToArray();
            var clauses = Enumerable.Range(0, 639).Select(_ => RandomClause(random, literals)).ToArray();
            foreach (var clause in clauses)
            {
                solver.Add(clause);
            }

            var answer = solver.Solve([], new Budget());
            Assert.NotEqual(Solvable.Undecided, answer);
            if (answer == Solvable.Yes)
                Assert.All(clauses, clause => Assert.Contains(clause, solver.IsTrue));
            conflicts += solver.ConflictCount;
        }

        output.WriteLine($"{conflicts} conflicts");
    }

    [Fact]
    public void ConflictsBeyondTheBudgetLeaveTheQuestionOpen()
    {
        var solver = new Solver();
        AddPigeons(solver, 9, 8, isLinear: false);
        var budget = new Budget(conflicts: 100);
        Assert.Equal(Solvable.Undecided, solver.Solve([], budget));
        Assert.Equal(Limit.Conflicts, budget.Reached);

        // What was spent stays spent; with more the same solver goes on.
        Assert.Equal(Solvable.Undecided, solver.Solve([], budget));
        Assert.Equal(Solvable.Undecided, solver.Solve([], new Budget(conflicts: 100)));
    }

    [Fact]
    public void WithoutTimeNothingIsDecided()
    {
        var budget = new Budget(TimeSpan.Zero);
        Assert.Equal(Solvable.Undecided, new Solver().Solve([], budget));
        Assert.Equal(Limit.Time, budget.Reached);
    }

    [Fact]
    public void WhatIsCancelledThrows()
    {
        var solver = new Solver();
        AddPigeons(solver, 12, 11, isLinear: false);
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        Assert.Throws<OperationCanceledException>(() => solver.Solve([], new Budget(cancellation: cancellation.Token)));
    }

    [Fact]
    public void WhatIsTriedFirstIsWhatIsPreferred()
    {
        var random = new Random(Seed.Of(output));
        var solver = new Solver();
        var preferred = Enumerable.Range(0, 100).Select(_ => solver.NewVariable().NegatedIf(random.Next(2) == 0)).ToArray();
        foreach (var literal in preferred)
        {
            solver.Prefer(literal);
        }

        Assert.Equal(Solvable.Yes, solver.Solve([], new Budget()));
        Assert.All(preferred, literal => Assert.True(solver.IsTrue(literal)));
    }

    [Fact]
    public void TheLubySequenceIsTheKnownOne() =>
        Assert.Equal([1, 1, 2, 1, 1, 2, 4, 1, 1, 2, 1, 1, 2, 4, 8, 1], Enumerable.Range(1, 16).Select(Luby.At));

    private static bool IsTrue(Literal literal, int bits) => (bits >> literal.Variable & 1) != 0 != literal.IsNegated;

    private static Literal[] RandomClause(Random random, Literal[] literals) =>
        [.. random.GetItems(literals, 20).Distinct().Take(3).Select(literal => literal.NegatedIf(random.Next(2) == 0))];

    private static void AddPigeons(Solver solver, int pigeons, int holes, bool isLinear)
    {
        Literal[] Holes() => [.. Enumerable.Range(0, holes).Select(_ => solver.NewVariable())];
        var nests = Enumerable.Range(0, pigeons).Select(_ => Holes()).ToArray();
        foreach (var pigeon in nests)
        {
            solver.Add(pigeon);
        }

        for (var hole = 0; hole < holes; hole++)
        {
            var inHole = nests.Select(pigeon => pigeon[hole]).ToArray();
            if (isLinear)
                solver.AddLinear(inHole.Select(literal => new WeightedLiteral(literal, -1)), -1);
            for (var i = 0; i < pigeons && !isLinear; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    solver.Add(!inHole[i], !inHole[j]);
                }
            }
        }
    }
}
