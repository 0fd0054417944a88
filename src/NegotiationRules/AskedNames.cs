using System.Diagnostics.CodeAnalysis;
using NegotiationRules.Conditions;
using NegotiationRules.Text;

namespace NegotiationRules;

/// <summary>Whether what somebody names, on a command line or in a request, is anything to a rule set.</summary>
/// <remarks>Nothing that is asked of a rule set needs this: a party that holds no rule has nothing against any stage, and who asks for
/// reasons in a language that no rule speaks gets them in another. Of a name that was typed, that would hide a mistake.</remarks>
public static class AskedNames
{
    /// <summary>Whether a party holds a rule, or may hold one for some elements of a list.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="holder">The party's id, as for <see cref="Verdict.For"/>.</param>
    /// <param name="help">What was probably meant, and who holds rules: <c>did you mean `RU`? The holders are `RU` and `US`</c>;
    /// <see langword="null"/> if it holds one.</param>
    public static bool HasHolder(this RuleSet rules, string holder, [NotNullWhen(false)] out string? help)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(holder);
        var holders = Holders.Of(rules.Checked);
        help = holders.MayBe(holder) ? null
            : holders.Known is [var only] ? $"the only holder is `{only}`"
            : holders.Known.Count == 0 ? "no rule of this rule set has a `holder`"
            : Spelling.Nearest(holder, holders.Known) is { } meant
                ? $"did you mean `{meant}`? The holders are {Spelling.List(holders.Known, "and")}"
            : $"the holders are {Spelling.List(holders.Known, "and")}";
        return help is null;
    }

    /// <summary>Whether a rule gives a reason in a language, or all give theirs in none in particular and it is English, as everything
    /// else is that is told.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="language">The language, matched as by <see cref="RuleSet.FindLanguage"/>.</param>
    /// <param name="help">Which languages there are: <c>there are reasons in `fr` and `de`</c>; <see langword="null"/> if it is one of
    /// them.</param>
    public static bool HasLanguage(this RuleSet rules, string language, [NotNullWhen(false)] out string? help)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(language);
        help = rules.FindLanguage(language) is not null ? null
            : rules.Languages.Count > 0 ? $"there are reasons in {Spelling.List(rules.Languages, "and")}"
            : language.Split('-', '_')[0].Equals("en", StringComparison.OrdinalIgnoreCase) ? null
            : "these rules give their reasons in no particular language: leave the language out";
        return help is null;
    }
}
