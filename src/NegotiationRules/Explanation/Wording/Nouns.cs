using System.Globalization;

namespace NegotiationRules.Explanation.Wording;

/// <summary>English nouns made from the names of lists and facts.</summary>
internal static class Nouns
{
    private static readonly Dictionary<string, string> Irregular = new(StringComparer.Ordinal)
    {
        ["people"] = "person",
        ["men"] = "man",
        ["women"] = "woman",
        ["children"] = "child",
        ["criteria"] = "criterion",
        ["statuses"] = "status",
        ["indices"] = "index",
        ["annexes"] = "annex",
        ["crises"] = "crisis",
        ["bases"] = "base",
    };

    private static readonly Dictionary<string, string> IrregularPlurals = Irregular.ToDictionary(
        pair => pair.Value,
        pair => pair.Key,
        StringComparer.Ordinal
    );

    /// <summary>One of what a list is called after: <c>contactGroups</c> gives "contact group"; <see langword="null"/> if the name does not
    /// tell.</summary>
    public static string? SingularOf(string listName)
    {
        var words = Words(listName);
        var cut = words.LastIndexOf(' ') + 1;
        return SingularOfWord(words[cut..]) is { } word ? words[..cut] + word : null;
    }

    /// <summary>Several of it: "contact groups".</summary>
    public static string PluralOf(string noun)
    {
        var cut = noun.LastIndexOf(' ') + 1;
        var word = noun[cut..];
        return noun[..cut] + (
            IrregularPlurals.TryGetValue(word, out var plural) ? plural
            : word.EndsWith('y') && word.Length > 1 && !IsVowel(word[^2]) ? $"{word[..^1]}ies"
            : HissesAtEnd(word) ? $"{word}es"
            : $"{word}s");
    }

    /// <summary>The words that a name in camel case is made of, in lower case but for abbreviations: "contact groups".</summary>
    public static string Words(string name)
    {
        var words = new System.Text.StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i] is '_' or '-' ? ' ' : name[i];
            var startsWord = char.IsUpper(c) && i > 0 && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if ((startsWord || BeginsNumber(name, i)) && words[^1] != ' ')
            {
                words.Append(' ');
            }

            var isAbbreviation =
                char.IsUpper(c)
                && ((i + 1 < name.Length && char.IsUpper(name[i + 1])) || (i > 0 && char.IsUpper(name[i - 1]) && !startsWord));
            words.Append(isAbbreviation ? c : char.ToLowerInvariant(c));
        }

        return words.ToString();
    }

    // "annex 2 states" and "the 1990s", but "co2 emissions", and "input1" as it is.
    private static bool BeginsNumber(string name, int at)
    {
        if (at == 0 || !char.IsAsciiDigit(name[at]) || !char.IsLower(name[at - 1]))
        {
            return false;
        }

        var (letters, digits) = (0, 0);
        while (at - 1 - letters >= 0 && char.IsLower(name[at - 1 - letters]))
        {
            letters++;
        }

        while (at + digits < name.Length && char.IsAsciiDigit(name[at + digits]))
        {
            digits++;
        }

        return digits >= 4 || (letters >= 4 && at + digits < name.Length && char.IsUpper(name[at + digits]));
    }

    /// <summary>The words of a title as they are, or of a name in camel case.</summary>
    public static string WordsOfTitle(string name) => name.Contains(' ', StringComparison.Ordinal) ? name : Words(name);

    /// <summary>The word with "a" or "an" before it.</summary>
    public static string WithArticle(string word)
    {
        var sounds = word.StartsWith("uni", StringComparison.OrdinalIgnoreCase)
            || word.StartsWith("use", StringComparison.OrdinalIgnoreCase)
            || word.StartsWith("eu", StringComparison.OrdinalIgnoreCase)
            || word.StartsWith("one", StringComparison.OrdinalIgnoreCase);
        return word.Length > 0 && IsVowel(char.ToLowerInvariant(word[0])) && !sounds ? $"an {word}" : $"a {word}";
    }

    /// <summary>"1st", "2nd", "3rd", "11th" …</summary>
    public static string Ordinal(int number)
    {
        var ending = (number % 100) is >= 11 and <= 13 ? "th" : (number % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" };
        return string.Create(CultureInfo.InvariantCulture, $"{number}{ending}");
    }

    /// <summary>The number with what it counts: "1 step", "3 steps".</summary>
    public static string Count(long number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {(number == 1 ? noun : PluralOf(noun))}");

    private static string? SingularOfWord(string word)
    {
        if (Irregular.TryGetValue(word, out var singular))
        {
            return singular;
        }

        if (
            word.Length < 3
            || !word.EndsWith('s')
            || word[^2] is 's' or 'u' or 'i'
            || word is "news" or "series" or "species" or "means" or "talks"
        )
        {
            return null;
        }

        return word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4 ? $"{word[..^3]}y"
            : word.EndsWith("es", StringComparison.Ordinal) && HissesAtEnd(word[..^2]) && !word.EndsWith("ses", StringComparison.Ordinal)
                ? word[..^2]
            : word.EndsWith("sses", StringComparison.Ordinal) ? word[..^2]
            : word[..^1];
    }

    private static bool HissesAtEnd(string word) =>
        word.Length > 0
        && (
            word[^1] is 's' or 'x' or 'z' || word.EndsWith("ch", StringComparison.Ordinal) || word.EndsWith("sh", StringComparison.Ordinal)
        );

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
