using NegotiationRules.Conditions;
using NegotiationRules.Syntax;

namespace NegotiationRules.Explanation.Wording;

/// <content>Functions: "the length of talks.venue", "price divided by amount".</content>
internal static partial class OperandWording
{
    private static string OfFunction(FunctionOperand function, Naming at)
    {
        var words = function.Arguments
            .Select(argument => argument is FactOperand fact ? at.NameOf(fact.Fact) : Group(argument, at))
            .ToList();
        var first = words[0];
        var isTime = RelationWords.IsTime(function.Measure.Kind);
        return function.Function switch
        {
            OperandFunction.Quotient => $"{first} divided by {words[1]}",
            OperandFunction.WholeQuotient => $"the whole part of {first} divided by {words[1]}",
            OperandFunction.Remainder => $"the rest of {first} divided by {words[1]}",
            OperandFunction.Power => $"{first} to the power of {words[1]}",
            OperandFunction.SquareRoot => $"the square root of {first}",
            OperandFunction.Absolute => $"the absolute value of {first}",
            OperandFunction.Sign => $"the sign of {first}",
            OperandFunction.Floor => $"{first} rounded down",
            OperandFunction.Ceiling => $"{first} rounded up",
            OperandFunction.Truncated => $"{first} without its decimals",
            OperandFunction.Rounded when words.Count == 1 => $"{first} rounded to a whole number",
            OperandFunction.Rounded =>
                $"{first} rounded to {words[1]} {(function.Arguments[1] is Constant { Value.Steps: 1 } ? "decimal" : "decimals")}",
            OperandFunction.Least => $"the {(isTime ? "earliest" : "least")} of {Series.And(words)}",
            OperandFunction.Greatest => $"the {(isTime ? "latest" : "greatest")} of {Series.And(words)}",
            OperandFunction.LowerCase => $"{first} in lower case",
            OperandFunction.UpperCase => $"{first} in upper case",
            OperandFunction.Trimmed => $"{first} without space around it",
            OperandFunction.Part => OfPart(function, words),
            OperandFunction.PositionOf => $"the position of {words[1]} in {first}",
            OperandFunction.Replaced => $"{first} with {words[2]} for every {words[1]}",
            OperandFunction.Joined => $"{Series.And(words)} joined",
            OperandFunction.DayOfWeek => $"the weekday of {first}",
            OperandFunction.DayOfMonth => $"the day of the month of {first}",
            OperandFunction.DayOfYear => $"the day of the year of {first}",
            OperandFunction.DateOf => $"the date of {first}",
            OperandFunction.TimeOfDay => $"the time of day of {first}",
            OperandFunction.TotalDays => $"{first} in days",
            OperandFunction.TotalHours => $"{first} in hours",
            OperandFunction.TotalMinutes => $"{first} in minutes",
            OperandFunction.TotalSeconds => $"{first} in seconds",
            OperandFunction.Years or OperandFunction.Months or OperandFunction.Days or OperandFunction.Hours or OperandFunction.Minutes =>
                $"{(function.Arguments[0] is FactOperand ? first : $"({Of(function.Arguments[0], at)})")} "
                    + OperandFunctions.NameOf(function.Function),
            OperandFunction.WholeYears => $"the number of whole years from {first} to {words[1]}",
            OperandFunction.WholeMonths => $"the number of whole months from {first} to {words[1]}",
            OperandFunction.DateTime => $"the moment {words[1]} after the start of {first}",
            OperandFunction.Length or OperandFunction.Year or OperandFunction.Month or OperandFunction.Hour or OperandFunction.Minute
                or OperandFunction.Second => $"the {OperandFunctions.NameOf(function.Function)} of {first}",
        };
    }

    // Places are counted from 0 in a file; in words, it is told what comes before.
    private static string OfPart(FunctionOperand function, List<string> words) => (function.Arguments[1], words.Count) switch
    {
        (Constant { Value.Steps: 0 }, 3) => $"{words[0]} cut to its first {Characters(words[2], function.Arguments[2])}",
        (Constant { Value.Steps: 0 }, 2) => words[0],
        (var start, 2) => $"{words[0]} without its first {Characters(words[1], start)}",
        _ => $"{words[0]} cut to the {Characters(words[2], function.Arguments[2])} after its first {words[1]}",
    };

    private static string Characters(string number, Operand count) =>
        count is Constant { Parameter: null, Value.Steps: 1 } ? "character" : $"{number} characters";

    // Whether it can stand behind an article of its own.
    private static bool IsNoun(OperandFunction function) => function
        is OperandFunction.SquareRoot or OperandFunction.Absolute or OperandFunction.Sign or OperandFunction.Length
        or OperandFunction.Year or OperandFunction.Month or OperandFunction.DayOfMonth or OperandFunction.DayOfYear
        or OperandFunction.DayOfWeek or OperandFunction.Hour or OperandFunction.Minute or OperandFunction.Second
        or OperandFunction.DateOf or OperandFunction.TimeOfDay or OperandFunction.Years or OperandFunction.Months
        or OperandFunction.Days or OperandFunction.Hours or OperandFunction.Minutes or OperandFunction.WholeYears
        or OperandFunction.WholeMonths or OperandFunction.DateTime;
}
