using System.Globalization;
using NegotiationRules.Cli.Files;

namespace NegotiationRules.Cli.Commands;

/// <summary>The values in <c>--set name=5..20/5</c> and <c>--vary path=true,false</c>: a list with commas, or a range of numbers or days
/// with the step behind a slash.</summary>
internal static class SweptValuesText
{
    /// <summary>The values; <see langword="null"/>, and why, if they cannot be read.</summary>
    public static IReadOnlyList<object?>? Read(string text, out string? fault)
    {
        fault = null;
        try
        {
            IReadOnlyList<object?>? range = Range(text);
            return range ?? [.. Split(text).Select(ParameterText.ReadOne)];
        }
        catch (ArgumentException wrong)
        {
            var why = wrong.Message.Split(" (Parameter")[0].TrimEnd('.');
            fault = $"`{text}` gives no values: {char.ToLowerInvariant(why[0])}{why[1..]}";
            return null;
        }
    }

    /// <summary>Whether there is more than one value.</summary>
    public static bool AreSeveral(string text) => Split(text).Count > 1 || Range(text) is not null;

    private static IReadOnlyList<object>? Range(string text)
    {
        if (text.Split("..") is not [var from, var rest] || rest.Split('/') is not ([_] or [_, _]) || rest.Split('/') is not [var to, ..])
        {
            return null;
        }

        var step = rest.Split('/') is [_, var said] ? said : null;
        if (Number(from) is { } first && Number(to) is { } last)
        {
            return SweepDimension.Numbers(
                first, last, step is null ? 1 : Number(step) ?? throw new ArgumentException($"The step `{step}` is no number."));
        }

        return Day(from) is { } begin && Day(to) is { } end ? SweepDimension.Days(begin, end, step is null ? 1 : Days(step)) : null;
    }

    // Commas in quotes, brackets and braces belong to a value.
    private static List<string> Split(string text)
    {
        var (values, start, depth, isQuoted) = (new List<string>(), 0, 0, false);
        for (var i = 0; i < text.Length; i++)
        {
            isQuoted ^= text[i] == '"' && (i == 0 || text[i - 1] != '\\');
            depth += isQuoted ? 0 : text[i] is '[' or '{' ? 1 : text[i] is ']' or '}' ? -1 : 0;
            if (text[i] == ',' && !isQuoted && depth == 0)
            {
                values.Add(text[start..i].Trim());
                start = i + 1;
            }
        }

        values.Add(text[start..].Trim());
        return values;
    }

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number : null;

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    // `7` as well as `P7D`, which is how rules write it.
    private static int Days(string step) =>
        int.TryParse(
            step.StartsWith('P') && step.EndsWith('D') ? step[1..^1] : step, NumberStyles.None, CultureInfo.InvariantCulture, out var days)
            ? days : throw new ArgumentException($"The step `{step}` is no number of days.");
}
