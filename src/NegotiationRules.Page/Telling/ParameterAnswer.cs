using System.Globalization;
using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Page.Telling;

/// <summary>A parameter for the page, with the values that a slider goes over.</summary>
internal static class ParameterAnswer
{
    /// <param name="inForce">The parameter as it is now.</param>
    /// <param name="written">As the rule file has it.</param>
    public static AnswerObject Of(RuleParameter inForce, RuleParameter written)
    {
        var answer = new AnswerObject()
            .Add("name", inForce.Name)
            .Add("description", inForce.Description)
            .Add("value", inForce.Value)
            .Add("written", written.Value);
        return ParameterRange.Of(written) is { } range
            ? answer.Add("kind", range.IsOfDays ? "date" : "number")
                .Add("least", range.Least).Add("most", range.Most).Add("step", range.Step)
                .Add("at", ParameterRange.At(inForce.Value))
            : answer.Add("kind", written.Value is "true" or "false" ? "boolean" : "other");
    }
}

/// <summary>The values of a parameter that a slider goes over: numbers, or days counted from 0001-01-01.</summary>
/// <param name="Least">The least of them.</param>
/// <param name="Most">The greatest.</param>
/// <param name="Step">From one to the next.</param>
/// <param name="IsOfDays">Whether they are days.</param>
internal sealed record ParameterRange(decimal Least, decimal Most, decimal Step, bool IsOfDays)
{
    private const int AYear = 366;

    /// <summary>Around the value that the rule file has; <see langword="null"/> of what is neither a number nor a day.</summary>
    public static ParameterRange? Of(RuleParameter parameter)
    {
        if (DayOf(parameter.Value) is { } day)
        {
            return new ParameterRange(Math.Max(day - AYear, 0), Math.Min(day + AYear, PartialDate.LastDay), 1, IsOfDays: true);
        }

        if (!decimal.TryParse(parameter.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            || Math.Abs(value) > 1_000_000_000_000)
        {
            return null;
        }

        if (parameter.Type != "integer" && Math.Abs(value) < 1 && value != 0)
        {
            return new ParameterRange(value < 0 ? -1 : 0, value < 0 ? 0 : 1, 0.01m, IsOfDays: false);
        }

        // Twice the value in steps of one, two or five times a power of ten, so that a slider has at most some hundreds of them.
        var (most, step) = (Math.Max(Math.Abs(value) * 2, 10), 1m);
        for (var i = 0; most / step > 400; i++)
        {
            step *= i % 3 == 1 ? 2.5m : 2;
        }

        most = Math.Ceiling(most / step) * step;
        step = decimal.IsInteger(value) ? step : Math.Min(step, 0.1m);
        return new ParameterRange(value < 0 ? -most : 0, value < 0 ? 0 : most, step, IsOfDays: false);
    }

    /// <summary>Where on it a value stands.</summary>
    public static decimal At(string value) =>
        DayOf(value) ?? decimal.Parse(value, NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>The value that stands there, as parameters take it.</summary>
    public object ValueAt(decimal at) =>
        IsOfDays ? DateOnly.FromDayNumber((int)at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : at;

    private static int? DayOf(string value) =>
        value is ['"', .. var text, '"'] && PartialDate.TryParse(text, out var date) && date.IsDay ? date.First : null;
}
