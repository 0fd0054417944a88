using NegotiationRules.Analysis.Grounding;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Questions;

/// <summary>What became of all rules in the scenarios that were found so far, whatever they were found for: what was seen need not be
/// sought.</summary>
internal sealed class SeenOutcomes(CheckedRuleSet rules)
{
    private const int Bits = 64;

    private readonly List<ulong>[] _satisfied = New(rules);
    private readonly List<ulong>[] _missed = New(rules);
    private readonly List<ulong>[] _allows = New(rules);
    private int _count;

    /// <summary>Evaluates all rules in a scenario.</summary>
    public void Add(FactRecord facts)
    {
        var scope = Scope.Of(facts, rules.Work);
        foreach (var rule in rules.Rules)
        {
            var outcome = OutcomeOf(rule, scope);
            Put(_satisfied[rule.Index], outcome == RuleOutcome.Satisfied);
            Put(_missed[rule.Index], outcome is RuleOutcome.Violated or RuleOutcome.Pending);
            Put(_allows[rule.Index], !GroundRules.Decides(rule) || outcome is RuleOutcome.Satisfied or RuleOutcome.NotApplicable);
        }

        _count++;
    }

    /// <summary>Whether both were satisfied in one of them.</summary>
    public bool WereSatisfied(Rule one, Rule other)
    {
        for (var i = 0; i < _satisfied[one.Index].Count; i++)
        {
            if ((_satisfied[one.Index][i] & _satisfied[other.Index][i]) != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether one was missed in one of them, and none of the others stood in the way of the stage.</summary>
    public bool WasMissedAlone(Rule rule, IReadOnlyCollection<Rule> others)
    {
        for (var i = 0; i < _missed[rule.Index].Count; i++)
        {
            if (others.Aggregate(_missed[rule.Index][i], (left, other) => left & _allows[other.Index][i]) != 0)
            {
                return true;
            }
        }

        return false;
    }

    private void Put(List<ulong> row, bool isSo)
    {
        if (_count % Bits == 0)
        {
            row.Add(0);
        }

        row[^1] |= isSo ? 1ul << (_count % Bits) : 0;
    }

    private static RuleOutcome OutcomeOf(Rule rule, Scope scope)
    {
        try
        {
            return RuleEvaluator.Evaluate(rule, scope);
        }
        catch (Exception fault) when (fault is OverflowException or ScenarioException { IsOfWork: true })
        {
            return RuleOutcome.Unknown;
        }
    }

    private static List<ulong>[] New(CheckedRuleSet rules) => [.. rules.Rules.Select(_ => new List<ulong>())];
}
