using NegotiationRules.Arrow.Cells;
using NegotiationRules.Facts.Columns;

namespace NegotiationRules.Arrow.Filling;

/// <summary>Finds where the elements of lists lie.</summary>
internal static class ElementFinder
{
    /// <summary>Finds them.</summary>
    /// <param name="lists">The lists of all elements.</param>
    /// <param name="places">Those that have lists.</param>
    /// <param name="known">A bit for each: whether its list is known; <see langword="null"/> if all are.</param>
    /// <param name="lengths">Receives how long each is; of one that is not known 1 if it may have an element, which is supposed.</param>
    /// <param name="supposes">Whether a list that is not known may have an element.</param>
    /// <returns><see langword="null"/> if there are more than fit together.</returns>
    public static ElementPlaces? Find(ListCells lists, ElementPlaces places, ulong[]? known, int[] lengths, bool supposes)
    {
        long count = 0;
        long first = -1, end = -1;
        var areSideBySide = true;
        for (var i = 0; i < lengths.Length; i++)
        {
            if (known is not null && !Bits.Get(known, i))
            {
                lengths[i] = supposes ? 1 : 0;
                areSideBySide &= lengths[i] == 0;
            }
            else
            {
                (var start, lengths[i]) = lists.At(places[i]);
                first = first < 0 ? start : first;
                areSideBySide &= lengths[i] == 0 || end < 0 || start == end;
                end = lengths[i] == 0 && end >= 0 ? end : start + lengths[i];
            }

            count += lengths[i];
        }

        return count > Array.MaxLength - 63 ? null
            : areSideBySide ? new ElementPlaces(Math.Max(first, 0), (int)count, null)
            : new ElementPlaces(0, (int)count, Each(lists, places, known, lengths, (int)count));
    }

    private static long[] Each(ListCells lists, ElementPlaces places, ulong[]? known, int[] lengths, int count)
    {
        var each = new long[count];
        var element = 0;
        for (var i = 0; i < lengths.Length; i++)
        {
            var start = known is null || Bits.Get(known, i) ? lists.At(places[i]).Start : -1;
            for (var inside = 0; inside < lengths[i]; inside++)
            {
                each[element++] = start < 0 ? -1 : start + inside;
            }
        }

        return each;
    }
}
