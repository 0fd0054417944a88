namespace NegotiationRules.Explanation.Outlines;

/// <summary>Tags of languages: which of those that there are fits the one that is asked for, and from which side a language is
/// written.</summary>
internal static class Languages
{
    private static readonly HashSet<string> FromTheRight = new(
        ["ar", "arc", "ckb", "dv", "fa", "he", "iw", "ku-arab", "nqo", "pa-arab", "ps", "sd", "syr", "ug", "ur", "yi"],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>
    /// The one that fits best: the same, whatever the case of its letters; else the one with the fewest parts more to the left of a hyphen
    /// (<c>de</c> for <c>de-AT</c>); else one of the same language for another region. <see langword="null"/> if there is none.
    /// </summary>
    public static string? Find(IEnumerable<string> offered, string asked)
    {
        List<string> languages = [.. offered.Where(language => language.Length > 0)];
        var wanted = asked.Trim().Replace('_', '-');
        for (var part = wanted; part.Length > 0; part = part[..Math.Max(part.LastIndexOf('-'), 0)])
        {
            if (languages.Find(language => IsSame(language, part)) is { } found)
            {
                return found;
            }
        }

        return languages.Find(language => IsSame(First(language), First(wanted)));
    }

    /// <summary>Whether it is written from right to left, as far as its tag tells.</summary>
    public static bool IsWrittenFromTheRight(string language)
    {
        var parts = language.Replace('_', '-').Split('-');
        return FromTheRight.Contains(parts[0]) ? !parts.Contains("Latn", StringComparer.OrdinalIgnoreCase)
            : parts.Length > 1 && (FromTheRight.Contains($"{parts[0]}-{parts[1]}") || parts[1].ToUpperInvariant() is "ARAB" or "HEBR");
    }

    private static bool IsSame(string language, string other) =>
        string.Equals(language.Replace('_', '-'), other, StringComparison.OrdinalIgnoreCase);

    private static string First(string language) => language.Split('-', '_')[0];
}
