using NegotiationRules.Conditions;
using NegotiationRules.Facts;

namespace NegotiationRules.Explanation.Wording;

/// <summary>
/// What is said of an object by one of its properties: "has rank 5", "is from Ada", "has forces with location abroad", "wants peace".
/// </summary>
/// <remarks>
/// Properties go by the titles of the vocabulary, or else by their names. A name that can be read in no way stands in quotation marks:
/// "has “held by whom” Ada" is stiff but never wrong.
/// </remarks>
internal sealed class PropertyWords
{
    private readonly string _words;
    private readonly bool _isNoun;
    private readonly FactType _type;
    private readonly PropertyLead? _lead;
    private readonly string? _counted;
    private readonly bool _isCompound;
    private readonly FlagWords? _flag;
    private string? _withArticle;

    // Of a property of a property: "forces" of forces.location, from the outside in.
    private readonly IReadOnlyList<string> _owners;

    private PropertyWords(string words, FactType type, IReadOnlyList<string> owners)
    {
        (_words, _isNoun, _type, _owners) = (words, PropertyNames.IsNoun(words), type, owners);
        _lead = _isNoun ? null : PropertyLead.Of(Nouns.Words(words), type);
        if (PropertyNames.IsCounted(words, type))
        {
            (_counted, _words) = (Nouns.WordsOfTitle(words), $"number of {Nouns.WordsOfTitle(words)}");
        }

        Name = _isNoun ? _words : $"“{_words}”";
        _isCompound = PropertyNames.IsCompound(_words);
        _flag = type is BooleanType ? FlagWords.Read(_words) : null;
    }

    /// <summary>The words for a fact that is a property of the scenario or of an element; not for an element itself.</summary>
    public static PropertyWords Of(FactReference fact, Naming at) => at.WordsOf(fact).Property;

    /// <summary>Likewise, where whose it is, to the last, is said by others.</summary>
    public static PropertyWords OfLast(FactReference fact, Naming at) => at.WordsOf(fact).Last;

    /// <summary>The words for a property of properties, from the outside in.</summary>
    public static PropertyWords Of(IReadOnlyList<(string Name, FactType Type)> steps) => new(
        PropertyNames.WordsOf(steps[^1].Name, steps[^1].Type), steps[^1].Type,
        [.. steps.SkipLast(1).Select(step => OwnerOf(step.Name, step.Type))]);

    /// <summary>"rank", "“to”", "location": what the value is of its object.</summary>
    public string Name { get; }

    /// <summary>Whether the value is a day or a time on which something comes about, as with "signed on".</summary>
    public bool IsWhen => _lead is { IsWhen: true };

    /// <summary>Whether the value is how many there are of something: "ports".</summary>
    public bool IsCount => _counted is not null;

    /// <summary>Whether its name is that of several: "the arrears of Calidia are 5", "those that the pact is accepted by are".</summary>
    public bool IsSeveral => _isNoun ? PropertyNames.IsPlural(_words) : _lead is not null && _type is ListType;

    /// <summary>Whether its name leads to the value: "proposed by".</summary>
    public bool Leads => _lead is not null;

    /// <summary>Whether it can be said that there is none, where that is one of its values: "has no overlord", "is not given".</summary>
    public bool MayBeNone => _type is TextType { Values: not null } && (_lead is { IsPassive: true } || (_isNoun && !IsHadByAll));

    // To have none of these would say that nobody knows it: "has no status".
    private bool IsHadByAll => _words.Split(' ')[^1] is "status" or "state" or "stage" or "phase" or "kind" or "type" or "form" or "level"
        or "outcome" or "result" or "role" or "position";

    /// <summary>"the rank of Mingus", "the day on which the pact is signed", "the one that the pact is from", "the location of the forces
    /// of Russia"</summary>
    public string NameOf(string owner) => NameIn(OwnersOf($" of {owner}", owner));

