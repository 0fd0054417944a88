using NegotiationRules.Facts;

namespace NegotiationRules.Explanation.Wording;

/// <summary>
/// What the property of an object is called in a sentence: by the title of the vocabulary, if there is one, else by its name.
/// </summary>
internal static class PropertyNames
{
    private const int LongestTitle = 40;

    private static readonly HashSet<string> NoNouns = new(StringComparer.Ordinal)
    {
        "about", "after", "against", "are", "as", "at", "before", "between", "by", "can", "during", "for", "from", "had", "has", "have",
            "how", "if", "in", "into", "is", "may", "must", "not", "of", "off", "on",
        "out", "over", "per", "shall", "since", "through", "to", "under", "until", "up", "upon", "via", "was", "what", "when", "where",
            "which", "who", "whom", "whose", "why", "will", "with", "within", "without",
    };

    // They say which one is meant, as "the" would.
    private static readonly HashSet<string> Determiners = new(StringComparer.Ordinal)
    {
        "any", "each", "every", "her", "his", "its", "my", "no", "our", "some", "that", "their", "these", "this", "those", "your",
    };

    private static readonly string[] Articles = ["the ", "a ", "an "];

    // Several of one thing by their name, yet more or less of it and not more or fewer of them.
    private static readonly HashSet<string> Amounts = new(StringComparer.Ordinal)
    {
        "arrears", "assets", "benefits", "contributions", "costs", "damages", "debts", "dues", "earnings", "emissions", "expenses",
        "exports", "fees", "funds", "goods", "imports", "losses", "means", "payments", "proceeds", "profits", "receipts", "reserves",
        "resources", "revenues", "sales", "savings", "stocks", "supplies", "taxes", "wages",
    };

    /// <summary>The title in words that fit into a sentence, if it is one thing; otherwise <see langword="null"/>.</summary>
    public static string? TitleOf(FactType type) => TitleWords(type) is { } words && IsNoun(words) ? words : null;

    /// <summary>The words of the title, else the name as it is.</summary>
    public static string WordsOf(string name, FactType type) => TitleWords(type) ?? name;

    // "Casus belli" stands as "casus belli", "EU member" as it is, and "The day of signing" without its article: sentences have their own.
    private static string? TitleWords(FactType type)
    {
        if (type.Title is not { Length: > 0 and <= LongestTitle } title || title.Any(c => char.IsControl(c) || c is '“' or '”'))
        {
            return null;
        }

        var article = Articles.FirstOrDefault(word => title.StartsWith(word, StringComparison.OrdinalIgnoreCase)) ?? string.Empty;
        title = title[article.Length..].TrimStart();
        return title.Length == 0 ? null
            : title.Length > 1 && char.IsUpper(title[1]) ? title
            : char.ToLowerInvariant(title[0]) + title[1..];
    }

    /// <summary>Whether "the" can stand before the words: not before "signed on", "in writing", "our side" or "restriction notified", but
    /// before "announced start".</summary>
    public static bool IsNoun(string words)
    {
        var parts = Nouns.Words(words).Split([' ', '.'], StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 0 && !NoNouns.Contains(parts[0]) && !Determiners.Contains(parts[0])
            && !NoNouns.Contains(parts[^1]) && !IsParticiple(parts[^1]) && (parts.Length == 2 || !IsParticiple(parts[0]));
    }

    /// <summary>Whether the words can stand behind a noun: "in the 1990s".</summary>
    public static bool IsPlace(string words) =>
        words.Split(' ') is ["in" or "at" or "on" or "before" or "after" or "during" or "since", _, ..] parts
        && !NoNouns.Contains(parts[^1]);

    /// <summary>Whether something stands behind the noun that belongs to it: "first day of the treaty".</summary>
    public static bool IsCompound(string words) => HeadOf(words).Length < words.Length;

    /// <summary>Whether the words name several things.</summary>
    public static bool IsPlural(string words) => Nouns.SingularOf(HeadOf(words)) is not null;

    /// <summary>Whether the value is how many there are of what the words name: "ports", but not "arrears".</summary>
    public static bool IsCounted(string words, FactType type) =>
        type is ExactType { Scale: 0 } && IsNoun(words) && IsPlural(words) && !Amounts.Contains(Nouns.Words(HeadOf(words)).Split(' ')[^1]);

    /// <summary>Several of what the words name: "days of the answer".</summary>
    public static string PluralOf(string words) => IsPlural(words) ? words : Nouns.PluralOf(HeadOf(words)) + words[HeadOf(words).Length..];

    // "number" of "number of consents"
    private static string HeadOf(string words)
    {
        var parts = words.Split(' ');
        var end = parts.Length < 2 ? -1 : Array.FindIndex(parts, 1, NoNouns.Contains);
        return end < 0 ? words : string.Join(' ', parts.Take(end));
    }

    private static bool IsParticiple(string word) => word.EndsWith("ed", StringComparison.Ordinal) && Adjectives.IsParticiple(word);
}
