using System.Globalization;

namespace NegotiationRules.Cli.Output;

/// <summary>How the tool says how many: with commas, as tables and logs have it.</summary>
internal static class Counts
{
    /// <summary><c>1 file</c>, <c>2 files</c>, <c>1,000,000 files</c>.</summary>
    public static string Of(long count, string thing) => $"{Number(count)} {thing}{(count == 1 ? string.Empty : "s")}";

    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
