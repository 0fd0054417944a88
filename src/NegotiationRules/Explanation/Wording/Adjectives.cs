using System.Diagnostics.CodeAnalysis;

namespace NegotiationRules.Explanation.Wording;

/// <summary>Tells whether the name of a fact that is true or false can stand after "is": <c>professional</c> can, <c>fullPowers</c> cannot.</summary>
/// <remarks>When in doubt it cannot: "has fullPowers true" is stiff but never wrong.</remarks>
internal static class Adjectives
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "absent", "attending", "binding", "civilian", "complete", "diplomatic", "direct", "final", "free", "full", "independent", "known", "military", "missing", "neutral", "open", "participating", "permanent",
        "present", "public", "ready", "secret", "serving", "sovereign", "urgent", "valid", "willing", "written",
    };

    private static readonly HashSet<string> Nouns = new(StringComparer.Ordinal)
    {
        "appeal", "approval", "capital", "dismissal", "initiative", "need", "objective", "official", "proposal", "refusal", "removal", "renewal", "representative", "signal",
        "speed", "trial", "withdrawal",
    };

    private static readonly string[] Endings = ["ed", "al", "able", "ible", "ive", "ous", "ful", "less"];

    public static bool TryRead(string name, [NotNullWhen(true)] out string? words)
    {
        words = Wording.Nouns.Words(name);
        var parts = words.Split(' ');
        var end = parts.Length - 1;
        end -= parts[end] is "over" or "out" or "off" && end > 0 ? 1 : 0;
        var last = parts[end];

        // Before an adjective stands an adverb; anything else makes it a sentence of its own, such as "restriction notified".
        var reads = parts.Take(end).All(p => p.EndsWith("ly", StringComparison.Ordinal)
            || p is "well" or "already" or "still" or "now" or "once")
            && (Known.Contains(last) || (!Nouns.Contains(last)
            && Endings.Any(e => last.Length > e.Length + 2 && last.EndsWith(e, StringComparison.Ordinal))));
        words = reads ? words : null;
        return words is not null;
    }
}
