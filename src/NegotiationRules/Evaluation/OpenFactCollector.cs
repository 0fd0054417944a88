using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using NegotiationRules.Conditions;
using NegotiationRules.Syntax;

namespace NegotiationRules.Evaluation;

/// <summary>Collects the open facts that are read by what is unknown of a rule: once all of them are settled, nothing is unknown but what
/// has no answer.</summary>
internal sealed class OpenFactCollector
{
    // Beside those of evaluating a condition, and for each fact and each list that is asked for.
    private const int StepsToCollect = 8;

    private readonly List<OpenFact> _facts = [];
    private readonly HashSet<ImmutableArray<int>> _places = new(new SameSteps());
    private readonly List<(Condition, Scope)> _deadEnds = [];
    private readonly Dictionary<(Condition, Scope), bool> _seen = [];
    private readonly Dictionary<(FactReference, Scope), bool> _looked = new(new ByIdentity());
    private int _reads;

    private OpenFactCollector()
    {
    }

    /// <summary>In the order in which the rule reads them, each once.</summary>
    public IReadOnlyList<OpenFact> Facts => _facts;

    /// <summary>Comparisons that read nothing open and are unknown all the same, each with the place where it is read.</summary>
    public IReadOnlyList<(Condition Condition, Scope At)> DeadEnds => _deadEnds;

    /// <summary>Values near to what the open facts are compared with.</summary>
    public TrialValues Values { get; } = new();

    /// <param name="rule">A rule whose outcome is unknown.</param>
    /// <param name="scenario">The facts.</param>
    public static OpenFactCollector Of(Rule rule, Scope scenario)
    {
        var collector = new OpenFactCollector();
        foreach (var condition in new[] { rule.When, rule.Require, rule.Deadline }.OfType<Condition>())
        {
            collector.Collect(condition, scenario);
        }

        return collector;
    }

    // What lies beyond what can be represented has nothing that could be settled.
    private static bool IsOpen(Condition condition, Scope scope) => TreeWalk.TruthOf(condition, scope, Truth.False) == Truth.Unknown;

    private static bool MayHold(Condition? condition, Scope scope) =>
        condition is null || TreeWalk.TruthOf(condition, scope) != Truth.False;

    private void Collect(Node? node, Scope scope)
    {
        switch (node)
        {
            case Condition condition:
                Collect(condition, scope);
                break;
            case FactOperand fact:
                Add(fact.Fact, scope);
                break;
            case not null:
                CollectInside(node, scope);
                break;
        }
    }

    private void Collect(Condition condition, Scope scope)
    {
        scope.Steps.Take(StepsToCollect);

        // What a name stands for may be met again by many ways.
        var isNamed = condition is Defined { IsNamed: true };
        if (isNamed && _seen.TryGetValue((((Defined)condition).Meaning, scope), out var readsOpen))
        {
            _reads += readsOpen ? 1 : 0;
            return;
        }

        var before = _reads;
        if (IsOpen(condition, scope))
        {
            // What has no value whatever the rest may be leaves a comparison without an answer.
            if (!Valueless.IsUnanswerable(condition, scope))
            {
                CollectInside(condition, scope);
            }

            if (_reads == before && IsComparison(condition) && !scope.IsWithinSupposed)
            {
                _deadEnds.Add((condition, scope));
            }
        }

        if (isNamed)
        {
            _seen[(((Defined)condition).Meaning, scope)] = _reads > before;
        }
    }

    private static bool IsComparison(Condition condition) =>
        condition is not (Composition or ConditionChoice or AtLeastOf or Negation or Defined or Quantified);

    // In its own place, and in that of each element of its list that may count.
    private void CollectInside(Node node, Scope scope)
    {
        foreach (var child in node.Children)
        {
            if (child.List is null)
            {
                CollectChild(node, child, child.IsInScenario ? scope.At(0) : scope);
            }
        }

        foreach (var element in node.List is { } list ? Asked(list, scope).Where(element => MayCount(node, element)) : [])
        {
            foreach (var limit in node is InOrder order ? order.Limits : [])
            {
                Values.Note(limit, element);
            }

            // Whether it links the one or the other may be out of the question by its bounds alone; what it links is open all the same.
            if (node is Reachable links && MayHold(links.Where, element))
            {
                foreach (var end in Asked(links.Between, element))
                {
                    Collect(links.Item, end);
                }
            }

            foreach (var child in node.Children)
            {
                if (ReferenceEquals(child.List, node.List))
                {
                    CollectChild(node, child, element);
                }
            }
        }
    }

