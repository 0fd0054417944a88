using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Checking;

/// <content>What can be wrong with the elements that are selected from a list. Codes NR2070 to NR2079.</content>
internal sealed partial class CheckDiagnostics
{
    public void SameForAllElements(Span at, string key) =>
        bag.Warning(
            "NR2070",
            at,
            $"this is the same for every element, so `{key}` has nothing to tell them apart by",
            "name a fact of the elements"
        );

    public void NotANumberOfElements(Span at, string key, Constant number) =>
        bag.Error(
            "NR2071",
            at,
            $"`{key}` counts elements, and {(number.Parameter is null ? string.Empty : $"parameter `{number.Parameter}` is ")}"
                + ExactNumber.ToText(number.Value.Steps, number.Measure.Scale)
                + (number.Parameter is null ? " is no number of elements" : string.Empty),
            "give a whole number, 0 or more"
        );

    public void QuantityOfWhat(Span at, Syntax.QuantityKind kind, string list) =>
        bag.Error(
            "NR2072",
            at,
            $"the elements of `{list}` are objects: of what of them is this the {Words.Of(kind)}?",
            $"say it beside `{Words.Of(kind)}`: \"of\": {{ \"fact\": \"…\" }}"
        );
}
