namespace NegotiationRules.Workflows.Inputs;

/// <summary>A value is compared with a text that reads like a date: it is text, unless it proves to be what the text stands for.</summary>
internal sealed class WrittenTextQuestion(Shape value, Evidence evidence) : OpenQuestion
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
}
