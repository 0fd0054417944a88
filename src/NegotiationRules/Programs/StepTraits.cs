using NegotiationRules.Syntax;

namespace NegotiationRules.Programs;

/// <summary>What can be said of a step before there is a scenario.</summary>
/// <param name="MayGoBeyond">Whether what it works out, or what that is worked out of, may lie beyond all measure.</param>
/// <param name="MayBeNothing">Whether it is a quantity that may have no value, such as the least of a list that may be empty.</param>
/// <param name="IsNeverNegative">Whether it is a quantity of which the least that is known is 0 or more.</param>
/// <param name="HasBothEnds">Whether it is a quantity of which the least and the greatest that it may be are known, or neither.</param>
internal readonly record struct StepTraits(bool MayGoBeyond, bool MayBeNothing, bool IsNeverNegative, bool HasBothEnds)
{
    /// <param name="step">The step.</param>
    /// <param name="before">Those of the steps before it.</param>
    public static StepTraits Of(Step step, IReadOnlyList<StepTraits> before) => new(
        step is Calculate or Rescale or ShiftDays or ShiftInstants or ShiftByNumber or MoveDays or AggregateOf or ShareOf or Walk
            || step.Arguments.Any(argument => before[argument].MayGoBeyond),
        step switch
        {
            AggregateOf aggregate => aggregate.Kind != QuantityKind.Sum || before[aggregate.Item].MayBeNothing,
            Calculate or Rescale or ShiftDays or ShiftInstants or ShiftByNumber or MoveDays or PartOf or ExtremeOf or Choose or Spread =>
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
            ExtremeOf extreme => extreme.IsGreatest
                ? before[extreme.Left].IsNeverNegative || before[extreme.Right].IsNeverNegative
                : before[extreme.Left].IsNeverNegative && before[extreme.Right].IsNeverNegative,
            _ => false,
        },
        step switch
        {
            Read read => read.IfUnknown.Low.HasValue == read.IfUnknown.High.HasValue,
            ConstantQuantity constant => constant.Low == long.MinValue == (constant.High == long.MaxValue),
            Calculate both => both.Kind != ArithmeticKind.Times && before[both.Left].HasBothEnds && before[both.Right].HasBothEnds,
            ShiftDays or ShiftInstants or MoveDays or Rescale or Spread => before[step.Arguments[0]].HasBothEnds,
            Choose choose => before[choose.Then].HasBothEnds && before[choose.Else].HasBothEnds,
            _ => false,
        });
}
