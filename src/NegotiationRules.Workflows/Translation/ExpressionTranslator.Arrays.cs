using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <content>Lists whose items are written out.</content>
internal sealed partial class ExpressionTranslator
{
    private Meaning CallOnArray(ListCall call, ArrayMeaning array)
    {
        var items = array.Items;
        switch (call.Name.Text.ToUpperInvariant(), call.Arguments)
        {
            case ("CONTAINS", [var sought]):
                return ContainedIn(call.Span, array, Translate(sought, call.Scope));
            case ("COUNT", []):
                return Constant(call.Span, items.Count);
            case ("TOLIST" or "TOARRAY" or "ASENUMERABLE" or "ASQUERYABLE", []):
                return array;
            case ("ANY", []):
                return new TruthMeaning(call.Span, Logic.Constant(items.Count > 0));
            case ("ANY" or "ALL", [var test]):
                var isAny = Is(call.Name.Text, "Any");
                Meaning joined = new TruthMeaning(call.Span, Logic.Constant(!isAny));
                foreach (var item in items)
                {
                    joined = Join(call.Span, isAny ? BinaryOperator.Or : BinaryOperator.And, joined, Body(call, item, test, null));
                }

                return joined;
            case ("SUM", []) when items.Count > 0:
                return items.Skip(1).Aggregate(items[0], (sum, next) => sum is BrokenMeaning ? sum : Calculate(call.Span, call.Name.Span, BinaryOperator.Add, sum, next));
            case ("MIN" or "MAX", []) when items.Count > 0:
                var function = Is(call.Name.Text, "Min") ? OperandFunction.Least : OperandFunction.Greatest;
                return items.Skip(1).Aggregate((Meaning?)items[0], (least, next) => least is null ? null : Extreme(call.Span, function, [least, next]))
                    ?? Untranslatable(() => _diagnostics.NotSummed(call.Name.Span, call.Name.Text, Describe(items[0])), call.Span);
            default:
                return Untranslatable(() => _diagnostics.UnknownMethod(call.Name, "a list that is written out", ["Contains", "Any", "All", "Count", "Sum", "Min", "Max"]), call.Span);
        }
    }
}
