using NegotiationRules.Facts.Columns;

namespace NegotiationRules.Native.Columns;

/// <summary>Whether lists are complete, as the fact beside them says that the vocabulary names for it.</summary>
/// <param name="stated">Its values; <see langword="null"/> if none were given.</param>
/// <param name="ifNot">What it is where it is not known.</param>
internal sealed unsafe class GivenCompleteness(GivenColumn? stated, bool ifNot)
{
    /// <summary>How many values were given; <see langword="null"/> if none.</summary>
    public long? Length => stated?.Length;

    /// <summary>Reads a bit for each list: whether it is complete.</summary>
    /// <param name="parents">The elements that have the lists.</param>
    /// <param name="into">Receives the bits.</param>
    /// <returns>Whether all are.</returns>
    public bool Read(ElementPlaces parents, Span<ulong> into)
    {
        var words = into[..Bits.Words(parents.Count)];
        if (stated is null || parents.Count == 0)
        {
            words.Fill(ifNot ? ulong.MaxValue : 0);
            return ifNot || parents.Count == 0;
        }

        var known = stated.Known.IsAll ? null : new ulong[words.Length];
        GivenValues.ReadBits(stated.Values, stated.Kind, stated.Stride, parents, words, $"`{stated.Path}`");
        if (known is not null)
        {
            stated.Known.Read(parents, known);
            for (var word = 0; word < words.Length; word++)
            {
                words[word] = (words[word] & known[word]) | (ifNot ? ~known[word] : 0);
            }
        }

        return Bits.Count(words, parents.Count) == parents.Count;
    }
}
