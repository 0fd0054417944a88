using System.Linq.Expressions;
using NegotiationRules.Facts;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Programs;

namespace NegotiationRules.Generation.Compiling;

/// <content>Loops over lists.</content>
internal sealed partial class StepExpressions
{
    private ListExpressions ListOf(int below, TermPlace spot)
    {
        var level = _program.Layout.Levels[below];
        if (_reading.IsSupposed(level.Origin, spot) || _facts.ObjectAt(level.Origin, level.Slots[..^1]) is not { } holder
            || _facts.PropertyOf(holder.Type, _reading.PropertyAt(level.Origin, level.Slots).Name) is not { } property)
        {
            return new ListExpressions(_function, level);
        }

        var element = _facts.Take(below, ObjectFillerBuilder.ElementOf(property.PropertyType)!);
        Expression list = Expression.Property(holder, property);
        if (level.Slots.Length > 1 && !_function.AreAllKnown)
        {
            var isThere = FactExpressions.IsNotNull(holder);
            list = Expression.Condition(isThere, list, Expression.Constant(null, list.Type));
        }

        return new ListExpressions(_function, level, list, CompletenessOf(level, holder), element);
    }

    // Asked only where the list is there, and so the object that it is a part of.
    private Expression? CompletenessOf(Level level, Expression holder)
    {
        var record = _program.Layout.Levels[level.Origin].Element;
        foreach (var slot in level.Slots[..^1])
        {
            record = ((RecordType)record).Properties[slot].Type;
        }

        var of = (RecordType)record;
        if (((ListType)of.Properties[level.Slots[^1]].Type).CompleteBy is not { } sibling)
        {
            return null;
        }

        var ifNot = Expression.Constant(of.Properties[of.SlotOf(sibling)].Default.IsTrue);
        return _facts.PropertyOf(holder.Type, sibling) is not { } said ? ifNot
            : said.PropertyType == typeof(bool) ? Expression.Property(holder, said)
            : Expression.Coalesce(Expression.Property(holder, said), ifNot);
    }

    // What is asked of the elements, with what comes before it in the loop.
    private (List<Expression> Lines, Term[] Terms) InLoop(int below, TermPlace spot, params ReadOnlySpan<int> steps)
    {
        if (_facts.ElementOf(below) is null)
        {
            return ([], new Term[steps.Length]);
        }

        var lines = new List<Expression>(_facts.Enter(below));
        var (shared, inside) = Share(spot with { Level = below }, steps);
        lines.AddRange(shared);
        var terms = new Term[steps.Length];
        for (var i = 0; i < steps.Length; i++)
        {
            terms[i] = steps[i] < 0 ? Term.True : Write(steps[i], inside);
        }

        return (lines, terms);
    }

    private static TermPlace Suppose(TermPlace spot, int below) => spot with { Level = below, Supposed = spot.Supposed.Add(below) };

    private Term Some(SomeOf step, TermPlace spot)
    {
        var list = ListOf(step.Below, spot);
        var (lines, terms) = InLoop(step.Below, spot, step.Part);
        var meets = terms is [{ Expression: not null } one] ? one : Term.False;
        var further = list.MayBePartial ? Write(step.Part, Suppose(spot, step.Below)) : Term.False;
        var isOpen = meets.IsOpen || !further.IsFalse;
        var found = _function.NewVariable(isOpen ? typeof(Arithmetic.Truth) : typeof(bool));
        var isFound = Expression.Block(Expression.Assign(found, Of(true)), list.Break);
        if (!meets.IsOpen)
        {
            lines.Add(Expression.IfThen(meets.Expression, isFound));
        }
        else
        {
            var truth = _function.NewVariable(typeof(Arithmetic.Truth));
            lines.Add(Expression.Assign(truth, meets.Expression));
            lines.Add(Expression.IfThen(Expression.Property(truth, nameof(Arithmetic.Truth.IsTrue)), isFound));
            lines.Add(Expression.Assign(found, Expression.Or(found, truth)));
        }

        List<Expression> all = [Expression.Assign(found, Of(false)), .. list.Loop(meets.IsFalse ? [] : lines)];
        if (!further.IsFalse)
        {
            all.Add(Expression.IfThen(
                Expression.AndAlso(Expression.Not(Expression.Property(found, nameof(Arithmetic.Truth.IsTrue))), list.IsRoom),
                Expression.Assign(found, Expression.Or(found, AtMostUnknown(further)))));
        }

        all.Add(found);
        return new Term(Expression.Block(found.Type, all), isOpen, true);

        Expression Of(bool isSo) => isOpen ? (isSo ? Term.True : Term.False).AsTruth : Expression.Constant(isSo);
    }

    private Expression AtMostUnknown(Term term) => _function.Ask(term.AsTruth, nameof(Arithmetic.Truth.AtMostUnknown));

    private Term Count(CountOf step, TermPlace spot)
    {
        var list = ListOf(step.Below, spot);
        var (lines, terms) = InLoop(step.Below, spot, step.Part);
        var meets = terms is [{ Expression: not null } one] ? one : Term.False;
        var further = list.MayBePartial ? Write(step.Part, Suppose(spot, step.Below)) : Term.False;
        var certain = _function.NewVariable(typeof(long));
        if (!meets.IsOpen && further.IsFalse)
        {
            lines.Add(Expression.IfThen(meets.Expression, Expression.PreIncrementAssign(certain)));
            return new Term(
                Expression.Block(
                    typeof(long), [Expression.Assign(certain, Expression.Constant(0L)), .. list.Loop(lines), certain]),
                false, true);
        }

        var possible = _function.NewVariable(typeof(long));
        var truth = _function.NewVariable(typeof(Arithmetic.Truth));
        lines.Add(Expression.Assign(truth, meets.AsTruth));
        lines.Add(AddTo(certain, nameof(Arithmetic.Truth.Certain)));
        lines.Add(AddTo(possible, nameof(Arithmetic.Truth.Possible)));
        List<Expression> all =
        [
            Expression.Assign(certain, Expression.Constant(0L)), Expression.Assign(possible, Expression.Constant(0L)), .. list.Loop(lines),
        ];
        if (!further.IsFalse)
        {
            all.Add(IfPossible(list, further, Expression.Assign(
                possible,
                _program.Layout.Levels[step.Below].MaxItems is null ? Expression.Constant(Arithmetic.Range.NoHigh)
                    : Expression.Add(possible, list.MostFurther))));
        }

        all.Add(Expression.New(
            typeof(Arithmetic.Range).GetConstructor([typeof(long), typeof(long), typeof(bool)])!, certain, possible,
            Expression.Constant(false)));
        return new Term(Expression.Block(typeof(Arithmetic.Range), all), true, true);

        Expression AddTo(ParameterExpression sum, string part) =>
            Expression.AddAssign(sum, Expression.Convert(Expression.Property(truth, part), typeof(long)));
    }

    private ConditionalExpression IfPossible(ListExpressions list, Term further, Expression then) => Expression.IfThen(
        further.Constant is not null ? list.IsRoom
            : Expression.AndAlso(list.IsRoom, _function.Ask(further.AsTruth, nameof(Arithmetic.Truth.IsPossible))),
        then);
}
