namespace NegotiationRules.Syntax;

/// <summary>The calendar moves as they are spelt in a file.</summary>
internal static class CalendarMoves
{
    private static readonly SpeltNames Spelt = SpeltNames.Of<CalendarMove>();

    public static IReadOnlyCollection<string> Names => Spelt.All;

    public static CalendarMove? Find(string name) => (CalendarMove?)Spelt.Find(name);

    public static string NameOf(CalendarMove move) => Spelt.NameOf((int)move);
}
