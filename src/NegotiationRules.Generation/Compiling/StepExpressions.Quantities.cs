using System.Linq.Expressions;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Generation.Steps;
using NegotiationRules.Programs;
using NegotiationRules.Syntax;

namespace NegotiationRules.Generation.Compiling;

/// <content>Quantities, and how they compare.</content>
internal sealed partial class StepExpressions
{
    private Term ReadQuantity(Read step, TermPlace spot)
    {
        var column = _program.Layout.Columns[step.Column];
        var isText = column.Storage == ColumnStorage.Codes;
        if (_reading.IsSupposed(column.Level, spot))
        {
            return isText ? new Term(Expression.Constant(null, typeof(string)), true) : OfRange(step.IfUnknown.Low, step.IfUnknown.High);
        }

        if (isText)
        {
            return new Term(
                _reading.ReadFact(
                    column, typeof(string), value => value,
                    fact => Expression.Constant(fact.IsKnown ? fact.Text : null, typeof(string))),
                !_function.AreAllKnown);
        }

        var isOpen = !_function.AreAllKnown && !_reading.IsNeverUnknown(column);
        return new Term(
            _reading.ReadFact(column, isOpen ? typeof(Arithmetic.Range) : typeof(long), value => Given(Number(value)), OfConstant), isOpen);

        Expression OfConstant(FactValue fact) =>
            fact.IsKnown
                ? Given(Expression.Constant(
                    fact.Kind != FactKind.Boolean ? FactExpressions.WholeOf(fact) : fact.Boolean ? 1L : 0L))
            : OfRange(step.IfUnknown.Low, step.IfUnknown.High).Expression;

        Expression Given(Expression whole) => isOpen ? Expression.Convert(whole, typeof(Arithmetic.Range)) : whole;

        static Expression Number(Expression value) => value.Type == typeof(bool)
            ? Expression.Condition(value, Expression.Constant(1L), Expression.Constant(0L)) : value;
    }

    private Term Calculated(Calculate step, TermPlace spot)
    {
        var (left, right) = (Write(step.Left, spot), Write(step.Right, spot));
        var isCostly = left.IsCostly || right.IsCostly;
        if (left.IsOpen || right.IsOpen)
        {
            var (a, b) = (left.AsRange, right.AsRange);
            return new Term(
                step.Kind switch
                {
                    ArithmeticKind.Plus => Expression.Add(a, b),
                    ArithmeticKind.Minus => Expression.Subtract(a, b),
                    _ => Expression.Multiply(a, b),
                },
                true, isCostly);
        }

        return new Term(
            step.Kind switch
            {
                ArithmeticKind.Plus => Expression.AddChecked(left.Expression, right.Expression),
                ArithmeticKind.Minus => Expression.SubtractChecked(left.Expression, right.Expression),
                _ => Expression.MultiplyChecked(left.Expression, right.Expression),
            },
            false, isCostly);
    }

    private Term Rescaled(Rescale step, TermPlace spot)
    {
        var part = Write(step.Part, spot);
        var factor = new Term(Expression.Constant(step.Factor));
        return part with
        {
            Expression = part.IsOpen ? Expression.Multiply(part.Expression, factor.AsRange)
                : Expression.MultiplyChecked(part.Expression, factor.Expression),
        };
    }

    private Term Shifted(ShiftDays step, TermPlace spot)
    {
        var day = Write(step.Part, spot);
        Expression[] arguments = [day.Expression, Expression.Constant(step.Months), Expression.Constant((long)step.Days)];
        return new Term(
            day.IsOpen ? Expression.Call(typeof(Arithmetic.Days), nameof(Arithmetic.Days.Later), null, arguments)
                : Call(nameof(Arithmetic.Moved), arguments),
            day.IsOpen, true);
    }

    private Term Shifted(ShiftByNumber step, TermPlace spot)
    {
        var (day, number) = (Write(step.Part, spot), Write(step.Number, spot));
        var months = Expression.Constant(step.Months);
        var zero = new Term(Expression.Constant(0L));
        return day.IsOpen || number.IsOpen
            ? new Term(
                Expression.Call(
                    typeof(Arithmetic.Days), nameof(Arithmetic.Days.LaterBy), null, day.AsRange,
                    step.IsBack ? Expression.Subtract(zero.AsRange, number.AsRange) : number.AsRange, months),
                true, true)
            : new Term(
                Call(
                    nameof(Arithmetic.MovedBy), day.Expression,
                    step.IsBack ? Expression.SubtractChecked(zero.Expression, number.Expression) : number.Expression, months),
                false, true);
    }

