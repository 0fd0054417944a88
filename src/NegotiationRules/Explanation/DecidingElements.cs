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
            deciding.Visit(condition, null, scenario);
            if (deciding._found.Count > 0)
            {
                return deciding._found;
            }
        }

        return [];
    }

    // Node.Children says what a node is evaluated from, not which of that decided: that is another question for each kind named here, and
    // all others are gone through by their children. An operand is asked of the comparison that it stands in.
    private void Visit(Node? node, Condition? comparison, Scope scope)
    {
        switch (node)
        {
            case Composition composition:
                var truths = composition.Parts.Select(part => TreeWalk.TruthOf(part, scope)).ToList();
                VisitParts(composition.Parts, scope, composition.Kind == CompositionKind.All ? truths.Min() : truths.Max());
                break;
            case ConditionChoice choice:
                Visit(choice, scope);
                break;
            case AtLeastOf atLeast:
                VisitParts(atLeast.Parts, scope, TreeWalk.Evaluate(atLeast, scope));
                break;
            case Quantified quantified:
                VisitQuantified(quantified, scope);
                break;
            case ShareTest share:
                Take(share.List, share.Where, DecidingContributions.Of(share, scope));
                break;
            case InOrder order:
                Take(order.List, null, DecidingSteps.Of(order, scope));
                break;
            case Reachable reachable:
                Take(reachable.List, reachable.Where, [.. (Links.Of(reachable, scope).Path() ?? []).Select(step => step.Link.Element)]);
                break;
            case CountOperand count:
                Take(count.List, count.Where, DecidingContributions.Of(count, comparison!, scope));
                break;
            case AggregateOperand aggregate:
                Take(aggregate.List, aggregate.Where, DecidingContributions.Of(aggregate, comparison!, scope));
                break;
            case OnlyOperand only:
                Take(only.List, only.Where, OnlyElement.Of(only, scope) is { } one ? [one] : OnlyElement.Certain(only, scope));
                break;
            case ChoiceOperand choice:
                VisitChoice(choice, comparison!, scope);
                break;
            default:
                // What it is a member of is evaluated from comparisons with one value each; here it is one comparison with all.
                foreach (var child in node is Membership ? node.Written : node?.Children ?? [])
                {
                    Visit(child.Node, node as Condition ?? comparison, child.IsInScenario ? scope.At(0) : scope);
                }

                break;
        }
    }

    private void VisitParts(IEnumerable<Condition> parts, Scope scope, Truth truth)
    {
        foreach (var part in parts.Where(p => TreeWalk.TruthOf(p, scope) == truth))
        {
            Visit(part, null, scope);
        }
    }

    // What it hangs on decided too, if it would come out otherwise with the other branch.
    private void Visit(ConditionChoice choice, Scope scope)
    {
        var chosen = TreeWalk.Evaluate(choice.If, scope);
        if (chosen == Truth.Unknown || TreeWalk.TruthOf(choice.Then, scope) != TreeWalk.TruthOf(choice.Else, scope))
        {
            Visit(choice.If, null, scope);
        }

        VisitParts(chosen == Truth.True ? [choice.Then] : chosen == Truth.False ? [choice.Else] : [choice.Then, choice.Else], scope,
            TreeWalk.Evaluate(choice, scope));
    }

    // What it hangs on decided too, if the comparison would come out otherwise with the other branch.
    private void VisitChoice(ChoiceOperand choice, Condition comparison, Scope scope)
    {
        var branches = Choices.Open(choice, TreeWalk.Evaluate(choice.If, scope)).ToList();
        if (branches.Count > 1
            || Substitution.TruthWith(comparison, choice, branches[0] == choice.Then ? choice.Else : choice.Then, scope)
                != TreeWalk.Evaluate(comparison, scope))
        {
            Visit(choice.If, null, scope);
        }

        branches.ForEach(branch => Visit(branch, comparison, scope));
    }

    private void VisitQuantified(Quantified condition, Scope scope)
    {
        var truth = TreeWalk.Evaluate(condition, scope);
        var found = condition.Kind == QuantifierKind.Some ? truth : truth.Not();

        // Where nothing was found, every element that was asked had a part in it.
        foreach (var element in Elements.Of(condition.List, scope).Known.Where(e => found != Truth.False
            ? TreeWalk.Meets(condition, e) == found
            : condition.Kind != QuantifierKind.Every || condition.Where is null || TreeWalk.Evaluate(condition.Where, e) != Truth.False))
        {
            Take(condition.List, condition.Where, [element]);
            Visit(condition.Satisfy, null, element);
        }
    }

    private void Take(ListReference list, Condition? where, IEnumerable<Scope> elements)
    {
        foreach (var element in elements)
        {
            if (DepthOfNamed(list, element.Depth) is { } depth && element.At(depth) is var named && _found.LastOrDefault() != named)
            {
                _found.Add(named);
            }

            // What made it one of those that are selected had a part in it too.
            for (var selection = list.Selection; selection is not null; selection = selection.From.Selection)
            {
                Visit(selection.Where, null, element);
            }

            Visit(where, null, element);
        }
    }

    // How deep the elements of that name are, where those that are gone over are so deep; null if none has it. A selected element may have
    // its name from where it was selected.
    private int? DepthOfNamed(ListReference list, int depth) =>
        list.Names.IndexOf(_name) is >= 0 and var level ? depth - list.LevelCount + 1 + level
            : list.Selection is { } selection ? DepthOfNamed(selection.From, depth)
            : null;
}
