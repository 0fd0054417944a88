using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Facts;

namespace NegotiationRules.Explanation;

/// <summary>A condition in which a quantity has another value than it has: what would be if it had.</summary>
internal static class Substitution
{
    /// <summary>The truth of the condition with that value; unknown if it lies beyond what can be represented.</summary>
    /// <param name="condition">A comparison, or what is made of comparisons.</param>
    /// <param name="quantity">An operand of it, wherever it stands.</param>
    /// <param name="value">A value by the quantity's measure.</param>
    /// <param name="scope">Where the condition is read.</param>
    public static Truth TruthWith(Condition condition, Operand quantity, FactValue value, Scope scope) =>
        TruthWith(condition, quantity, new Constant(quantity.Span, quantity.Measure, value, null), scope);

    /// <summary>The same with another operand in its place.</summary>
    public static Truth TruthWith(Condition condition, Operand quantity, Operand other, Scope scope)
    {
        try
        {
            return TreeWalk.Evaluate(In(condition, quantity, other), scope);
        }
        catch (OverflowException)
        {
            return Truth.Unknown;
        }
    }

    /// <summary>The operand with another one in the place of a part of it.</summary>
    public static Operand In(Operand operand, Operand old, Operand other) =>
        ReferenceEquals(operand, old)
            ? other
            : operand switch
            {
                ArithmeticOperand a => new ArithmeticOperand(a.Span, a.Measure, a.Kind, In(a.Left, old, other), In(a.Right, old, other)),
                MoveOperand m => new MoveOperand(m.Span, In(m.Day, old, other), m.Move),
                FunctionOperand f => new FunctionOperand(
                    f.Span, f.Measure, f.Function,
                    [.. f.Arguments.Select(argument => In(argument, old, other))]
                ),
                ChoiceOperand c => new ChoiceOperand(
                    c.Span, c.Measure, In(c.If, old, other), In(c.Then, old, other), In(c.Else, old, other)
                ),
                _ => operand,
            };

    private static Condition In(Condition condition, Operand old, Operand other) => condition switch
    {
        Composition c => new Composition(c.Span, c.Kind, [.. c.Parts.Select(part => In(part, old, other))]),
        Negation n => new Negation(n.Span, In(n.Part, old, other)),
        RuleReference r => r,
        Defined d => In(d.Meaning, old, other),
        Quantified { Where: { } where } q => new Quantified(q.Span, q.Kind, q.List, In(where, old, other), q.Satisfy),
        RelationTest r => RelationTest.Of(r.Span, In(r.Left, old, other), r.Relation, In(r.Right, old, other)),
        TextTest t => new TextTest(t.Span, In(t.Left, old, other), t.Operator, In(t.Right, old, other)),
        PatternTest p => new PatternTest(p.Span, In(p.Left, old, other), p.Pattern),
        _ => condition,
    };
}
