using System.Diagnostics.CodeAnalysis;

namespace NegotiationRules.Explanation.Wording;

/// <summary>Tells whether the name of a fact that is true or false can stand after "is": <c>professional</c> can, <c>fullPowers</c>
/// cannot.</summary>
/// <remarks>When in doubt it cannot: "has fullPowers true" is stiff but never wrong.</remarks>
internal static class Adjectives
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "absent", "attending", "binding", "civilian", "complete", "diplomatic", "direct", "final", "free", "full",
        "important", "independent", "manifest", "known", "military", "missing", "neutral", "open", "participating",
        "permanent", "present", "public", "ready", "secret", "serving", "sovereign", "urgent", "valid", "willing",
        "written",
    };

    private static readonly HashSet<string> Nouns = new(StringComparer.Ordinal)
    {
        "appeal", "approval", "capital", "dismissal", "initiative", "need", "objective", "official", "proposal",
        "refusal", "removal", "renewal", "representative", "signal", "speed", "trial", "withdrawal",
    };

    private static readonly string[] Endings = ["ed", "al", "able", "ible", "ive", "ous", "ful", "less"];

    private static readonly HashSet<string> Participles = new(StringComparer.Ordinal)
    {
        "begun", "bound", "bought", "broken", "brought", "built", "chosen", "done", "drawn", "driven", "forbidden",
        "given", "held", "hidden", "kept", "known", "led", "left", "lost", "made", "met", "paid", "proven", "put",
        "seen", "sent", "set", "shown", "sold", "spoken", "taken", "told", "won", "written",
    };

    private static readonly HashSet<string> NounsInEd = new(StringComparer.Ordinal)
        { "bed", "breed", "creed", "deed", "feed", "greed", "need", "reed", "seed", "shed", "speed", "weed" };

    /// <summary>Whether a word can stand after "is" as what was done: "signed", "broken".</summary>
    public static bool IsParticiple(string word) =>
        Participles.Contains(word) || (word.EndsWith("ed", StringComparison.Ordinal) && word.Length >= 4 && !NounsInEd.Contains(word));

    public static bool TryRead(string name, [NotNullWhen(true)] out string? words)
    {
        words = Wording.Nouns.WordsOfTitle(name);
        var parts = words.Split(' ');
        var end = parts.Length - 1;
        end -= parts[end] is "over" or "out" or "off" or "afterwards" or "later" or "before" && end > 0 ? 1 : 0;
        var last = parts[end];

        // Before an adjective stands an adverb; anything else makes it a sentence of its own, such as "restriction notified".
        var reads = parts.Take(end).All(p => p.EndsWith("ly", StringComparison.Ordinal)
            || p is "well" or "already" or "still" or "now" or "once")
            && (Known.Contains(last) || (!Nouns.Contains(last)
            && Endings.Any(e => last.Length > e.Length + 2 && last.EndsWith(e, StringComparison.Ordinal))));

        // "recommended by the council", "signed subject to it"
        reads |= parts is [var first, "by" or "to" or "with" or "from" or "for" or "in" or "on" or "subject", _, ..] && IsParticiple(first);

        // "made important", "declared void"
        reads |= parts is [var made, var what] && IsParticiple(made) && Known.Contains(what);
        words = reads ? words : null;
        return words is not null;
    }
}
