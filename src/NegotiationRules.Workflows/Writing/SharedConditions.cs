using NegotiationRules.Conditions;
using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Writing;

/// <summary>Conditions that a workflow says once, as params, and then by their names: named conditions, and rules that other rules refer
/// to.</summary>
internal sealed class SharedConditions
{
    private readonly Dictionary<string, string> _conditions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _rules = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<Condition, ExpressionSyntax?> _byMeaning = [];
    private readonly Dictionary<string, ExpressionSyntax?> _byRule = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly List<(string Name, string Expression)> _params = [];

    /// <param name="rules">The rules whose conditions are written out.</param>
    /// <param name="reserved">Names that no param may have.</param>
    public SharedConditions(IEnumerable<Rule> rules, IEnumerable<string> reserved)
    {
        _taken.UnionWith(reserved);
        var conditions = rules.SelectMany(rule => new[] { rule.When, rule.Require }).OfType<Condition>();
        foreach (var node in conditions.SelectMany(condition => condition.All()))
        {
            switch (node)
            {
                case NamedCondition { Name: var name } when !_conditions.ContainsKey(name):
                    _conditions.Add(name, Take(name));
                    break;
                case RuleReference { Id: var id } when !_rules.ContainsKey(id):
                    _rules.Add(id, Take(id));
                    break;
                case NamedOperand:
                    HasQuantities = true;
                    break;
            }
        }
    }

    /// <summary>Every name that a param may come to have, and every name that was reserved: elements go by other names.</summary>
    public IEnumerable<string> Names => _taken;

    /// <summary>Whether any of the conditions uses a named quantity.</summary>
    public bool HasQuantities { get; }

    /// <summary>In the order in which they may refer to each other.</summary>
    public IReadOnlyList<(string Name, string Expression)> Params => _params;

    /// <summary>Whether a rule is referred to.</summary>
    public bool IsReferredTo(string rule) => _rules.ContainsKey(rule);

    /// <summary>The name of a named condition; <see langword="null"/> if it is to be put in place, as <paramref name="write"/> says when it
    /// is first come upon.</summary>
    public ExpressionSyntax? Condition(NamedCondition named, Func<ExpressionSyntax?> write)
    {
        if (!_byMeaning.TryGetValue(named.Meaning, out var param))
        {
            _byMeaning[named.Meaning] = param = _conditions.TryGetValue(named.Name, out var name) ? Add(name, write()) : null;
        }

        return param;
    }

    /// <summary>Likewise the name of a rule.</summary>
    public ExpressionSyntax? Rule(string id, Func<ExpressionSyntax?> write)
    {
        if (!_byRule.TryGetValue(id, out var param))
        {
            _byRule[id] = param = _rules.TryGetValue(id, out var name) ? Add(name, write()) : null;
        }

        return param;
    }

    // A condition that is checked at another place is another object; what it reads there may be something else.
    private ExpressionSyntax? Add(string name, ExpressionSyntax? expression)
    {
        if (expression is null)
        {
            return null;
        }

        var text = ExpressionPrinter.Print(expression);
        if (_texts.TryGetValue(name, out var known))
        {
            return known == text ? Compose.Name(name) : null;
        }

        _texts.Add(name, text);
        _params.Add((name, text));
        return Compose.Name(name);
    }

    private string Take(string wanted)
    {
        var name = WorkflowNames.ForParam(wanted, _taken.Contains);
        _taken.Add(name);
        return name;
    }
}
