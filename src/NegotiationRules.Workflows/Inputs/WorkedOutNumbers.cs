using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Inputs;

/// <summary>Numbers that are worked out of two others, in the order in which they are: whole if both are. C# divides whole numbers as such,
/// so that must be known of what is divided.</summary>
internal sealed class WorkedOutNumbers
{
    private readonly List<(Shape Result, Shape Left, Shape Right, BinaryExpression? Quotient)> _all = [];
    private readonly Dictionary<Shape, Nature> _natures = new(ReferenceEqualityComparer.Instance);

    private enum Nature
    {
        Open,
        Whole,
        Fractional,
    }

    public void Add(Shape result, Shape left, Shape right) => _all.Add((result, left, right, null));

    public void AddQuotient(Shape result, Shape left, Shape right, BinaryExpression quotient) => _all.Add((result, left, right, quotient));

    /// <summary>When all is known: makes numbers whole that are divided and happen to be.</summary>
    /// <returns>The quotients of numbers of which nothing tells whether they are whole, each with the side that is open.</returns>
    public List<(BinaryExpression Quotient, ExpressionSyntax Open)> SettleDivisions()
    {
        SettleDecimals();
        var open = new List<(BinaryExpression, ExpressionSyntax)>();
        var dividedAsWhole = new HashSet<Shape>(ReferenceEqualityComparer.Instance);

        // Each is worked out of earlier ones, however long the chain is.
        foreach (var (result, left, right, quotient) in _all)
        {
            var (a, b) = (NatureOf(left), NatureOf(right));
            _natures[result] =
                a == Nature.Fractional || b == Nature.Fractional ? Nature.Fractional
                : a == Nature.Whole && b == Nature.Whole ? Nature.Whole
                : Nature.Open;
            if (quotient is not null && _natures[result] == Nature.Whole)
            {
                dividedAsWhole.Add(result);
            }
            else if (
                quotient is not null
                && _natures[result] == Nature.Open
                && left.Root.Kind == ShapeKind.Number
                && right.Root.Kind == ShapeKind.Number
            )
            {
                open.Add((quotient, a == Nature.Open ? quotient.Left : quotient.Right));
            }
        }

        for (var i = _all.Count - 1; i >= 0 && dividedAsWhole.Count > 0; i--)
        {
            if (dividedAsWhole.Contains(_all[i].Result))
            {
                MakeWhole(_all[i].Left);
                MakeWhole(_all[i].Right);
            }
        }

        return open;

        void MakeWhole(Shape part)
        {
            dividedAsWhole.Add(part);
            part.Root.IsWhole |= part.Root.HappensToBeWhole;
        }
    }

    // C# has no operator for a decimal and a double: what is no whole number beside a decimal is one too. That may lead on to others,
    // before and behind.
    private void SettleDecimals()
    {
        const int MostRounds = 8;
        var changed = true;
        for (var round = 0; changed && round < MostRounds; round++)
        {
            changed = false;
            foreach (var (result, left, right, _) in _all)
            {
                if (left.Root.IsDecimal || right.Root.IsDecimal || result.Root.IsDecimal)
                {
                    changed |= MakeDecimal(left) | MakeDecimal(right) | MakeDecimal(result);
                }
            }
        }
    }

    private static bool MakeDecimal(Shape shape)
    {
        var isNew = shape.Root is { Kind: ShapeKind.Number, IsDecimal: false, IsWholeNumber: false };
        shape.Root.IsDecimal |= isNew;
        return isNew;
    }

    /// <summary>Once divisions are settled: whether a number has no decimals as far as is known.</summary>
    public bool IsWhole(Shape shape) => NatureOf(shape) == Nature.Whole;

    private Nature NatureOf(Shape shape) =>
        shape.Root.MayHaveDecimals ? Nature.Fractional
        : shape.Root.IsWhole || shape.Root.HappensToBeWhole || shape.IsWritten ? Nature.Whole
        : _natures.GetValueOrDefault(shape);
}
