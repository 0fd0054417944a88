namespace NegotiationRules.Programs;

/// <summary>The bounds of ranges as constants of lanes.</summary>
internal static class LaneBounds
{
    /// <summary>A range, as far as a column can hold values in it: beyond that nothing lies, and an empty range stays empty.</summary>
    public static (long Low, long High) Within(TestRange range, long least, long most) =>
        range.Low > range.High || range.Low > most || range.High < least
            ? (1, 0)
            : (Math.Max(range.Low, least), Math.Min(range.High, most));

    /// <summary>Adds all lower bounds, then all upper ones, each filled up to whole words of lanes.</summary>
    public static void Add<TFrom, TTo>(List<TTo> constants, (TFrom Low, TFrom High)[] ranges, byte bounds, Func<TFrom, TTo> convert)
        where TTo : struct
    {
        var filling = (64 - (ranges.Length & 63)) & 63;
        if ((bounds & 1) != 0)
        {
            constants.AddRange(ranges.Select(range => convert(range.Low)));
            constants.AddRange(new TTo[filling]);
        }

        if ((bounds & 2) != 0)
        {
            constants.AddRange(ranges.Select(range => convert(range.High)));
            constants.AddRange(new TTo[filling]);
        }
    }
}
