namespace NegotiationRules.Workflows.Inputs;

/// <summary>A sum or a difference: of numbers, of texts, of durations, or of a date and a duration.</summary>
internal sealed class SumQuestion(Shape left, Shape right, Shape result, bool isDifference, Evidence withLeft, Evidence withRight)
    : OpenQuestion
{
    public override bool Settle(Shapes shapes, bool isLast)
    {
        var (a, b, sum) = (left.Root.Kind, right.Root.Kind, result.Root.Kind);
        if (!isDifference && (a == ShapeKind.Text || b == ShapeKind.Text))
        {
            // Anything can be added to a text.
            shapes.Fix(result, ShapeKind.Text, withLeft);
            return true;
        }

        if (!isDifference && sum == ShapeKind.Text && (a == ShapeKind.Open || b == ShapeKind.Open))
        {
            return SettleTexts(shapes, isLast);
        }

        if (a == ShapeKind.Number || b == ShapeKind.Number || sum == ShapeKind.Number)
        {
            return AreAlike(shapes, ShapeKind.Number);
        }

        if (IsDate(a) || IsDate(b) || IsDate(sum))
        {
            return SettleDates(shapes, isLast);
        }

        if (a == ShapeKind.TimeSpan)
        {
            return AreAlike(shapes, ShapeKind.TimeSpan, isLast || isDifference || b == ShapeKind.TimeSpan || sum == ShapeKind.TimeSpan);
        }

        if (sum == ShapeKind.TimeSpan && (b == ShapeKind.TimeSpan || !isDifference))
        {
            return AreAlike(shapes, ShapeKind.TimeSpan);
        }

        if (!isLast)
        {
            return false;
        }

        if (b == ShapeKind.TimeSpan || (isDifference && sum == ShapeKind.TimeSpan))
        {
            shapes.Fix(left, ShapeKind.DateTime, withLeft);
            return SettleDates(shapes, isLast: true);
        }

        return a == ShapeKind.Open && b == ShapeKind.Open && AreAlike(shapes, ShapeKind.Number);
    }

    private static bool IsDate(ShapeKind kind) => kind is ShapeKind.DateTime or ShapeKind.DateTimeOffset;

    // The sum is a text and so is one of the two: the other may be anything, but where nothing tells either, both are.
    private bool SettleTexts(Shapes shapes, bool isLast)
    {
        var (isLeft, isRight) = (left.Root.Kind == ShapeKind.Open, right.Root.Kind == ShapeKind.Open);
        if (isLeft && isRight && left.Root != right.Root && !isLast)
        {
            return false;
        }

        if (isLeft)
        {
            shapes.Fix(left, ShapeKind.Text, withLeft);
        }

        if (isRight)
        {
            shapes.Fix(right, ShapeKind.Text, withRight);
        }

        return true;
    }

    private bool AreAlike(Shapes shapes, ShapeKind kind, bool isKnown = true)
    {
        if (isKnown)
        {
            shapes.Fix(left, kind, withLeft);
            shapes.Fix(right, kind, withRight);
            shapes.Join(left, withLeft, right, withRight);
            shapes.Join(left, withLeft, result, withLeft);
        }

        return isKnown;
    }

    private bool SettleDates(Shapes shapes, bool isLast)
    {
        var (a, b, sum) = (left.Root.Kind, right.Root.Kind, result.Root.Kind);
        if (
            isDifference
            && (IsDate(b) || sum == ShapeKind.TimeSpan || (isLast && IsDate(a) && b == ShapeKind.Open && sum == ShapeKind.Open))
        )
        {
            // The time from one moment to another.
            shapes.Join(left, withLeft, right, withRight);
            shapes.Fix(result, ShapeKind.TimeSpan, withLeft);
            return true;
        }

        if (isDifference && IsDate(a) && b == ShapeKind.Open && sum == ShapeKind.Open)
        {
            return false;
        }

        // A moment that is moved.
        var (moment, withMoment, span, withSpan) = IsDate(b) ? (right, withRight, left, withLeft) : (left, withLeft, right, withRight);
        shapes.Fix(span, ShapeKind.TimeSpan, withSpan);
        shapes.Join(moment, withMoment, result, withMoment);
        return true;
    }
}
