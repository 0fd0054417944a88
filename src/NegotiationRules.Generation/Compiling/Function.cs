using System.Linq.Expressions;

namespace NegotiationRules.Generation.Compiling;

/// <summary>A function while it is put together: its variables, and the way out of it where something is out of the ordinary.</summary>
/// <param name="areAllKnown">Whether it goes on only as long as all is known that it reads.</param>
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

    /// <summary>Leaves the function, which says then that it did not evaluate.</summary>
    /// <param name="type">The type of what stands in its place.</param>
    public Expression Halt(Type type) => Expression.Return(_end, Expression.Constant(false), type);

    /// <summary>The whole of it, from what it does one after the other.</summary>
    public Expression Body(IEnumerable<Expression> lines) =>
        Expression.Block(typeof(bool), _variables, [.. lines, Expression.Label(_end, Expression.Constant(true))]);
}
