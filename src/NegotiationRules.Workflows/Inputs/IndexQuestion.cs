namespace NegotiationRules.Workflows.Inputs;

/// <summary>Something has a place in square brackets: a list an element, or a text a character.</summary>
internal sealed class IndexQuestion(Shape whole, Shape part, Evidence asList, Evidence asText) : OpenQuestion
{
    public override bool Settle(Shapes shapes, bool isLast)
    {
        if (whole.Root.Kind == ShapeKind.Record)
        {
            // A dictionary, of which the key is not written out: the translation says so.
            return true;
        }

        var isOpen = whole.Root.Kind == ShapeKind.Open && part.Root.Kind is ShapeKind.Open or ShapeKind.Text;
        if (isOpen && !isLast)
        {
            return false;
        }

        // Beside a character in single quotation marks, more likely a character of a text than a text of a list.
        if (whole.Root.Kind == ShapeKind.Text || (isOpen && part.Root.IsCharacter))
        {
            shapes.Fix(whole, ShapeKind.Text, asText);
            shapes.Fix(part, ShapeKind.Text, asText);
        }
        else
        {
            shapes.Join(part, asList, shapes.ElementOf(whole, asList), asList);
        }

        return true;
    }
}
