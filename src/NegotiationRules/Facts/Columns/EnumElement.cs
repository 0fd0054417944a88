using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace NegotiationRules.Facts.Columns;

/// <summary>Fills in elements that are values of an enum with numbers of 32 bits under it.</summary>
[SuppressMessage(
    "Performance",
    "CA1812:Avoid uninstantiated internal classes",
    Justification = "Made by reflection for the type of the elements."
)]
internal sealed class EnumElement<TEnum>(FactPlan element, TableFiller filler, EnumFacts texts) : ElementFiller<TEnum>(element, filler)
    where TEnum : struct, Enum
{
    protected override bool TryFill(TEnum value, int row)
    {
        if (!texts.TryGet(Unsafe.BitCast<TEnum, int>(value), out var text))
        {
            return false;
        }

        Filler.Fill(Element, text, row);
        return true;
    }
}
