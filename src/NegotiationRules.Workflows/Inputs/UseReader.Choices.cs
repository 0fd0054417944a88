using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Inputs;

/// <summary>What is told by standing beside other values.</summary>
internal sealed partial class UseReader
{
    private Shape VisitCoalesce(Span at, ExpressionSyntax left, ExpressionSyntax right, UseScope scope)
    {
        var value = Visit(left, scope);
        value.Root.IsNullable = true;
        Relate(at, "replaced by", left, value, right, Visit(right, scope));
        return value;
    }

    private Shape VisitChoice(Span at, ExpressionSyntax test, ExpressionSyntax then, ExpressionSyntax otherwise, UseScope scope)
    {
        MustBeTruth(Visit(test, scope), test);
        var (one, other) = (Visit(then, scope), Visit(otherwise, scope));
        Relate(at, "an alternative to", then, one, otherwise, other);
        return then is NullExpression ? other : one;
    }

    private Shape VisitIn(InExpression @in, UseScope scope)
    {
        var item = Visit(@in.Item, scope);
        if (@in.IsList)
        {
            var list = @in.Values[0];
            var element = shapes.ElementOf(Visit(list, scope), new Evidence("used as a list by `in`", list.Span));
            shapes.Join(
                item,
                new Evidence($"looked for in {ExpressionWords.Of(list)}", @in.Span),
                element,
                new Evidence($"compared with {ExpressionWords.Of(@in.Item)}", @in.Span)
            );
            return Shape.Truth();
        }

        foreach (var value in @in.Values)
        {
            Relate(@in.Span, "compared with", @in.Item, item, value, Visit(value, scope));
        }

        return Shape.Truth();
    }
}
