using NegotiationRules.Analysis.Circuits;
using NegotiationRules.Analysis.Questions;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Tests.Questions;

/// <summary>What became of rules in scenarios of a frame that were chosen at random.</summary>
internal static class RandomOutcomes
{
    /// <summary>The rules with the outcomes that they had.</summary>
    /// <param name="inquiry">The scenarios.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="choices">How many scenarios are chosen.</param>
    /// <param name="choose">The cell of a variable.</param>
    public static HashSet<(Rule Rule, RuleOutcome Outcome)> Seen(
        Inquiry inquiry, CheckedRuleSet rules, int choices, Func<Variable, int> choose)
    {
        var seen = new HashSet<(Rule, RuleOutcome)>();
        for (var choice = 0; choice < choices; choice++)
        {
            var facts = inquiry.Frame.Materialise([.. inquiry.Circuit.Variables.Select(choose)]);
            foreach (var rule in rules.Rules)
            {
                if (Of(rule, facts, rules) is { } outcome)
                {
                    seen.Add((rule, outcome));
                }
            }
        }

        return seen;
    }

    /// <summary>What became of a rule; <see langword="null"/> if it cannot be evaluated.</summary>
    public static RuleOutcome? Of(Rule rule, FactRecord facts, CheckedRuleSet rules)
    {
        try
        {
            return RuleEvaluator.Evaluate(rule, Scope.Of(facts, rules.Work));
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
