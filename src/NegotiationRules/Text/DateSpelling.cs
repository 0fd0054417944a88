using System.Globalization;
using System.Text.RegularExpressions;

namespace NegotiationRules.Text;

/// <summary>Says what a text that is no date is meant to be, where year, month and day stand in this order.</summary>
internal static partial class DateSpelling
{
    /// <summary>What to write instead, or <see langword="null"/> if that cannot be told.</summary>
    public static string? Suggest(string text)
    {
        if (Numbers().Match(text) is not { Success: true } date)
        {
            return null;
        }

        int[] parts = [.. date.Groups.Values.Skip(1).Where(g => g.Success).Select(g => int.Parse(g.ValueSpan, CultureInfo.InvariantCulture))];
        if (parts[0] < 1 || parts[1] is < 1 or > 12)
        {
            return null;
        }

        var month = $"{parts[0]:0000}-{parts[1]:00}";
        var days = DateTime.DaysInMonth(parts[0], parts[1]);
        return parts.Length == 2 ? $"\"{month}\""
            : parts[2] >= 1 && parts[2] <= days ? $"\"{month}-{parts[2]:00}\""
            : $"a day that exists: {month} has {days} days";
    }

    [GeneratedRegex(@"^\s*([0-9]{4})[-/. ]([0-9]{1,2})(?:[-/. ]([0-9]{1,2}))?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();
}
