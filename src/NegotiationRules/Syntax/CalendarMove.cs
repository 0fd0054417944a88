namespace NegotiationRules.Syntax;

/// <summary>Where <c>"to"</c> moves a day; in JSON, the same names in camel case.</summary>
internal enum CalendarMove
{
    StartOfMonth,
    EndOfMonth,
    StartOfNextMonth,
    StartOfYear,
    EndOfYear,
    StartOfNextYear,
}