    private void CollectChild(Node node, Child child, Scope scope)
    {
        if (MayHold(child.Guard, scope))
        {
            if (node is Condition && child.Node is Operand compared)
            {
                Values.Note(compared, scope);
            }

            Collect(child.Node, scope);
        }
    }

    private static bool MayCount(Node node, Scope element) => node switch
    {
        Quantified quantified => TreeWalk.MeetsOf(quantified, element, Truth.False) == Truth.Unknown,
        InOrder order => order.Steps.Any(step => MayHold(step, element)),
        _ => true,
    };

    // The elements that are, or may turn out to be, asked; each level of the list that may have more of them is itself a fact to be
    // settled.
    private IReadOnlyList<Scope> Asked(ListReference list, Scope scope)
    {
        if (list.Selection is { } selection)
        {
            return Asked(selection, scope);
        }

        IReadOnlyList<Scope> outer = [Elements.Around(list, scope)];
        foreach (var level in list.Levels)
        {
            foreach (var element in outer)
            {
                scope.Steps.Take(StepsToCollect);
                Add(level, element);
            }

            outer =
            [
                .. outer.SelectMany(element =>
                    All(
                        Elements.Of(
                            new ListReference
                            {
                                Path = list.Path,
                                Levels = [level],
                                Element = list.Element,
                            },
                            element
                        )
                    )
                ),
            ];
        }

        return list.IsParameter ? Elements.Of(list, scope).Known : outer;
    }

    // As long as it is not settled which elements are selected, any of them may be, and what is said of one that nobody knows hangs on what
    // is around it.
    private IReadOnlyList<Scope> Asked(Selection selection, Scope scope)
    {
        var from = Asked(selection.From, scope).Where(e => MayHold(selection.Where, e)).ToList();
        foreach (var element in from)
        {
            Collect((Node?)selection.Where, element);
            foreach (var key in selection.Keys)
            {
                Values.Note(key, element);
                Collect(key, element);
            }
        }

        var selected = Selections.Of(selection, scope);
        return selected.IsComplete ? selected.Known : [.. from, .. selected.Further.Select(f => f.Scope).Where(s => s.IsSupposed)];
    }

    private static IEnumerable<Scope> All(Elements elements) => elements.Known.Concat(elements.Further.Select(f => f.Scope));

    private void Add(FactReference fact, Scope scope)
    {
        if (!_looked.TryGetValue((fact, scope), out var isOpen))
        {
            scope.Steps.Take(StepsToCollect);
            var open = OpenFact.Find(fact, scope);
            isOpen = _looked[(fact, scope)] = open is not null;
            if (open is not null && _places.Add(open.Steps))
            {
                _facts.Add(open);
            }
        }

        _reads += isOpen ? 1 : 0;
    }

    private sealed class SameSteps : IEqualityComparer<ImmutableArray<int>>
    {
        public bool Equals(ImmutableArray<int> x, ImmutableArray<int> y) => x.AsSpan().SequenceEqual(y.AsSpan());

        public int GetHashCode(ImmutableArray<int> steps)
        {
            var hash = default(HashCode);
            foreach (var step in steps)
            {
                hash.Add(step);
            }

            return hash.ToHashCode();
        }
    }

    private sealed class ByIdentity : IEqualityComparer<(FactReference Fact, Scope At)>
    {
        public bool Equals((FactReference Fact, Scope At) x, (FactReference Fact, Scope At) y) =>
            ReferenceEquals(x.Fact, y.Fact) && ReferenceEquals(x.At, y.At);

        public int GetHashCode((FactReference Fact, Scope At) pair) =>
            HashCode.Combine(RuntimeHelpers.GetHashCode(pair.Fact), RuntimeHelpers.GetHashCode(pair.At));
    }
}
