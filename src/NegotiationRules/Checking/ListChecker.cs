using System.Collections.Immutable;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Checking;

/// <summary>Checks which list is gone over, which of its elements, and in what order.</summary>
internal sealed class ListChecker(
    IPartChecker parts, CheckDiagnostics diagnostics, ExpandedSize size, PathResolver paths,
    ParameterLists parameterLists)
{
    /// <summary>The list that a quantifier goes over, and the scope of its elements.</summary>
    public (ListReference List, ElementScope Scope)? Check(ListSyntax syntax, Name? name, ElementScope scope)
    {
        if (name is not null && !NameIsFree(name, scope))
        {
            return null;
        }

        if (syntax.Selection is { } selection)
        {
            return CheckSelection(syntax, selection, name, scope);
        }

        if (syntax.IsParameter)
        {
            var list = parameterLists.Check(syntax.Name, null, null);
            return list is null ? null
                : (list with { As = name?.Text, Around = scope.Depth },
                new ElementScope(list.Element, name?.Text, scope) { List = syntax.Span });
        }

        return paths.ResolveList(syntax.Name, scope) is { } levels
            ? OpenLevels(levels, levels[^1].Path, name, scope, syntax.Span)
            : null;
    }

    /// <summary>The scopes that the levels of a list open, the innermost with a name.</summary>
    public static (ListReference List, ElementScope Scope) OpenLevels(
        ImmutableArray<FactReference> levels, string path, Name? name, ElementScope scope, Span at = default, string? nameInside = null)
    {
        var around = scope.Depth;
        for (var i = 0; i < levels.Length; i++)
        {
            var isLast = i == levels.Length - 1;
            scope = new ElementScope(((ListType)levels[i].Type).Element, isLast ? name?.Text : null, scope)
            {
                List = at,
                Through = isLast ? null : path,
                NameInside = isLast ? nameInside : null,
            };
        }

        return (new ListReference { Path = path, Levels = levels, Element = scope.Type, As = name?.Text, Around = around }, scope);
    }

    /// <summary>Whether an element may be called so here: not like an element or a fact that could be meant.</summary>
    public bool NameIsFree(Name name, ElementScope scope)
    {
        foreach (var outer in scope.Outwards())
        {
            if (!outer.IsFree(name.Text))
            {
                diagnostics.NameTaken(name, outer.Name == name.Text);
                return false;
            }
        }

        return true;
    }

    // With what is selected from it, and under the name that those outside give its elements.
    private (ListReference List, ElementScope Scope)? CheckSelection(
        ListSyntax syntax, SelectionSyntax selection, Name? name, ElementScope scope)
    {
        // Selections can be taken from selections, and every walk goes down into them as into conditions.
        var checkedList = size.Enter(syntax.Span) ? CheckInside(selection, scope) : null;
        size.Leave();
        if (checkedList is not { } list)
        {
            return null;
        }

        var (opened, inner) = list.IsParameter
            ? (list with { As = name?.Text },
                new ElementScope(list.Element, name?.Text, scope) { List = syntax.Span, NameInside = selection.As?.Text })
            : OpenLevels(list.Levels, list.Path, name, scope, syntax.Span, selection.As?.Text);
        return (opened with { Selection = list.Selection }, inner);
    }

    // Where something about the selection is wrong, which is reported, its elements are still those of the list: what is said of them can
    // be checked.
    private ListReference? CheckInside(SelectionSyntax syntax, ElementScope scope)
    {
        var opened = Check(syntax.From, syntax.As, scope);
        var skip = CheckNumber("skip", syntax.Skip, scope);
        var take = CheckNumber("take", syntax.Take, scope);
        if (opened is not (var source, var inner))
        {
            return null;
        }

        var where = syntax.Where is null ? null : parts.Check(syntax.Where, inner);
        var distinct = syntax.Distinct.Select(key => CheckKey("distinct", key, inner, scope.Depth)).ToList();
        var keys = syntax
            .OrderBy.Select(key =>
                CheckKey("orderBy", key.Key, inner, scope.Depth) is { } operand ? new OrderKey(operand, key.IsDescending) : null
            )
            .ToList();
        if (syntax.Ties && (syntax.Take is null || syntax.OrderBy.Count == 0))
        {
            diagnostics.TiesOfNothing(syntax.From.Span, syntax.Take is null ? "take" : "orderBy");
        }

        if (syntax.TurnedRound is { } written)
        {
            diagnostics.SelectedInAnotherOrder(written);
        }

        return source with
        {
            Selection = new Selection(
                source, where, [.. distinct.OfType<Operand>()], [.. keys.OfType<OrderKey>()], syntax.Reversed,
                skip is Constant { Value.Steps: 0 } ? null : skip, take, syntax.Ties && take is not null && keys.Count > 0),
        };
    }

    private Operand? CheckKey(string key, OperandSyntax syntax, ElementScope inner, int around)
    {
        var operand = parts.Check(syntax, inner, null);
        if (operand is Constant || (operand is FactOperand fact && fact.Fact.Depth <= around))
        {
            diagnostics.SameForAllElements(syntax.Span, key);
        }
        else if (operand is not null && Periods.MayBe(operand))
        {
            diagnostics.PeriodMovedByFact(syntax.Span);
        }

        return operand;
    }

    // It says something of the whole list, and is read where that is gone over.
    private Operand? CheckNumber(string key, OperandSyntax? syntax, ElementScope scope)
    {
        if (syntax is null || parts.Check(syntax, scope, new Measure(MeasureKind.Exact)) is not { } number)
        {
            return null;
        }

        if (number is Constant constant
            ? constant.Measure is not { Kind: MeasureKind.Exact, Scale: 0 } || constant.Value.Steps < 0
            : number.Measure is not { Kind: MeasureKind.Exact, Scale: 0 })
        {
            diagnostics.NotANumberOfElements(syntax.Span, key, number);
            return null;
        }

        return number;
    }
}
