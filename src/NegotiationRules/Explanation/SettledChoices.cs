using System.Collections.Immutable;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;

namespace NegotiationRules.Explanation;

/// <summary>Puts what was chosen in the place of choices that the facts have decided: an explanation speaks of the value that counted.</summary>
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
            RelationTest r => r with { Left = settled.Settle(r.Left), Right = settled.Settle(r.Right) },
            TextTest t => t with { Left = settled.Settle(t.Left), Right = settled.Settle(t.Right) },
            PatternTest p => p with { Left = settled.Settle(p.Left) },
            Between b => b with { Item = settled.Settle(b.Item), Low = settled.Settle(b.Low), High = settled.Settle(b.High) },
            Membership m => m with { Item = settled.Settle(m.Item), Values = m.Values with { Items = settled.Settle(m.Values.Items) } },
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
                return a with { Left = Settle(a.Left), Right = Settle(a.Right) };
            case MoveOperand m:
                return m with { Day = Settle(m.Day) };
            case FunctionOperand f:
                return f with { Arguments = Settle(f.Arguments) };
            default:
                return operand;
        }
    }

    private ImmutableArray<Operand> Settle(ImmutableArray<Operand> operands) => [.. operands.Select(Settle)];
}
