using NegotiationRules.Conditions;
using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Cells;

/// <summary>Numbers in floating point: what they are compared with, and the next numbers on either side.</summary>
internal sealed class RealPoints
{
    private readonly Dictionary<string, SortedSet<double>> _points = new(StringComparer.Ordinal);

    public RealPoints(IReadOnlyList<ComparedSides> comparisons, FixedFacts known, Dictionary<string, string> inexact)
    {
        foreach (var comparison in comparisons.Where(c => c.Kind == MeasureKind.Real))
        {
            Add(comparison.Left, comparison.Right, known, inexact);
            Add(comparison.Right, comparison.Left, known, inexact);
        }
    }

    /// <summary>The points of a fact, in ascending order.</summary>
    public IEnumerable<double> Of(string key) => _points.TryGetValue(key, out var points) ? points : [];

    private void Add(Side side, Side other, FixedFacts known, Dictionary<string, string> inexact)
    {
        Side.NoteCutOff(other, side.Keys, inexact);
        foreach (var key in side.Keys)
        {
            if (side.Operand is not FactOperand { Fact.Type: RealType } || !other.IsConstant)
            {
                inexact.TryAdd(key, "it is worked out in floating point");
            }

            if (!_points.TryGetValue(key, out var points))
            {
                _points.Add(key, points = []);
            }

            var values = other.IsConstant ? other.RealConstants()
                : other.Keys.SelectMany(of => known.StatedOf(of)).Where(value => value.Kind == FactKind.Real).Select(value => value.Real);
            foreach (var value in values)
            {
                points.UnionWith(new[] { Math.BitDecrement(value), value, Math.BitIncrement(value) }.Where(double.IsFinite));
            }
        }
    }
}
