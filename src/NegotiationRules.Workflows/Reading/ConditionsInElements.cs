using NegotiationRules.Checking;
using NegotiationRules.Syntax;
using NegotiationRules.Workflows.Translation;

namespace NegotiationRules.Workflows.Reading;

/// <summary>Begins at the scenario what named conditions read of inputs, where they are asked for in an element of a list: a fact of the
/// element may be called like the input, and a param means the input in any place.</summary>
internal static class ConditionsInElements
{
    /// <summary>The conditions in their order.</summary>
    /// <param name="rules">The rules that refer to them.</param>
    /// <param name="conditions">The named conditions.</param>
    /// <param name="inputs">The facts that are inputs, and the one that stands for the present moment.</param>
    public static IReadOnlyList<NamedConditionSyntax> Settle(
        IEnumerable<RuleSyntax> rules, IReadOnlyCollection<NamedConditionSyntax> conditions, IReadOnlySet<string> inputs)
    {
        var byName = conditions.ToDictionary(c => c.Name.Text, StringComparer.Ordinal);
        var search = new Search();
        foreach (var condition in rules.Select(rule => rule.Require ?? rule.WarnWhen).Concat(conditions.Select(c => c.Condition)))
        {
            search.In(condition, isInElement: false);
        }

        // What such a condition refers to is asked for there too.
        var found = new HashSet<string>(StringComparer.Ordinal);
        while (search.Found.TryDequeue(out var name))
        {
            if (found.Add(name) && byName.TryGetValue(name, out var named))
            {
                search.In(named.Condition, isInElement: true);
            }
        }

        var fromTheScenario = new FromTheScenario(inputs);
        return [.. conditions.Select(c => found.Contains(c.Name.Text) ? c with { Condition = fromTheScenario.Rewrite(c.Condition) } : c)];
    }

    private sealed class Search : SyntaxRewriter
    {
        private int _depth;

        public Queue<string> Found { get; } = [];

        public void In(ConditionSyntax? condition, bool isInElement)
        {
            if (condition is not null)
            {
                _depth = isInElement ? 1 : 0;
                Rewrite(condition);
            }
        }

        public override ConditionSyntax Rewrite(ConditionSyntax condition)
        {
            if (condition is ConditionReferenceSyntax reference && _depth > 0)
            {
                Found.Enqueue(reference.Name.Text);
            }

            return base.Rewrite(condition);
        }

        protected override Name? Enter(Name? name)
        {
            _depth++;
            return name;
        }

        protected override ElementNames? Leave(Name? name, Name? entered)
        {
            _depth--;
            return ElementNames.Of(entered);
        }
    }

    private sealed class FromTheScenario(IReadOnlySet<string> inputs) : SyntaxRewriter
    {
        // An input that is itself called so has that name for its own. Elements have other names than inputs.
        protected override Name Path(Name path) => inputs.Contains(path.Text.Split('.')[0]) && !inputs.Contains("scenario")
            ? path with { Text = PathResolver.OfScenario + path.Text }
            : path;
    }
}
