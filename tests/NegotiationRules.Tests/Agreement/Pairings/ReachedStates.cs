using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Text;

namespace NegotiationRules.Tests.Agreement.Pairings;

/// <summary>What became of conditions in scenarios, form by form, and how much was known of what they compare and go over.</summary>
internal sealed class ReachedStates
{
    private const int MostElements = 3;

    private readonly Dictionary<string, HashSet<string>> _reached = new(StringComparer.Ordinal);

    /// <summary>By form of condition: what was reached of it.</summary>
    public IReadOnlyDictionary<string, HashSet<string>> Reached => _reached;

    /// <summary>Goes over the rules; what grows beyond measure is passed over.</summary>
    public void Add(RuleSet rules, Scenario scenario)
    {
        var scope = Scope.Of(scenario.Bind(rules.Vocabulary, new DiagnosticBag()));
        foreach (var rule in rules.Checked.Rules)
        {
            Add(rule.When, scope, string.Empty);
            Add(rule.Require, scope, string.Empty);
            if (rule.Deadline is { } deadline)
            {
                Try(() => Add("by", $"{TreeWalk.Evaluate(deadline, scope)}"));
            }
        }
    }

    // An operand goes over its lists for the condition that it stands in.
    private void Add(Node? node, Scope scope, string form)
    {
        if (node is null)
        {
            return;
        }

        if (node is Condition condition)
        {
            form = FormOf(condition);
            Try(() => Add(form, $"{TreeWalk.Evaluate(condition, scope)}"));
        }

        if (node is RelationTest test)
        {
            Try(() => Add($"{form} of {test.Left.Measure.Kind}", $"{StateOf(test.Left, scope)} and {StateOf(test.Right, scope)}"));
        }

        if (node.List is { } own)
        {
            Try(() => Add(own, Elements.Of(own, scope), form));
        }

        foreach (var child in node.Children)
        {
            if (child.List is not { } list)
            {
                Add(child.Node, scope, form);
                continue;
            }

            Try(() =>
            {
                var elements = Elements.Of(list, scope);
                Add(list, elements, form);
                foreach (var element in elements.Known.Take(MostElements).Concat(elements.Further.Take(1).Select(f => f.Scope)))
                {
                    Add(child.Node, element, form);
                }
            });
        }
    }

    private void Add(ListReference list, Elements elements, string form) => Add(
        $"{form} over {(list.Selection is not null ? "a selection" : list.IsParameter ? "a parameter" : "a list")}",
        (elements.IsComplete, elements.Known.Count) switch
        {
            (true, 0) => "none",
            (true, _) => "all are known",
            (_, 0) => "nothing is known",
            _ => "some are known",
        });

    private void Add(string form, string reached)
    {
        if (!_reached.TryGetValue(form, out var all))
        {
            _reached.Add(form, all = new(StringComparer.Ordinal));
        }

        all.Add(reached);
    }

    private static string FormOf(Condition condition) => ReachedPairs.OperatorOf(condition) ?? condition switch
    {
        Composition c => $"{c.Kind}",
        Quantified q => $"{q.Kind}",
        ShareTest s => s.Weight is null ? "share of heads" : $"share of {s.Weight.Measure.Kind}",
        _ => condition.GetType().Name,
    };

    private static SideState StateOf(Operand operand, Scope scope)
    {
        switch (operand.Measure.Kind)
        {
            case var _ when operand is Constant:
                return SideState.Known;
            case MeasureKind.Text:
                return TreeWalk.ReadText(operand, scope) is null ? SideState.Unknown : SideState.Known;
            case MeasureKind.Duration:
                return Quantities.Durations(operand, scope) is not var (low, high) ? SideState.Unknown
                    : low == high && low.Months == 0 ? SideState.Known : SideState.Partly;
            case MeasureKind.Real:
                return Of(Quantities.Real(operand, scope));
            default:
                return Of(Quantities.Exact(operand, scope, operand.Measure.Scale));
        }

        static SideState Of<T>(Interval<T> interval)
            where T : struct, IComparable<T> =>
            interval.IsNothing || (interval.Low is null && interval.High is null) ? SideState.Unknown
                : interval.IsValue ? SideState.Known : SideState.Partly;
    }

    private static void Try(Action action)
    {
        try
        {
            action();
        }
        catch (OverflowException)
        {
            // Beyond measure: that has tests of its own.
        }
    }
}
