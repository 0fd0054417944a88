namespace NegotiationRules.Workflows.Inputs;

/// <summary>What is told apart of the methods of .NET; <see cref="Methods"/> has their names.</summary>
internal enum Method
{
    /// <summary>One that expressions are not translated with.</summary>
    Other,
    Contains, StartsWith, EndsWith, EqualTo, ComparedTo, ToLower, ToUpper, ToLowerInvariant, ToUpperInvariant, Trim,
    AsText, Substring, IndexOf, Replace, Split, GetValueOrDefault, Add, Subtract, AddYears, AddMonths, AddDays,
    AddHours, AddMinutes, AddSeconds, AddMilliseconds, AddTicks, Any, All, Count, LongCount, Sum, Min, Max, Average,
    Where, Select, SelectMany, OrderBy, OrderByDescending, ThenBy, ThenByDescending, Distinct, GroupBy, Reverse, Skip,
    Take, First, FirstOrDefault, Last, LastOrDefault, Single, SingleOrDefault, ElementAt, ElementAtOrDefault, Intersect,
    Except, Concat, Union, ToList, ToArray, AsEnumerable, AsQueryable, SequenceEqual, StringIsNullOrEmpty,
    StringIsNullOrWhiteSpace, StringEquals, StringCompare, StringCompareOrdinal, StringConcat, DateTimeDaysInMonth,
    Parse, DateOnlyFromDateTime, TimeSpanFromDays, TimeSpanFromHours, TimeSpanFromMinutes, TimeSpanFromSeconds,
    ConvertToInt32, ConvertToInt64, ConvertToDouble, ConvertToDecimal, ConvertToBoolean, ConvertToDateTime, ConvertToString,
    RegexIsMatch, MathAbs, MathSign, MathFloor, MathCeiling, MathTruncate,
    MathRound, MathSqrt, MathPow, MathMin, MathMax, ExpressionUtilsCheckContains, DateTimeCompare, DateTimeIsLeapYear,
    GuidNewGuid, StringJoin, StringFormat,
}
