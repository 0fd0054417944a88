using System.Numerics;
using NegotiationRules.Analysis.Cells;
using NegotiationRules.Analysis.Grounding;
using NegotiationRules.Analysis.Solving;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Questions;

/// <summary>How often each voter decides, of all the ways in which all can vote.</summary>
/// <param name="Winning">In how many ways of voting the stage is valid.</param>
/// <param name="Swings">For each voter in how many ways of voting of the others it decides, by how many of these are for it.</param>
internal sealed record PowerIndices(BigInteger Winning, IReadOnlyList<IReadOnlyList<BigInteger>> Swings)
{
    /// <summary>Counts them.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="facts">All facts but the votes.</param>
    /// <param name="stage">What is voted on.</param>
    /// <param name="votes">The votes.</param>
    /// <param name="voters">Who votes.</param>
    /// <param name="choice">What a vote against is, and one for it.</param>
    /// <param name="limits">How much work it may be.</param>
    /// <param name="whyNot">Why there is no answer.</param>
    public static PowerIndices? Find(
        CheckedRuleSet rules, FactRecord facts, string stage, FactByPath votes, IReadOnlyList<Scope> voters,
        (FactValue Against, FactValue For) choice, AnalysisLimits limits, out NotDecided? whyNot)
    {
        whyNot = voters.Count == 0 ? new NotDecided("nobody votes: the list has no elements", "State who votes.")
            : voters.Count > Diagram.MostLevels ? new NotDecided(
                $"there are more than {Diagram.MostLevels:N0} voters", "Let those that vote as one be one element.")
            : null;
        if (whyNot is not null)
        {
            return null;
        }

        var conditions = GroundRules.ConditionsOf(rules, stage);
        var freedom = new Freedom((key, _) => key != votes.Key, _ => 0, _ => false)
        {
            ValuesOf = (_, _) => [choice.Against, choice.For],
        };
        var budget = limits.NewBudget();
        var inquiry = new Inquiry([rules], conditions, facts, key => key != votes.Key, freedom, limits, budget) { Budget = budget };
        if (!inquiry.IsRead(votes.Key))
        {
            whyNot = new NotDecided(
                $"no rule that `{stage}` hangs on reads `{votes.Path}`", "Name the fact by which the rules read how somebody votes.");
            return null;
        }

        try
        {
            return new Voting(inquiry, stage, votes, voters).Count(out whyNot);
        }
        catch (BudgetSpentException)
        {
            whyNot = inquiry.WhyUndecided();
            return null;
        }
    }

    /// <summary>In how many of all orders of voters one is the one that decides, by how many others are before it.</summary>
    public static Proportion ShapleyShubik(IReadOnlyList<BigInteger> swings)
    {
        // So many before it can come in any order, and so many behind it: s!·(n - 1 - s)! of n! orders.
        var factorials = new BigInteger[swings.Count + 1];
        factorials[0] = BigInteger.One;
        for (var i = 1; i < factorials.Length; i++)
        {
            factorials[i] = factorials[i - 1] * i;
        }

        var orders = BigInteger.Zero;
        for (var before = 0; before < swings.Count; before++)
        {
            orders += swings[before] * factorials[before] * factorials[swings.Count - 1 - before];
        }

        return new Proportion(orders, factorials[^1]);
    }
}
