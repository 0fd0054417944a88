namespace NegotiationRules.Explanation.Wording;

/// <summary>Verbs in the third person, as names of facts hold them: "wants peace", "ends on".</summary>
/// <remarks>Only words that are listed are taken for verbs: many of these forms are plurals of nouns as well.</remarks>
internal static class Verbs
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "accepts", "acts", "agrees", "allows", "applies", "asks", "begins", "belongs", "binds", "blocks", "breaks",
        "commits", "complies", "conflicts", "considers", "consents", "contains", "controls", "covers", "defeats",
        "denies", "depends", "ends", "exceeds", "excludes", "exists", "expires", "fears", "follows", "forbids",
        "gives", "grants", "guarantees", "has", "helps", "holds", "includes", "intends", "involves", "joins", "keeps",
        "knows", "lasts", "lies", "lives", "matters", "meets", "needs", "objects", "offers", "opposes", "owns",
        "pays", "permits", "prohibits", "provides", "produces", "recognises", "recognizes", "refers", "rejects",
        "remains", "represents", "requires", "respects", "runs", "serves", "sits", "speaks", "stands", "starts",
        "supports", "takes", "threatens", "trusts", "uses", "violates", "wants", "wins", "works",
    };

    /// <summary>Whether a word is one that is known to be a verb.</summary>
    public static bool Contains(string word) => Known.Contains(word);

    /// <summary>"is signed" as "is not signed", "ends" as "does not end".</summary>
    public static string Deny(string words) =>
        words == "is" || words.StartsWith("is ", StringComparison.Ordinal) ? $"is not{words[2..]}" : $"does not {Many(words)}";

    /// <summary>The same of several: "is signed" as "are signed", "has a vote" as "have a vote", "wants peace" as "want peace".</summary>
    public static string Many(string words)
    {
        var end = words.IndexOf(' ') is > 0 and var space ? space : words.Length;
        var rest = words[end..].Replace(" as its ", " as their ", StringComparison.Ordinal)
            .Replace(" among its ", " among their ", StringComparison.Ordinal);
        return $"{ManyOf(words[..end])}{rest}";
    }

    private static string ManyOf(string verb) => verb switch
    {
        "is" => "are",
        "has" => "have",
        "does" => "do",
        "lies" => "lie",
        _ when verb.EndsWith("ies", StringComparison.Ordinal) => $"{verb[..^3]}y",
        _ when verb.EndsWith("sses", StringComparison.Ordinal) || verb.EndsWith("shes", StringComparison.Ordinal)
            || verb.EndsWith("ches", StringComparison.Ordinal) || verb.EndsWith("xes", StringComparison.Ordinal) => verb[..^2],
        _ when verb.EndsWith('s') => verb[..^1],
        _ => throw new InvalidOperationException($"no plural for “{verb}”"),
    };
}
