using System.Globalization;

namespace NegotiationRules.Explanation.Wording;

/// <summary>The few words that come between the words of a rule's author and the facts that are filled in, in the author's
/// language.</summary>
/// <param name="And">What joins the last of several things.</param>
/// <param name="More">What stands for the rest, as a format: "34 more".</param>
/// <param name="NotKnown">What stands for a fact that is not known, where it need not agree with anything; a question mark stands in every
/// language.</param>
/// <param name="None">What stands for no thing; a dash stands in every language.</param>
/// <param name="Yes">What stands for what is so; a tick stands in every language.</param>
/// <param name="No">What stands for what is not so.</param>
/// <remarks>A language that is not listed is given none of these words: a comma, a question mark, a dash, a tick and "+34" are understood
/// in all of them.</remarks>
internal sealed record FillingWords(
    string? And, string More, string NotKnown = "?", string None = "–", string Yes = "✓", string No = "✗")
{
    private static readonly FillingWords Neutral = new(null, "+{0}");

    private static readonly FillingWords English = new("and", "{0} more", "not known", "none", "yes", "no");

    private static readonly Dictionary<string, FillingWords> ByLanguage = new(StringComparer.OrdinalIgnoreCase)
    {
        ["en"] = English,
        ["de"] = new("und", "{0} weitere", "nicht bekannt", Yes: "ja", No: "nein"),
        ["nl"] = new("en", "nog {0}", "niet bekend", Yes: "ja", No: "nee"),
        ["sv"] = new("och", "{0} till", Yes: "ja", No: "nej"),
        ["da"] = new("og", "{0} til", Yes: "ja", No: "nej"),
        ["nb"] = new("og", "{0} til", Yes: "ja", No: "nei"),
        ["fr"] = new("et", "{0} autres", Yes: "oui", No: "non"),
        ["es"] = new("y", "{0} más", Yes: "sí", No: "no"),
        ["pt"] = new("e", "mais {0}", Yes: "sim", No: "não"),
        ["it"] = new("e", "altri {0}", Yes: "sì", No: "no"),
        ["pl"] = new("i", "jeszcze {0}", Yes: "tak", No: "nie"),
        ["ru"] = new("и", "ещё {0}", "неизвестно", Yes: "да", No: "нет"),
        ["uk"] = new("та", "ще {0}", "невідомо", Yes: "так", No: "ні"),
    };

    /// <summary>The words of a language by its tag; of no particular language those of the rest of an explanation, which is
    /// English.</summary>
    public static FillingWords Of(string language) =>
        language.Length == 0 ? English : ByLanguage.GetValueOrDefault(language.Split('-', '_')[0], Neutral);

    /// <summary>Whether it is the language that the rest of an explanation is in.</summary>
    public bool IsEnglish => ReferenceEquals(this, English);

    /// <summary>A number as it is written in that language: digits in groups, and a comma before decimals where it is usual.</summary>
    public string Number(string digits) =>
        Numbers.Group(digits) is var grouped
        && (IsEnglish || And is null || !decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            ? grouped
            : grouped.Replace('.', ',');

    /// <summary>"yes" or "no".</summary>
    public string Flag(bool value) => value ? Yes : No;

    /// <summary>Several things in one sentence; what is beyond <paramref name="most"/> as a number.</summary>
    public string Series(IReadOnlyList<string> items, int most)
    {
        if (items.Count == 0)
        {
            return None;
        }

        IReadOnlyList<string> shown =
            items.Count - 1 > most ? [.. items.Take(most), string.Format(CultureInfo.InvariantCulture, More, items.Count - most)] : items;
        return shown.Count == 1 || And is null
            ? string.Join(", ", shown)
            : $"{string.Join(", ", shown.SkipLast(1))} {AndBefore(shown[^1])} {shown[^1]}";
    }

    // Spanish says "e" before the sound of its own "y": Francia e Italia, but cobre y hierro.
    private string AndBefore(string last) =>
        And == "y"
        && (StartsWith(last, "i") || StartsWith(last, "í") || StartsWith(last, "hi") || StartsWith(last, "hí"))
        && !StartsWith(last, "hie")
        && !StartsWith(last, "hia")
            ? "e"
            : And!;

    private static bool StartsWith(string text, string start) => text.StartsWith(start, StringComparison.OrdinalIgnoreCase);
}
