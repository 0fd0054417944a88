using System.Globalization;
using System.Runtime.CompilerServices;

namespace NegotiationRules.Explanation.Wording;

/// <summary>Several things in one sentence.</summary>
internal static class Series
{
    /// <summary>"a, b and c"; what is beyond <paramref name="most"/> as "and 34 more"; "none" if there is nothing.</summary>
    public static string And(IReadOnlyList<string> items, int most = int.MaxValue) => Join(items, "and", most);

    /// <summary>"a, b or c"; what is beyond <paramref name="most"/> as "or 34 more"; "none" if there is nothing.</summary>
    public static string Or(IReadOnlyList<string> items, int most = int.MaxValue) => Join(items, "or", most);

    /// <summary>"neither a nor b", "none of a, b and c".</summary>
    public static string Neither(IReadOnlyList<string> items, int most = int.MaxValue) =>
        items.Count == 2 ? $"neither {items[0]} nor {items[1]}" : $"none of {And(items, most)}";

    /// <summary>Likewise, of things that are put in words only if they are shown.</summary>
    public static string And<T>(IReadOnlyList<T> items, Func<T, string> words, int most)
    {
        var shown = items.Count - 1 > most ? most : items.Count;
        var texts = new string[shown == items.Count ? shown : shown + 1];
        for (var i = 0; i < shown; i++)
        {
            texts[i] = words(items[i]);
        }

        if (shown < items.Count)
        {
            texts[shown] = More(items.Count - shown);
        }

        return And(texts);
    }

    private static string Join(IReadOnlyList<string> items, string word, int most)
    {
        // "and 1 more" would be longer than most things it stands for.
        var shown = items.Count - 1 > most ? most : items.Count;
        if (items.Count == 0 || (shown == 1 && items.Count == 1))
        {
            return items.Count == 0 ? "none" : items[0];
        }

        var last = shown == items.Count ? shown - 1 : shown;
        var text = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture);
        for (var i = 0; i < last; i++)
        {
            text.AppendLiteral(i == 0 ? string.Empty : ", ");
            text.AppendLiteral(items[i]);
        }

        text.AppendLiteral(last == 0 ? string.Empty : " ");
        text.AppendLiteral(last == 0 ? string.Empty : word);
        text.AppendLiteral(last == 0 ? string.Empty : " ");
        text.AppendLiteral(shown == items.Count ? items[last] : More(items.Count - shown));
        return text.ToStringAndClear();
    }

    private static string More(int count) => string.Create(CultureInfo.InvariantCulture, $"{count} more");
}
