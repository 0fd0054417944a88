using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NegotiationRules.Facts.Columns;

/// <summary>Fills in the elements of lists of a .NET type.</summary>
internal abstract class ElementFiller<TElement>(FactPlan element, TableFiller filler)
{
    // In a field of the object, for what depends on a type parameter is looked up anew each time.
    private readonly Type _usual = typeof(List<TElement>);

    protected FactPlan Element => element;

    protected TableFiller Filler => filler;

    public virtual void Bind()
    {
    }

    /// <summary>Adds all elements of a list to its level.</summary>
    /// <param name="list">The list, of whatever type.</param>
    /// <param name="plan">Where they go.</param>
    /// <param name="row">The place of the element that has the list.</param>
    /// <returns>Whether that is a list that can be followed, and each of its elements is what it may be.</returns>
    public bool TryFillAll(object list, ListPlan plan, int row)
    {
        // No rule goes over them: how many there are is all that can be wrong with what is looked at.
        if (plan.Level < 0)
        {
            return list is IReadOnlyCollection<TElement> all && IsLengthGood(all.Count, plan.MaxItems);
        }

        var level = filler.Levels[plan.Level];
        if (list.GetType() == _usual)
        {
            return TryFillAll(CollectionsMarshal.AsSpan(Unsafe.As<List<TElement>>(list)), level, plan.MaxItems, row);
        }

        switch (list)
        {
            case List<TElement> elements:
                return TryFillAll(CollectionsMarshal.AsSpan(elements), level, plan.MaxItems, row);
            case TElement[] elements:
                return TryFillAll(elements, level, plan.MaxItems, row);
            case IReadOnlyList<TElement> elements:
                var count = elements.Count;
                for (var i = 0; i < count; i++)
                {
                    if (!TryFill(elements[i], level.AddElement(row, isSupposed: false)))
                    {
                        return false;
                    }
                }

                return IsLengthGood(count, plan.MaxItems);
            case IEnumerable<TElement> elements:
                foreach (var one in elements)
                {
                    if (level.Open >= ReadingLimits.Default.ListLength || !TryFill(one, level.AddElement(row, isSupposed: false)))
                    {
                        return false;
                    }
                }

                return IsLengthGood(level.Open, plan.MaxItems);
            default:
                return false;
        }
    }

    protected abstract bool TryFill(TElement? value, int row);

    private bool TryFillAll(ReadOnlySpan<TElement> elements, LevelRows level, int? most, int row)
    {
        if (!IsLengthGood(elements.Length, most))
        {
            return false;
        }

        var first = level.AddElements(row, elements.Length);
        for (var i = 0; i < elements.Length; i++)
        {
            if (!TryFill(elements[i], first + i))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsLengthGood(int count, int? most) => count <= ReadingLimits.Default.ListLength && !(count > most);
}
