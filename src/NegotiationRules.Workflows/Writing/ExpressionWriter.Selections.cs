using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Writing;

/// <content>Selections: some elements of a list, in an order.</content>
internal sealed partial class ExpressionWriter
{
    private OpenList? OpenSelection(ListReference list, Selection selection, WritingPlace place)
    {
        if (Open(selection.From with { Names = list.Names.IsEmpty ? selection.From.Names : list.Names }, place) is not { } opened)
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
        if (selection.HasTies)
        {
            throw new UnwritableException(
                selection.OrderBy[0].Key.Span, "there is no asking who stands level with the last that is taken",
                "leave `ties` out, or state as a fact who is taken"
            );
        }

        if (selection.Distinct.Length > 1)
        {
            throw new UnwritableException(
                selection.Distinct[0].Span, "elements are told apart by one key there", "put the keys together into one with `joined`");
        }

        if (selection.Distinct is [var key])
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

        list = selection.Skip is { } skip ? Compose.Call(list, "Skip", Compose.Number(NumberOf(skip))) : list;
        return selection.Take is { } take ? Compose.Call(list, "Take", Compose.Number(NumberOf(take))) : list;
    }

    private static long NumberOf(Operand number) => number is Constant constant ? Math.Min(constant.Value.Steps, int.MaxValue)
        : throw new UnwritableException(
            number.Span, "how many are taken, or left out, is written out there", "write the number, or make it a parameter");

    private static ExpressionSyntax FirstOfEach(ExpressionSyntax groups, WritingPlace place)
    {
        var group = WorkflowNames.ForParam("group", place.IsTaken);
        return Compose.Call(groups, "Select", Compose.Lambda(group, Compose.Call(Compose.Name(group), "First")));
    }

}
