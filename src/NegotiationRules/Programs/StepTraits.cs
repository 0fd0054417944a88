using NegotiationRules.Syntax;

namespace NegotiationRules.Programs;

/// <summary>What can be said of a step before there is a scenario.</summary>
/// <param name="MayGoBeyond">Whether what it works out, or what that is worked out of, may lie beyond all measure.</param>
/// <param name="MayBeNothing">Whether it is a quantity that may have no value, such as the least of a list that may be empty.</param>
/// <param name="IsNeverNegative">Whether it is a quantity of which the least that is known is 0 or more.</param>
internal readonly record struct StepTraits(bool MayGoBeyond, bool MayBeNothing, bool IsNeverNegative)
{
    /// <param name="step">The step.</param>
    /// <param name="before">Those of the steps before it.</param>
    public static StepTraits Of(Step step, IReadOnlyList<StepTraits> before) => new(
        step is Calculate or Rescale or ShiftDays or ShiftByNumber or MoveDays or AggregateOf or ShareOf or Walk
            || step.Arguments.Any(argument => before[argument].MayGoBeyond),
        step switch
        {
            AggregateOf aggregate => aggregate.Kind != QuantityKind.Sum || before[aggregate.Item].MayBeNothing,
            Calculate or Rescale or ShiftDays or ShiftByNumber or MoveDays or Choose or Spread =>
                step.Arguments.Any(argument => before[argument].MayBeNothing),
            _ => false,
        },
        step switch
        {
            Read read => read.IfUnknown.Low >= 0,
            ConstantQuantity constant => constant.Low >= 0,
            CountOf => true,
            AggregateOf aggregate => before[aggregate.Item].IsNeverNegative,
            Calculate both => both.Kind != ArithmeticKind.Minus && before[both.Left].IsNeverNegative && before[both.Right].IsNeverNegative,
            Rescale rescale => before[rescale.Part].IsNeverNegative,
            Spread spread => before[spread.Part].IsNeverNegative,
            Choose choose => before[choose.Then].IsNeverNegative && before[choose.Else].IsNeverNegative,
            _ => false,
        });
}
