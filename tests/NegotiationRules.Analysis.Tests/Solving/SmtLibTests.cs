using NegotiationRules.Analysis.Circuits;
using NegotiationRules.Analysis.Solving;

namespace NegotiationRules.Analysis.Tests.Solving;

public sealed class SmtLibTests
{
    [Fact]
    public void AQueryIsWrittenForAnotherSolver()
    {
        var circuit = new Circuit();
        var day = circuit.NewVariable(70);
        var votes = Enumerable.Range(0, 30).Select(_ => circuit.Is(circuit.NewVariable(2), 1)).ToArray();
        var late = circuit.Leaf(day, CellSet.Where(70, cell => cell is 3 or 4 or 69));
        var sum = circuit.AtLeast(votes.Select((vote, i) => new Weighted(vote, 1_000 + 37 * i * i)), 20_000);
        var lines = SmtLib.Write(circuit, circuit.And(late, votes[0]), !sum).Split('\n');

        Assert.Equal("(set-logic QF_LIA)", lines[0]);
        Assert.Equal("(declare-const v0 Int)", lines[1]);
        Assert.Equal("(assert (<= 0 v0 69))", lines[2]);
        Assert.Contains($"(define-fun n{late.Node} () Bool (or (<= 3 v0 4) (<= 69 v0 69)))", lines);
        Assert.Contains($"(define-fun n{circuit.And(late, votes[0]).Node} () Bool (and n{votes[0].Node} n{late.Node}))", lines);
        var definition = Assert.Single(lines, line => line.StartsWith($"(define-fun n{sum.Node} ", StringComparison.Ordinal));
        Assert.Contains("() Bool (>= (+ 0 (ite n1 1000 0) (ite n2 1037 0) ", definition, StringComparison.Ordinal);
        Assert.EndsWith(") 20000))", definition, StringComparison.Ordinal);
        Assert.Equal([$"(assert n{circuit.And(late, votes[0]).Node})", $"(assert (not n{sum.Node}))", "(check-sat)", ""], lines[^4..]);
    }

    [Fact]
    public void AQuestionThatWasAnsweredIsWrittenWithItsAnswer()
    {
        var circuit = new Circuit();
        var day = circuit.NewVariable(3);
        var questions = new List<string>();
        var solver = new CircuitSolver(circuit, record: questions.Add);
        solver.Add(!circuit.Is(day, 0));
        solver.Solve([circuit.Leaf(day, CellSet.Of(3, 0, 1))], new Budget());
        solver.Solve([circuit.Is(day, 0)], new Budget());

        Assert.Equal(["(set-info :status sat)", "(set-info :status unsat)"], questions.Select(question => question.Split('\n')[1]));
        Assert.All(
            questions, question => Assert.Equal(2, question.Split("(assert n").Length + question.Split("(assert (not n").Length - 2));
    }
}
