using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using NegotiationRules.Facts;
using NegotiationRules.Facts.Columns;

namespace NegotiationRules.Generation.Compiling;

/// <summary>A loop over a list while it is written: what comes before it, what is done for each element, and what is known of the list
/// then.</summary>
[RequiresUnreferencedCode(ObjectContract.Reflects)]
[RequiresDynamicCode(RuleCode.MakesCode)]
internal sealed class ListExpressions
{
    private readonly Function _function;
    private readonly LabelTarget _break = Expression.Label();
    private readonly ParameterExpression? _list;
    private readonly Expression? _found;
    private readonly Expression? _isComplete;
    private readonly ParameterExpression? _element;
    private readonly Level _level;
    private readonly ParameterExpression _known;

    /// <summary>A loop over a list of which nothing is known.</summary>
    public ListExpressions(Function function, Level level) =>
        (_function, _level, _known) = (function, level, function.NewVariable(typeof(int)));

    /// <summary>A loop over a list.</summary>
    /// <param name="function">The function it stands in.</param>
    /// <param name="level">Its elements.</param>
    /// <param name="found">The list, or <see langword="null"/>.</param>
    /// <param name="isComplete">Whether it is complete, if it is known; <see langword="null"/> if it always is.</param>
    /// <param name="element">The variable for its elements.</param>
    public ListExpressions(
        Function function, Level level, Expression found, Expression? isComplete, ParameterExpression element)
        : this(function, level)
    {
        (_found, _isComplete, _element) = (found, isComplete, element);
        _list = function.NewVariable(found.Type);
    }

    /// <summary>Whether there may be elements that nobody has named.</summary>
    public bool MayBePartial => !_function.AreAllKnown;

    /// <summary>What leaves the loop.</summary>
    public Expression Break => Expression.Break(_break);

    /// <summary>The condition under which there are such elements, or may be.</summary>
    public Expression IsRoom
    {
        get
        {
            Expression isPartial = _list is null ? Expression.Constant(true)
                : Expression.ReferenceEqual(_list, Expression.Constant(null));
            if (_list is not null && _isComplete is not null)
            {
                isPartial = Expression.OrElse(isPartial, Expression.Not(_isComplete));
            }

            return _level.MaxItems is { } most
                ? Expression.AndAlso(isPartial, Expression.LessThan(_known, Expression.Constant(most))) : isPartial;
        }
    }

    /// <summary>How many there may be that nobody has named.</summary>
    public Expression MostFurther => _level.MaxItems is { } most
        ? Expression.Convert(Expression.Subtract(Expression.Constant(most), _known), typeof(long))
        : Expression.Constant(long.MaxValue);

    /// <summary>The loop.</summary>
    /// <param name="body">What is done for each element.</param>
    public IEnumerable<Expression> Loop(IEnumerable<Expression> body)
    {
        yield return Expression.Assign(_known, Expression.Constant(0));
        if (_list is null)
        {
            // Of a list that objects do not have nothing is known, and that is not the same as nothing in it.
            if (_function.AreAllKnown)
            {
                yield return _function.Halt(typeof(void));
            }

            yield break;
        }

        yield return Expression.Assign(_list, _found!);
        var loop = Expression.Block(typeof(void), Over(body));
        var isNull = Expression.ReferenceEqual(_list, Expression.Constant(null));
        if (!_function.AreAllKnown)
        {
            yield return Expression.IfThen(Expression.Not(isNull), loop);
            yield break;
        }

        yield return Expression.IfThen(isNull, _function.Halt(typeof(void)));
        if (_isComplete is not null)
        {
            yield return Expression.IfThen(Expression.Not(_isComplete), _function.Halt(typeof(void)));
        }

        yield return loop;
    }

    private List<Expression> Over(IEnumerable<Expression> body)
    {
        var place = _function.NewVariable(typeof(int));
        var lines = new List<Expression>();
        Expression count, item;
        if (_list!.Type.IsArray)
        {
            (count, item) = (Expression.ArrayLength(_list), Expression.ArrayIndex(_list, place));
        }
        else if (_list.Type.IsGenericType && _list.Type.GetGenericTypeDefinition() == typeof(List<>))
        {
            (count, item) = (Expression.Property(_list, "Count"), Expression.Property(_list, "Item", place));
        }
        else
        {
            var type = typeof(ElementsByPlace<>).MakeGenericType(_element!.Type);
            var elements = _function.NewVariable(type);
            lines.Add(Expression.IfThen(
                Expression.Not(Expression.Call(
                    type, nameof(ElementsByPlace<int>.TryOf), null, Expression.Convert(_list, typeof(object)), elements)),
                _function.Halt(typeof(void))));
            (count, item) = (
                Expression.Property(elements, nameof(ElementsByPlace<int>.Count)),
                Expression.Call(elements, nameof(ElementsByPlace<int>.At), null, place));
        }

        lines.Add(Expression.Assign(_known, count));
        lines.Add(Expression.IfThen(
            Expression.GreaterThan(
                _known, Expression.Constant(Math.Min(_level.MaxItems ?? int.MaxValue, ReadingLimits.Default.ListLength))),
            _function.Halt(typeof(void))));
        lines.Add(Expression.Assign(place, Expression.Constant(0)));
        lines.Add(Expression.Loop(
            Expression.Block(
                typeof(void),
                [
                    Expression.IfThen(Expression.GreaterThanOrEqual(place, _known), Expression.Break(_break)),
                    Expression.Assign(_element!, item),
                    Expression.PreIncrementAssign(place),
                    .. body,
                ]),
            _break));
        return lines;
    }
}
