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
    public static Truth TruthWith(Condition condition, Operand quantity, Operand other, Scope scope) =>
        TreeWalk.TruthOf(Of(quantity, other).Of(condition), scope);

    /// <summary>The operand with another one in the place of a part of it.</summary>
    public static Operand In(Operand operand, Operand old, Operand other) => Of(old, other).Of(operand);

    private static Rewriter Of(Operand old, Operand other) =>
        new(operand => ReferenceEquals(operand, old) ? other : null, intoLists: true);
}
