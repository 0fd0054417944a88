using System.Globalization;

namespace NegotiationRules.Analysis.Sweeps;

/// <summary>Values that follow each other, and where values lie on a line.</summary>
internal static class SteppedValues
{
    public const int MostValues = 100_000;

    public static IReadOnlyList<object> Numbers(decimal from, decimal to, decimal step)
    {
        ThrowIfEmpty(to < from, step <= 0);
        ThrowIfMany(((to - from) / step) + 1);
        var count = (int)decimal.Floor((to - from) / step) + 1;

        // A whole number as one, 5 and not 5.0, and others without noughts at the end, which dividing by one takes away.
        return
        [
            .. Enumerable.Range(0, count).Select(i => from + (i * step)).Select(number =>
                decimal.Truncate(number) == number && decimal.Abs(number) <= long.MaxValue
                    ? (object)(long)number : number / 1.0000000000000000000000000000m),
        ];
    }

    public static IReadOnlyList<object> Days(DateOnly from, DateOnly to, int days)
    {
        ThrowIfEmpty(to < from, days <= 0);
        var count = ((to.DayNumber - from.DayNumber) / days) + 1;
        ThrowIfMany(count);
        return [.. Enumerable.Range(0, count).Select(i => (object)from.AddDays(i * days))];
    }

    /// <summary>Where the values of a dimension lie, each above the one before it.</summary>
    public static double[] PositionsOf(SweepDimension dimension)
    {
        var positions = new double[dimension.Values.Count];
        for (var i = 0; i < positions.Length; i++)
        {
            positions[i] = PositionOf(dimension, dimension.Values[i]);
            if (i > 0 && positions[i] <= positions[i - 1])
            {
                throw new ArgumentException($"The values of `{dimension.Name}` do not grow, so none lies between two others.");
            }
        }

        return positions;
    }

    /// <summary>Where a value lies: a number, or the number of a day.</summary>
    public static double PositionOf(SweepDimension dimension, object? value) => value switch
    {
        DateOnly day => day.DayNumber,
        string text when DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) => day.DayNumber,
        byte or short or int or long or float or double or decimal => Convert.ToDouble(value, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException(
            $"`{SweepDimension.LabelOf(value)}` of `{dimension.Name}` is neither a number nor a day, so none is near to it."),
    };

    private static void ThrowIfEmpty(bool isEmpty, bool hasNoStep)
    {
        if (hasNoStep)
        {
            throw new ArgumentException("The step from one value to the next is not above 0.");
        }

        if (isEmpty)
        {
            throw new ArgumentException("The last value is before the first.");
        }
    }

    private static void ThrowIfMany(decimal count)
    {
        if (count >= MostValues + 1)
        {
            throw new ArgumentOutOfRangeException(null, "There are more than 100,000 values: take larger steps.");
        }
    }
}
