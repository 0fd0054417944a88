namespace NegotiationRules.Facts.Columns;

/// <summary>Fills in elements that are neither objects nor lists.</summary>
internal sealed class ScalarElement<TElement>(FactPlan element, TableFiller filler) : ElementFiller<TElement>(element, filler)
{
    private readonly bool _isFreeText =
        typeof(TElement) == typeof(string) && element is { Type: TextType { Values: null }, Presences.Length: 0, Column: >= 0 };
    private ColumnValues? _texts;

    public override void Bind() => _texts = _isFreeText ? Filler.Columns[Element.Column] : null;

    protected override bool TryFill(TElement? value, int row)
    {
        if (_texts is not null && value is string text)
        {
            _texts.FillText(row, text);
            return true;
        }

        if (!PropertyValue.TryRead(value, Element.Type, out var fact))
        {
            return false;
        }

        Filler.Fill(Element, fact, row);
        return true;
    }
}
