using System.Collections.Immutable;
using NegotiationRules.Conditions;
using NegotiationRules.Syntax;

namespace NegotiationRules.Checking;

/// <summary>Checks which elements of a list are gone over, and in what order.</summary>
internal sealed class SelectionChecker(CheckContext context)
{
    /// <summary>The list with what is selected from it, and the scope of its elements under the name that those outside give
    /// them.</summary>
    public (ListReference List, ElementScope Scope)? Check(ListSyntax syntax, SelectionSyntax selection, Name? name, ElementScope scope)
    {
        // Selections can be taken from selections, and every walk goes down into them as into conditions.
        var checkedList = context.ExpandedSize.Enter(syntax.Span) ? CheckInside(selection, scope) : null;
        context.ExpandedSize.Leave();
        if (checkedList is not { } list)
        {
            return null;
        }

        var (opened, inner) = list.IsParameter
            ? (list with { As = name?.Text },
                new ElementScope(list.Element, name?.Text, scope) { List = syntax.Span, NameInside = selection.As?.Text })
            : ConditionChecker.OpenLevels(list.Levels, list.Path, name, scope, syntax.Span, selection.As?.Text);
        return (opened with { Selection = list.Selection }, inner);
    }

    // Where something about the selection is wrong, which is reported, its elements are still those of the list: what is said of them can
    // be checked.
    private ListReference? CheckInside(SelectionSyntax syntax, ElementScope scope)
    {
        var opened = context.Conditions.CheckList(syntax.From, syntax.As, scope);
        var skip = CheckNumber("skip", syntax.Skip);
        var take = CheckNumber("take", syntax.Take);
        if (opened is not (var source, var inner))
        {
            return null;
        }

        var where = syntax.Where is null ? null : context.Conditions.Check(syntax.Where, inner);
        var distinct = syntax.Distinct is null ? null : CheckKey("distinct", syntax.Distinct, inner, scope.Depth);
        var keys = syntax
            .OrderBy.Select(key =>
                CheckKey("orderBy", key.Key, inner, scope.Depth) is { } operand ? new OrderKey(operand, key.IsDescending) : null
            )
            .ToList();
        if (syntax.TurnedRound is { } written)
        {
            context.Diagnostics.SelectedInAnotherOrder(written);
        }

        return source with
        {
            Selection = new Selection(source, where, distinct, [.. keys.OfType<OrderKey>()], syntax.Reversed, skip ?? 0, take)
            {
                IsVaried = syntax.Skip is ParameterOperandSyntax || syntax.Take is ParameterOperandSyntax,
            },
        };
    }

    private Operand? CheckKey(string key, OperandSyntax syntax, ElementScope inner, int around)
    {
        var operand = context.Operands.Check(syntax, inner, null);
        if (operand is Constant || (operand is FactOperand fact && fact.Fact.Depth <= around))
        {
            context.Diagnostics.SameForAllElements(syntax.Span, key);
        }
        else if (operand is not null && Periods.MayBe(operand))
        {
            context.Diagnostics.PeriodMovedByFact(syntax.Span);
        }

        return operand;
    }

    private long? CheckNumber(string key, OperandSyntax? syntax)
    {
        if (syntax is null || context.Operands.Check(syntax, context.Root, new Measure(MeasureKind.Exact)) is not Constant constant)
        {
            return null;
        }

        if (constant.Measure.Scale > 0 || constant.Value.Steps < 0)
        {
            context.Diagnostics.NotANumberOfElements(syntax.Span, key, constant);
            return null;
        }

        return constant.Value.Steps;
    }
}
