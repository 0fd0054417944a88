namespace NegotiationRules.Text;

/// <summary>Remembers texts that were read lately, so that a word which comes again and again is one string.</summary>
/// <remarks>Each text has one place where it may be; another that needs the same place drives it out. So it never grows, whatever is
/// read.</remarks>
/// <param name="length">How long the text is in which they stand: a short one has not many.</param>
internal sealed class RecentTexts(int length)
{
    private readonly string?[] _places = new string?[Math.Clamp(length / 16, 16, 256)];

    public string Get(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return string.Empty;
        }

        // Names in one file mostly differ in length, at their ends or in the middle.
        var hash = (uint)((((((text[0] * 31) + text[text.Length / 2]) * 31) + text[^1]) * 31) + text.Length);
        ref var place = ref _places[hash % (uint)_places.Length];
        if (place is null || !text.SequenceEqual(place))
        {
            place = text.ToString();
        }

        return place;
    }
}
