using System.Diagnostics.CodeAnalysis;
using NegotiationRules.Facts;

namespace NegotiationRules.RulesEngine.Inputs;

/// <summary>Lists, element by element.</summary>
/// <remarks>
/// An element that is nothing has no place in a list of facts. A list that is only worked out when it is gone over may be gone over once
/// alone, or differ the second time: such a one is left to RulesEngine, unless LINQ made it of another list.
/// </remarks>
[SuppressMessage(
    "Performance",
    "CA1812:Avoid uninstantiated internal classes",
    Justification = "Made by reflection for the types of the list and the element."
)]
internal sealed class ListReader<TList, TElement>(FactReader<TElement> element) : FactReader<TList>
    where TList : IEnumerable<TElement>
{
    public override bool TryRead(TList value, out FactValue fact)
    {
        fact = default;
        switch (value)
        {
            case null:
                return true;
            case TElement[] array:
                return TryReadAll(array, out fact);
            case List<TElement> list:
                return TryReadAll(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(list), out fact);
            case ICollection<TElement> or IReadOnlyCollection<TElement>:
                return TryReadAll(value.ToArray(), out fact);
            default:
                return value.GetType().Namespace == "System.Linq" && TryReadAll(value.ToArray(), out fact);
        }
    }

    private bool TryReadAll(ReadOnlySpan<TElement> elements, out FactValue fact)
    {
        fact = default;
        var values = new FactValue[elements.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (elements[i] is null || !element.TryRead(elements[i], out values[i]))
            {
                return false;
            }
        }

        fact = FactValue.Of(new FactList(values, isComplete: true));
        return true;
    }
}
