namespace NegotiationRules.Workflows.Inputs;

/// <summary>Something is asked whether a text is among its <c>Keys</c>: a dictionary, unless samples have keys as a member of an
/// object.</summary>
internal sealed class KeyQuestion(Shape dictionary, string key, Evidence asKey, Evidence asElement) : OpenQuestion
{
    public override bool Settle(Shapes shapes, bool isLast)
    {
        if (!isLast)
        {
            return false;
        }

        if (Dictionaries.OwnKeys(dictionary.Root) is { } own)
        {
            shapes.Fix(shapes.ElementOf(own, asElement), ShapeKind.Text, asElement);
        }
        else
        {
            shapes.UnderKey(dictionary, key, asKey);
        }

        return true;
    }
}
