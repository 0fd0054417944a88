using NegotiationRules.Facts;

namespace NegotiationRules.Explanation.Wording;

/// <summary>
/// What stands before the value of a property whose name is no noun but leads to one: "is from" of <c>from</c>, "is signed on" of
/// <c>signedOn</c>, "acts through" of <c>actsThrough</c>.
/// </summary>
/// <param name="Verb">"is", "is signed", "ends"</param>
/// <param name="Preposition">"from", "on"; empty where none is needed.</param>
/// <param name="IsWhen">Whether it tells a day or a time, so that "before" and "after" can stand for the preposition.</param>
internal sealed record PropertyLead(string Verb, string Preposition, bool IsWhen)
{
    private static readonly HashSet<string> Leading = new(StringComparer.Ordinal)
        { "about", "against", "at", "by", "for", "from", "in", "on", "through", "to", "under", "via", "with" };

    private static readonly HashSet<string> Between = new(StringComparer.Ordinal)
    {
        "down", "off", "out", "over", "up", "already", "first", "last",
    };

    /// <summary>Whether it tells what was done: "is proposed by".</summary>
    public bool IsPassive => !IsWhen && Verb.StartsWith("is ", StringComparison.Ordinal);

    /// <summary>"is signed on", "is from"</summary>
    private string Whole => Preposition.Length == 0 ? Verb : $"{Verb} {Preposition}";

    /// <summary>How the words of a name lead to a value of that type; <see langword="null"/> if they do not.</summary>
    public static PropertyLead? Of(string words, FactType type)
    {
        var parts = words.Split(' ');
        var (isDay, isTime) = (type is DateType, type is DateTimeType);
        if (!Leading.Contains(parts[^1]) || !(isDay || isTime || type is TextType or ListType { Element: TextType }))
        {
            return null;
        }

        var preposition = parts[^1];
        if (isDay || isTime)
        {
            // "due by" and "valid from" are no days on which something happens.
            return preposition is not ("on" or "at") ? null
                : parts.Length == 1 ? new PropertyLead("is dated", string.Empty, IsWhen: true)
                : VerbOf(parts) is { } verb ? new PropertyLead(verb, isDay ? "on" : "at", IsWhen: true)
                : null;
        }

        return parts.Length == 1 ? new PropertyLead("is", preposition, IsWhen: false)
            : VerbOf(parts) is { } does ? new PropertyLead(does, preposition, IsWhen: false)
            : null;
    }

    /// <summary>"is from Ada", "is signed on 2022-01-01", "is signed in 2022-01"</summary>
    public string Is(string value, bool isPeriod = false) => isPeriod ? $"{Verb} in {value}" : $"{Whole} {value}";

    /// <summary>"is not from Ada", "is signed on a day other than 2022-01-01"</summary>
    public string IsOther(string value, bool isPeriod = false) => isPeriod ? $"{Verb} outside {value}"
        : IsWhen ? $"{Verb} at another time than {value}"
        : $"{Verbs.Deny(Verb)} {Preposition} {value}";

    /// <summary>"is signed before 2022-01-01"; <see langword="null"/> where that cannot be said.</summary>
    public string? Is(Func<string> comparison) => IsWhen ? $"{Verb} {comparison()}" : null;

    /// <summary>"day on which it is signed", "days on which they are signed"</summary>
    public string DayOf(string owner, bool areMany = false, bool areDays = false)
    {
        var (day, at) = Preposition == "at" ? ("time", "at") : ("day", "on");
        day = areDays ? Nouns.PluralOf(day) : day;
        return Preposition.Length == 0 ? $"{day} of {owner}" : $"{day} {at} which {owner} {(areMany ? Verbs.Many(Verb) : Verb)}";
    }

    /// <summary>"the one that the pact is from", "those that the pact is accepted by": the value by what it is to its owner.</summary>
    public string OneOf(string owner, bool areSeveral, bool areMany = false) =>
        $"{(areSeveral ? "those" : "the one")} that {owner} {(areMany ? Verbs.Many(Verb) : Verb)} {Preposition}";

    // "signed", "handed over", "ends"
    private static string? VerbOf(string[] parts) =>
        parts.Length == 2 && Verbs.Contains(parts[0]) ? parts[0]
        : Adjectives.IsParticiple(parts[0]) && parts.Skip(1).SkipLast(1).All(Between.Contains) ? $"is {string.Join(' ', parts.SkipLast(1))}"
        : null;
}
