using NegotiationRules.Conditions;

namespace NegotiationRules.Evaluation;

/// <content>Steps in order of time.</content>
internal static partial class TreeWalk
{
    private static Truth Order(InOrder condition, Scope scope)
    {
        var elements = Elements.Of(condition.List, scope);
        return StepOrders.Longest(condition, elements, scope, mustBeCertain: true) >= condition.Number ? Truth.True
            : Truths.Of(false, StepOrders.Longest(condition, elements, scope, mustBeCertain: false) >= condition.Number);
    }
}
