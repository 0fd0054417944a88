using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <content>Lists: what is asked of all their elements.</content>
internal sealed partial class ExpressionTranslator
{
    private delegate Meaning? ListMethod(ExpressionTranslator translator, ListCall call, ListMeaning list);

    /// <summary>A call on a list: its arguments are read for an element of it.</summary>
    private sealed record ListCall(
        Span Span, Name Name, IReadOnlyList<ExpressionSyntax> Arguments, TranslationScope Scope,
        bool IsStatic = false
    );

    private static readonly Dictionary<string, ListMethod> ListMethods = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Any"] = (t, c, list) => t.AnyOf(c, list),
        ["All"] = (t, c, list) => t.AllOf(c, list),
        ["Count"] = (t, c, list) => t.Counted(c, list, ScalarKind.Int32),
        ["LongCount"] = (t, c, list) => t.Counted(c, list, ScalarKind.Int64),
        ["Sum"] = (t, c, list) => t.Aggregated(c, list, QuantityKind.Sum),
        ["Min"] = (t, c, list) => t.Aggregated(c, list, QuantityKind.Min),
        ["Max"] = (t, c, list) => t.Aggregated(c, list, QuantityKind.Max),
        ["Average"] = (t, c, list) => t.Average(c, list),
        ["Contains"] = (t, c, list) => c.Arguments is [var sought] ? t.ContainedIn(c.Span, list, t.Translate(sought, c.Scope)) : null,
        ["Where"] = (t, c, list) => c.Arguments is [var test] ? t.Where(c, list, test) : null,
        ["Select"] = (t, c, list) => c.Arguments is [var made] ? t.Select(c, list, made) : null,
        ["SelectMany"] = (t, c, list) => c.Arguments is [var made] ? t.SelectMany(c, list, made) : null,
        ["OrderBy"] = (t, c, list) => t.Order(c, list, isDescending: false, isNext: false),
        ["OrderByDescending"] = (t, c, list) => t.Order(c, list, isDescending: true, isNext: false),
        ["ThenBy"] = (t, c, list) => t.Order(c, list, isDescending: false, isNext: true),
        ["ThenByDescending"] = (t, c, list) => t.Order(c, list, isDescending: true, isNext: true),
        ["Distinct"] = (t, c, list) => c.Arguments.Count == 0 ? t.Distinct(c, list) : null,
        ["GroupBy"] = (t, c, list) => c.Arguments is [var key] ? t.Group(c, list, key) : null,
        ["Reverse"] = (t, c, list) => c.Arguments.Count == 0 ? t.Reverse(list) with { Span = c.Span } : null,
        ["Skip"] = (t, c, list) => t.Cut(c, list, isTake: false),
        ["Take"] = (t, c, list) => t.Cut(c, list, isTake: true),
        ["First"] = (t, c, list) => t.Pick(c, list, isLast: false, isOptional: false, isOnly: false),
        ["FirstOrDefault"] = (t, c, list) => t.Pick(c, list, isLast: false, isOptional: true, isOnly: false),
        ["Last"] = (t, c, list) => t.Pick(c, list, isLast: true, isOptional: false, isOnly: false),
        ["LastOrDefault"] = (t, c, list) => t.Pick(c, list, isLast: true, isOptional: true, isOnly: false),
        ["Single"] = (t, c, list) => t.Pick(c, list, isLast: false, isOptional: false, isOnly: true),
        ["SingleOrDefault"] = (t, c, list) => t.Pick(c, list, isLast: false, isOptional: true, isOnly: true),
        ["ElementAt"] = (t, c, list) => t.PickAt(c, list, isOptional: false),
        ["ElementAtOrDefault"] = (t, c, list) => t.PickAt(c, list, isOptional: true),
        ["Intersect"] = (t, c, list) => t.Common(c, list, isCommon: true),
        ["Except"] = (t, c, list) => t.Common(c, list, isCommon: false),
        ["ToList"] = (_, c, list) => c.Arguments.Count == 0 ? list with { Span = c.Span } : null,
        ["ToArray"] = (_, c, list) => c.Arguments.Count == 0 ? list with { Span = c.Span } : null,
        ["AsEnumerable"] = (_, c, list) => c.Arguments.Count == 0 ? list with { Span = c.Span } : null,
        ["AsQueryable"] = (_, c, list) => c.Arguments.Count == 0 ? list with { Span = c.Span } : null,
    };

    private static readonly string[] OfNumbers = ["Sum", "Min", "Max", "Average"];

    private Meaning CallOnList(CallExpression call, Meaning target, IReadOnlyList<ExpressionSyntax> arguments, TranslationScope scope)
    {
        // Of the static forms the engine finds those of numbers alone, and of these methods none that takes a place.
        var isStatic = arguments.Count < call.Arguments.Count;
        if (
            IsExact
            && (
                isStatic
                    ? call.Arguments.Count > 1 || !OfNumbers.Contains(call.Name.Text)
                    : call.Name.Text.StartsWith("ElementAt", StringComparison.OrdinalIgnoreCase)
            )
        )
        {
            return UnknownMethod(call, target);
        }

        var listCall = new ListCall(call.Span, call.Name, arguments, scope, isStatic);
        if (target is ArrayMeaning array)
        {
            return array.Items.Any(i => i is BrokenMeaning) ? new BrokenMeaning(call.Span) : CallOnArray(listCall, array);
        }

        if (target is not ListMeaning list)
        {
            return Untranslatable(() => _diagnostics.NotAList(target.Span, Describe(target)), call.Span);
        }

        if (!ListMethods.TryGetValue(call.Name.Text, out var method))
        {
            return UnknownCall(call, () => _diagnostics.UnknownMethod(call.Name, "a list", ListMethods.Keys));
        }

        return method(this, listCall, list)
            ?? Untranslatable(() => _diagnostics.WrongNumberOfArguments(call.Name.Span, call.Name.Text, arguments.Count), call.Span);
    }

    /// <summary>An argument, said of an element: <c>x => x.Age > 3</c>, or just <c>Age > 3</c>.</summary>
    private Meaning Body(ListCall call, ListMeaning list, ExpressionSyntax argument) => Body(call, list.Item, argument, list.Element);

    private Meaning Body(ListCall call, Meaning item, ExpressionSyntax argument, OpenElement? element)
    {
        if (argument is not LambdaExpression lambda)
        {
            return Translate(argument, call.Scope.WithElement(item));
        }

        if (lambda.Parameters is not [var parameter])
        {
            return Untranslatable(() => _diagnostics.LambdaOutOfPlace(lambda.Span), lambda.Span);
        }

        if (element is not null)
        {
            element.Wish = parameter.Text;
        }

        return Translate(lambda.Body, call.Scope.WithElement(item).WithParameter(parameter.Text, item));
    }

    /// <summary>The list as it is written, the name of its element, and what the elements must meet.</summary>
    private static (ListSyntax List, Name As, ConditionSyntax Where) Open(ListMeaning list)
    {
        if (list.IsPlain || Logic.IsFalse(list.Where))
        {
            return (list.From, list.Element.As, list.Where);
        }

        var selection = new SelectionSyntax(
            list.From,
            list.Element.As,
            Logic.Written(list.Where),
            list.Distinct,
            list.Order,
            list.IsReversed,
            list.Skip is { } skip ? Literals.Write(list.Span, skip) : null,
            list.Take is { } take ? Literals.Write(list.Span, take) : null);
        return (new ListSyntax(list.Span, list.From.Name, list.From.IsParameter, selection), list.Element.As, Logic.True);
    }

    /// <summary>The same elements as a list of its own, so that more can be done with them.</summary>
    private static ListMeaning Settled(ListMeaning list) => list.IsPlain ? list : list with
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
    private static ListMeaning Unordered(ListMeaning list) =>
        list.Skip is null && list.Take is null ? list with { Distinct = null, Order = [], IsReversed = false } : list;

    private static ConditionSyntax SomeOf(Span span, ListMeaning list, ConditionSyntax condition)
    {
        var (from, name, where) = Open(list);
        return Close(span, list.Lifts, Logic.Some(span, from, name, Logic.All(span, where, condition)));
    }

    /// <summary>The fault of going over a list, and of what is worked out for its elements.</summary>
    private ConditionSyntax FaultOfList(Span span, ListMeaning list, params ReadOnlySpan<ConditionSyntax> faultsOfElements)
    {
        if (!IsExact)
        {
            return Logic.False;
        }

        var ofElements = Logic.Any(span, faultsOfElements);
        return Faults(span, FaultOfUse(span, list), Logic.IsFalse(ofElements) ? Logic.False : SomeOf(span, Unordered(list), ofElements));
    }

    /// <summary>The same without what is about null on the way to the list.</summary>
    private ConditionSyntax HardFaultOfList(Span span, ListMeaning list, ConditionSyntax faultOfElements) =>
        Faults(
            span,
            list.HardFault,
            !IsExact || Logic.IsFalse(faultOfElements) ? Logic.False : SomeOf(span, Unordered(list), faultOfElements)
        );

    private Meaning? AnyOf(ListCall call, ListMeaning list)
    {
        var test = new TruthMeaning(call.Span, Logic.True);
        if (call.Arguments.Count > 1 || (call.Arguments is [var argument] && (test = AsTruth(Body(call, list, argument))!) is null))
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

    private Meaning? AllOf(ListCall call, ListMeaning list)
    {
        if (call.Arguments is not [var argument])
        {
            return null;
        }

        if (AsTruth(Body(call, list, argument)) is not { } test)
        {
            return new BrokenMeaning(call.Span);
        }

        var (from, name, where) = Open(Unordered(list));
        var every = Logic.Every(call.Span, from, name, where, test.Condition);
        return new TruthMeaning(call.Span, Close(call.Span, list.Lifts, every)) { Fault = FaultOfList(call.Span, list, test.Fault) };
    }
}
