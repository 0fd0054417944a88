using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Inputs;

/// <summary>What operators tell of their operands.</summary>
internal sealed partial class UseReader
{
    private Shape VisitUnary(UnaryExpression unary, UseScope scope)
    {
        var operand = Visit(unary.Operand, scope);
        if (unary.Operator == UnaryOperator.Not)
        {
            MustBeTruth(operand, unary.Operand);
            return Shape.Truth();
        }

        if (operand.Root.Kind != ShapeKind.TimeSpan)
        {
            shapes.Fix(operand, ShapeKind.Number, new Evidence("used as a number by `-`", unary.Span));
        }

        return operand;
    }

    private Shape VisitBinary(BinaryExpression binary, UseScope scope)
    {
        switch (binary.Operator)
        {
            case BinaryOperator.And or BinaryOperator.Or:
                MustBeTruth(Visit(binary.Left, scope), binary.Left);
                MustBeTruth(Visit(binary.Right, scope), binary.Right);
                return Shape.Truth();
            case BinaryOperator.Add or BinaryOperator.Subtract:
                return VisitSum(binary.Span, binary.Left, binary.Right, binary.Operator == BinaryOperator.Subtract, scope);
            case BinaryOperator.Multiply
            or BinaryOperator.Divide
            or BinaryOperator.Modulo
            or BinaryOperator.ShiftLeft
            or BinaryOperator.ShiftRight:
                return VisitProduct(binary, scope);
            case BinaryOperator.Coalesce:
                return VisitCoalesce(binary.Span, binary.Left, binary.Right, scope);
            case BinaryOperator.BitAnd or BinaryOperator.BitOr:
                var left = Visit(binary.Left, scope);
                Relate(binary.Span, "joined with", binary.Left, left, binary.Right, Visit(binary.Right, scope));
                return left;
            default:
                return VisitComparison(binary, scope);
        }
    }

    private Shape VisitComparison(BinaryExpression binary, UseScope scope)
    {
        var (left, right) = (Visit(binary.Left, scope), Visit(binary.Right, scope));
        if (binary.Left is NullExpression || binary.Right is NullExpression)
        {
            (left.Root.IsNullable, right.Root.IsNullable) = (true, true);
            return Shape.Truth();
        }

        if (binary.Operator is not (BinaryOperator.Equal or BinaryOperator.NotEqual))
        {
            (left.Root.IsOrdered, right.Root.IsOrdered) = (true, true);
        }

        Relate(binary.Span, "compared with", binary.Left, left, binary.Right, right);
        return Shape.Truth();
    }

    // Two values of one type.
    private void Relate(Span at, string how, ExpressionSyntax left, Shape leftShape, ExpressionSyntax right, Shape rightShape)
    {
        var withLeft = new Evidence($"{how} {ExpressionWords.Of(right)}", at);
        var withRight = new Evidence($"{how} {ExpressionWords.Of(left)}", at);
        if (right is TextExpression text && OpenQuestions.MayStandForAnother(text.Value))
        {
            questions.Add(new WrittenTextQuestion(leftShape, text.Value, withLeft));
        }
        else if (left is TextExpression other && OpenQuestions.MayStandForAnother(other.Value))
        {
            questions.Add(new WrittenTextQuestion(rightShape, other.Value, withRight));
        }
        else if (right is not NullExpression && left is not NullExpression)
        {
            shapes.Join(leftShape, withLeft, rightShape, withRight);
        }
    }

    private Shape VisitSum(Span at, ExpressionSyntax left, ExpressionSyntax right, bool isDifference, UseScope scope)
    {
        var result = new Shape();
        var (a, b) = (Visit(left, scope), Visit(right, scope));
        (a.Root.IsAdded, b.Root.IsAdded) = (true, true);
        WorkedOut.Add(result, a, b);
        var verb = isDifference ? "subtracted from" : "added to";
        questions.Add(new SumQuestion(
            a,
            b,
            result,
            isDifference,
            new Evidence(isDifference ? $"reduced by {ExpressionWords.Of(right)}" : $"added to {ExpressionWords.Of(right)}", at),
            new Evidence($"{verb} {ExpressionWords.Of(left)}", at)));
        return result;
    }

    private Shape VisitProduct(BinaryExpression binary, UseScope scope)
    {
        var (left, right) = (Visit(binary.Left, scope), Visit(binary.Right, scope));
        if (left.Root.Kind == ShapeKind.TimeSpan || right.Root.Kind == ShapeKind.TimeSpan)
        {
            return new Shape();
        }

        var isWholeOnly = binary.Operator is BinaryOperator.Modulo or BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight;
        var verb = binary.Operator switch
        {
            BinaryOperator.Multiply => "multiplied by",
            BinaryOperator.Divide or BinaryOperator.Modulo => "divided by",
            _ => "shifted by",
        };
        shapes.Fix(left, ShapeKind.Number, new Evidence($"{verb} {ExpressionWords.Of(binary.Right)}", binary.Span));
        shapes.Fix(
            right,
            ShapeKind.Number,
            new Evidence(
                binary.Operator == BinaryOperator.Multiply
                    ? $"multiplied by {ExpressionWords.Of(binary.Left)}"
                    : "what a number is divided by",
                binary.Span
            )
        );

        // Beside a number with decimals stands another; what is worked out from both tells nothing of either.
        LearnFrom(binary.Right, right, left);
        LearnFrom(binary.Left, left, right);

        // Whoever asks for a rest has whole numbers, unless one with decimals stands there.
        if (isWholeOnly && !left.Root.IsFractional && !right.Root.IsFractional)
        {
            (left.Root.IsWhole, right.Root.IsWhole) = (true, true);
        }

        var result = new Shape
        {
            Kind = ShapeKind.Number,
            IsWhole = isWholeOnly && left.Root.IsWholeNumber && right.Root.IsWholeNumber,
            IsFractional = left.Root.IsFractional || right.Root.IsFractional,
            IsDecimal = left.Root.IsDecimal || right.Root.IsDecimal,
        };
        if (binary.Operator == BinaryOperator.Divide)
        {
            WorkedOut.AddQuotient(result, left, right, binary);
        }
        else
        {
            WorkedOut.Add(result, left, right);
        }

        return result;
    }

    private static void LearnFrom(ExpressionSyntax written, Shape its, Shape other)
    {
        if (written is NumberExpression)
        {
            other.Root.IsFractional |= its.Root.IsFractional;
            other.Root.IsDecimal |= its.Root.IsDecimal;
        }
    }

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
