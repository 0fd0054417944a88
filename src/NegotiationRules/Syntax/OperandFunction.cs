namespace NegotiationRules.Syntax;

/// <summary>What can be worked out of operands by name: <c>{ "lowerCase": operand }</c>, <c>{ "quotient": [operand, operand]
/// }</c>.</summary>
internal enum OperandFunction
{
    // Of numbers.
    Quotient,
    WholeQuotient,
    Remainder,
    Power,
    SquareRoot,
    Absolute,
    Sign,
    Floor,
    Ceiling,
    Truncated,
    Rounded,

    // Of anything that has an order.
    Least,
    Greatest,

    // Of text.
    LowerCase,
    UpperCase,
    Trimmed,
    Length,
    Part,
    PositionOf,
    Replaced,
    Joined,

    // Of dates and date-times.
    Year,
    Month,
    DayOfMonth,
    DayOfYear,
    DayOfWeek,
    Hour,
    Minute,
    Second,
    DateOf,
    TimeOfDay,

    // Of durations.
    TotalDays,
    TotalHours,
    TotalMinutes,
    TotalSeconds,

    // Durations of numbers.
    Years,
    Months,
    Days,
    Hours,
    Minutes,

    // Of a date and something else.
    WholeYears,
    WholeMonths,
    DateTime,
}
