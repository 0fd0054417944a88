namespace NegotiationRules.Workflows.Inputs;

/// <summary>Something contains something: a text a text, or a list an element.</summary>
internal sealed class ContainsQuestion(Shape whole, Evidence withWhole, Shape part, Evidence withPart, Evidence withElement) : OpenQuestion
{
    public override bool Settle(Shapes shapes, bool isLast)
    {
        var kind = whole.Root.Kind;
        if (kind == ShapeKind.Open && !whole.Root.IsAdded && !isLast && part.Root.Kind is ShapeKind.Open or ShapeKind.Text)
        {
            return false;
        }

        if (kind == ShapeKind.Text || (kind == ShapeKind.Open && part.Root.Kind is ShapeKind.Open or ShapeKind.Text))
        {
            shapes.Fix(whole, ShapeKind.Text, withWhole);
            shapes.Fix(part, ShapeKind.Text, withPart);
        }
        else
        {
            shapes.Join(part, withPart, shapes.ElementOf(whole, withWhole), withElement);
        }

        return true;
    }
}
