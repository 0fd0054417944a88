using NegotiationRules.Conditions;
using NegotiationRules.Facts;

namespace NegotiationRules.Evaluation;

/// <summary>Finds the facts that would settle what is unknown.</summary>
internal static class UnsettledFacts
{
    /// <summary>Paths of unknown facts, and of lists that are not complete, that keep the rule from being decided, each once.</summary>
    public static IReadOnlyList<string> Of(Rule rule, CheckedRuleSet rules, Scope scenario)
    {
        var found = new List<string>();
        try
        {
            Collect(rule.When, scenario, found);
            Collect(rule.Require, scenario, found);
        }
        catch (OverflowException)
        {
            // What evaluation could leave out has no value at all on these facts.
            return [];
        }

        if (rule.By is not null && !scenario.Read(rules.AsOf!).IsKnown)
        {
            found.Add(scenario.PathOf(rules.AsOf!));
        }

        return [.. found.Distinct(StringComparer.Ordinal)];
    }

    private static void Collect(Condition? condition, Scope scope, List<string> found)
    {
        if (condition is null || TruthOf(() => TreeWalk.Evaluate(condition, scope)) != Truth.Unknown)
        {
            return;
        }

        switch (condition)
        {
            case Composition composition:
                CollectAll(composition.Parts, scope, found);
                break;
            case AtLeastOf atLeast:
                CollectAll(atLeast.Parts, scope, found);
                break;
            case Negation negation:
                Collect(negation.Part, scope, found);
                break;
            case RuleReference reference:
                Collect(reference.Meaning, scope.At(0), found);
                break;
            case Defined defined:
                Collect(defined.Meaning, scope, found);
                break;
            case RelationTest relation:
                Collect(relation.Left, scope, found);
                Collect(relation.Right, scope, found);
                break;
            case TextTest text:
                Collect(text.Left, scope, found);
                Collect(text.Right, scope, found);
                break;
            case PatternTest pattern:
                Collect(pattern.Left, scope, found);
                break;
            case Quantified quantified:
                foreach (var element in Open(quantified.List, scope, found))
                {
                    if (TruthOf(() => TreeWalk.Meets(quantified, element)) == Truth.Unknown)
                    {
                        Collect(quantified.Where, element, found);
                        Collect(quantified.Satisfy, element, found);
                    }
                }

                break;
            case ShareTest share:
                foreach (var element in Open(share.List, scope, found))
                {
                    Collect(share.Among, element, found);
                    Collect(share.Where, element, found);
                    Collect(share.Weight, element, found);
                }

                break;
            case InOrder order:
                foreach (var element in Open(order.List, scope, found))
                {
                    CollectAll(order.Steps, element, found);
                    if (order.Steps.Any(s => TruthOf(() => TreeWalk.Evaluate(s, element)) != Truth.False))
                    {
                        Collect(order.By, element, found);
                    }
                }

                break;
            default:
                break;
        }
    }

    private static void CollectAll(IEnumerable<Condition> conditions, Scope scope, List<string> found)
    {
        foreach (var condition in conditions)
        {
            Collect(condition, scope, found);
        }
    }

    private static void Collect(Operand? operand, Scope scope, List<string> found)
    {
        switch (operand)
        {
            case FactOperand fact when IsOpen(scope.Read(fact.Fact)):
                found.Add(scope.PathOf(fact.Fact));
                break;
            case CountOperand count:
                foreach (var element in Open(count.List, scope, found))
                {
                    Collect(count.Where, element, found);
                }

                break;
            case AggregateOperand aggregate:
                foreach (var element in Open(aggregate.List, scope, found))
                {
                    Collect(aggregate.Where, element, found);
                    if (aggregate.Where is null || TruthOf(() => TreeWalk.Evaluate(aggregate.Where, element)) != Truth.False)
                    {
                        Collect(aggregate.Item, element, found);
                    }
                }

                break;
            case ArithmeticOperand arithmetic:
                Collect(arithmetic.Left, scope, found);
                Collect(arithmetic.Right, scope, found);
                break;
            case MoveOperand move:
                Collect(move.Day, scope, found);
                break;
            case FunctionOperand function:
                foreach (var argument in function.Arguments)
                {
                    Collect(argument, scope, found);
                }

                break;
            case ChoiceOperand choice:
                var chosen = TruthOf(() => TreeWalk.Evaluate(choice.If, scope));
                Collect(choice.If, scope, found);
                foreach (var branch in Choices.Open(choice, chosen))
                {
                    Collect(branch, scope, found);
                }

                break;
            default:
                break;
        }
    }

    // Parts are looked at here that evaluation may have left out. One that has no value on these facts has nothing that could be settled.
    private static Truth TruthOf(Func<Truth> evaluate)
    {
        try
        {
            return evaluate();
        }
        catch (OverflowException)
        {
            return Truth.False;
        }
    }

    // The known elements; each level of the list that is unknown or not complete is itself a fact to be settled.
    private static IReadOnlyList<Scope> Open(ListReference list, Scope scope, List<string> found)
    {
        if (list.Selection is { } selection)
        {
            return Open(selection, scope, found);
        }

        IEnumerable<Scope> outer = [Elements.Around(list, scope)];
        foreach (var level in list.Levels)
        {
            outer = outer.ToList();
            foreach (var element in outer)
            {
                if (element.Read(level) is not { IsKnown: true, List.IsComplete: true })
                {
                    found.Add(element.PathOf(level));
                }
            }

            outer = outer.SelectMany(element => Elements.Of(new ListReference { Path = list.Path, Levels = [level], Element = list.Element }, element).Known);
        }

        return Elements.Of(list, scope).Known;
    }

    // What a selection is made from, and by, is to be settled first: as long as it is not, none of its elements is known.
    private static IReadOnlyList<Scope> Open(Selection selection, Scope scope, List<string> found)
    {
        foreach (var element in Open(selection.From, scope, found))
        {
            Collect(selection.Where, element, found);
            if (TruthOf(() => Selections.Meets(selection, element)) == Truth.False)
            {
                continue;
            }

            foreach (var key in selection.Keys)
            {
                Collect(key, element, found);
            }
        }

        return Selections.Of(selection, scope).Known;
    }

    // A date that is only partly known leaves a comparison open as much as one that is not known at all.
    private static bool IsOpen(FactValue value) => !value.IsKnown || (value.Kind == FactKind.Date && !value.Date.IsDay);
}
