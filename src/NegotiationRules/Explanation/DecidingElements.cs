using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Syntax;

namespace NegotiationRules.Explanation;

/// <summary>Finds the elements of a given name that decided a condition: those that fail an <c>every</c>, that meet a <c>some</c>, that
/// make a count what it is ….</summary>
/// <remarks>An element is named if what it is, or has, works for what came of the condition. One that would have to be otherwise for the
/// opposite is not innocent; all others are.</remarks>
internal sealed class DecidingElements
{
    private readonly string _name;
    private readonly List<Scope> _found = [];

    private DecidingElements(string name) => _name = name;

    /// <summary>The elements that the first of the conditions that has any calls <paramref name="name"/>, in the order in which they are
    /// met, each once for each place.</summary>
    public static IReadOnlyList<Scope> Of(IEnumerable<Condition> conditions, Scope scenario, string name)
    {
        foreach (var condition in conditions)
        {
            var deciding = new DecidingElements(name);
            deciding.Visit(condition, scenario);
            if (deciding._found.Count > 0)
            {
                return deciding._found;
            }
        }

        return [];
    }

    private void Visit(Condition? condition, Scope scope)
    {
        switch (condition)
        {
            case Composition composition:
                var isAll = composition.Kind == CompositionKind.All;
                var truths = composition.Parts.Select(p => TreeWalk.TruthOf(p, scope)).ToList();
                VisitWhere(composition.Parts, scope, isAll ? truths.Min() : truths.Max());
                break;
            case AtLeastOf atLeast:
                VisitWhere(atLeast.Parts, scope, TreeWalk.Evaluate(atLeast, scope));
                break;
            case Negation negation:
                Visit(negation.Part, scope);
                break;
            case RuleReference reference:
                Visit(reference.Meaning, scope.At(0));
                break;
            case Membership membership:
                VisitOperands(membership, [membership.Item, .. membership.Values.Items], scope);
                break;
            case Defined defined:
                Visit(defined.Meaning, scope);
                break;
            case RelationTest relation:
                VisitOperands(relation, [relation.Left, relation.Right], scope);
                break;
            case TextTest text:
                VisitOperands(text, [text.Left, text.Right], scope);
                break;
            case PatternTest pattern:
                VisitOperands(pattern, [pattern.Left], scope);
                break;
            case Quantified quantified:
                VisitQuantified(quantified, scope);
                break;
            case ShareTest share:
                foreach (var element in DecidingContributions.Of(share, scope))
                {
                    Take(share.List, share.Where, element);
                }

                break;
            case InOrder order:
                foreach (var element in DecidingSteps.Of(order, scope))
                {
                    Take(order.List, null, element);
                }

                break;
            default:
                break;
        }
    }

    private void VisitOperands(Condition comparison, IEnumerable<Operand> operands, Scope scope)
    {
        foreach (var operand in operands)
        {
            Visit(operand, comparison, scope);
        }
    }

    private void Visit(Operand operand, Condition comparison, Scope scope)
    {
        switch (operand)
        {
            case CountOperand count:
                foreach (var element in DecidingContributions.Of(count, comparison, scope))
                {
                    Take(count.List, count.Where, element);
                }

                break;
            case AggregateOperand aggregate:
                foreach (var element in DecidingContributions.Of(aggregate, comparison, scope))
                {
                    Take(aggregate.List, aggregate.Where, element);
                }

                break;
            case ChoiceOperand choice:
                var branches = Choices.Open(choice, TreeWalk.Evaluate(choice.If, scope)).ToList();
                if (
                    branches.Count > 1
                    || Substitution.TruthWith(comparison, choice, branches[0] == choice.Then ? choice.Else : choice.Then, scope)
                        != TreeWalk.Evaluate(comparison, scope)
                )
                {
                    Visit(choice.If, scope);
                }

                VisitOperands(comparison, branches, scope);
                break;
            default:
                VisitOperands(comparison, operand.Operands, scope);
                break;
        }
    }

    private void VisitWhere(IEnumerable<Condition> parts, Scope scope, Truth truth)
    {
        foreach (var part in parts.Where(p => TreeWalk.TruthOf(p, scope) == truth))
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
            var concerned =
                found != Truth.False
                    ? TreeWalk.Meets(condition, element) == found
                    : condition.Kind != QuantifierKind.Every
                        || condition.Where is null
                        || TreeWalk.Evaluate(condition.Where, element) != Truth.False;
            if (concerned)
            {
                Take(condition.List, element);
                Visit(condition.Where, element);
                Visit(condition.Satisfy, element);
            }
        }
    }

    private void Take(ListReference list, Condition? where, Scope element)
    {
        Take(list, element);
        Visit(where, element);
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
}
