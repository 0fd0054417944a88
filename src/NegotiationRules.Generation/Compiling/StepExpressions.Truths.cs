using System.Linq.Expressions;
using NegotiationRules.Programs;

namespace NegotiationRules.Generation.Compiling;

/// <content>Truths that are made of truths.</content>
internal sealed partial class StepExpressions
{
    // What is quickly told comes first; what is known for certain comes before what may not be.
    private Term Combined(Combine step, TermPlace spot)
    {
        var (decisive, neutral) = step.IsAll ? (Term.False, Term.True) : (Term.True, Term.False);
        var parts = step.Parts.Numbers.Select(part => Write(part, spot)).Where(part => part.Constant != neutral.Constant)
            .OrderBy(part => part.IsOpen).ThenBy(part => part.IsCostly).ToList();
        if (parts.Exists(part => part.Constant == decisive.Constant))
        {
            return decisive;
        }

        if (parts.Count <= 1)
        {
            return parts.Count == 0 ? neutral : parts[0];
        }

        var isCostly = parts.Exists(part => part.IsCostly);
        var open = parts.FindAll(part => part.IsOpen);
        var closed = parts.Where(part => !part.IsOpen).Select(part => part.Expression).ToList();
        var plain = closed.Count == 0 ? null : closed.Aggregate(step.IsAll ? Expression.AndAlso : Expression.OrElse);
        if (open.Count == 0)
        {
            return new Term(plain!, false, isCostly);
        }

        var result = Opened(open, step.IsAll);
        return new Term(
            plain is null ? result
                : step.IsAll ? Expression.Condition(plain, result, Term.False.AsTruth)
                : Expression.Condition(plain, Term.True.AsTruth, result),
            true, isCostly);
    }

    // One after the other, until one decides.
    private BlockExpression Opened(List<Term> parts, bool isAll)
    {
        var found = _function.NewVariable(typeof(Arithmetic.Truth));
        Expression rest = Expression.Empty();
        foreach (var part in parts.Skip(1).Reverse())
        {
            var joined = isAll ? Expression.And(found, part.AsTruth) : Expression.Or(found, part.AsTruth);
            rest = Expression.IfThen(
                Expression.Not(Expression.Property(found, isAll ? nameof(Arithmetic.Truth.IsFalse) : nameof(Arithmetic.Truth.IsTrue))),
                Expression.Block(typeof(void), Expression.Assign(found, joined), rest));
        }

        return Expression.Block(Expression.Assign(found, parts[0].AsTruth), rest, found);
    }

    private Term AtLeast(CombineAtLeast step, TermPlace spot)
    {
        var parts = step.Parts.Numbers.Select(part => Write(part, spot)).ToList();
        var isCostly = parts.Exists(part => part.IsCostly);
        if (!parts.Exists(part => part.IsOpen))
        {
            var sum = parts
                .Select(part => (Expression)Expression.Condition(part.Expression, Expression.Constant(1), Expression.Constant(0)))
                .Aggregate(Expression.Add);
            return new Term(Expression.GreaterThanOrEqual(sum, Expression.Constant(step.Number)), false, isCostly);
        }

        var tally = _function.NewVariable(typeof(Arithmetic.Tally));
        return new Term(
            Expression.Block(
            [
                Expression.Assign(tally, Expression.Default(tally.Type)),
                .. parts.Select(part => _function.Of(
                    part.AsTruth, truth => Expression.Assign(tally, Expression.Call(tally, nameof(Arithmetic.Tally.And), null, truth)))),
                Expression.Call(tally, nameof(Arithmetic.Tally.IsAtLeast), null, Expression.Constant(step.Number)),
            ]),
            true, isCostly);
    }
}
