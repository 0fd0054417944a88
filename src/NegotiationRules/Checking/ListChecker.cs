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
    public (ListReference List, ElementScope Scope)? Check(ListSyntax syntax, ElementNames? names, ElementScope scope)
    {
        var list = syntax.Selection is { } selection ? CheckSelection(syntax, selection, scope)
            : syntax.IsParameter ? parameterLists.Check(syntax.Name, null, null)
            : paths.ResolveList(syntax.Name, scope) is { } levels ? Whole(levels, levels[^1].Path, scope.Depth)
            : null;
        return list is null ? null : Open(list, names, scope, syntax.Span, syntax.Selection?.As);
    }

    /// <summary>The scopes that a list opens, with the names that are given to its elements; <see langword="null"/>, with a diagnostic, if
    /// they cannot be called so.</summary>
    public (ListReference List, ElementScope Scope)? Open(
        ListReference list, ElementNames? names, ElementScope scope, Span at, ElementNames? inside = null)
    {
        if (names is { IsList: true } && names.Names.Count != list.LevelCount)
        {
            diagnostics.NamesForOtherLists(names, list);
            return null;
        }

        var (opened, around) = (new OpenedList(at, names, inside, list.LevelCount, scope.Depth), scope);
        for (var level = 0; level < list.LevelCount; level++)
        {
            var name = names?.At(level, list.LevelCount);
            if (name is not null && !IsFree(name, names!.IsList ? scope : around))
            {
                return null;
            }

            scope = new ElementScope(list.ElementTypeAt(level), name?.Text, scope) { Opened = opened };
        }

        return (names is null && list.Names.IsEmpty && list.Around == around.Depth ? list
            : list with { Names = names is null ? [] : NamesOf(list.LevelCount, names), Around = around.Depth }, scope);
    }

    /// <summary>The scopes that the levels of a list open that nobody gives a name to.</summary>
    public static (ListReference List, ElementScope Scope) OpenLevels(
        ImmutableArray<FactReference> levels, string path, ElementScope scope)
    {
        var list = Whole(levels, path, scope.Depth);
        for (var level = 0; level < list.LevelCount; level++)
        {
            scope = new ElementScope(list.ElementTypeAt(level), null, scope);
        }

        return (list, scope);
    }

    public static ListReference Whole(ImmutableArray<FactReference> levels, string path, int? around = null) =>
        new() { Path = path, Levels = levels, Element = ((ListType)levels[^1].Type).Element, Around = around };

    private static ImmutableArray<string?> NamesOf(int levels, ElementNames names) =>
        [.. Enumerable.Range(0, levels).Select(level => names.At(level, levels)?.Text)];

    // Whether an element may be called so: not like an element or a fact that could be meant.
    private bool IsFree(Name name, ElementScope scope)
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

    // With what is selected from it.
    private ListReference? CheckSelection(ListSyntax syntax, SelectionSyntax selection, ElementScope scope)
    {
        // Selections can be taken from selections, and every walk goes down into them as into conditions.
        var checkedList = size.Enter(syntax.Span) ? CheckInside(selection, scope) : null;
        size.Leave();
        return checkedList;
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
