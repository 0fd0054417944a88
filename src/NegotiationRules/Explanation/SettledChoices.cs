using System.Collections.Immutable;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;

namespace NegotiationRules.Explanation;

/// <summary>Puts what was chosen in the place of choices that the facts have decided: an explanation speaks of the value that
/// counted.</summary>
internal sealed class SettledChoices
{
    private readonly Scope _scope;
    private readonly List<(ChoiceOperand Choice, bool Holds)> _decided = [];

    private SettledChoices(Scope scope) => _scope = scope;

    /// <summary>The condition without the choices that are decided, and these with what their conditions are.</summary>
    public static (Condition Condition, IReadOnlyList<(ChoiceOperand Choice, bool Holds)> Decided) In(Condition condition, Scope scope)
    {
        var settled = new SettledChoices(scope);
        var without = condition switch
        {
            RelationTest r => new RelationTest(r.Span, settled.Settle(r.Left), r.Relation, settled.Settle(r.Right)),
            TextTest t => new TextTest(t.Span, settled.Settle(t.Left), t.Operator, settled.Settle(t.Right)),
            PatternTest p => new PatternTest(p.Span, settled.Settle(p.Left), p.Pattern),
            Between b => new Between(b.Span, b.Meaning, settled.Settle(b.Item), settled.Settle(b.Low), settled.Settle(b.High)),
            Membership m => new Membership(
                m.Span, m.Meaning, settled.Settle(m.Item), m.IsNegated, m.Values with { Items = settled.Settle(m.Values.Items) }),
            _ => condition,
        };
        return settled._decided.Count == 0 ? (condition, []) : (without, settled._decided);
    }

    private Operand Settle(Operand operand)
    {
        switch (operand)
        {
            case ChoiceOperand choice when TreeWalk.Evaluate(choice.If, _scope) is var chosen and not Truth.Unknown:
                if (!_decided.Exists(d => d.Choice == choice))
                {
                    _decided.Add((choice, chosen == Truth.True));
                }

                return Settle(chosen == Truth.True ? choice.Then : choice.Else);
            case ArithmeticOperand a:
                return new ArithmeticOperand(a.Span, a.Measure, a.Kind, Settle(a.Left), Settle(a.Right));
            case MoveOperand m:
                return new MoveOperand(m.Span, Settle(m.Day), m.Move);
            case FunctionOperand f:
                return new FunctionOperand(f.Span, f.Measure, f.Function, Settle(f.Arguments));
            default:
                return operand;
        }
    }

    private ImmutableArray<Operand> Settle(ImmutableArray<Operand> operands) => [.. operands.Select(Settle)];
}
