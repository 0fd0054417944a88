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
        if (function.Function == OperandFunction.DayOfWeek)
        {
            var first = function.Arguments[0];
            return values.Exact(first, 0) is { IsNothing: false, IsValue: true, Low: { } at }
                ? Weekdays[(int)TimeOf(at, first.Measure.Kind).DayOfWeek]
                : null;
        }

        if (values.Text(function.Arguments[0]) is not { } text)
        {
            return null;
        }

        switch (function.Function)
        {
            case OperandFunction.LowerCase:
                return LetterCase.ToSmall(text);
            case OperandFunction.UpperCase:
                return LetterCase.ToCapitals(text);
            case OperandFunction.Trimmed:
                return text.Trim();
            case OperandFunction.Part:
                var start = PlaceOf(function, values, 1);
                var length = function.Arguments.Length == 2 ? text.Length - start : PlaceOf(function, values, 2);
                return start is { } from && length is { } many && from >= 0 && many >= 0 && from + many <= text.Length
                    ? text.Substring((int)from, (int)many)
                    : null;
            case OperandFunction.Replaced:
                return values.Text(function.Arguments[1]) is { Length: > 0 } old && values.Text(function.Arguments[2]) is { } with
                    ? Replace(text, old, with)
                    : null;
            default:
                var texts = function.Arguments.Select(a => values.Text(a)).ToList();
                return texts.Contains(null) ? null
                    : texts.Sum(t => (long)t!.Length) <= LongestText ? string.Concat(texts)
                    : throw TooLong();
        }
    }

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
