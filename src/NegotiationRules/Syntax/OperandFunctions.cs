using static NegotiationRules.Syntax.OperandFunction;

namespace NegotiationRules.Syntax;

/// <summary>The functions of operands: the table of them, and how they are found in it.</summary>
internal static class OperandFunctions
{
    private const int Any = int.MaxValue;

    private static readonly SpeltNames Spelt = SpeltNames.Of<OperandFunction>();

    /// <summary>Every function, in the order of the enumeration.</summary>
    public static IReadOnlyList<FunctionRow> Table { get; } =
    [
        new(Quotient, 2, 2, ArgumentKind.Number, FunctionResult.Real,
            "The first number divided by the second. By zero, it has no value: it is unknown.")
            { Example = """[ { "fact": "…" }, 2 ]""", Borrowed = "/ div divide divided dividedBy ratio over" },
        new(WholeQuotient, 2, 2, ArgumentKind.Whole, FunctionResult.Whole,
            "The first whole number divided by the second, the rest left out.")
            { Example = """[ { "fact": "…" }, 2 ]""", Borrowed = "intDiv integerDivision floorDiv" },
        new(Remainder, 2, 2, ArgumentKind.Number, FunctionResult.Widest,
            "The rest of the first number divided by the second, with the sign of the first.")
            { Example = """[ { "fact": "…" }, 2 ]""", Borrowed = "% mod modulo modulus rem" },
        new(Power, 2, 2, ArgumentKind.Number, FunctionResult.Real, "The first number to the power of the second.")
            { Example = """[ { "fact": "…" }, 3 ]""", Borrowed = "** pow ^ exp exponent" },
        new(SquareRoot, 1, 1, ArgumentKind.Number, FunctionResult.Real, "The square root of a number.") { Borrowed = "sqrt root" },
        new(Absolute, 1, 1, ArgumentKind.Number, FunctionResult.Same, "The number without its sign.") { Borrowed = "abs magnitude" },
        new(Sign, 1, 1, ArgumentKind.Number, FunctionResult.Whole, "-1, 0 or 1.") { Borrowed = "signum sgn" },
        new(Floor, 1, 1, ArgumentKind.Number, FunctionResult.WholeOfSame, "The number rounded down to a whole one.")
            { Borrowed = "roundDown" },
        new(Ceiling, 1, 1, ArgumentKind.Number, FunctionResult.WholeOfSame, "The number rounded up to a whole one.")
            { Borrowed = "ceil roundUp" },
        new(Truncated, 1, 1, ArgumentKind.Number, FunctionResult.WholeOfSame, "The number without its decimals.")
            { Borrowed = "trunc truncate fix int" },
        new(Rounded, 1, 2, ArgumentKind.Number, FunctionResult.Rounded,
            "The nearest whole number, or number with so many decimals; from the middle, the even one.")
            { Example = """[ { "fact": "…" }, 2 ]""", Further = ArgumentKind.Whole, Borrowed = "round" },
        new(Least, 2, Any, ArgumentKind.Ordered, FunctionResult.Widest, "The least of several numbers, dates or durations.")
            { Example = """[ { "fact": "…" }, 10 ]""", Borrowed = "smallest" },
        new(Greatest, 2, Any, ArgumentKind.Ordered, FunctionResult.Widest,
            "The greatest of several numbers, dates or durations.") { Example = """[ { "fact": "…" }, 10 ]""", Borrowed = "largest" },
        new(LowerCase, 1, 1, ArgumentKind.Text, FunctionResult.Text, "The text in lower case.")
            { Borrowed = "lower toLower toLowerInvariant toLowerCase lcase downcase" },
        new(UpperCase, 1, 1, ArgumentKind.Text, FunctionResult.Text, "The text in upper case.")
            { Borrowed = "upper toUpper toUpperInvariant toUpperCase ucase upcase" },
        new(Trimmed, 1, 1, ArgumentKind.Text, FunctionResult.Text, "The text without white space around it.")
            { Borrowed = "trim strip" },
        new(Length, 1, 1, ArgumentKind.Text, FunctionResult.Whole, "The number of characters of a text.") { Borrowed = "len strlen" },
        new(Part, 2, 3, ArgumentKind.Text, FunctionResult.Text,
            "The part of a text that begins so many characters after its start, and has so many.")
            { Example = """[ { "fact": "…" }, 0, 3 ]""", Further = ArgumentKind.Whole, Borrowed = "substring substr slice mid" },
        new(PositionOf, 2, 2, ArgumentKind.Text, FunctionResult.Whole,
            "Where the second text begins in the first, counted from 0; -1 if nowhere.")
            { Example = """[ { "fact": "…" }, "piece" ]""", Borrowed = "indexOf index find position strpos" },
        new(Replaced, 3, 3, ArgumentKind.Text, FunctionResult.Text, "The first text with the third for every second.")
            { Example = """[ { "fact": "…" }, "old", "new" ]""", Borrowed = "replace" },
        new(Joined, 2, Any, ArgumentKind.Text, FunctionResult.Text, "The texts one after the other.")
            { Example = """[ { "fact": "…" }, ", ", { "fact": "…" } ]""", Borrowed = "concat concatenate join concatenated" },
        new(Year, 1, 1, ArgumentKind.Date, FunctionResult.Whole, "The year of a date.") { Borrowed = "getYear" },
        new(Month, 1, 1, ArgumentKind.Date, FunctionResult.Whole, "The month of a date, from 1.") { Borrowed = "getMonth" },
        new(DayOfMonth, 1, 1, ArgumentKind.Date, FunctionResult.Whole, "The day of a date in its month, from 1.")
            { Borrowed = "day getDay" },
        new(DayOfYear, 1, 1, ArgumentKind.Date, FunctionResult.Whole, "The day of a date in its year, from 1."),
        new(OperandFunction.DayOfWeek, 1, 1, ArgumentKind.Date, FunctionResult.Text, "monday, tuesday, … of a date.")
            { Borrowed = "weekday" },
        new(Hour, 1, 1, ArgumentKind.Instant, FunctionResult.Whole, "The hour of a date and time, in UTC.") { Borrowed = "getHours" },
        new(Minute, 1, 1, ArgumentKind.Instant, FunctionResult.Whole, "The minute of a date and time.") { Borrowed = "getMinutes" },
        new(Second, 1, 1, ArgumentKind.Instant, FunctionResult.Whole, "The second of a date and time.") { Borrowed = "seconds" },
        new(DateOf, 1, 1, ArgumentKind.Instant, FunctionResult.Day, "The date of a date and time, in UTC.")
            { Borrowed = "date toDate" },
        new(TimeOfDay, 1, 1, ArgumentKind.Instant, FunctionResult.Duration,
            "The time since midnight of a date and time, in UTC.") { Borrowed = "time" },
        new(TotalDays, 1, 1, ArgumentKind.Duration, FunctionResult.Real, "A duration as a number of days.") { Borrowed = "inDays" },
        new(TotalHours, 1, 1, ArgumentKind.Duration, FunctionResult.Real, "A duration as a number of hours."),
        new(TotalMinutes, 1, 1, ArgumentKind.Duration, FunctionResult.Real, "A duration as a number of minutes."),
        new(TotalSeconds, 1, 1, ArgumentKind.Duration, FunctionResult.Real, "A duration as a number of seconds."),
        new(Years, 1, 1, ArgumentKind.Whole, FunctionResult.Duration, "The duration of so many years.") { Borrowed = "ofYears" },
        new(Months, 1, 1, ArgumentKind.Whole, FunctionResult.Duration, "The duration of so many months.") { Borrowed = "ofMonths" },
        new(Days, 1, 1, ArgumentKind.Number, FunctionResult.Duration, "The duration of so many days of 24 hours.")
            { Borrowed = "fromDays ofDays" },
        new(Hours, 1, 1, ArgumentKind.Number, FunctionResult.Duration, "The duration of so many hours.")
            { Borrowed = "fromHours ofHours" },
        new(Minutes, 1, 1, ArgumentKind.Number, FunctionResult.Duration, "The duration of so many minutes.")
            { Borrowed = "fromMinutes ofMinutes" },
        new(WholeYears, 2, 2, ArgumentKind.Date, FunctionResult.Whole,
            "The whole years from the first date to the second; negative if the second comes before it.")
            { Example = """[ { "fact": "…" }, { "fact": "asOf" } ]""", Borrowed = "age yearsBetween" },
        new(WholeMonths, 2, 2, ArgumentKind.Date, FunctionResult.Whole,
            "The whole months from the first date to the second; negative if the second comes before it.")
            { Example = """[ { "fact": "…" }, { "fact": "asOf" } ]""", Borrowed = "monthsBetween" },
        new(OperandFunction.DateTime, 2, 2, ArgumentKind.Day, FunctionResult.Instant,
            "The moment so long after a date begins, in UTC.")
            { Example = """[ { "fact": "…" }, "PT16H" ]""", Further = ArgumentKind.Duration, Borrowed = "at moment toDateTime" },
    ];

    public static IReadOnlyCollection<string> All => Spelt.All;

    public static FunctionRow Of(OperandFunction function) => Table[(int)function];

    public static bool IsFunction(string name) => Spelt.Find(name) is not null;

    public static OperandFunction? Find(string name) => (OperandFunction?)Spelt.Find(name);

    public static string NameOf(OperandFunction function) => Spelt.NameOf((int)function);
}
