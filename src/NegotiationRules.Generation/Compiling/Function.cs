using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using NegotiationRules.Facts;

namespace NegotiationRules.Generation.Compiling;

/// <summary>A function while it is put together: its variables, and the way out of it where something is out of the ordinary.</summary>
/// <param name="areAllKnown">Whether it goes on only as long as all is known that it reads.</param>
[RequiresUnreferencedCode(ObjectContract.Reflects)]
internal sealed class Function(bool areAllKnown)
{
    private readonly List<ParameterExpression> _variables = [];
    private readonly LabelTarget _end = Expression.Label(typeof(bool));

    /// <summary>Whether it goes on only as long as all is known that it reads.</summary>
    public bool AreAllKnown => areAllKnown;

    public ParameterExpression NewVariable(Type type)
    {
        var variable = Expression.Variable(type);
        _variables.Add(variable);
        return variable;
    }

    /// <summary>Something that is asked of a value, which is worked out first: members of structs are asked of variables, and given
    /// them, for what they are asked of may hold a loop or a way out.</summary>
    public Expression Of(Expression value, Func<ParameterExpression, Expression> ask)
    {
        if (value is ParameterExpression known)
        {
            return ask(known);
        }

        var variable = NewVariable(value.Type);
        return Expression.Block(Expression.Assign(variable, value), ask(variable));
    }

    /// <summary>The same of several.</summary>
    public Expression Of(ReadOnlySpan<Expression> values, Func<Expression[], Expression> ask)
    {
        var lines = new List<Expression>();
        var held = new Expression[values.Length];
        for (var i = 0; i < held.Length; i++)
        {
            held[i] = values[i];
            if (values[i] is not (ParameterExpression or ConstantExpression))
            {
                var variable = NewVariable(values[i].Type);
                lines.Add(Expression.Assign(variable, values[i]));
                held[i] = variable;
            }
        }

        return Expression.Block([.. lines, ask(held)]);
    }

    /// <summary>What a truth that may be unknown says of itself.</summary>
    public Expression Ask(Expression truth, string property) => Of(truth, held => Expression.Property(held, property));

    /// <summary>Leaves the function, which says then that it did not evaluate.</summary>
    /// <param name="type">The type of what stands in its place.</param>
    public Expression Halt(Type type) => Expression.Return(_end, Expression.Constant(false), type);

    /// <summary>The whole of it, from what it does one after the other.</summary>
    public Expression Body(IEnumerable<Expression> lines) =>
        Expression.Block(typeof(bool), _variables, [.. lines, Expression.Label(_end, Expression.Constant(true))]);
}
