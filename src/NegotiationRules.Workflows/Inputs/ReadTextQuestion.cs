namespace NegotiationRules.Workflows.Inputs;

/// <summary>Something is read as a value of another type: a text, unless nothing else tells and a scenario has such values in another
/// way.</summary>
/// <param name="value">What is read.</param>
/// <param name="read">What it is read as.</param>
/// <param name="evidence">How.</param>
internal sealed class ReadTextQuestion(Shape value, Shape read, Evidence evidence) : OpenQuestion
{
    /// <summary>Whether a number can be given as well as its text, as <c>Convert</c> takes either.</summary>
    public bool MayBeNumber { get; init; }

    public override bool Settle(Shapes shapes, bool isLast)
    {
        value.Use ??= evidence;
        if (value.Root.Kind is ShapeKind.DateTime or ShapeKind.DateTimeOffset or ShapeKind.DateOnly && IsDate(read.Kind))
        {
            shapes.Join(value, evidence, read, evidence);
        }

        // A number of JSON is what an expression says it is, and this one says that it is exact.
        if (MayBeNumber && read.IsDecimal && value.Root is { Kind: ShapeKind.Number, IsWhole: false } number)
        {
            number.IsDecimal = true;
        }

        if (value.Root.Kind != ShapeKind.Open)
        {
            return true;
        }

        if (!isLast)
        {
            return false;
        }

        // Dates are texts in a scenario, and whether a number is whole is not told by what it is turned into.
        if (IsDate(read.Kind) || read.Kind is ShapeKind.TimeSpan or ShapeKind.Guid)
        {
            shapes.Join(value, evidence, read, evidence);
        }
        else
        {
            shapes.Fix(value, MayBeNumber && read.Kind == ShapeKind.Number ? ShapeKind.Number : ShapeKind.Text, evidence);
            value.Root.IsDecimal |= MayBeNumber && read.IsDecimal;
        }

        return true;
    }

    private static bool IsDate(ShapeKind kind) => kind is ShapeKind.DateTime or ShapeKind.DateTimeOffset or ShapeKind.DateOnly;
}
