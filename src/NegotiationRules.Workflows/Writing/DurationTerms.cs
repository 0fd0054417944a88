using NegotiationRules.Conditions;
using NegotiationRules.Syntax;

namespace NegotiationRules.Workflows.Writing;

/// <summary>A duration as a sum: what of it is written out, and what is not known before there are facts.</summary>
/// <param name="Months">The months that are written out.</param>
/// <param name="Ticks">The time that is written out.</param>
/// <param name="Open">The rest: facts, and differences of dates.</param>
internal sealed record DurationTerms(long Months, long Ticks, IReadOnlyList<(Operand Operand, bool IsNegative)> Open)
{
    private const int CycleMonths = 4800;
    private const long CycleDays = 146_097;

    /// <summary>Whether all of it is so many days: differences of dates, and whole days.</summary>
    public bool IsInDays => Ticks % TimeSpan.TicksPerDay == 0 && Open.All(t => IsDifferenceOfDays(t.Operand));

    public static DurationTerms Of(Operand operand)
    {
        var open = new List<(Operand, bool)>();
        var (months, ticks) = Collect(operand, isNegative: false, open);
        return new DurationTerms(months, ticks, open);
    }

    /// <summary>A length in days that so many months can have, near their mean: any such length decides a comparison as the months do,
    /// wherever they decide it.</summary>
    public static long DaysOf(long months) => months < 0 ? -DaysOf(-months) : months * CycleDays / CycleMonths;

    public static bool IsDifferenceOfDays(Operand operand) => operand is ArithmeticOperand { Left.Measure.Kind: MeasureKind.Day };

    private static (long Months, long Ticks) Collect(Operand operand, bool isNegative, List<(Operand, bool)> open)
    {
        switch (operand)
        {
            case Constant { Value.Duration: var duration }:
                return isNegative ? (-duration.Months, -duration.Ticks) : (duration.Months, duration.Ticks);
            case ArithmeticOperand { Kind: not ArithmeticKind.Times, Left.Measure.Kind: MeasureKind.Duration } sum:
                var left = Collect(sum.Left, isNegative, open);
                var right = Collect(sum.Right, isNegative != (sum.Kind == ArithmeticKind.Minus), open);
                return (left.Months + right.Months, left.Ticks + right.Ticks);
            default:
                open.Add((operand, isNegative));
                return (0, 0);
        }
    }
}