    // What never goes down as time goes on goes from one end to the other.
    private Term Mapped(int part, string function, TermPlace spot, params Expression[] arguments)
    {
        var at = Write(part, spot);
        if (!at.IsOpen)
        {
            return new Term(Call(function, [at.Expression, .. arguments]), false, true);
        }

        // A delegate that is made once: one that is made in the expression would be garbage each time.
        var moved = Expression.Parameter(typeof(long));
        var move = Expression.Lambda<Func<long, long>>(Call(function, [moved, .. arguments]), moved).Compile();
        return new Term(
            Expression.Call(typeof(Arithmetic.Days), nameof(Arithmetic.Days.Map), null, at.Expression, Expression.Constant(move)),
            true, true);
    }

    private Term Extreme(ExtremeOf step, TermPlace spot)
    {
        var (left, right) = (Write(step.Left, spot), Write(step.Right, spot));
        var isCostly = left.IsCostly || right.IsCostly;
        return left.IsOpen || right.IsOpen
            ? new Term(
                Expression.Call(
                    typeof(Arithmetic.Range), step.IsGreatest ? nameof(Arithmetic.Range.More) : nameof(Arithmetic.Range.Less), null,
                    left.AsRange, right.AsRange),
                true, isCostly)
            : new Term(
                Expression.Call(
                    typeof(Math), step.IsGreatest ? nameof(Math.Max) : nameof(Math.Min), null, left.Expression, right.Expression),
                false, isCostly);
    }

    private Term Chosen(Choose step, TermPlace spot)
    {
        var (condition, then, otherwise) = (Write(step.If, spot), Write(step.Then, spot), Write(step.Else, spot));
        var isCostly = condition.IsCostly || then.IsCostly || otherwise.IsCostly;
        return condition.IsOpen
            ? new Term(
                Expression.Call(
                    typeof(Arithmetic.Range), nameof(Arithmetic.Range.Choose), null, condition.Expression, then.AsRange, otherwise.AsRange),
                true, isCostly)
            : !then.IsOpen && !otherwise.IsOpen
                ? new Term(Expression.Condition(condition.Expression, then.Expression, otherwise.Expression), false, isCostly)
            : new Term(Expression.Condition(condition.Expression, then.AsRange, otherwise.AsRange), true, isCostly);
    }

    private Term Compared(CompareQuantities step, TermPlace spot)
    {
        if (StepsWithCode.IsText(_program, step.Left) || StepsWithCode.IsText(_program, step.Right))
        {
            return ComparedTexts(step, spot);
        }

        var (left, right) = (Write(step.Left, spot), Write(step.Right, spot));
        var isCostly = left.IsCostly || right.IsCostly;
        if (!left.IsOpen && !right.IsOpen)
        {
            return new Term(Expression.MakeBinary(OperatorOf(step.Relation), left.Expression, right.Expression), false, isCostly);
        }

        var (a, b) = (left.AsRange, right.AsRange);
        if (step.Relation is Relation.Equal or Relation.NotEqual)
        {
            var same = new Term(
                Expression.Call(typeof(Arithmetic.Range), nameof(Arithmetic.Range.Same), null, a, b), true, isCostly);
            return step.Relation == Relation.Equal ? same : same.Not();
        }

        return new Term(
            Expression.MakeBinary(OperatorOf(step.Relation), a, b),
            true, isCostly);
    }

    private static ExpressionType OperatorOf(Relation relation) => relation switch
    {
        Relation.Equal => ExpressionType.Equal,
        Relation.NotEqual => ExpressionType.NotEqual,
        Relation.Less => ExpressionType.LessThan,
        Relation.LessOrEqual => ExpressionType.LessThanOrEqual,
        Relation.Greater => ExpressionType.GreaterThan,
        Relation.GreaterOrEqual => ExpressionType.GreaterThanOrEqual,
    };

    private Term ComparedTexts(CompareQuantities step, TermPlace spot)
    {
        var (one, other) = (TextOf(step.Left, spot), TextOf(step.Right, spot));
        var isSame = one is null || other is null ? Term.Unknown
            : one.Value.IsOpen || other.Value.IsOpen
                ? new Term(Call(nameof(Arithmetic.Same), one.Value.Expression, other.Value.Expression), true)
            : new Term(Expression.Equal(one.Value.Expression, other.Value.Expression));
        return step.Relation == Relation.NotEqual ? isSame.Not() : isSame;
    }

    // Nothing for what may be any text, as a parameter leaves it open.
    private Term? TextOf(int step, TermPlace spot) => _program.Steps[step] switch
    {
        Spread s => TextOf(s.Part, spot),
        ConstantQuantity c => c.Low == c.High ? new Term(Expression.Constant(_program.Texts[(int)c.Low])) : null,
        _ => Write(step, spot),
    };
}
