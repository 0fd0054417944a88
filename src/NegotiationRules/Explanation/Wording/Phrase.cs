namespace NegotiationRules.Explanation.Wording;

/// <summary>What a condition says, in words that can be built into a sentence in several ways.</summary>
internal abstract record Phrase
{
    /// <summary>What follows the subject, or <see langword="null"/> if the phrase is a sentence of its own.</summary>
    public abstract string? Verb(bool many);

    /// <summary>The sentence on one subject: "Mingus of US has role military". It is not used where the phrase has a subject of its
    /// own.</summary>
    public abstract string Of(string subject);

    /// <summary>The sentence on several subjects: "9 of 15 members have vote yes".</summary>
    public string OfMany(string subjects) => Verb(many: true) is { } verb ? $"{subjects} {verb}" : $"{subjects} are such that {OfThem}";

    /// <summary>
    /// The sentence on one subject, whatever the phrase is: "1 of 15 members has vote no", "the only member is such that it …".
    /// </summary>
    public string OfOne(string subject) => Verb(many: false) is { } verb ? $"{subject} {verb}" : $"{subject} is such that {Of("it")}";

    /// <summary>The sentence on what goes by its name, or on several such: "the forces of Russia are moving", where of any country it is
    /// said that it "has forces that are moving".</summary>
    public virtual string OfNamed(string names, bool many = false) => many ? OfMany(names) : Of(names);

    /// <summary>What follows a noun, with a space before it: " with role military", " that are professional".</summary>
    public string Relative(bool many)
    {
        if (Verb(many) is not { } verb)
        {
            return $" such that {(many ? OfThem : Of("it"))}";
        }

        return Has ? string.Concat(" with ", verb.AsSpan((many ? "have " : "has ").Length)) : $" that {verb}";
    }

    /// <summary>The sentence on several subjects of which one was speaking: "they have role military".</summary>
    protected virtual string OfThem => Verb(many: true) is { } verb ? $"they {verb}" : Of("it");

    /// <summary>Whether it says what the subject has, and nothing else.</summary>
    protected virtual bool Has => false;

    protected static string ThemIn(Phrase phrase) => phrase.OfThem;

    protected static bool HasAll(IEnumerable<Phrase> parts) => parts.All(part => part.Has);
}

/// <summary>Words that need a subject and begin with a verb in the third person singular: "has role military".</summary>
internal sealed record Predicate(string Words) : Phrase
{
    /// <summary>What of the subject it is said of, and what is said of that: "forces", "are moving"; <see langword="null"/> if it is said
    /// of the subject itself.</summary>
    public (string Name, Predicate Said)? Part { get; init; }

    protected override bool Has => Words.StartsWith("has ", StringComparison.Ordinal);

    // Of several it is each that is "a diplomat".
    public override string Verb(bool many) => !many ? Words
        : Words.StartsWith("is “a ", StringComparison.Ordinal) || Words.StartsWith("is “an ", StringComparison.Ordinal)
            ? $"are each{Words[2..]}"
        : Verbs.Many(Words);

    public override string Of(string subject) => $"{subject} {Words}";

    public override string OfNamed(string names, bool many = false) =>
        Part is { } part ? OfPart(part.Name, names, many, part.Said) : base.OfNamed(names, many);

    /// <summary>"the forces of Russia are moving", "the signatories of Genovia and Hav are confirmed"</summary>
    /// <param name="part">What of the subject it is said of.</param>
    /// <param name="names">The name of the subject, or of several.</param>
    /// <param name="many">Whether it is of several.</param>
    /// <param name="said">What is said of it.</param>
    public static string OfPart(string part, string names, bool many, Phrase said) => said.OfNamed(
        $"the {(many ? PropertyNames.PluralOf(part) : part)} of {names}", many || PropertyNames.IsPlural(part));
}

/// <summary>A sentence that has its subject: "agreement.form is written".</summary>
internal sealed record Clause(string Words) : Phrase
{
    /// <summary>The same of several subjects, where that is another: "their delegates are known".</summary>
    public string? WordsOfThem { get; init; }

    protected override string OfThem => WordsOfThem ?? Words;

    public override string? Verb(bool many) => null;

    public override string Of(string subject) => Words;
}

/// <summary>That what has a name holds or does not: "“in time” holds", "rule “Nobody objects” is not met".</summary>
/// <param name="Kind">What it is, before its name: "rule"; empty if nothing has to be said.</param>
/// <param name="Name">Its name.</param>
/// <param name="Does">What it does if it holds: "holds", "is met".</param>
/// <param name="Holds">Whether it does.</param>
internal sealed record Reference(string Kind, string Name, string Does, bool Holds) : Phrase
{
    public override string? Verb(bool many) => null;

    public override string Of(string subject) => Of([Name]);

