using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;

namespace NegotiationRules.Analysis.Questions;

/// <summary>The list that elements are selected from.</summary>
internal static class Whole
{
    /// <summary>All its elements, selected or not.</summary>
    public static Elements Of(ListReference list, Scope scope)
    {
        scope = Elements.Around(list, scope);
        while (list.Selection is { From: var from })
        {
            list = from;
        }

        return Elements.Of(list, scope);
    }
}