    /// <summary>"its rank", "the day on which it is signed", "the location of its forces"</summary>
    public string Own => _owners.Count == 0
        ? (IsWhen ? _lead!.Preposition.Length == 0 ? "its day" : $"the {_lead.DayOf("it")}"
            : _lead?.OneOf("it", _type is ListType) ?? $"its {Name}")
        : NameOf(string.Empty);

    /// <summary>The same of each of several, what is not a day: "their allies", "the units of their forces".</summary>
    public string OwnOfMany => _owners.Count > 0 ? NameIn(OwnersOf(" of ", string.Empty, "their"))
        : _lead?.OneOf("they", areSeveral: true, areMany: true) ?? $"their {Name}";

    /// <summary>"the ranks of Fomin and Mingus", "the days on which they are signed"</summary>
    public string NamesOf(string owners)
    {
        var of = OwnersOf($" of {owners}", owners);
        return IsWhen ? $"the {_lead!.DayOf(of, areMany: true, areDays: true)}"
            : _isNoun ? $"the {Plural} of {of}"
            : _lead?.OneOf(of, areSeveral: true, areMany: true) ?? $"{Name} of {of}";
    }

    /// <summary>By what elements are put in order: "rank", "when they are signed", "day".</summary>
    public string Key => IsWhen ? _lead!.Preposition.Length == 0 ? "day" : $"when they {Verbs.Many(_lead.Verb)}" : Name;

    /// <summary>"the earliest day on which the pacts are signed", "the least rank of the delegates"</summary>
    public string ExtremeOf(string which, string elements) => IsWhen
        ? $"the {which} {_lead!.DayOf(elements, areMany: true)}"
        : $"the {which} {Name}{string.Concat(_owners.Reverse().Select(o => $" of the {o}"))} of {elements}";

    /// <summary>"has rank 5", "is from Ada", "has an empty name"</summary>
    /// <param name="value">The value in words.</param>
    /// <param name="isFact">Whether these words name another fact, and not a value.</param>
    /// <param name="isPeriod">Whether a day is meant that lies in the value.</param>
    public Predicate Has(string value, bool isFact = false, bool isPeriod = false) => Within(
        value == "“”" ? $"has an empty {Name}"
        : value == ValueWords.None && MayBeNone ? _lead is null ? $"has no {_words}" : Verbs.Deny(_lead.Verb)
        : _lead is not null ? _lead.Is(value, isPeriod)
        : isPeriod ? $"has {WithArticle} in {value}"
        : !isFact && _counted is not null ? $"has {value} {Counted(value)}"
        : !isFact && _isCompound ? $"has {value} as its {_words}"
        : !isFact ? $"has {Name} {value}"
        : _type is TextType ? $"has {value} as its {Name}"
        : $"has {WithArticle} equal to {value}");

    /// <summary>"has a rank other than 5", "is not from Ada"</summary>
    public Predicate HasOther(string value, bool isPeriod = false) => Within(
        value == "“”" ? $"has {WithArticle} that is not empty"
        : value == ValueWords.None && MayBeNone ? _lead?.Verb ?? $"has {WithArticle}"
        : _lead is not null ? _lead.IsOther(value, isPeriod)
        : $"has {WithArticle} {(isPeriod ? "outside" : "other than")} {value}");

    /// <summary>"has a rank of at least 5", "is signed before 2022-01-01"</summary>
    public Predicate HasOne(string comparison) => Within(
        _lead?.Is(() => comparison)
        ?? $"has {WithArticle} {(_type is DateType or DateTimeType ? string.Empty : "of ")}{comparison}");

    /// <summary>"has at least 5 ports": where the value is how many there are.</summary>
    public Predicate HasSome(string number) => Within($"has {number} {Counted(number)}");

    /// <summary>"has a rank between 1 and 5", "is signed between 2022-01-01 and 2022-02-01"</summary>
    public Predicate HasBetween(string range) => Within(_lead?.Is(() => range) ?? $"has {WithArticle} {range}");

