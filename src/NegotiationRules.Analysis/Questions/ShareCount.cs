using System.Numerics;
using NegotiationRules.Analysis.Cells;
using NegotiationRules.Analysis.Circuits;
using NegotiationRules.Analysis.Grounding;
using NegotiationRules.Analysis.Solving;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Questions;

/// <summary>How much of the scenarios of a frame.</summary>
/// <param name="All">How much all scenarios count for.</param>
/// <param name="Outcomes">In how much of them the stage has which outcome.</param>
/// <param name="Rules">Rules that keep the stage from being valid: in how much, and in how much none but them.</param>
/// <param name="Facts">Facts that may have any value, with the part that is valid of the scenarios in which they have some.</param>
internal sealed record ShareCount(
    BigInteger All, IReadOnlyDictionary<StageOutcome, BigInteger> Outcomes,
    IReadOnlyList<(Rule Rule, BigInteger Any, BigInteger Alone)> Rules,
    IReadOnlyList<(FrameFact Fact, IReadOnlyList<(IReadOnlyList<FreeValues> Values, Proportion Valid)> Cases)> Facts)
{
    /// <summary>Counts.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="facts">What is as stated.</param>
    /// <param name="stage">The stage.</param>
    /// <param name="isFree">Whether a fact may have any value, by its path in the vocabulary and in the scenario.</param>
    /// <param name="isFreeAnywhere">Whether it may be so in any place, by its path in the vocabulary.</param>
    /// <param name="given">How much values count for, where that is said.</param>
    /// <param name="limits">How much work it may be.</param>
    /// <param name="whyNot">Why there is no answer.</param>
    /// <param name="scenarios">What may be drawn from all the same, unless there is no end to the scenarios.</param>
    public static ShareCount? Find(
        CheckedRuleSet rules, FactRecord facts, string stage, Func<string, string, bool> isFree, Func<string, bool> isFreeAnywhere,
        IReadOnlyDictionary<string, IReadOnlyList<(FactValue Value, BigInteger Weight)>> given, AnalysisLimits limits,
        out NotDecided? whyNot, out DrawnScenarios? scenarios)
    {
        var conditions = GroundRules.ConditionsOf(rules, stage);
        var budget = limits.NewBudget();
        var cells = new CellFinder(
            facts.Type, conditions, new FixedFacts(StatedValues.Of(facts), key => !isFreeAnywhere(key)), budget.Allows);
        var free = new FreeFacts(cells, isFree, given);
        var inquiry = new Inquiry([rules], conditions, facts, key => !isFreeAnywhere(key), free.Freedom, limits, budget)
        {
            Budget = budget,
        };
        whyNot = free.WhyNot;
        scenarios = whyNot is null ? new DrawnScenarios(rules, inquiry.Frame, free) : null;
        if (whyNot is not null)
        {
            return null;
        }

        try
        {
            return Count(inquiry, rules, stage, free, limits, out whyNot);
        }
        catch (BudgetSpentException)
        {
            whyNot = inquiry.WhyUndecided();
            return null;
        }
    }

    private static ShareCount? Count(
        Inquiry inquiry, CheckedRuleSet rules, string stage, FreeFacts free, AnalysisLimits limits, out NotDecided? whyNot)
    {
        var ground = inquiry.Rules[0];
        var circuit = inquiry.Circuit;
        var outcomes = Enum.GetValues<StageOutcome>().ToDictionary(outcome => outcome, outcome => ground.Of(stage, outcome));
        List<Rule> deciding = [.. rules.Rules.Where(rule => rule.Stage == stage && GroundRules.Decides(rule))];
        var applies = !outcomes[StageOutcome.NotApplicable];
        List<(Rule Rule, Edge Any, Edge Alone)> blocking =
        [
            .. deciding.Select(rule => (rule, circuit.And(applies, !ground.Allows(rule)), circuit.All(
                deciding.Where(other => other != rule).Select(ground.Allows).Append(!ground.Allows(rule)).Append(applies)))),
        ];
        Edge[] edges = [.. outcomes.Values, .. blocking.SelectMany(pair => new[] { pair.Any, pair.Alone })];
        whyNot = inquiry.WhyNotCounted(stage, "scenario", edges);
        if (whyNot is not null)
        {
            return null;
        }

        List<FrameFact> facts = [.. inquiry.Frame.Facts.Where(fact => fact.Variable is not null)];
        var values = facts.ToDictionary(fact => fact.Variable!.Value, fact => free.Of(fact.Key));
        var counts = new ScenarioCounts(
            circuit, edges, [.. values.Keys], (variable, cell) => values[variable][cell].Weight, limits, inquiry.Budget);
        var share = Count(counts, outcomes, blocking, facts, values);
        whyNot = share is null ? inquiry.WhyUndecided() : null;
        return share;
    }

    private static ShareCount? Count(
        ScenarioCounts counts, Dictionary<StageOutcome, Edge> outcomes,
        List<(Rule Rule, Edge Any, Edge Alone)> blocking, List<FrameFact> facts,
        Dictionary<Variable, IReadOnlyList<FreeValues>> values)
    {
        var all = values.Values.Aggregate(
            BigInteger.One, (product, of) => product * of.Aggregate(BigInteger.Zero, (sum, one) => sum + one.Weight));
        var counted = new Dictionary<StageOutcome, BigInteger>();
        foreach (var (outcome, edge) in outcomes)
        {
            if (counts.Of(edge) is not { } count)
            {
                return null;
            }

            counted.Add(outcome, count);
        }

        var rules = new List<(Rule, BigInteger, BigInteger)>();
        foreach (var (rule, any, alone) in blocking)
        {
            if (counts.Of(any) is not { } inAny || counts.Of(alone) is not { } inAlone)
            {
                return null;
            }

            rules.Add((rule, inAny, inAlone));
        }

        if (counts.ByCase(outcomes[StageOutcome.Valid]) is not { } byCase)
        {
            return null;
        }

        var influences = facts.Zip(byCase, (fact, valid) => (fact, Cases(fact.Variable!.Value, valid))).ToList();
        return new ShareCount(all, counted, rules, influences);

        // Values that do not occur have no part of anything.
        IReadOnlyList<(IReadOnlyList<FreeValues>, Proportion)> Cases(Variable variable, IReadOnlyList<BigInteger> valid)
        {
            var whole = Sum(values[variable]);
            return
            [
                .. counts.Cases(variable).Select(cells => (IReadOnlyList<FreeValues>)[.. cells.Select(cell => values[variable][cell])])
                    .Zip(valid, (told, count) => (Told: told, Weight: Sum(told), Count: count)).Where(pair => !pair.Weight.IsZero)
                    .Select(pair => (pair.Told, new Proportion(pair.Count * whole, all * pair.Weight))),
            ];
        }

        static BigInteger Sum(IReadOnlyList<FreeValues> values) =>
            values.Aggregate(BigInteger.Zero, (sum, one) => sum + one.Weight);
    }
}
