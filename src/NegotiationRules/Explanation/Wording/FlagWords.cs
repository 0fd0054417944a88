namespace NegotiationRules.Explanation.Wording;

/// <summary>What the name of a fact says that is true or false, and its contrary: "wants peace" and "does not want peace".</summary>
/// <param name="Yes">That it is true.</param>
/// <param name="No">That it is false.</param>
internal sealed record FlagWords(string Yes, string No)
{
    private static readonly HashSet<string> Places = new(StringComparer.Ordinal)
    {
        "about", "above", "among", "at", "before", "below", "between", "by", "in", "on", "under", "within", "without",
    };

    private static readonly HashSet<string> NounsInIng = new(StringComparer.Ordinal)
    {
        "backing", "beginning", "being", "building", "ceiling", "ending", "evening", "feeling", "finding", "funding",
        "hearing", "meaning", "meeting", "morning", "opening", "ruling", "saving", "shipping", "spring", "standing",
        "string", "thing", "training", "understanding", "warning",
    };

    /// <summary>How it is read; <see langword="null"/> if it has to be quoted.</summary>
    public static FlagWords? Read(string name)
    {
        if (Adjectives.TryRead(name, out var adjective))
        {
            return Of(adjective);
        }

        var words = Nouns.WordsOfTitle(name).Split(' ');
        return words switch
        {
            ["is", "not", .. { Length: > 0 } rest] => new FlagWords($"is not {string.Join(' ', rest)}", $"is {string.Join(' ', rest)}"),
            ["is", .. { Length: > 0 } rest] => Of(string.Join(' ', rest)),
            ["has", var done, ..] when Adjectives.IsParticiple(done) => new FlagWords(
                string.Join(' ', words), $"has not {string.Join(' ', words[1..])}"),
            [var verb, ..] when Verbs.Contains(verb) && !Adjectives.IsParticiple(words[^1]) => new FlagWords(
                string.Join(' ', words),
                Verbs.Deny(string.Join(' ', words))
            ),
            ["not", .. { Length: > 1 } rest] when Places.Contains(rest[0]) && name.Contains(' ', StringComparison.Ordinal) => new FlagWords(
                $"is not {string.Join(' ', rest)}",
                $"is {string.Join(' ', rest)}"
            ),
            [var place, _, ..] when Places.Contains(place) => Of(string.Join(' ', words)),
            [{ Length: > 5 } doing, ..] when doing.EndsWith("ing", StringComparison.Ordinal) && !NounsInIng.Contains(doing) => Of(
                string.Join(' ', words)
            ),
            _ => null,
        };
    }

    private static FlagWords Of(string words) => new($"is {words}", $"is not {words}");
}
