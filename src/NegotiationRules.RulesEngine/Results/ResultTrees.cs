using NegotiationRules.RulesEngine.Originals;
using NegotiationRules.RulesEngine.Rules;
using RulesEngine.Models;

namespace NegotiationRules.RulesEngine.Results;

/// <summary>Puts the results of rules together as RulesEngine does: children, inputs and messages.</summary>
internal sealed class ResultTrees(OriginalSettings settings)
{
    private readonly bool _stopsEarly = settings.Given.NestedRuleExecutionMode == NestedRuleExecutionMode.Performance;
    private readonly bool _fillsMessages = settings.Given.EnableFormattedErrorMessage;

    /// <summary>The result of a rule with those of its children.</summary>
    /// <param name="node">The rule.</param>
    /// <param name="around">The inputs and the params around it, by name. Each result has a dictionary of its own.</param>
    /// <param name="outcomes">The values of params, and what became of each condition.</param>
    /// <returns>The result; <see langword="null"/> if it is not known, unless that is an answer.</returns>
    public RuleResult? Build(RuleNode node, Dictionary<string, object> around, IOutcomes outcomes)
    {
        var inputs = new Dictionary<string, object>(around);
        for (var i = 0; i < node.Locals.Count; i++)
        {
            inputs.Add(node.Locals.NameOf(i), outcomes.ValueOf(node.Locals.Slot + i)!);
        }

        var tree = new RuleResultTree { Rule = node.Rule, Inputs = inputs, ExceptionMessage = string.Empty };
        return node switch
        {
            ExpressionNode expression => Settle(tree, expression.Condition, outcomes),
            JoiningNode joining => Join(joining, tree, outcomes),
            _ => throw new InvalidOperationException($"no result of {node.GetType().Name}"),
        };
    }

    /// <summary>Gives a failed rule its message. Those nested in it have none.</summary>
    /// <param name="result">The result of a rule that is not nested.</param>
    /// <param name="messages">Fills in messages; made when the first is needed.</param>
    public void Explain(RuleResult result, ref FailureMessages? messages)
    {
        if (_fillsMessages && !result.Tree.IsSuccess && !result.IsUnknown && result.Tree.Rule.ErrorMessage is { } template)
        {
            result.Tree.ExceptionMessage = (messages ??= new FailureMessages()).Fill(template, result.Tree.Inputs);
        }
    }

    private RuleResult? Settle(RuleResultTree tree, int condition, IOutcomes outcomes)
    {
        var outcome = outcomes.OutcomeOf(condition);
        tree.IsSuccess = outcome == RuleOutcome.Satisfied;
        if (outcome is RuleOutcome.Satisfied or RuleOutcome.Violated)
        {
            return new RuleResult(tree, []);
        }

        return settings.MissingIsUnknown ? Unknown(tree, [.. outcomes.MissingFor(condition)]) : null;
    }

    private RuleResult? Join(JoiningNode joining, RuleResultTree tree, IOutcomes outcomes)
    {
        var children = new List<RuleResultTree>(joining.Children.Count);
        tree.ChildResults = children;
        var missing = new List<string>();
        var (isUnknown, isDecided) = (false, false);
        foreach (var child in joining.Children)
        {
            if (Build(child, tree.Inputs, outcomes) is not { } result)
            {
                return null;
            }

            children.Add(result.Tree);
            isUnknown |= result.IsUnknown;
            missing.AddRange(result.Missing);
            isDecided |= !result.IsUnknown && result.Tree.IsSuccess != joining.IsAnd;
            if (isDecided && _stopsEarly)
            {
                break;
            }
        }

        if (isUnknown && !isDecided)
        {
            return Unknown(tree, [.. missing.Distinct(StringComparer.Ordinal)]);
        }

        // Nothing joined is false, by either operator.
        tree.IsSuccess = children.Count > 0 && isDecided != joining.IsAnd;
        return new RuleResult(tree, []);
    }

    private static RuleResult Unknown(RuleResultTree tree, IReadOnlyList<string> missing)
    {
        tree.ExceptionMessage = missing.Count switch
        {
            0 => "unknown",
            1 => $"unknown: {missing[0]} is missing",
            _ => $"unknown: {string.Join(", ", missing)} are missing",
        };
        return new RuleResult(tree, missing) { IsUnknown = true };
    }
}
