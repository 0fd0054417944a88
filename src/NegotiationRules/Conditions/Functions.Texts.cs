using NegotiationRules.Syntax;

namespace NegotiationRules.Conditions;

/// <content>Functions that give text.</content>
internal static partial class Functions
{
    // Replacing in what was replaced grows without end; nothing that is said of a negotiation is as long as this.
    private const int LongestText = 1 << 20;

    /// <summary>Text; <see langword="null"/> if it is unknown, or if there is none.</summary>
    public static string? Text<T>(FunctionOperand function, T values)
        where T : IOperandValues
    {
        var first = function.Arguments[0];
        return function.Function switch
        {
            OperandFunction.DayOfWeek => values.Exact(first, 0) is { IsNothing: false, IsValue: true, Low: { } at }
                ? Weekdays[(int)TimeOf(at, first.Measure.Kind).DayOfWeek]
                : null,
            OperandFunction.LowerCase => values.Text(first) is { } text ? LetterCase.ToSmall(text) : null,
            OperandFunction.UpperCase => values.Text(first) is { } text ? LetterCase.ToCapitals(text) : null,
            OperandFunction.Trimmed => values.Text(first)?.Trim(),
            OperandFunction.Part => PartOf(function, values),
            OperandFunction.Replaced => values.Text(first) is { } text && values.Text(function.Arguments[1]) is { Length: > 0 } old
                && values.Text(function.Arguments[2]) is { } with ? Replace(text, old, with) : null,
            OperandFunction.Joined => Join([.. function.Arguments.Select(a => values.Text(a))]),
            _ => throw NoSuchValue(function),
        };
    }

    private static string? PartOf<T>(FunctionOperand function, T values)
        where T : IOperandValues
    {
        if (values.Text(function.Arguments[0]) is not { } text)
        {
            return null;
        }

        var start = PlaceOf(function, values, 1);
        var length = function.Arguments.Length == 2 ? text.Length - start : PlaceOf(function, values, 2);
        return start is { } from && length is { } many && from >= 0 && many >= 0 && from + many <= text.Length
            ? text.Substring((int)from, (int)many)
            : null;
    }

    private static string? Join(string?[] texts) =>
        texts.Contains(null) ? null
        : texts.Sum(t => (long)t!.Length) <= LongestText ? string.Concat(texts)
        : throw TooLong();

    private static string Replace(string text, string old, string with)
    {
        var growth = (long)with.Length - old.Length;
        if (text.Length + (growth * (text.Length / old.Length)) > LongestText)
        {
            long found = 0;
            for (
                var at = text.IndexOf(old, StringComparison.Ordinal);
                at >= 0;
                at = text.IndexOf(old, at + old.Length, StringComparison.Ordinal)
            )
            {
                found++;
            }

            if (text.Length + (growth * found) > LongestText)
            {
                throw TooLong();
            }
        }

        return text.Replace(old, with, StringComparison.Ordinal);
    }

    private static Int128? PlaceOf<T>(FunctionOperand function, T values, int argument)
        where T : IOperandValues =>
        values.Exact(function.Arguments[argument], 0) is { IsNothing: false, IsValue: true, Low: { } place } ? place : null;

    private static QuantityOverflowException TooLong() => new("a text grows too long");
}
