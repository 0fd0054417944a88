using NegotiationRules.Syntax;

namespace NegotiationRules.Workflows.Translation;

/// <summary>Goes through conditions and operands and puts them together again; what derives from it says what becomes of which
/// part.</summary>
internal abstract class SyntaxRewriter
{
    public virtual ConditionSyntax Rewrite(ConditionSyntax condition) => condition switch
    {
        FactTestSyntax test => test with { Path = Path(test.Path), Comparisons = [.. test.Comparisons.Select(Rewrite)] },
        FactTestsSyntax tests => tests with { Tests = [.. tests.Tests.Select(Rewrite)] },
        CompositionSyntax composition => composition with { Conditions = [.. composition.Conditions.Select(Rewrite)] },
        NotSyntax not => not with { Condition = Rewrite(not.Condition) },
        QuantifierSyntax quantifier => RewriteQuantifier(quantifier),
        ValueTestSyntax test => test with { Value = Rewrite(test.Value), Comparison = Rewrite(test.Comparison) },
        _ => condition,
    };

    public virtual OperandSyntax Rewrite(OperandSyntax operand) => operand switch
    {
        OperandListSyntax list => list with { Items = [.. list.Items.Select(Rewrite)] },
        FactOperandSyntax fact => fact with { Path = Path(fact.Path) },
        QuantityOperandSyntax quantity => RewriteQuantity(quantity),
        ArithmeticSyntax arithmetic => arithmetic with { Left = Rewrite(arithmetic.Left), Right = Rewrite(arithmetic.Right) },
        MoveSyntax move => move with { Operand = Rewrite(move.Operand) },
        FirstKnownSyntax first => first with { Items = [.. first.Items.Select(Rewrite)] },
        FunctionSyntax function => function with { Arguments = [.. function.Arguments.Select(Rewrite)] },
        ChoiceSyntax choice => choice with { If = Rewrite(choice.If), Then = Rewrite(choice.Then), Else = Rewrite(choice.Else) },
        _ => operand,
    };

    protected virtual Name Path(Name path) => path;

    /// <summary>The name of the element, from here on until <see cref="Leave"/>.</summary>
    protected virtual Name? Enter(Name? name) => name;

    /// <summary>The name that the element has in the end, or with it those that it is reached through.</summary>
    /// <param name="name">The name it had.</param>
    /// <param name="entered">What <see cref="Enter"/> made of it.</param>
    protected virtual ElementNames? Leave(Name? name, Name? entered) => ElementNames.Of(entered);

    private QuantifierSyntax RewriteQuantifier(QuantifierSyntax quantifier)
    {
        var list = Rewrite(quantifier.List);
        var name = Enter(quantifier.As?.Innermost);
        var where = quantifier.Where is { } w ? Rewrite(w) : null;
        var satisfy = quantifier.Satisfy is { } s ? Rewrite(s) : null;
        var called = Leave(quantifier.As?.Innermost, name);
        return quantifier with { List = list, As = called, Where = where, Satisfy = satisfy };
    }

    private QuantityOperandSyntax RewriteQuantity(QuantityOperandSyntax quantity)
    {
        var list = Rewrite(quantity.List);
        var name = Enter(quantity.As?.Innermost);
        var where = quantity.Where is { } w ? Rewrite(w) : null;
        var of = quantity.Of is { } o ? Rewrite(o) : null;
        var called = Leave(quantity.As?.Innermost, name);
        return quantity with
        {
            List = list,
            As = called,
            Where = where,
            Of = of,
            IfNone = quantity.IfNone is { } other ? Rewrite(other) : null,
        };
    }

    private ListSyntax Rewrite(ListSyntax list)
    {
        if (list.Selection is not { } selection)
        {
            return list.IsParameter ? list : list with { Name = Path(list.Name) };
        }

        var from = Rewrite(selection.From);
        var name = Enter(selection.As?.Innermost);
        var rewritten = selection with
        {
            From = from,
            Where = selection.Where is { } where ? Rewrite(where) : null,
            Distinct = [.. selection.Distinct.Select(Rewrite)],
            OrderBy = [.. selection.OrderBy.Select(k => k with { Key = Rewrite(k.Key) })],
        };
        return list with { Name = from.Name, Selection = rewritten with { As = Leave(selection.As?.Innermost, name) } };
    }

    private ComparisonSyntax Rewrite(ComparisonSyntax comparison) => comparison with { Operand = Rewrite(comparison.Operand) };
}
