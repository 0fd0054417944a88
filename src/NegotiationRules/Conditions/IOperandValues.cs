using NegotiationRules.Facts;

namespace NegotiationRules.Conditions;

/// <summary>What is known of operands: of constants while rules are checked, of any on the facts of a scenario.</summary>
internal interface IOperandValues
{
    /// <summary>A number in steps of 10^-<paramref name="scale"/>, a day number, the ticks of an instant, or 0 and 1 for false and
    /// true.</summary>
    Interval<Int128> Exact(Operand operand, int scale);

    /// <summary>A number in floating point; exact ones are converted.</summary>
    Interval<double> Real(Operand operand);

    /// <summary>The shortest and the longest that a duration may be; <see langword="null"/> if nothing is known of it.</summary>
    (Duration Low, Duration High)? Durations(Operand operand);

    /// <summary>Text; <see langword="null"/> if it is unknown.</summary>
    string? Text(Operand operand);
}
