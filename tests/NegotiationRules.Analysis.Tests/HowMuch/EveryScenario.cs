using System.Numerics;

namespace NegotiationRules.Analysis.Tests.HowMuch;

/// <summary>A fact that may have any of some values, and how much each counts for.</summary>
internal sealed record Choice(string Path, IReadOnlyList<(object Value, int Weight)> Values);

/// <summary>What becomes of a stage in every scenario that facts can make, each tried by itself.</summary>
internal sealed class EveryScenario
{
    private readonly IReadOnlyList<Choice> _choices;
    private readonly List<(int[] Taken, BigInteger Weight, StageVerdict Stage)> _tried = [];

    private EveryScenario(IReadOnlyList<Choice> choices) => _choices = choices;

    /// <summary>All of them; nothing if one cannot be evaluated.</summary>
    public static EveryScenario? Of(RuleSet rules, Scenario given, string stage, IReadOnlyList<Choice> choices)
    {
        var all = new EveryScenario(choices);
        return all.Try(rules, given, stage, new int[choices.Count], 0, BigInteger.One) ? all : null;
    }

    public BigInteger Whole => Weight(_ => true);

    public Proportion Part(StageOutcome outcome) => Part(tried => tried.Outcome == outcome);

    /// <summary>In what part a rule is in the way, with others or alone.</summary>
    public (Proportion Any, Proportion Alone) Blocks(string rule) => (
        Part(stage => BlockingIn(stage).Contains(rule)),
        Part(stage => BlockingIn(stage) is var blocking && blocking.Count == 1 && blocking[0] == rule));

    /// <summary>What is valid of the scenarios in which a fact has each of its values, the most and the least of it.</summary>
    public (Proportion Best, Proportion Worst) ValidBy(string path)
    {
        var at = _choices.ToList().FindIndex(choice => choice.Path == path);
        var parts = _choices[at].Values.Select((value, taken) => (value.Weight, taken)).Where(pair => pair.Weight > 0).Select(pair =>
            new Proportion(
                Weight(tried => tried.Taken[at] == pair.taken && tried.Stage.Outcome == StageOutcome.Valid),
                Weight(tried => tried.Taken[at] == pair.taken))).ToList();
        return (parts.Max(Proportion.BySize), parts.Min(Proportion.BySize));
    }

    private static List<string> BlockingIn(StageVerdict stage) => stage.Outcome == StageOutcome.NotApplicable ? []
        : [.. stage.Rules.Where(rule => rule.Rule is { Strength: Strength.Required, IsRisk: false }
            && rule.Outcome is not (RuleOutcome.Satisfied or RuleOutcome.NotApplicable)).Select(rule => rule.Rule.Id)];

    private Proportion Part(Func<StageVerdict, bool> isIn) => new(Weight(tried => isIn(tried.Stage)), Whole);

    private BigInteger Weight(Func<(int[] Taken, BigInteger Weight, StageVerdict Stage), bool> isIn) =>
        _tried.Where(isIn).Aggregate(BigInteger.Zero, (sum, tried) => sum + tried.Weight);

    private bool Try(RuleSet rules, Scenario scenario, string stage, int[] taken, int at, BigInteger weight)
    {
        if (at == _choices.Count)
        {
            if (!rules.TryEvaluate(scenario, out var verdict, out _))
            {
                return false;
            }

            _tried.Add(([.. taken], weight, verdict.Stage(stage)));
            return true;
        }

        for (taken[at] = 0; taken[at] < _choices[at].Values.Count; taken[at]++)
        {
            var (value, often) = _choices[at].Values[taken[at]];
            if (!Try(rules, scenario.With(_choices[at].Path, value), stage, taken, at + 1, weight * often))
            {
                return false;
            }
        }

        return true;
    }
}
