using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <summary>Single elements of a list.</summary>
internal sealed class SingleElements(
    TranslationContext context, Nulls nulls, Alternatives alternatives, ListSelections selections, ListQuantities quantities
)
{
    public Meaning? Pick(ListCall call, ListMeaning list, bool isLast, bool isOptional, bool isOnly)
    {
        if (call.Arguments.Count > 1)
        {
            return null;
        }

        if ((call.Arguments is [var argument] ? selections.Where(call, list, argument) : list) is not ListMeaning found)
        {
            return new BrokenMeaning(call.Span);
        }

        var fault = Logic.False;
        if (isOnly && context.IsExact)
        {
            var count = quantities.CountOf(call.Span, found);
            fault = Nulls.Close(
                call.Span,
                count.Lifts,
                Logic.Test(call.Span, count.Operand, ComparisonOperator.MoreThan, Literals.Write(call.Span, 1)!, call.Span)
            );
        }

        return One(call.Span, selections.Take(call.Span, isLast ? selections.Reverse(found) : found, 1), isOptional, fault);
    }

    public Meaning? PickAt(ListCall call, ListMeaning list, bool isOptional)
    {
        if (call.Arguments is not [var argument])
        {
            return null;
        }

        return call.Read(argument) is ValueMeaning { Constant: int number and >= 0 }
            ? ElementAt(call.Span, list, number, isOptional)
            : context.Broken(say => say.IndexNotConstant(argument.Span), call.Span);
    }

    public Meaning ElementAt(Span span, ListMeaning list, int index, bool isOptional) =>
        One(span, selections.Take(span, selections.Skip(span, list, index), 1), isOptional, Logic.False);

    /// <summary>The element of a list of one at most.</summary>
    private Meaning One(Span span, ListMeaning list, bool isOptional, ConditionSyntax fault)
    {
        if (Logic.IsFalse(list.Where))
        {
            return context.Broken(say => say.NoResult(span), span);
        }

        var (from, _, _) = ListConditions.Open(list);
        var lift = new Lift(from, list.Element);
        var isThere = Nulls.Close(span, list.Lifts, Logic.Some(span, from, list.Element.As, Logic.True));
        var hard = nulls.Faults(span, list.HardFault, fault, isOptional ? Logic.False : Logic.Not(span, isThere));
        var item = list.Item with
        {
            Span = span,
            Lifts = [.. list.Lifts, lift, .. list.Item.Lifts],
            Fault = nulls.Faults(span, nulls.FaultOfUse(span, list), hard),
            HardFault = hard,
        };
        if (!isOptional || item is not ValueMeaning { IsText: false, Type.IsNullable: false } value || value.Kind == ScalarKind.Boolean)
        {
            return item;
        }

        // Where there is none, the default of the type stands in its place.
        return ValueMeaning.DefaultOf(span, value.Kind) is { } otherwise && nulls.Settle(value) is { } settled
            ? alternatives.ChooseValue(span, isThere, (settled with { Nothing = Logic.False }, otherwise), Logic.Not(span, isThere))
                is ValueMeaning chosen
                ? chosen with { Fault = value.Fault }
                : new BrokenMeaning(span)
            : context.Broken(say => say.ElementOnlyCompared(span, MeaningWords.Of(value)), span);
    }
}
