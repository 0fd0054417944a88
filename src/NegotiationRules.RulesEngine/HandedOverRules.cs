using NegotiationRules.RulesEngine.Plans;
using NegotiationRules.RulesEngine.Telemetry;

namespace NegotiationRules.RulesEngine;

/// <summary>Tells which rules of an engine's workflows are given to RulesEngine itself, and why.</summary>
/// <remarks>
/// The meter <see cref="MeterName"/> tells how often: <c>negotiation_rules.rules.evaluated</c> counts the rules that were evaluated here,
/// <c>negotiation_rules.rules.handed_over</c>
/// the others, with the tags <c>workflow</c>, <c>rule</c> and <c>cause</c>: <c>translation</c> for the rules listed here, <c>fault</c>
/// where an expression would end in an exception on the inputs at hand, <c>input</c> where a value in them is none that a fact can hold.
/// The activity source of the same name has an activity for each call,
/// <c>negotiation_rules.execute</c>, and in it one for each time that RulesEngine itself is asked, <c>negotiation_rules.hand_over</c>, with
/// these tags.
/// </remarks>
public static class HandedOverRules
{
    /// <summary>The name of the meter that counts rules.</summary>
    public const string MeterName = EngineMeter.Name;

    /// <summary>The name of the activity source that traces calls.</summary>
    public const string ActivitySourceName = EngineMeter.Name;

    /// <summary>The rules that are always handed over. What cannot be translated shows when a workflow is first executed, for it depends on
    /// the types of its inputs.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="workflowName">The name of a workflow. If no such workflow is registered, or if it was not executed yet, nothing is
    /// listed.</param>
    /// <returns>In the order of the rules, each as often as there are different reasons. Safe to call from any thread.</returns>
    public static IReadOnlyList<HandedOverRule> Of(NegotiationRulesEngine engine, string workflowName)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(workflowName);
        return engine.Store.Find(workflowName) is { } workflow ? [.. workflow.Plans.SelectMany(In).Distinct()] : [];
    }

    private static IEnumerable<HandedOverRule> In(WorkflowPlan plan) => plan.HandsOverBecause is { } reason
        ? plan.Rules.Select(rule => new HandedOverRule(plan.Name, rule.Rule.RuleName, reason))
        : plan.Rules.SelectMany(rule => rule.Reasons.Select(because => new HandedOverRule(plan.Name, rule.Rule.RuleName, because)));
}
