using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Inputs;

/// <summary>What functions, and the members of types, tell of what they are given.</summary>
internal sealed partial class UseReader
{
    private Shape VisitFunction(CallExpression call, UseScope scope)
    {
        switch (call.Name.Text.ToUpperInvariant(), call.Arguments)
        {
            case ("NP", [var value, ..]):
                var shape = Visit(value, scope);
                shape.Root.IsNullable = true;
                if (call.Arguments is [_, var substitute])
                {
                    Relate(call.Span, "replaced by", value, shape, substitute, Visit(substitute, scope));
                }

                return shape;
            case ("IIF", [var test, var then, var otherwise]):
                return VisitChoice(call.Span, test, then, otherwise, scope);
            case ("ISNULL", [var value, var instead]):
                return VisitCoalesce(call.Span, value, instead, scope);
            case ("NOT", [var operand]):
                MustBeTruth(Visit(operand, scope), operand);
                return Shape.Truth();
        }

        var kind = KnownTypes.KindOf(call.Name.Text);
        foreach (var argument in call.Arguments)
        {
            var shape = Visit(argument, scope);
            if (call.Arguments.Count > 1 && kind is ShapeKind.DateTime or ShapeKind.DateOnly or ShapeKind.TimeSpan)
            {
                shapes.MustBeWhole(shape, new Evidence($"given to `{InputDiagnostics.Clean(call.Name.Text)}`", call.Span));
            }
            else if (call.Arguments.Count == 1 && kind == ShapeKind.Number)
            {
                questions.Add(
                    new ReadTextQuestion(
                        shape,
                        StaticUses.OfType(call.Name.Text),
                        new Evidence($"turned into a number by `{InputDiagnostics.Clean(call.Name.Text)}`", call.Span)
                    )
                    {
                        MayBeNumber = true,
                    }
                );
            }
        }

        return StaticUses.OfType(call.Name.Text);
    }

    private Shape VisitHelper(HelperExpression helper, UseScope scope)
    {
        var inside = scope;
        foreach (var argument in helper.Arguments)
        {
            inside = inside.Within(argument.Name.Text, Visit(argument.Value, scope));
        }

        return Visit(helper.Body, inside);
    }
}
