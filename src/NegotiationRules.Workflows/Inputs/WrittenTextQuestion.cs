using System.Globalization;

namespace NegotiationRules.Workflows.Inputs;

/// <summary>A value is compared with a text that reads like a date: it is text, unless it proves to be what the text stands for.</summary>
internal sealed class WrittenTextQuestion(Shape value, string text, Evidence evidence) : OpenQuestion
{
    public override bool Settle(Shapes shapes, bool isLast)
    {
        value.Use ??= evidence;
        switch (value.Root.Kind)
        {
            case ShapeKind.Open when !isLast:
                return false;
            case ShapeKind.DateTime or ShapeKind.DateTimeOffset or ShapeKind.DateOnly or ShapeKind.TimeSpan or ShapeKind.Guid:
                return true;
            default:
                shapes.Fix(value, ShapeKind.Text, evidence);
                return true;
        }
    }

    /// <summary>Once all expressions are read and before any sample is: what the text itself says of a value of which nothing else
    /// does.</summary>
    /// <remarks>A sample that looks like a date as well is no reason to take either for one. But text has no order, so what is less or
    /// greater is what the text can be read as.</remarks>
    public override void SettleByWhatIsWritten(Shapes shapes)
    {
        var root = value.Root;
        if (root.Kind == ShapeKind.Open && root.Members.All.Count == 0)
        {
            shapes.Join(
                value, evidence, new Shape
                {
                    Kind = root.IsOrdered ? OrderedKind() : ShapeKind.Text,
                    MayBeDay = !text.Contains(':', StringComparison.Ordinal),
                },
                evidence
            );
        }
    }

    // A time without a date is read as a date of the year 1.
    private ShapeKind OrderedKind() =>
        DateTime.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.NoCurrentDateDefault | DateTimeStyles.RoundtripKind,
            out var moment
        )
        && moment.Year > 1
            ? ShapeKind.DateTime
        : TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out _) ? ShapeKind.TimeSpan
        : ShapeKind.Text;
}
