using NegotiationRules.Analysis.Grounding;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Questions;

/// <summary>The scenarios that were found so far, whatever they were found for, and what became of all rules in them: what was seen need
/// not be sought.</summary>
internal sealed class FoundScenarios(CheckedRuleSet rules)
{
    private const int Bits = 64;

    private readonly List<FactRecord> _found = [];

    // What became of the rules is worked out once it is asked for, of those that came since.
    private readonly Queue<FactRecord> _fresh = [];
    private readonly List<ulong>[] _satisfied = New(rules);
    private readonly List<ulong>[] _missed = New(rules);
    private readonly List<ulong>[] _allows = New(rules);
    private int _count;

    public void Add(FactRecord facts)
    {
        _found.Add(facts);
        _fresh.Enqueue(facts);
    }

    /// <summary>One that is what is sought; <see langword="null"/> if there is none, or the time is up.</summary>
    /// <param name="isIt">Whether one is.</param>
    /// <param name="mayGoOn">Whether there is time left.</param>
    public FactRecord? First(Func<FactRecord, bool> isIt, Func<bool> mayGoOn)
    {
        // The latest are the likeliest: one question is much like the one before.
        for (var i = _found.Count - 1; i >= 0 && mayGoOn(); i--)
        {
            if (isIt(_found[i]))
            {
                var facts = _found[i];
                _found.RemoveAt(i);
                _found.Add(facts);
                return facts;
            }
        }

        return null;
    }

    private void EvaluateFresh()
    {
        while (_fresh.TryDequeue(out var facts))
        {
            Evaluate(facts);
        }
    }

    private void Evaluate(FactRecord facts)
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
        EvaluateFresh();
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
        EvaluateFresh();
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
