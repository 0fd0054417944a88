using System.Globalization;
using NegotiationRules.Facts;

namespace NegotiationRules.Native.Columns;

/// <summary>Floating numbers as steps of an exact type, where they are the nearest to a number that has so many decimals and no
/// more.</summary>
internal readonly ref struct RealSteps(GivenColumn given, ElementPlaces places, KnownBits known)
{
    // Up to here every whole number is one in floating point.
    private const double MostExact = 9007199254740992;

    private readonly KnownBits _known = known;
    private readonly double _factor = WholeSteps.FactorOf(given);

    public long StepsOf(double value, int element, long least, long most)
    {
        var steps = Math.Round(value * _factor);
        if (Math.Abs(steps) <= MostExact && steps >= least && steps <= most && IsNearest(steps / _factor, value))
        {
            return (long)steps;
        }

        return _known.Has(element)
            ? throw given.Fault(places[element], value.ToString("R", CultureInfo.InvariantCulture))
            : 0;
    }

    private bool IsNearest(double number, double value) =>
        given.Kind == ValueKind.Float32 ? (float)number == (float)value : number == value;
}
