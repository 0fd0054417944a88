using NegotiationRules.Conditions;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;

namespace NegotiationRules.Explanation;

/// <summary>Walks over all conditions and operands of a rule set, with the names in reach at each place. What is used twice in the same
/// place is visited once.</summary>
internal abstract class ConditionWalk
{
    private readonly HashSet<Condition> _seen = [];

    protected void VisitRules(CheckedRuleSet rules)
    {
        var root = Naming.Root(rules.Vocabulary.Root);
        foreach (var rule in rules.Rules)
        {
            Visit(rule.When, root);
            Visit(rule.Require, root);
            if (rule.By is not null)
            {
                Visit(rule.By, root);
                VisitFact(rules.AsOf!, root);
            }
        }
    }

    protected abstract void VisitFact(FactReference fact, Naming at);

    protected abstract void VisitNamed(NamedCondition condition, Naming at);

    private void Visit(Condition? condition, Naming at)
    {
        if (condition is null || !_seen.Add(condition))
        {
            return;
        }

        switch (condition)
        {
            case Composition c:
                VisitAll(c.Parts, at);
                break;
            case AtLeastOf a:
                VisitAll(a.Parts, at);
                break;
            case Negation n:
                Visit(n.Part, at);
                break;
            case KnownTest k:
                VisitFact(k.Fact, at);
                break;
            case RelationTest r:
                Visit(r.Left, at);
                Visit(r.Right, at);
                break;
            case TextTest t:
                Visit(t.Left, at);
                Visit(t.Right, at);
                break;
            case PatternTest p:
                Visit(p.Left, at);
                break;
            case Quantified q:
                VisitAll([q.Where, q.Satisfy], Enter(q.List, at));
                break;
            case ShareTest s:
                var element = Enter(s.List, at);
                VisitAll([s.Among, s.Where], element);
                Visit(s.Weight, element);
                break;
            case InOrder o:
                var inner = Enter(o.List, at);
                Visit(o.By, inner);
                VisitAll(o.Steps, inner);
                break;
            case Defined d:
                if (d is NamedCondition named)
                {
                    VisitNamed(named, at);
                }

                Visit(d.Meaning, at);
                break;
            default:
                throw new InvalidOperationException($"no way into {condition.GetType().Name}");
        }
    }

    private void Visit(Operand? operand, Naming at)
    {
        switch (operand)
        {
            case FactOperand f:
                VisitFact(f.Fact, at);
                break;
            case CountOperand c:
                Visit(c.Where, Enter(c.List, at));
                break;
            case AggregateOperand a:
                var element = Enter(a.List, at);
                Visit(a.Where, element);
                Visit(a.Item, element);
                break;
            case ArithmeticOperand a:
                Visit(a.Left, at);
                Visit(a.Right, at);
                break;
            case MoveOperand m:
                Visit(m.Day, at);
                break;
            case FunctionOperand f:
                foreach (var argument in f.Arguments)
                {
                    Visit(argument, at);
                }

                break;
            case ChoiceOperand c:
                Visit(c.If, at);
                Visit(c.Then, at);
                Visit(c.Else, at);
                break;
            default:
                break;
        }
    }

    private void VisitAll(IEnumerable<Condition?> conditions, Naming at)
    {
        foreach (var condition in conditions)
        {
            Visit(condition, at);
        }
    }

    private Naming Enter(ListReference list, Naming at)
    {
        if (list.Selection is { } selection)
        {
            var element = Enter(selection.From, at);
            Visit(selection.Where, element);
            foreach (var key in selection.Keys)
            {
                Visit(key, element);
            }

            return at.Enter(list);
        }

        var inner = at;
        foreach (var level in list.Levels)
        {
            VisitFact(level, inner);
            inner = inner.Enter(
                new ListReference
                {
                    Path = inner.PathOf(level),
                    Levels = [level],
                    Element = ((ListType)level.Type).Element,
                }
            );
        }

        return at.Enter(list);
    }
}
