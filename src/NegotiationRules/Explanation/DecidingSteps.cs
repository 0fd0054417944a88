using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Facts;

namespace NegotiationRules.Explanation;

/// <summary>Of the elements that may stand for a step, those that decide whether the steps come in their order.</summary>
internal static class DecidingSteps
{
    /// <summary>
    /// Those without which the steps would not be in order, or those that are out of it: with another time of theirs the steps would be.
    /// All that may stand for a step, if no single one decides.
    /// </summary>
    public static IReadOnlyList<Scope> Of(InOrder order, Scope scope)
    {
        var elements = Elements.Of(order.List, scope);
        var steps = elements.Known.Where(e => order.Steps.Any(s => TreeWalk.Evaluate(s, e) != Truth.False)).ToList();
        var isMet = TreeWalk.Evaluate(order, scope) == Truth.True;
        var deciding = steps.FindAll(e => isMet
            ? Longest(elements.Known.Where(other => other != e), mustBeCertain: true) < order.Number
            : AtAnyTime(order, e) is { } free
                && Longest(elements.Known.Select(other => other == e ? free : other), mustBeCertain: false) >= order.Number);
        return deciding.Count > 0 ? deciding : steps;

        int Longest(IEnumerable<Scope> known, bool mustBeCertain) =>
            StepOrders.Longest(order, elements with { Known = [.. known] }, scope, mustBeCertain);
    }

    // The element, if the order goes by a fact of its own; what else is asked of that fact is then asked of an unknown one.
    private static Scope? AtAnyTime(InOrder order, Scope element)
    {
        if (order.By is not FactOperand { Fact: { Slots: [var slot], Depth: var depth } } || depth != element.Depth
            || element.Element.Kind != FactKind.Record)
        {
            return null;
        }

        var record = element.Element.Record.Copy();
        record.Change(slot, FactValue.Unknown);
        return element.Outer!.Enter(FactValue.Of(record), element.List, element.Index);
    }
}