    /// <summary>The same of several: "“a” and “b” hold", "rules “a” and “b” are met", "neither “a” nor “b” holds".</summary>
    public string Of(IReadOnlyList<string> names, bool isAnd = true)
    {
        var isOne = names.Count == 1 || !isAnd;
        var kind = Kind.Length == 0 ? string.Empty : $"{(isOne ? Kind : Nouns.PluralOf(Kind))} ";
        return !Holds && names.Count == 2 && Kind.Length == 0 ? $"{Series.Neither(names)} {Does}"
            : $"{kind}{(isAnd ? Series.And(names) : Series.Or(names))} {(Holds ? isOne ? Does : Verbs.Many(Does) : Denied(isOne))}";
    }

    private string Denied(bool isOne) => isOne ? Verbs.Deny(Does) : Verbs.Deny(Does) switch
    {
        ['d', 'o', 'e', 's', ' ', .. var rest] => $"do {rest}",
        var denied => Verbs.Many(denied),
    };

    /// <summary>Whether the two can be said with one verb. "Or" and "not" in one sentence could be taken either way.</summary>
    public bool IsLike(Reference other, bool isAnd) => Kind == other.Kind && Does == other.Does && Holds == other.Holds && (Holds || isAnd);
}

/// <summary>Several phrases joined by "and" or "or".</summary>
internal sealed record Joined(IReadOnlyList<Phrase> Parts, bool IsAnd) : Phrase
{
    private static readonly string[] Beginnings = ["has ", "have ", "meets ", "meet ", "is “", "are “", "is not “", "are not “"];

    protected override bool Has => !Parts.Any(part => part is Joined) && HasAll(Parts);

    public override string? Verb(bool many)
    {
        var verbs = Parts.Select(part => part.Verb(many)).OfType<string>().ToList();
        if (verbs.Count < Parts.Count)
        {
            return null;
        }

        return Join(Parts.Any(part => part is Joined) ? verbs : Together(verbs));
    }

    // "has role military and has rank 5" is said with one "has", and so is "meets".
    private List<string> Together(List<string> verbs)
    {
        var together = new List<string>();
        for (var i = 0; i < verbs.Count;)
        {
            var head = Array.Find(Beginnings, h => verbs[i].StartsWith(h, StringComparison.Ordinal));
            var kept = head?.TrimEnd('“').Length ?? 0;
            List<string> same = head is null || (head.Contains(" not ", StringComparison.Ordinal) && !IsAnd) ? [verbs[i][kept..]]
                : [.. verbs.Skip(i).TakeWhile(v => v.StartsWith(head, StringComparison.Ordinal)).Select(v => v[kept..])];
            together.Add(verbs[i][..kept] + (IsAnd ? Series.And(same) : Series.Or(same)));
            i += same.Count;
        }

        return together;
    }

    public override string Of(string subject) =>
        Verb(many: false) is { } verb ? $"{subject} {verb}" : Join(Sentences(part => part.Of(subject)));

    protected override string OfThem => Verb(many: true) is { } verb ? $"they {verb}" : Join(Sentences(ThemIn));

    // What is said of one part of the subject: "the forces of Russia are moving and abroad".
    public override string OfNamed(string names, bool many = false) =>
        Parts.All(part => part is Predicate { Part: not null })
        && Parts.Select(part => ((Predicate)part).Part!.Value).ToList() is var said
        && said.TrueForAll(part => part.Name == said[0].Name)
            ? Predicate.OfPart(said[0].Name, names, many, this with { Parts = [.. said.Select(part => part.Said)] })
            : base.OfNamed(names, many);

    // "“a” holds and “b” holds" is said with one "hold".
    private List<string> Sentences(Func<Phrase, string> say)
    {
        var sentences = new List<string>();
        for (var i = 0; i < Parts.Count;)
        {
            List<string> names =
                Parts[i] is not Reference first || Parts.Any(part => part is Joined)
                    ? []
                    :
                    [
                        .. Parts
                            .Skip(i)
                            .TakeWhile(part => part is Reference other && first.IsLike(other, IsAnd))
                            .Select(part => ((Reference)part).Name),
                    ];
            sentences.Add(names.Count == 0 ? say(Parts[i]) : ((Reference)Parts[i]).Of(names, IsAnd));
            i += Math.Max(1, names.Count);
        }

        return sentences;
    }

    // One level of grouping can be told in plain words: an "or" inside an "and" by "either", an "and" inside an "or" by a comma.
    private string Join(List<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            words[i] = words.Count != Parts.Count || Parts[i] is not Joined inner || inner.IsAnd == IsAnd ? words[i]
                : inner.Parts.Any(part => part is Joined) ? $"({words[i]})"
                : IsAnd ? $"either {words[i]}"
                : words[i];
        }

        var word = IsAnd ? "and" : "or";
        return Parts.Any(part => part is Joined)
            ? string.Join($", {word} ", words)
            : IsAnd ? Series.And(words) : Series.Or(words);
    }
}
