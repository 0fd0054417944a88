using NegotiationRules.Conditions;
using NegotiationRules.Facts.Columns;

namespace NegotiationRules.Evaluation;

/// <summary>Whole numbers of the elements in a relation to others, or to what is around them: numbers in steps of one scale, days,
/// instants, truths.</summary>
/// <param name="left">Of the elements.</param>
/// <param name="relation">The relation.</param>
/// <param name="right">Of the elements, or around them.</param>
/// <param name="width">How many are compared at a time.</param>
internal sealed class ElementSteps(ElementNumbers<long> left, Relation relation, ElementNumbers<long> right, VectorWidth width)
    : ElementTest
{
    // Below it nothing that is reckoned is beyond 64 bits.
    private const double Largest = 1L << 61;

    private long[] _left = [];
    private long[] _right = [];

    public override ElementAnswer Prepare(Scope element) =>
        left.Prepare(element) <= Largest && right.Prepare(element) <= Largest ? ElementAnswer.ByElement : ElementAnswer.ForTheTreeWalk;

    public override void Mark(int from, int count, Span<ulong> marks)
    {
        marks = marks[..Bits.Words(count)];
        _left = _left.Length < count ? new long[count] : _left;
        var a = left.Read(from, count, _left);
        var isInverse = relation is Relation.NotEqual or Relation.GreaterOrEqual or Relation.Greater;
        if (right.IsCommon)
        {
            var b = right.Common;
            var (low, high) = (isInverse ? relation.Inverse() : relation) switch
            {
                Relation.Equal => (b, b),
                Relation.Less => (long.MinValue, b - 1),
                _ => (long.MinValue, b),
            };
            RangeTests.OfLongs(a, low, high, marks, width);
        }
        else
        {
            _right = _right.Length < count ? new long[count] : _right;
            var b = right.Read(from, count, _right);
            switch (isInverse ? relation.Inverse() : relation)
            {
                case Relation.Equal:
                    VectorComparisons.Equal(a, b, marks, width);
                    break;
                case Relation.Less:
                    VectorComparisons.Less(a, b, marks, width);
                    break;
                default:
                    VectorComparisons.LessOrEqual(a, b, marks, width);
                    break;
            }
        }

        for (var word = 0; isInverse && word < marks.Length; word++)
        {
            marks[word] = ~marks[word];
        }
    }
}

/// <summary>The same of numbers in floating point.</summary>
/// <inheritdoc cref="ElementSteps"/>
internal sealed class ElementReals(ElementNumbers<double> left, Relation relation, ElementNumbers<double> right) : ElementTest
{
    // Below it nothing that is reckoned is infinite.
    private const double Largest = 1e300;

    private double[] _left = [];
    private double[] _right = [];

    public override ElementAnswer Prepare(Scope element) =>
        left.Prepare(element) <= Largest && right.Prepare(element) <= Largest ? ElementAnswer.ByElement : ElementAnswer.ForTheTreeWalk;

    public override void Mark(int from, int count, Span<ulong> marks)
    {
        _left = _left.Length < count ? new double[count] : _left;
        _right = _right.Length < count ? new double[count] : _right;
        var a = left.Read(from, count, _left);
        var b = right.Read(from, count, _right);
        marks[..Bits.Words(count)].Clear();
        for (var i = 0; i < count; i++)
        {
            var holds = relation switch
            {
                Relation.Equal => a[i] == b[i],
                Relation.NotEqual => a[i] != b[i],
                Relation.Less => a[i] < b[i],
                Relation.LessOrEqual => a[i] <= b[i],
                Relation.Greater => a[i] > b[i],
                Relation.GreaterOrEqual => a[i] >= b[i],
            };
            marks[i >> 6] |= holds ? 1ul << i : 0;
        }
    }
}
