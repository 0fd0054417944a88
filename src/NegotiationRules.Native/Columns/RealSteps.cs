using System.Globalization;
using NegotiationRules.Facts;
using NegotiationRules.Facts.Columns;

namespace NegotiationRules.Native.Columns;

/// <summary>Floating numbers that were given, as steps of the type of their column.</summary>
internal readonly ref struct RealSteps(GivenColumn given, ElementPlaces places, KnownBits known)
{
    private readonly KnownBits _known = known;
    private readonly NearestSteps _steps = new(ScaleOf(given), given.Kind == ValueKind.Float32);

    public long StepsOf(double value, int element, long least, long most)
    {
        if (_steps.TryFind(value, out var steps) && steps >= least && steps <= most)
        {
            return steps;
        }

        return _known.Has(element)
            ? throw given.Fault(places[element], value.ToString("R", CultureInfo.InvariantCulture))
            : 0;
    }

    private static int ScaleOf(GivenColumn given) =>
        given.Flags.HasFlag(ValueFlags.InSteps) ? 0 : ((ExactType)given.Column.Type).Scale;
}
