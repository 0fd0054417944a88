using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <summary>Calls of the methods of lists.</summary>
internal sealed class ListCalls(
    TranslationContext context, Translate translate, ListConditions lists, SoughtValues soughtValues,
    ListSelections selections, ListQuantities quantities, SingleElements singleElements, WrittenLists writtenLists,
    UnknownCalls unknownCalls
)
{
    private Meaning? CallOnElements(Method method, ListCall c, ListMeaning list) =>
        method switch
        {
            Method.Any => lists.AnyOf(c, list),
            Method.All => lists.AllOf(c, list),
            Method.Count => quantities.Counted(c, list, ScalarKind.Int32),
            Method.LongCount => quantities.Counted(c, list, ScalarKind.Int64),
            Method.Sum => quantities.Aggregated(c, list, QuantityKind.Sum),
            Method.Min => quantities.Aggregated(c, list, QuantityKind.Min),
            Method.Max => quantities.Aggregated(c, list, QuantityKind.Max),
            Method.Average => quantities.Average(c, list),
            Method.Contains => c.Arguments is [var sought] ? soughtValues.ContainedIn(c.Span, list, c.Read(sought)) : null,
            Method.Where => c.Arguments is [var test] ? selections.Where(c, list, test) : null,
            Method.Select => c.Arguments is [var made] ? selections.Select(c, list, made) : null,
            Method.SelectMany => c.Arguments is [var made] ? selections.SelectMany(c, list, made) : null,
            Method.OrderBy => selections.Order(c, list, isDescending: false, isNext: false),
            Method.OrderByDescending => selections.Order(c, list, isDescending: true, isNext: false),
            Method.ThenBy => selections.Order(c, list, isDescending: false, isNext: true),
            Method.ThenByDescending => selections.Order(c, list, isDescending: true, isNext: true),
            Method.Distinct => c.Arguments.Count == 0 ? selections.Distinct(c, list) : null,
            Method.GroupBy => c.Arguments is [var key] ? quantities.Group(c, list, key) : null,
            Method.Reverse => c.Arguments.Count == 0 ? selections.Reverse(list) with { Span = c.Span } : null,
            Method.Skip => selections.Cut(c, list, isTake: false),
            Method.Take => selections.Cut(c, list, isTake: true),
            Method.First => singleElements.Pick(c, list, isLast: false, isOptional: false, isOnly: false),
            Method.FirstOrDefault => singleElements.Pick(c, list, isLast: false, isOptional: true, isOnly: false),
            Method.Last => singleElements.Pick(c, list, isLast: true, isOptional: false, isOnly: false),
            Method.LastOrDefault => singleElements.Pick(c, list, isLast: true, isOptional: true, isOnly: false),
            Method.Single => singleElements.Pick(c, list, isLast: false, isOptional: false, isOnly: true),
            Method.SingleOrDefault => singleElements.Pick(c, list, isLast: false, isOptional: true, isOnly: true),
            Method.ElementAt => singleElements.PickAt(c, list, isOptional: false),
            Method.ElementAtOrDefault => singleElements.PickAt(c, list, isOptional: true),
            Method.Intersect => selections.Common(c, list, isCommon: true),
            Method.Except => selections.Common(c, list, isCommon: false),
            Method.ToList or Method.ToArray or Method.AsEnumerable or Method.AsQueryable => c.Arguments.Count == 0
                ? list with { Span = c.Span }
                : null,
            _ => throw new InvalidOperationException($"`{method}` is translated nowhere"),
        };

    // What was made of a list is counted by a method, unless it was made a list or an array again.
    private static CountNames CountedBy(Method method) => method switch
    {
        Method.ToList => CountNames.Count,
        Method.ToArray => CountNames.Length,
        _ => CountNames.None,
    };

    public Meaning CallOnList(CallExpression call, Meaning target, IReadOnlyList<ExpressionSyntax> arguments, TranslationScope scope)
    {
        // Of the static forms the engine finds those of numbers alone, and of these methods none that takes a place.
        var isStatic = arguments.Count < call.Arguments.Count;
        var known = Methods.On(Receiver.List, call.Name.Text);
        if (
            context.IsExact
            && (
                isStatic
                    ? call.Arguments.Count > 1 || known is not (Method.Sum or Method.Min or Method.Max or Method.Average)
                    : known is Method.ElementAt or Method.ElementAtOrDefault
            )
        )
        {
            return unknownCalls.UnknownMethod(call, target);
        }

        var listCall = new ListCall(call.Span, call.Name, arguments, scope, translate, isStatic);
        if (target is ArrayMeaning array)
        {
            return array.Items.Any(i => i is BrokenMeaning) ? new BrokenMeaning(call.Span) : writtenLists.CallOnArray(listCall, array);
        }

        if (target is not ListMeaning list)
        {
            return context.Broken(say => say.NotAList(target.Span, MeaningWords.Of(target)), call.Span);
        }

        if (known is not { } method)
        {
            return UnknownCalls.UnknownCall(
                call, () => context.Diagnostics.UnknownMethod(call.Name, "a list", Methods.NamesOn(Receiver.List))
            );
        }

        var found = CallOnElements(method, listCall, list);
        return found is ListMeaning made ? made with { CountedBy = CountedBy(method) }
            : found ?? context.Broken(say => say.WrongNumberOfArguments(call.Name.Span, call.Name.Text, arguments.Count), call.Span);
    }
}
