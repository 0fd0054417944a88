using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Writing;

/// <content>Selections: some elements of a list, in an order.</content>
internal sealed partial class ExpressionWriter
{
    private OpenList? OpenSelection(ListReference list, Selection selection, WritingPlace place)
    {
        if (Open(selection.From with { As = list.As ?? selection.From.As }, place) is not { } opened)
        {
            return null;
        }

        var last = opened.Last.Where(selection.Where is null ? null : Write(selection.Where, opened.Inner));
        if (!selection.IsArranged)
        {
            return opened with { Levels = opened.Levels.SetItem(opened.Levels.Length - 1, last) };
        }

        var flat = opened.Levels.Length == 1 ? opened with { Levels = [last] } : Flatten(opened, last, selection.From, place);
        return flat with { Levels = [flat.Last with { List = Arrange(selection, flat) }] };
    }

    // One list of all the elements; what is around each of them is no longer in reach.
    private static OpenList Flatten(OpenList opened, OpenLevel last, ListReference list, WritingPlace place)
    {
        place = list.Around is { } depth ? place.Around(depth) : place;
        for (var i = 1; i < opened.Levels.Length; i++)
        {
            var outer = opened.Inner.At(place.Depth + 1);
            place = place.EnterLost(outer.Type, outer.Path);
        }

        return new OpenList(
            [last with { List = opened.Nest("SelectMany", last.List) }],
            place.Enter(opened.Inner.Type, opened.Inner.Path, last.Element)
        );
    }

    private ExpressionSyntax Arrange(Selection selection, OpenList opened)
    {
        var (list, element, inner) = (opened.Last.List, opened.Last.Element, opened.Inner);
        if (selection.Distinct is { } key)
        {
            list = key is FactOperand { Fact: { Slots.Length: 0, Depth: var depth } } && depth == inner.Depth
                ? Compose.Call(list, "Distinct")
                : FirstOfEach(Compose.Call(list, "GroupBy", Compose.Lambda(element, _operands.WriteForEach(key, inner))), inner);
        }

        var isOrdered = false;
        foreach (var (order, isDescending) in selection.OrderBy)
        {
            if (order.Measure.Kind == MeasureKind.Text)
            {
                throw new UnwritableException(
                    order.Span,
                    "texts are put in order letter by letter here, and by language in a workflow",
                    "order by a number or a date"
                );
            }

            var method = (isOrdered ? "ThenBy" : "OrderBy") + (isDescending ? "Descending" : string.Empty);
            list = Compose.Call(list, method, Compose.Lambda(element, _operands.WriteForEach(order, inner)));
            isOrdered = true;
        }

        if (selection.IsReversed)
        {
            // An array can be reversed in two ways, and the engine does not choose.
            list = Compose.Call(list is NewArrayExpression ? Compose.Call(list, "Skip", Compose.Number(0)) : list, "Reverse");
        }

        list = selection.Skip == 0 ? list : Compose.Call(list, "Skip", Compose.Number(Math.Min(selection.Skip, int.MaxValue)));
        return selection.Take is { } take ? Compose.Call(list, "Take", Compose.Number(Math.Min(take, int.MaxValue))) : list;
    }

    private static ExpressionSyntax FirstOfEach(ExpressionSyntax groups, WritingPlace place)
    {
        var group = WorkflowNames.ForParam("group", place.IsTaken);
        return Compose.Call(groups, "Select", Compose.Lambda(group, Compose.Call(Compose.Name(group), "First")));
    }

}
