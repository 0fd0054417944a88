using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Syntax;

namespace NegotiationRules.Explanation;

/// <summary>Finds the elements of a given name that decided a condition: those that fail an <c>every</c>, those that meet a <c>some</c> ….</summary>
internal sealed class DecidingElements
{
    private readonly string _name;
    private readonly List<Scope> _found = [];

    private DecidingElements(string name) => _name = name;

    /// <summary>The elements that the conditions call <paramref name="name"/>, in the order in which they are met, each once for each place.</summary>
    public static IReadOnlyList<Scope> Of(IEnumerable<Condition> conditions, Scope scenario, string name)
    {
        var deciding = new DecidingElements(name);
        foreach (var condition in conditions)
        {
            deciding.Visit(condition, scenario);
        }

        return deciding._found;
    }

    private void Visit(Condition? condition, Scope scope)
    {
        switch (condition)
        {
            case Composition composition:
                var isAll = composition.Kind == CompositionKind.All;
                var truths = composition.Parts.Select(p => TruthOf(p, scope)).ToList();
                VisitWhere(composition.Parts, scope, isAll ? truths.Min() : truths.Max());
                break;
            case AtLeastOf atLeast:
                VisitWhere(atLeast.Parts, scope, TreeWalk.Evaluate(atLeast, scope));
                break;
            case Negation negation:
                Visit(negation.Part, scope);
                break;
            case Defined defined:
                Visit(defined.Meaning, scope);
                break;
            case RelationTest relation:
                var isMet = TreeWalk.Evaluate(relation, scope);
                Visit(relation.Left, relation.Relation, isMet, scope);
                Visit(relation.Right, relation.Relation.Mirror(), isMet, scope);
                break;
            case TextTest text:
                var holds = TreeWalk.Evaluate(text, scope);
                Visit(text.Left, Relation.Equal, holds, scope);
                Visit(text.Right, Relation.Equal, holds, scope);
                break;
            case PatternTest pattern:
                Visit(pattern.Left, Relation.Equal, TreeWalk.Evaluate(pattern, scope), scope);
                break;
            case Quantified quantified:
                VisitQuantified(quantified, scope);
                break;
            case ShareTest share:
                var met = TreeWalk.Evaluate(share, scope);
                VisitCounted(share.List, share.Where, share.Relation, met, Elements.Of(share.List, scope).Known.Where(e => share.Among is null || TreeWalk.Evaluate(share.Among, e) != Truth.False));
                break;
            case InOrder order:
                foreach (var element in Elements.Of(order.List, scope).Known.Where(e => order.Steps.Any(s => TreeWalk.Evaluate(s, e) != Truth.False)))
                {
                    Take(order.List, element);
                }

                break;
            default:
                break;
        }
    }

    private void Visit(Operand operand, Relation relation, Truth truth, Scope scope)
    {
        switch (operand)
        {
            case CountOperand count:
                VisitCounted(count.List, count.Where, relation, truth, Elements.Of(count.List, scope).Known);
                break;
            case AggregateOperand aggregate:
                foreach (var element in Elements.Of(aggregate.List, scope).Known.Where(e => aggregate.Where is null || TreeWalk.Evaluate(aggregate.Where, e) != Truth.False))
                {
                    Take(aggregate.List, element);
                }

                break;
            case ArithmeticOperand arithmetic:
                Visit(arithmetic.Left, relation, truth, scope);
                Visit(arithmetic.Right, relation, truth, scope);
                break;
            case MoveOperand move:
                Visit(move.Day, relation, truth, scope);
                break;
            case FunctionOperand function:
                foreach (var argument in function.Arguments)
                {
                    Visit(argument, relation, truth, scope);
                }

                break;
            case ChoiceOperand choice:
                var chosen = TreeWalk.Evaluate(choice.If, scope);
                Visit(choice.If, scope);
                foreach (var branch in Choices.Open(choice, chosen))
                {
                    Visit(branch, relation, truth, scope);
                }

                break;
            default:
                break;
        }
    }

    private void VisitWhere(IEnumerable<Condition> parts, Scope scope, Truth truth)
    {
        foreach (var part in parts.Where(p => TruthOf(p, scope) == truth))
        {
            Visit(part, scope);
        }
    }

    private void VisitQuantified(Quantified condition, Scope scope)
    {
        var truth = TreeWalk.Evaluate(condition, scope);
        var found = condition.Kind == QuantifierKind.Some ? truth : truth.Not();
        foreach (var element in Elements.Of(condition.List, scope).Known)
        {
            // Where nothing was found, every element that was asked had a part in it.
            var concerned = found != Truth.False
                ? TreeWalk.Meets(condition, element) == found
                : condition.Kind != QuantifierKind.Every || condition.Where is null || TreeWalk.Evaluate(condition.Where, element) != Truth.False;
            if (concerned)
            {
                Take(condition.List, element);
                Visit(condition.Where, element);
                Visit(condition.Satisfy, element);
            }
        }
    }

    // Too few: those that do not meet it. Too many: those that do.
    private void VisitCounted(ListReference list, Condition? where, Relation relation, Truth truth, IEnumerable<Scope> elements)
    {
        var wanted = truth switch
        {
            Truth.Unknown => Truth.Unknown,
            _ when relation is Relation.Less or Relation.LessOrEqual => truth.Not(),
            _ => truth,
        };
        foreach (var element in elements.Where(e => (where is null ? Truth.True : TreeWalk.Evaluate(where, e)) == wanted))
        {
            Take(list, element);
            Visit(where, element);
        }
    }

    private void Take(ListReference list, Scope element)
    {
        if (IsNamed(list))
        {
            _found.Add(element);
        }

        // What made it one of those that are selected had a part in it too.
        for (var selection = list.Selection; selection is not null; selection = selection.From.Selection)
        {
            Visit(selection.Where, element);
        }
    }

    // A selected element may have its name from where it was selected.
    private bool IsNamed(ListReference list) => list.As == _name || (list.Selection is { } selection && IsNamed(selection.From));

    // Evaluation may have stopped before it came to this one, which has no value on these facts.
    private static Truth TruthOf(Condition condition, Scope scope)
    {
        try
        {
            return TreeWalk.Evaluate(condition, scope);
        }
        catch (OverflowException)
        {
            return Truth.Unknown;
        }
    }
}
