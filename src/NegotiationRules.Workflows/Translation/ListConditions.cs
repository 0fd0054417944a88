using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Translation;

/// <summary>Lists: what is asked of all their elements, and the faults of going over them.</summary>
internal sealed class ListConditions(TranslationContext context, Nulls nulls, TruthValues truths)
{
    /// <summary>An argument, said of an element: <c>x => x.Age > 3</c>, or just <c>Age > 3</c>.</summary>
    public Meaning Body(ListCall call, ListMeaning list, ExpressionSyntax argument) => Body(call, list.Item, argument, list.Element);

    public Meaning Body(ListCall call, Meaning item, ExpressionSyntax argument, OpenElement? element)
    {
        if (argument is not LambdaExpression lambda)
        {
            return call.Translate(argument, call.Scope.WithElement(item));
        }

        if (lambda.Parameters is not [var parameter])
        {
            return context.Broken(say => say.LambdaOutOfPlace(lambda.Span), lambda.Span);
        }

        if (element is not null)
        {
            element.Wish = parameter.Text;
        }

        return call.Translate(lambda.Body, call.Scope.WithElement(item).WithParameter(parameter.Text, item));
    }

    /// <summary>The list as it is written, the name of its element, and what the elements must meet.</summary>
    public static (ListSyntax List, ElementNames As, ConditionSyntax Where) Open(ListMeaning list)
    {
        if (list.IsPlain || Logic.IsFalse(list.Where))
        {
            return (list.From, list.Element.As, list.Where);
        }

        var selection = new SelectionSyntax(
            list.From,
            list.Element.As,
            Logic.Written(list.Where),
            list.Distinct is { } key ? [key] : [],
            list.Order,
            list.IsReversed,
            list.Skip is { } skip ? Literals.Write(list.Span, skip) : null,
            list.Take is { } take ? Literals.Write(list.Span, take) : null);
        return (new ListSyntax(list.Span, list.From.Name, list.From.IsParameter, selection), list.Element.As, Logic.True);
    }

    /// <summary>The same elements as a list of its own, so that more can be done with them.</summary>
    public static ListMeaning Settled(ListMeaning list) => list.IsPlain ? list : list with
    {
        From = Open(list).List,
        Where = Logic.True,
        Distinct = null,
        Order = [],
        IsReversed = false,
        Skip = null,
        Take = null,
    };

    // Neither the order nor how often something stands in a list matters to whether it does.
    public static ListMeaning Unordered(ListMeaning list) =>
        list.Skip is null && list.Take is null ? list with { Distinct = null, Order = [], IsReversed = false } : list;

    public static ConditionSyntax SomeOf(Span span, ListMeaning list, ConditionSyntax condition)
    {
        var (from, name, where) = Open(list);
        return Nulls.Close(span, list.Lifts, Logic.Some(span, from, name, Logic.All(span, where, condition)));
    }

    /// <summary>The fault of going over a list, and of what is worked out for its elements.</summary>
    public ConditionSyntax FaultOfList(Span span, ListMeaning list, params ReadOnlySpan<ConditionSyntax> faultsOfElements)
    {
        if (!context.IsExact)
        {
            return Logic.False;
        }

        var ofElements = Logic.Any(span, faultsOfElements);
        return nulls.Faults(
            span, nulls.FaultOfUse(span, list), Logic.IsFalse(ofElements) ? Logic.False : SomeOf(span, Unordered(list), ofElements)
        );
    }

    /// <summary>The same without what is about null on the way to the list.</summary>
    public ConditionSyntax HardFaultOfList(Span span, ListMeaning list, ConditionSyntax faultOfElements) =>
        nulls.Faults(
            span,
            list.HardFault,
            !context.IsExact || Logic.IsFalse(faultOfElements) ? Logic.False : SomeOf(span, Unordered(list), faultOfElements)
        );

    public Meaning? AnyOf(ListCall call, ListMeaning list)
    {
        var test = new TruthMeaning(call.Span, Logic.True);
        if (call.Arguments.Count > 1 || (call.Arguments is [var argument] && (test = truths.AsTruth(Body(call, list, argument))!) is null))
        {
            return call.Arguments.Count > 1 ? null : new BrokenMeaning(call.Span);
        }

        return Logic.IsFalse(list.Where)
            ? new TruthMeaning(call.Span, Logic.False) { Fault = FaultOfList(call.Span, list) }
            : new TruthMeaning(call.Span, SomeOf(call.Span, Unordered(list), test.Condition))
            {
                Fault = FaultOfList(call.Span, list, test.Fault),
            };
    }

    public Meaning? AllOf(ListCall call, ListMeaning list)
    {
        if (call.Arguments is not [var argument])
        {
            return null;
        }

        if (truths.AsTruth(Body(call, list, argument)) is not { } test)
        {
            return new BrokenMeaning(call.Span);
        }

        var (from, name, where) = Open(Unordered(list));
        var every = Logic.Every(call.Span, from, name, where, test.Condition);
        return new TruthMeaning(call.Span, Nulls.Close(call.Span, list.Lifts, every)) { Fault = FaultOfList(call.Span, list, test.Fault) };
    }
}
