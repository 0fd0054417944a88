using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Inputs;

/// <summary>Finds the names that can only be inputs: those that stand alone where no element of a list could have such a member.</summary>
internal sealed class InputNames(StringComparer names)
{
    private readonly HashSet<string> _found = new(names);
    private readonly HashSet<string> _paramNames = new(names);
    private readonly HashSet<ScopedParam> _params = new(ReferenceEqualityComparer.Instance);

    public bool Contains(string name) => _found.Contains(name);

    public void Add(string name) => _found.Add(name);

    /// <summary>Notes parameters, and returns those that were not noted before, last first.</summary>
    public IReadOnlyList<ScopedParam> AddParams(ScopedParam? last)
    {
        var added = new List<ScopedParam>();
        for (var param = last; param is not null && _params.Add(param); param = param.Before)
        {
            _paramNames.Add(param.Name);
            added.Add(param);
        }

        return added;
    }

    public void AddFrom(ExpressionSyntax expression, ScopedParam? @params) => Visit(expression, @params, []);

    /// <summary>The parameter that a name means; <see langword="null"/> if it means none.</summary>
    public ScopedParam? FindParam(string name, ScopedParam? last)
    {
        // There may be many parameters, and most names are those of inputs.
        var param = _paramNames.Contains(name) ? last : null;
        while (param is not null && !names.Equals(param.Name, name))
        {
            param = param.Before;
        }

        return param;
    }

    private void Visit(ExpressionSyntax expression, ScopedParam? @params, IReadOnlyList<string> bound)
    {
        switch (expression)
        {
            case NameExpression { Name: var name }:
                if (!bound.Contains(name) && FindParam(name, @params) is null && !KnownTypes.Has(name) && name is not ("it" or "parent" or "root"))
                {
                    _found.Add(name);
                }

                break;
            case LambdaExpression lambda:
                Visit(lambda.Body, @params, [.. bound, .. lambda.Parameters.Select(p => p.Text)]);
                break;
            case CallExpression { Target: { } target } call when ListMethods.GoesThroughElements(call.Name.Text):
                Visit(target, @params, bound);
                foreach (var lambda in call.Arguments.OfType<LambdaExpression>())
                {
                    Visit(lambda, @params, bound);
                }

                break;
            default:
                foreach (var part in ExpressionParts.Of(expression))
                {
                    Visit(part, @params, bound);
                }

                break;
        }
    }
}