    /// <summary>"has a rank that is in ranks", "has a name that starts with A"</summary>
    public Predicate HasOneThat(string does) => Within(
        _lead is { IsWhen: false } ? _lead.Is($"one that {does}") : $"has {WithArticle} that {does}");

    /// <summary>"has a known rank", "has no known arrears", "is signed on no known day"</summary>
    public Predicate HasKnown(bool isKnown) =>
        Within(
            IsWhen
                ? _lead!.Preposition.Length == 0
                    ? $"has {(isKnown ? "a" : "no")} known day"
                    : $"{_lead.Verb} {(_lead.Preposition == "at" ? "at" : "on")} {(isKnown ? "a" : "no")} known "
                        + $"{(_lead.Preposition == "at" ? "time" : "day")}"
                : _lead?.Is($"{(isKnown ? "a" : "no")} known one")
                    ?? $"has {(!isKnown ? "no " : IsSeveral ? string.Empty : "a ")}known {Name}"
        );

    /// <summary>"has Ukraine among its allies", "is to Ada and Bo", "has arms deliveries to Ukraine"</summary>
    public Predicate Contains(string values, string whose, bool holds) => Within(
        _lead is not null ? $"{(holds ? _lead.Verb : Verbs.Deny(_lead.Verb))} {_lead.Preposition} {values}"
        : DeliveriesTo() is { } deliveries ? $"{(holds ? "has" : "does not have")} {deliveries} {values}"
        : $"{(holds ? "has" : "does not have")} {values} among {whose} {Name}");

    /// <summary>"is present", "does not want peace", "has forces that are moving", "has “full powers” true"</summary>
    public Predicate Flag(bool value) => Within(
        _flag is not { } said ? $"has “{_words}” {(value ? "true" : "false")}"
        : value ? said.Yes : said.No);

    /// <summary>Whether what is true or false can be said without quoting its name.</summary>
    public bool IsSaid => _flag is not null;

    // "arms deliveries to"
    private string? DeliveriesTo() =>
        Nouns.Words(_words).Split(' ') is [.., var noun, "to" or "from" or "by"] && Nouns.SingularOf(noun) is not null
            ? Nouns.Words(_words)
            : null;

    private string WithArticle => _withArticle ??= !_isNoun || PropertyNames.IsPlural(_words) ? Name : Nouns.WithArticle(_words);

    private string Counted(string number) => number == "1" || number.EndsWith(" 1", StringComparison.Ordinal)
        ? Nouns.SingularOf(_counted!) ?? _counted! : _counted!;

    private string Plural => PropertyNames.PluralOf(_words);

    // What is said of a property of a property is said of the one that has it: "has forces that are moving".
    private Predicate Within(string words) => _owners.Count == 0 ? new Predicate(words)
        : _owners.Reverse().Aggregate(new Predicate(words), Having);

    private static Predicate Having(Predicate inner, string owner)
    {
        var many = PropertyNames.IsPlural(owner);
        return new Predicate($"has {(many ? owner : Nouns.WithArticle(owner))}{inner.Relative(many)}") { Part = (owner, inner) };
    }

    private string NameIn(string of) => IsWhen ? $"the {_lead!.DayOf(of)}" : _isNoun ? $"the {_words} of {of}"
        : _lead?.OneOf(of, _type is ListType) ?? $"{Name} of {of}";

    // "the forces of Russia", "its forces"
    private string OwnersOf(string ofWhom, string whom, string whose = "its") => _owners.Count == 0 ? whom
        : whom.Length > 0 ? string.Join(" of ", _owners.Reverse().Select(o => $"the {o}")) + ofWhom
        : string.Join(" of ", [.. _owners.Skip(1).Reverse().Select(o => $"the {o}"), $"{whose} {_owners[0]}"]);

    private static string OwnerOf(string name, FactType type) => PropertyNames.TitleOf(type) ?? Nouns.Words(name);
}
