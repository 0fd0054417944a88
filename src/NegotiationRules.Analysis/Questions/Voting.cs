using System.Numerics;
using NegotiationRules.Analysis.Cells;
using NegotiationRules.Analysis.Circuits;
using NegotiationRules.Analysis.Solving;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Questions;

/// <summary>All the ways in which voters can vote, and those in which a stage is valid.</summary>
/// <remarks>Each vote is a variable: in cell 0 against, in cell 1 for it.</remarks>
internal sealed class Voting
{
    private const int MostNamed = 3;

    // What the counts of all nodes may take.
    private const long MostBytes = 1L << 30;

    private readonly Inquiry _inquiry;
    private readonly string _stage;

    // In the order in which the diagram branches on their votes.
    private readonly IReadOnlyList<(int Place, Scope Voter, Variable Vote)> _voters;
    private readonly DiagramBuilder _builder;

    public Voting(Inquiry inquiry, string stage, FactByPath votes, IReadOnlyList<Scope> voters)
    {
        (_inquiry, _stage) = (inquiry, stage);
        var variables = inquiry.Frame.Facts.Where(fact => fact.Key == votes.Key)
            .ToDictionary(fact => fact.Path, fact => fact.Variable!.Value, StringComparer.Ordinal);
        var alike = new LikeVoters(inquiry, votes.Key);
        _voters =
        [
            .. voters.Select((voter, place) => (place, voter, variables[votes.PathOf(voter)]))
                .OrderBy(voter => voter.voter.Path, alike),
        ];
        _builder = new DiagramBuilder(
            inquiry.Circuit, [.. _voters.Select(voter => new DiagramLevel(voter.Vote, [0, 1]))], inquiry.Budget);
    }

    private Diagram Diagram => _builder.Diagram;

    /// <summary>How often each voter decides; <see langword="null"/> if there is no telling, and why.</summary>
    public PowerIndices? Count(out NotDecided? whyNot)
    {
        var rules = _inquiry.Rules[0];
        var (valid, open) = (rules.Of(_stage, StageOutcome.Valid), rules.Of(_stage, StageOutcome.Undetermined));
        whyNot = _inquiry.WhyNotCounted(_stage, "way of voting", valid, open);
        if (whyNot is not null)
        {
            return null;
        }

        if (_builder.Build(valid) is not { } isValid || _builder.Build(open) is not { } isOpen)
        {
            whyNot = _inquiry.WhyUndecided();
            return null;
        }

        whyNot = isOpen != Edge.False ? WhyOpen(isOpen) : Decrease(isValid) ?? TooMuch();
        return whyNot is null ? Count(isValid, out whyNot) : null;
    }

    private PowerIndices? Count(Edge isValid, out NotDecided? whyNot)
    {
        if (SwingCounts.Of(Diagram, isValid, _inquiry.Budget) is not { } counted)
        {
            whyNot = _inquiry.WhyUndecided();
            return null;
        }

        var ones = Diagram.Levels.Select(_ => new[] { BigInteger.One, BigInteger.One }).ToArray();
        var swings = new IReadOnlyList<BigInteger>[_voters.Count];
        for (var level = 0; level < swings.Length; level++)
        {
            swings[_voters[level].Place] = counted[level];
        }

        whyNot = null;
        return new PowerIndices(new DiagramCounts(Diagram, ones).From(0, isValid), swings);
    }

    private NotDecided WhyOpen(Edge isOpen)
    {
        var cells = new int[_inquiry.Circuit.Variables.Count];
        Lead(isOpen, cells);
        var facts = _inquiry.UnsettledIn(cells, _stage);
        return facts.Count == 0
            ? new NotDecided($"`{_stage}` can be undetermined although all votes are cast")
            : new NotDecided(
                $"`{_stage}` can be undetermined although all votes are cast, as {Paths(facts)} {(facts.Count == 1 ? "is" : "are")} "
                    + "not known",
                $"State {Paths(facts)}.");
    }

    // A way of voting that one more vote for it makes worse: then it means nothing to have the vote that decides.
    private NotDecided? Decrease(Edge isValid)
    {
        var from = new Dictionary<Edge, (Edge Edge, int Branch)>();
        var open = new Stack<Edge>([isValid]);
        while (open.TryPop(out var edge))
        {
            if (edge.IsConstant)
            {
                continue;
            }

            var (without, with) = (Diagram.Child(edge, 0), Diagram.Child(edge, 1));
            var worse = Diagram.And(without, !with);
            if (Diagram.IsSpent)
            {
                return _inquiry.WhyUndecided();
            }

            if (worse != Edge.False)
            {
                return WhyWorse(edge, worse, isValid, from);
            }

            foreach (var (child, branch) in ((Edge, int)[])[(without, 0), (with, 1)])
            {
                if (from.TryAdd(child, (edge, branch)))
                {
                    open.Push(child);
                }
            }
        }

        return null;
    }

    private NotDecided WhyWorse(Edge edge, Edge worse, Edge isValid, Dictionary<Edge, (Edge Edge, int Branch)> from)
    {
        var cells = new int[_inquiry.Circuit.Variables.Count];
        Lead(worse, cells);
        for (var at = edge; at != isValid; at = from[at].Edge)
        {
            var before = from[at];
            cells[_voters[Diagram.LevelOf(before.Edge)].Vote.Index] = before.Branch;
        }

        List<Scope> others = [.. _voters.Where(voter => cells[voter.Vote.Index] == 1).OrderBy(voter => voter.Place).Select(v => v.Voter)];
        var one = Labels.Of(_voters[Diagram.LevelOf(edge)].Voter);
        var with = others.Count == 0 ? "nobody" : Series.And(others, Labels.Of, MostNamed);
        return new NotDecided(
            $"one more vote for it can be one too many: `{_stage}` is valid with {with} for it, and no longer with {one} too",
            "The indices are for rules that a vote for it never harms.");
    }

    // Takes the branches by which an edge is true.
    private void Lead(Edge edge, int[] cells)
    {
        while (!edge.IsConstant)
        {
            var branch = Diagram.Child(edge, 0) == Edge.False ? 1 : 0;
            cells[_voters[Diagram.LevelOf(edge)].Vote.Index] = branch;
            edge = Diagram.Child(edge, branch);
        }
    }

    private NotDecided? TooMuch() => (long)Diagram.NodeCount * _voters.Count * _voters.Count / 16 <= MostBytes ? null
        : new NotDecided($"{_voters.Count:N0} voters are more than can be counted with", "Let those that vote as one be one element.");

    private static string Paths(IReadOnlyList<string> facts) => Series.And(facts, fact => $"`{fact}`", MostNamed);
}
