using System.Linq.Expressions;
using NegotiationRules.Conditions;
using NegotiationRules.Programs;
using NegotiationRules.Syntax;

namespace NegotiationRules.Generation.Compiling;

/// <content>Loops that add up, compare or share what elements have, or put them in order.</content>
internal sealed partial class StepExpressions
{
    private Term Aggregate(AggregateOf step, TermPlace spot)
    {
        var list = ListOf(step.Below, spot);
        var (lines, terms) = InLoop(step.Below, spot, step.Part, step.Item);
        var around = Suppose(spot, step.Below);
        var further = list.MayBePartial ? Write(step.Part, around) : Term.False;
        if (terms[0].Expression is not null && step.Kind == QuantityKind.Sum && !terms[0].IsOpen && !terms[1].IsOpen && further.IsFalse)
        {
            var sum = _function.NewVariable(typeof(long));
            lines.Add(Expression.IfThen(terms[0].Expression, Expression.Assign(sum, Expression.AddChecked(sum, terms[1].Expression))));
            return new Term(
                Expression.Block(typeof(long), [Expression.Assign(sum, Expression.Constant(0L)), .. list.Loop(lines), sum]), false, true);
        }

        var type = step.Kind switch
        {
            QuantityKind.Sum => typeof(Arithmetic.Sum),
            QuantityKind.Min => typeof(Arithmetic.Least),
            _ => typeof(Arithmetic.Greatest),
        };
        var result = _function.NewVariable(type);
        if (terms[0].Expression is not null)
        {
            lines.Add(Call(result, nameof(Arithmetic.Sum.Add), terms[0].AsTruth, terms[1].AsRange));
        }

        List<Expression> all =
        [
            Expression.Assign(result, step.Kind == QuantityKind.Sum ? Expression.Default(type)
                : Expression.Property(null, type, nameof(Arithmetic.Least.None))),
            .. list.Loop(lines),
        ];
        if (!further.IsFalse)
        {
            all.Add(IfPossible(list, further, Call(
                result, nameof(Arithmetic.Sum.AddFurther), Write(step.Item, around).AsRange, list.MostFurther)));
        }

        all.Add(step.Kind == QuantityKind.Sum ? Expression.Field(result, nameof(Arithmetic.Sum.Value))
            : Expression.Property(result, step.SupposesSome ? nameof(Arithmetic.Least.OfSome) : nameof(Arithmetic.Least.Value)));
        return new Term(Expression.Block(typeof(Arithmetic.Range), all), true, true);
    }

    private Term Share(ShareOf step, TermPlace spot)
    {
        var list = ListOf(step.Below, spot);
        var (lines, terms) = InLoop(step.Below, spot, step.Among, step.Where, step.Weight);
        var around = Suppose(spot, step.Below);
        var further = list.MayBePartial ? Write(step.Among, around) : Term.False;
        var one = new Term(Expression.Constant(1L));
        var share = _function.NewVariable(typeof(Arithmetic.Share));
        var (p, q) = step.Fraction;
        if (terms[0].Expression is not null)
        {
            lines.Add(Call(
                share, nameof(Arithmetic.Share.Add), terms[0].AsTruth, terms[1].AsTruth, (step.Weight < 0 ? one : terms[2]).AsRange));
        }

        List<Expression> all =
        [
            Expression.Assign(share, Expression.New(
                typeof(Arithmetic.Share).GetConstructor([typeof(long), typeof(long)])!, Expression.Constant(p), Expression.Constant(q))),
            .. list.Loop(lines),
        ];
        if (!further.IsFalse)
        {
            all.Add(IfPossible(list, further, Call(
                share, nameof(Arithmetic.Share.AddFurther), Write(step.Where, around).AsTruth,
                (step.Weight < 0 ? one : Write(step.Weight, around)).AsRange, list.MostFurther)));
        }

        all.Add(Expression.Call(share, step.Relation.ToString(), null));
        return new Term(Expression.Block(typeof(Arithmetic.Truth), all), true, true);
    }

    private Term Order(OrderOf step, TermPlace spot)
    {
        var list = ListOf(step.Below, spot);
        int[] steps = [.. step.Parts.Numbers, step.By];
        var (lines, terms) = InLoop(step.Below, spot, steps);
        var around = Suppose(spot, step.Below);
        var order = _function.NewVariable(typeof(Arithmetic.Order));
        if (lines.Count > 0 || terms[0].Expression is not null)
        {
            lines.AddRange(Taken(term => term.AsTruth, terms));
        }

        List<Expression> all = [Expression.Assign(order, Began(step)), .. list.Loop(lines)];
        if (list.MayBePartial)
        {
            all.Add(Expression.IfThen(list.IsRoom, Expression.Block(
                typeof(void),
                Taken(
                    term => term.Constant is not null ? Term.Unknown.Expression : AtMostUnknown(term),
                    [.. steps.Select(number => Write(number, around))]))));
        }

        all.Add(Expression.Call(order, nameof(Arithmetic.Order.AreMet), null, Expression.Constant(step.Number)));
        return new Term(Expression.Block(typeof(Arithmetic.Truth), all), true, true);

        // The last of what is asked of an element is when it was.
        IEnumerable<Expression> Taken(Func<Term, Expression> takes, Term[] of)
        {
            yield return Expression.Call(order, nameof(Arithmetic.Order.Next), null);
            for (var part = 0; part < of.Length - 1; part++)
            {
                if (!of[part].IsFalse)
                {
                    yield return Expression.Call(
                        order, nameof(Arithmetic.Order.Add), null, Expression.Constant(part), takes(of[part]), of[^1].AsRange);
                }
            }
        }
    }

    private Expression Call(ParameterExpression result, string method, params ReadOnlySpan<Expression> arguments) =>
        _function.Of(arguments, held => Expression.Call(result, method, null, held));

    private static MethodCallExpression Began(OrderOf step)
    {
        var order = Expression.Call(
            typeof(Arithmetic.Order), nameof(Arithmetic.Order.Of), null, Expression.Constant(step.Parts.Numbers.Length));
        if (step.Within is not { } within)
        {
            return order;
        }

        // Made once, or each evaluation would leave one behind.
        Func<long, long> latest = step.Kind == MeasureKind.Day
            ? begin => Arithmetic.Moved(begin, within.Months, within.WholeDays!.Value)
            : begin => Arithmetic.MomentMoved(begin, within.Months, within.Ticks);
        return Expression.Call(
            order, nameof(Arithmetic.Order.Within), null, Expression.Constant(latest), Expression.Constant(within.Range.Low >= 0));
    }
}
