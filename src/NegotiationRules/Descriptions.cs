using NegotiationRules.Explanation;
using NegotiationRules.Schemas;

namespace NegotiationRules;

/// <summary>Rules and vocabularies in words, for whoever shows them to people.</summary>
public static class Descriptions
{
    /// <summary>The reason that the rule file gives, with braces as they stand, <c>{agreement.termYears}</c>, for there is no scenario to
    /// fill them in from; parameters are filled in. <see langword="null"/> if it gives none.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="language">The language: <c>en</c>; matched as by <see cref="RuleSet.FindLanguage"/>. A rule without a reason in it
    /// gives the one in no particular language, or else its first.</param>
    /// <seealso cref="RuleVerdict.Reason"/>
    public static string? Reason(this Rule rule, string? language = null)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return ReasonFiller.Choose(rule.Because, language) is { } reason ? RuleWords.Of(reason, mark: string.Empty) : null;
    }

    /// <summary>What the rule asks, in plain words and one line: <c>Requires that the term in years of the agreement is at least 10 (set by
    /// leastTermYears)</c>.</summary>
    /// <remarks>Of a rule with <c>when</c>, <c>by</c> or <c>forEach</c> it says when it applies, until when it may be met, and of what it
    /// asks: <c>For each party: applies if …; requires that …; due by …</c>. Named conditions go by their names. Worked out anew at each
    /// call. <see cref="RuleSet.Describe"/> describes all rules together.</remarks>
    /// <param name="rule">The rule.</param>
    public static string Describe(this Rule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return RuleWords.Describe(rule);
    }

    /// <summary>All facts that may be talked about, in the order of the vocabulary: an object or a list comes before what is in
    /// it.</summary>
    /// <remarks>Listed anew at each call. What a vocabulary defines once and uses in many places is listed in each of them.</remarks>
    /// <param name="vocabulary">The vocabulary.</param>
    public static IReadOnlyList<VocabularyFact> Facts(this Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        return [.. VocabularyFact.Of(vocabulary.Root)];
    }

    /// <summary>A JSON Schema (2020-12) of the scenarios that rules of this vocabulary can be asked about, as text: every fact may be left
    /// out, unknown (<c>null</c>) or stated with its source, every list partly known, every date partial.</summary>
    /// <remarks>It accepts more than <see cref="Vocabulary.ToJsonSchema"/>, which describes plain facts. It is what
    /// <c>negotiate schema scenario --vocabulary FILE</c> prints. Worked out anew at each call.</remarks>
    /// <param name="vocabulary">The vocabulary.</param>
    public static string ToScenarioSchema(this Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        return SchemaNodes.Print(ScenarioSchema.Of(vocabulary));
    }
}
