using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Inputs;

/// <summary>Finds the names that can only be inputs: those that stand alone where no element of a list could have such a member.</summary>
internal sealed class InputNames(StringComparer names)
{
    private readonly Dictionary<string, Span> _found = new(names);
    private readonly HashSet<string> _types = new(names);
    private readonly HashSet<string> _paramNames = new(names);
    private readonly HashSet<ScopedParam> _params = new(ReferenceEqualityComparer.Instance);

    /// <summary>The names, each with the place where it was met first.</summary>
    public IReadOnlyDictionary<string, Span> Found => _found;

    public StringComparer Comparer => names;

    /// <summary>The names of types of the user's own.</summary>
    public IReadOnlySet<string> Types => _types;

    /// <summary>Whether an expression speaks of the only input as <c>it</c>.</summary>
    public bool HasIt { get; private set; }

    public bool Contains(string name) => _found.ContainsKey(name);

    public void Add(string name, Span at = default) => _found.TryAdd(name, at);

    public void Remove(string name) => _found.Remove(name);

    public void AddTypes(IEnumerable<string> types) => _types.UnionWith(types);

    public bool IsType(string name) => _types.Contains(name);

    /// <summary>Whether a call is on a type, whose methods are given values and not what is said of elements:
    /// <c>Math.Max(x, 3)</c>.</summary>
    public bool IsOnType(CallExpression call) =>
        call.Target is { } target && Dotted(target)?.Split('.')[0] is { } first && (KnownTypes.Has(first) || IsType(first));

    /// <summary>Names with dots between, as they are written; <see langword="null"/> for anything else.</summary>
    public static string? Dotted(ExpressionSyntax expression) => expression switch
    {
        NameExpression name => name.Name,
        MemberExpression { IsNullPropagating: false } member when Dotted(member.Target) is { } outer => $"{outer}.{member.Name.Text}",
        _ => null,
    };

    /// <summary>Whether RulesEngine itself calls an input so.</summary>
    public static bool IsUsual(string name) =>
        name.StartsWith("input", StringComparison.OrdinalIgnoreCase) && name.AsSpan("input".Length).IndexOfAnyExceptInRange('0', '9') < 0;

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
            case NameExpression { Name: "it" or "$" or "root" or "~" }:
                HasIt |= bound.Count == 0;
                break;
            case NameExpression { Name: var name }:
                if (
                    name[0] != '@'
                    && !bound.Contains(name)
                    && FindParam(name, @params) is null
                    && !KnownTypes.Has(name)
                    && !_types.Contains(name)
                    && name is not ("parent" or "^")
                )
                {
                    Add(name, expression.Span);
                }

                break;
            case LambdaExpression lambda:
                Visit(lambda.Body, @params, [.. bound, .. lambda.Parameters.Select(p => p.Text)]);
                break;
            case HelperExpression helper:
                helper.Arguments.ToList().ForEach(a => Visit(a.Value, @params, bound));
                Visit(helper.Body, @params, [.. bound, .. helper.Arguments.Select(a => a.Name.Text)]);
                break;
            case CallExpression { Target: { } target } call when Methods.GoesThroughElements(call.Name.Text) && !IsOnType(call):
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
