using System.Globalization;
using System.Runtime.CompilerServices;

namespace NegotiationRules.Explanation.Wording;

/// <summary>Several things in one sentence.</summary>
internal static class Series
{
    /// <summary>"a, b and c"; what is beyond <paramref name="most"/> as "and 34 more"; "none" if there is nothing.</summary>
    public static string And(IReadOnlyList<string> items, int most = int.MaxValue) => Join(items, "and", most);

    /// <summary>Likewise, of things that are put in words only if they are shown.</summary>
    public static string And<T>(IReadOnlyList<T> items, Func<T, string> words, int most) =>
        And(items, words, static (item, words) => words(item), most);

    /// <summary>Likewise, with what is needed to put them in words.</summary>
    public static string And<T, TWith>(IReadOnlyList<T> items, TWith with, Func<T, TWith, string> words, int most) =>
        Join(items, with, words, "and", most);

    /// <summary>"a, b or c"; what is beyond <paramref name="most"/> as "or 34 more"; "none" if there is nothing.</summary>
    public static string Or(IReadOnlyList<string> items, int most = int.MaxValue) => Join(items, "or", most);

    /// <summary>"neither a nor b", "none of a, b and c".</summary>
    public static string Neither(IReadOnlyList<string> items, int most = int.MaxValue) =>
        items.Count == 2 ? $"neither {items[0]} nor {items[1]}" : $"none of {And(items, most)}";

    private static string Join(IReadOnlyList<string> items, string word, int most) =>
        Join(items, 0, static (item, _) => item, word, most);

    private static string Join<T, TWith>(IReadOnlyList<T> items, TWith with, Func<T, TWith, string> words, string word, int most)
    {
        // "and 1 more" would be longer than most things it stands for.
        var shown = items.Count - 1 > most ? most : items.Count;
        if (items.Count == 0 || (shown == 1 && items.Count == 1))
        {
            return items.Count == 0 ? "none" : words(items[0], with);
        }

        var last = shown == items.Count ? shown - 1 : shown;
        var text = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture);
        for (var i = 0; i < last; i++)
        {
            text.AppendLiteral(i == 0 ? string.Empty : ", ");
            text.AppendLiteral(words(items[i], with));
        }

        text.AppendLiteral(last == 0 ? string.Empty : " ");
        text.AppendLiteral(last == 0 ? string.Empty : word);
        text.AppendLiteral(last == 0 ? string.Empty : " ");
        text.AppendLiteral(shown == items.Count ? words(items[last], with) : More(items.Count - shown));
        return text.ToStringAndClear();
    }

    private static string More(int count) => string.Create(CultureInfo.InvariantCulture, $"{count} more");
}
