using System.Globalization;

namespace NegotiationRules.Tests.Support;

/// <summary>How many cases a test makes at random: as many as fit into a run that people wait for, and <c>CASES_TIMES</c> times as many
/// where that is set. <c>.ci/run</c> sets it to 2 and more, a long run to 50 or more.</summary>
internal static class CaseCount
{
    private static readonly int Times =
        Environment.GetEnvironmentVariable("CASES_TIMES") is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : 1;

    /// <summary>That many, times what was asked for.</summary>
    public static int Of(int cases) => checked(cases * Times);
}
