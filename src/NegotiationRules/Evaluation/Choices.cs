using NegotiationRules.Conditions;
using NegotiationRules.Facts;

namespace NegotiationRules.Evaluation;

/// <summary>Choices between two operands. Where it is not known which is taken, the value is what both have in common: it lies between the
/// two.</summary>
internal static class Choices
{
    public static Interval<Int128> Exact(ChoiceOperand choice, Scope scope) =>
        Choose(choice, scope, branch => Quantities.Exact(branch, scope, choice.Measure.Scale), (a, b) => a.Hull(b));

    public static Interval<double> Real(ChoiceOperand choice, Scope scope) =>
        Choose(choice, scope, branch => Quantities.Real(branch, scope), (a, b) => a.Hull(b));

    public static Interval<Ratio> Exactly(ChoiceOperand choice, Scope scope) =>
        Choose(choice, scope, branch => Ratios.Of(branch, scope), (a, b) => a.Hull(b));

    public static string? Text(ChoiceOperand choice, Scope scope) =>
        Choose(choice, scope, branch => TreeWalk.ReadText(branch, scope), (a, b) => a == b ? a : null);

    // Durations of different months have no order, so there is no saying what lies between them.
    public static (Duration Low, Duration High)? Durations(ChoiceOperand choice, Scope scope) =>
        Choose(choice, scope, branch => Quantities.Durations(branch, scope), Either);

    /// <summary>What is known of a duration that is the one or the other.</summary>
    public static (Duration Low, Duration High)? Either((Duration Low, Duration High)? a, (Duration Low, Duration High)? b) =>
        a is not var (low, high) || b is not var (otherLow, otherHigh) ? null
        : a == b ? a
        : (low.Months, high.Months) == (otherLow.Months, otherHigh.Months)
            ? (low with { Ticks = Math.Min(low.Ticks, otherLow.Ticks) }, high with { Ticks = Math.Max(high.Ticks, otherHigh.Ticks) })
        : null;

    /// <summary>What is true of the branch that is taken; where it is not known which that is, what is true of both.</summary>
    public static Truth Decide(ChoiceOperand choice, Scope scope, Func<Operand, Truth> test) =>
        Choose(choice, scope, test, (a, b) => a == b ? a : Truth.Unknown);

    /// <summary>The branches that may be taken.</summary>
    public static IEnumerable<Operand> Open(ChoiceOperand choice, Truth chosen) =>
        chosen == Truth.True ? [choice.Then] : chosen == Truth.False ? [choice.Else] : [choice.Then, choice.Else];

    private static T Choose<T>(ChoiceOperand choice, Scope scope, Func<Operand, T> read, Func<T, T, T> either) =>
        TreeWalk.Evaluate(choice.If, scope) switch
        {
            Truth.True => read(choice.Then),
            Truth.False => read(choice.Else),
            _ => either(read(choice.Then), read(choice.Else)),
        };
}
