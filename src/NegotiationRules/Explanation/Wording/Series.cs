using System.Globalization;
using System.Runtime.CompilerServices;

namespace NegotiationRules.Explanation.Wording;

/// <summary>Several things in one sentence.</summary>
internal static class Series
{
    private const string LastOfAll = " and ";

    /// <summary>"a, b and c"; what is beyond <paramref name="most"/> as "and 34 more"; "none" if there is nothing.</summary>
    public static string And(IReadOnlyList<string> items, int most = int.MaxValue) => Join(items, static item => item, most, LastOfAll);

    /// <summary>Likewise, of things that are put in words only if they are shown.</summary>
    public static string And<T>(IReadOnlyList<T> items, Func<T, string> words, int most) => Join(items, words, most, LastOfAll);

    /// <summary>"a, b or c"; what is beyond <paramref name="most"/> as "or 34 more"; "none" if there is nothing.</summary>
    public static string Or(IReadOnlyList<string> items, int most = int.MaxValue) => Join(items, static item => item, most, " or ");

    /// <summary>"neither a nor b", "none of a, b and c".</summary>
    public static string Neither(IReadOnlyList<string> items, int most = int.MaxValue) =>
        items.Count == 2 ? $"neither {items[0]} nor {items[1]}" : $"none of {And(items, most)}";

    /// <summary>How many things are named: "and 1 more" would be longer than most things it stands for.</summary>
    public static int Named(int count, int most) => count - 1 > most ? most : count;

    /// <summary>What stands before one of them: nothing, a comma, or "and" before the last of all.</summary>
    public static string Before(int place, int count, string last = LastOfAll) =>
        place == 0 ? string.Empty : place == count - 1 ? last : ", ";

    /// <summary>What stands behind those that are named: " and 34 more", or nothing.</summary>
    public static string Rest(int count, int most, string last = LastOfAll) => Named(count, most) is var named && named == count
        ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"{(named == 0 ? string.Empty : last)}{count - named} more");

    private static string Join<T>(IReadOnlyList<T> items, Func<T, string> words, int most, string last)
    {
        if (items.Count < 2)
        {
            return items.Count == 0 ? "none" : words(items[0]);
        }

        var text = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture);
        for (var i = 0; i < Named(items.Count, most); i++)
        {
            text.Add(Before(i, items.Count, last), words(items[i]));
        }

        text.AppendLiteral(Rest(items.Count, most, last));
        return text.ToStringAndClear();
    }
}
