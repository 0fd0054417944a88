namespace NegotiationRules.Facts.Columns;

/// <summary>Floating numbers as steps of an exact type, where they are the nearest to a number that has so many decimals and no
/// more.</summary>
/// <param name="scale">How many decimals.</param>
/// <param name="isSingle">Whether the numbers have 32 bits.</param>
internal readonly struct NearestSteps(int scale, bool isSingle)
{
    // Up to here every whole number is one in floating point.
    private const double MostExact = 9007199254740992;

    private readonly double _factor = NumberDigits.PowersOfTen[scale];

    /// <summary>The steps of a number; false if it is none of so many decimals, or too large for that to be told.</summary>
    public bool TryFind(double value, out long steps)
    {
        var rounded = Math.Round(value * _factor);
        var isGood = Math.Abs(rounded) <= MostExact
            && (isSingle ? (float)(rounded / _factor) == (float)value : rounded / _factor == value);
        steps = isGood ? (long)rounded : 0;
        return isGood;
    }
}
