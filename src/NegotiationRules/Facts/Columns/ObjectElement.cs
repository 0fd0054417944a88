namespace NegotiationRules.Facts.Columns;

/// <summary>Fills in elements that are objects.</summary>
internal sealed class ObjectElement<TElement>(FactPlan element, TableFiller filler, ObjectFiller<TElement> inner)
    : ElementFiller<TElement>(element, filler)
    where TElement : class
{
    public override void Bind() => inner.Bind();

    protected override bool TryFill(TElement? value, int row)
    {
        if (value is null)
        {
            Filler.Fill(Element, Element.Absent, row);
            return true;
        }

        Filler.FillPresent(Element, row);
        return inner.TryFill(value, row);
    }
}
