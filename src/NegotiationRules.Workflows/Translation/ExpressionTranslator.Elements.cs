using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <content>Single elements of a list.</content>
internal sealed partial class ExpressionTranslator
{
    private Meaning? Pick(ListCall call, ListMeaning list, bool isLast, bool isOptional, bool isOnly)
    {
        if (call.Arguments.Count > 1)
        {
            return null;
        }

        if ((call.Arguments is [var argument] ? Where(call, list, argument) : list) is not ListMeaning found)
        {
            return new BrokenMeaning(call.Span);
        }

        var fault = Logic.False;
        if (isOnly && IsExact)
        {
            var count = CountOf(call.Span, found);
            fault = Close(
                call.Span,
                count.Lifts,
                Logic.Test(call.Span, count.Operand, ComparisonOperator.MoreThan, Literals.Write(call.Span, 1)!, call.Span)
            );
        }

        return One(call.Span, Take(call.Span, isLast ? Reverse(found) : found, 1), isOptional, fault);
    }

    private Meaning? PickAt(ListCall call, ListMeaning list, bool isOptional)
    {
        if (call.Arguments is not [var argument])
        {
            return null;
        }

        return Translate(argument, call.Scope) is ValueMeaning { Constant: int number and >= 0 }
            ? ElementAt(call.Span, list, number, isOptional)
            : Untranslatable(() => _diagnostics.IndexNotConstant(argument.Span), call.Span);
    }

    private Meaning ElementAt(Span span, ListMeaning list, int index, bool isOptional) =>
        One(span, Take(span, Skip(span, list, index), 1), isOptional, Logic.False);

    /// <summary>The element of a list of one at most.</summary>
    private Meaning One(Span span, ListMeaning list, bool isOptional, ConditionSyntax fault)
    {
        if (Logic.IsFalse(list.Where))
        {
            return Untranslatable(() => _diagnostics.NoResult(span), span);
        }

        var (from, _, _) = Open(list);
        var lift = new Lift(from, list.Element);
        var isThere = Close(span, list.Lifts, Logic.Some(span, from, list.Element.As, Logic.True));
        var hard = Faults(span, list.HardFault, fault, isOptional ? Logic.False : Logic.Not(span, isThere));
        var item = list.Item with
        {
            Span = span,
            Lifts = [.. list.Lifts, lift, .. list.Item.Lifts],
            Fault = Faults(span, FaultOfUse(span, list), hard),
            HardFault = hard,
        };
        if (!isOptional || item is not ValueMeaning { IsText: false, Type.IsNullable: false } value || value.Kind == ScalarKind.Boolean)
        {
            return item;
        }

        // Where there is none, the default of the type stands in its place.
        return DefaultOf(span, value.Kind) is { } otherwise && Settle(value) is { } settled
            ? ChooseValue(span, isThere, (settled with { Nothing = Logic.False }, otherwise), Logic.Not(span, isThere))
                is ValueMeaning chosen
                ? chosen with
                {
                    Fault = value.Fault,
                }
                : new BrokenMeaning(span)
            : Untranslatable(() => _diagnostics.ElementOnlyCompared(span, Describe(value)), span);
    }
}
