using System.Collections.Immutable;
using NegotiationRules.Analysis.Cells;
using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Questions;

/// <summary>The values that a fact may have, of those that rules tell apart.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Cells">The cells of those that do, in the order of the cells.</param>
/// <param name="IsWhole">Whether all values are known that matter; if not, those here do, and others may.</param>
internal sealed record Room(FrameFact Fact, ImmutableArray<int> Cells, bool IsWhole)
{
    /// <summary>Whether any value does.</summary>
    public bool IsAny => IsWhole && !Fact.Cells[0].IsKnown && Cells.Length == Fact.Cells.Length - 1;

    /// <summary>The values, in the order of the vocabulary.</summary>
    public IEnumerable<FactValue> Values => Cells.Select(cell => Fact.Cells[cell]);

    /// <summary>The values that do not, but for what the fact is now, if that is unknown.</summary>
    public IEnumerable<FactValue> Others =>
        Enumerable.Range(0, Fact.Cells.Length).Except(Cells).Select(cell => Fact.Cells[cell]).Where(value => value.IsKnown);

    /// <summary>The cell of the value that is nearest to what the fact is now, or else the first.</summary>
    public int Nearest => !IsOrdered || !IsPoint(Fact.Cells[0]) ? Cells[0]
        : Cells.MinBy(cell => Math.Abs(Rank(cell) - Rank(0)));

    /// <summary>Numbers, days or times as stretches from one value to another, in ascending order; an end that is
    /// <see langword="null"/> goes on without end.</summary>
    public IEnumerable<(FactValue? Least, FactValue? Most)> Stretches()
    {
        var comparer = Comparer<FactValue>.Create(Compare);
        List<int> all = [.. Enumerable.Range(0, Fact.Cells.Length).Where(cell => IsPoint(Fact.Cells[cell]))
            .OrderBy(cell => Fact.Cells[cell], comparer)];
        var begin = -1;
        for (var i = 0; i <= all.Count; i++)
        {
            var isIn = i < all.Count && Cells.Contains(all[i]);
            if (isIn && begin < 0)
            {
                begin = i;
            }
            else if (!isIn && begin >= 0)
            {
                yield return (
                    begin == 0 && !IsLeast(Fact.Cells[all[begin]]) ? null : Fact.Cells[all[begin]],
                    i == all.Count && !IsMost(Fact.Cells[all[i - 1]]) ? null : Fact.Cells[all[i - 1]]);
                begin = -1;
            }
        }
    }

    /// <summary>Whether it is a number, a day or a time, of which one is less than another.</summary>
    public bool IsOrdered => Fact.Type is ExactType or RealType or DateType or DateTimeType;

    private int Rank(int cell) => Fact.Cells.Count(value => IsPoint(value) && Compare(value, Fact.Cells[cell]) < 0);

    private static int Compare(FactValue one, FactValue other) => one.Kind == FactKind.Real ? one.Real.CompareTo(other.Real)
        : OrderedPoints.Numbers(one).First().CompareTo(OrderedPoints.Numbers(other).First());

    private static bool IsPoint(FactValue value) => value.IsKnown && (value.Kind != FactKind.Date || value.Date.IsDay);

    // Beyond an end of the type there is nothing, so that it need not be said.
    private bool IsLeast(FactValue value) => Fact.Type is ExactType { Minimum: var least } && value.Steps == least && least > long.MinValue;

    private bool IsMost(FactValue value) => Fact.Type is ExactType { Maximum: var most } && value.Steps == most && most < long.MaxValue;
}
