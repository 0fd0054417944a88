using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using NegotiationRules.Conditions;
using NegotiationRules.Syntax;

namespace NegotiationRules.Evaluation;

/// <summary>Collects the open facts that are read by what is unknown of a rule: once all of them are settled, nothing is unknown but what
/// has no answer.</summary>
internal sealed class OpenFactCollector
{
    // Beside those of evaluating it.
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
    /// <param name="rules">Its rule set.</param>
    /// <param name="scenario">The facts.</param>
    public static OpenFactCollector Of(Rule rule, CheckedRuleSet rules, Scope scenario)
    {
        var collector = new OpenFactCollector();
        collector.Collect(rule.When, scenario);
        collector.Collect(rule.Require, scenario);
        collector.Collect(RuleEvaluator.Deadline(rule, rules), scenario);
        return collector;
    }

    // What evaluation may have left out can lie beyond what can be represented. It has nothing that could be settled.
    private static bool IsOpen(Func<Truth> truth)
    {
        try
        {
            return truth() == Truth.Unknown;
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    private static bool MayHold(Condition? condition, Scope scope)
    {
        try
        {
            return condition is null || TreeWalk.Evaluate(condition, scope) != Truth.False;
        }
        catch (OverflowException)
        {
            return true;
        }
    }

    private void Collect(Condition? condition, Scope scope)
    {
        if (condition is null)
        {
            return;
        }

        scope.Steps.Take(StepsToCollect);

        // What a name stands for may be met again by many ways.
        var isNamed = condition is NamedCondition or RuleReference;
        if (isNamed && _seen.TryGetValue((((Defined)condition).Meaning, scope), out var readsOpen))
        {
            _reads += readsOpen ? 1 : 0;
            return;
        }

        var before = _reads;
        if (IsOpen(() => TreeWalk.Evaluate(condition, scope)))
        {
            CollectOpen(condition, scope);
        }

        if (isNamed)
        {
            _seen[(((Defined)condition).Meaning, scope)] = _reads > before;
        }
    }

    private void CollectOpen(Condition condition, Scope scope)
    {
        switch (condition)
        {
            case Composition composition:
                CollectAll(composition.Parts, scope);
                break;
            case AtLeastOf atLeast:
                CollectAll(atLeast.Parts, scope);
                break;
            case Negation negation:
                Collect(negation.Part, scope);
                break;
            case RuleReference reference:
                Collect(reference.Meaning, scope.At(0));
                break;
            case Defined defined:
                Collect(defined.Meaning, scope);
                break;
            case Quantified quantified:
                foreach (var element in Asked(quantified.List, scope).Where(e => IsOpen(() => TreeWalk.Meets(quantified, e))))
                {
                    Collect(quantified.Where, element);
                    Collect(quantified.Satisfy, element);
                }

                break;
            default:
                var before = _reads;
                CollectComparison(condition, scope);
                if (_reads == before && !scope.IsWithinSupposed)
                {
                    _deadEnds.Add((condition, scope));
                }

                break;
        }
    }

    private void CollectComparison(Condition condition, Scope scope)
    {
        switch (condition)
        {
            case RelationTest relation:
                Compare(relation.Left, relation.Right, scope);
                break;
            case TextTest text:
                Compare(text.Left, text.Right, scope);
                break;
            case PatternTest pattern:
                Collect(pattern.Left, scope);
                break;
            case ShareTest share:
                CollectShare(share, scope);
                break;
            case InOrder order:
                foreach (var element in Asked(order.List, scope).Where(e => order.Steps.Any(s => MayHold(s, e))))
                {
                    CollectAll(order.Steps, element);
                    Values.Note(order.By, element);
                    Collect(order.By, element);
                }

                break;
            default:
                break;
        }
    }

    private void CollectAll(IEnumerable<Condition> conditions, Scope scope)
    {
        foreach (var condition in conditions)
        {
            Collect(condition, scope);
        }
    }

    private void CollectShare(ShareTest share, Scope scope)
    {
        if (Valueless.IsShareOfNothing(share, scope))
        {
            return;
        }

        foreach (var element in Asked(share.List, scope).Where(e => MayHold(share.Among, e)))
        {
            Collect(share.Among, element);
            Collect(share.Where, element);
            Collect(share.Weight, element);
        }
    }

    // What has no value whatever the rest may be leaves the comparison without an answer.
    private void Compare(Operand left, Operand right, Scope scope)
    {
        if (Valueless.Find(left, scope) is null && Valueless.Find(right, scope) is null)
        {
            Values.Note(left, scope);
            Values.Note(right, scope);
            Collect(left, scope);
            Collect(right, scope);
        }
    }

    private void Collect(Operand? operand, Scope scope)
    {
        switch (operand)
        {
            case FactOperand fact:
                Add(fact.Fact, scope);
                break;
            case CountOperand count:
                foreach (var element in Asked(count.List, scope))
                {
                    Collect(count.Where, element);
                }

                break;
            case AggregateOperand aggregate:
                foreach (var element in Asked(aggregate.List, scope).Where(e => MayHold(aggregate.Where, e)))
                {
                    Collect(aggregate.Where, element);
                    Collect(aggregate.Item, element);
                }

                break;
            case ChoiceOperand choice:
                Collect(choice.If, scope);
                foreach (var branch in Choices.Open(choice, TreeWalk.Evaluate(choice.If, scope)))
                {
                    Collect(branch, scope);
                }

                break;
            case not null:
                foreach (var part in Parts.Inside(operand))
                {
                    Collect(part, scope);
                }

                break;
        }
    }

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

    // As long as it is not settled which elements are selected, any of them may be.
    private IReadOnlyList<Scope> Asked(Selection selection, Scope scope)
    {
        var from = Asked(selection.From, scope).Where(e => MayHold(selection.Where, e)).ToList();
        foreach (var element in from)
        {
            Collect(selection.Where, element);
            foreach (var key in selection.Keys)
            {
                Values.Note(key, element);
                Collect(key, element);
            }
        }

        return Selections.Of(selection, scope) is { IsComplete: true } settled ? settled.Known : from;
    }

    private static IEnumerable<Scope> All(Elements elements) => elements.Known.Concat(elements.Further.Select(f => f.Scope));

    private void Add(FactReference fact, Scope scope)
    {
        if (!_looked.TryGetValue((fact, scope), out var isOpen))
        {
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
