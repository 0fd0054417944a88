using System.Globalization;

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
    public static string And<T>(IReadOnlyCollection<T> items, Func<T, string> words, int most) => And([.. Shown(items, words, most)]);

    private static IEnumerable<string> Shown<T>(IReadOnlyCollection<T> items, Func<T, string> words, int most) => items.Count - 1 > most
        ? items.Take(most).Select(words).Append(string.Create(CultureInfo.InvariantCulture, $"{items.Count - most} more"))
        : items.Select(words);

    private static string Join(IReadOnlyList<string> items, string word, int most)
    {
        if (items.Count == 0)
        {
            return "none";
        }

        // "and 1 more" would be longer than most things it stands for.
        var shown = items.Count - 1 > most
            ? [.. items.Take(most), string.Create(CultureInfo.InvariantCulture, $"{items.Count - most} more")]
            : items;
        return shown.Count == 1 ? shown[0] : $"{string.Join(", ", shown.SkipLast(1))} {word} {shown[^1]}";
    }
}
