using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Explanation.Wording;

/// <content>Comparisons of facts and values.</content>
internal static partial class ConditionWording
{
    /// <summary>"written", "at least 10", "before talks.end", "in 2022-01": what follows "is".</summary>
    public static string Tail(Relation relation, Operand right, Naming at)
    {
        var value = OperandWording.Of(right, at);
        return relation.IsEquality()
            ? $"{(relation == Relation.Equal ? string.Empty : "not ")}"
                + $"{(right is not Constant ? "the same as " : IsPeriod(right) ? "in " : string.Empty)}{value}"
            : $"{RelationWords.Of(relation, right.Measure.Kind)} {value}";
    }

    /// <summary>The values of a comparison with several: "military or legal", or the list that holds them.</summary>
    public static string AnyOf(Values values, Naming at) => values.List is { } list
        ? NameOfList(list, at)
        : SeveralWords.Of(values, at).Any;

    /// <summary>"not military", "neither military nor legal": what an item is that is none of the values.</summary>
    public static string NoneOf(Values values, Naming at) => SeveralWords.Of(values, at).None;

    /// <summary>The values, all of them: "military and legal".</summary>
    public static string AllOf(Values values, Naming at) => values.List is { } list
        ? NameOfList(list, at)
        : SeveralWords.Of(values, at).All;

    /// <summary>A list fact by its path, or by whose it is: "the imports of France", "the list “confirmed by” of the talks".</summary>
    public static string NameOfList(ListReference list, Naming at) => list.IsParameter ? list.Path
        : list.Levels.Length == 1 ? at.NameOf(list.Levels[0])
        : ListWords.Of(list, at).All(at);

    /// <summary>What is said of an element by the value of one of its facts: "has role military", "is professional", "is signed on
    /// 2022-01-01".</summary>
    public static string Has(FactReference fact, FactValue value, Naming at) =>
        fact.Slots.IsEmpty ? $"is {ValueWords.Of(value, fact.Type)}"
        : value.Kind == FactKind.Boolean ? PropertyWords.Of(fact, at).Flag(value.Boolean).Words
        : PropertyWords.Of(fact, at).Has(ValueWords.Of(value, fact.Type)).Words;

    /// <summary>What is asked of a fact that is not known: "the rank of Mingus of US", "whether CN is present".</summary>
    public static string Question(FactReference fact, Naming at) =>
        IsAskedWhether(fact, at) ? $"whether {Said(fact, true, at)}" : at.NameOf(fact);

    /// <summary>What a flag says, of whoever has it: "CN is present", "the talks are not mediated".</summary>
    public static string Said(FactReference fact, bool value, Naming at) => fact.Depth > 0
        ? PropertyWords.Of(fact, at).Flag(value).OfNamed(IsOwn(fact, at) && at.IsAny ? "it" : at.Level(fact.Depth).Name)
        : OfFlag(fact, value, at);

    /// <summary>Whether what is true or false can be asked without quoting its name.</summary>
    public static bool IsAskedWhether(FactReference fact, Naming at) =>
        fact is { Type: BooleanType, Slots.IsEmpty: false }
        && (fact.Depth > 0 || at.OwnerOf(fact) is not null)
        && PropertyWords.Of(fact, at).IsSaid;

    /// <summary>
    /// The same of several elements: "the ranks of Fomin and Mingus", "whether CN and FR are present".
    /// </summary>
    public static string QuestionOfAll(FactReference fact, Naming at, string elements) =>
        PropertyWords.Of(fact, at) is { IsSaid: true } flag ? $"whether {flag.Flag(true).OfNamed(elements, many: true)}"
        : fact.Type is ListType ? $"the lists of {Nouns.Words(at.PathOf(fact))} of {elements}"
        : PropertyWords.Of(fact, at).NamesOf(elements);

    /// <summary>
    /// What a flag of the scenario says, in words: "the agreement is legally binding", "the list of the talks is released",
    /// "agreement.legallyBinding is true".
    /// </summary>
    public static string OfFlag(FactReference fact, bool value, Naming at)
    {
        if (at.OwnerOf(fact) is not { } owner)
        {
            return $"{at.NameOf(fact)} is {(value ? "true" : "false")}";
        }

        var (name, type) = at.WordsOf(fact).Steps[^1];
        var words = Nouns.WordsOfTitle(PropertyNames.WordsOf(name, type));
        return FlagWords.Read(PropertyNames.WordsOf(name, type)) is { } said ? Agreeing(owner, value ? said.Yes : said.No)
            : words.LastIndexOf(' ') is > 0 and var last
            && Adjectives.IsParticiple(words[(last + 1)..])
            && PropertyNames.IsNoun(words[..last])
                ? Agreeing($"the {words[..last]} of {owner}", $"is {(value ? string.Empty : "not ")}{words[(last + 1)..]}", words[..last])
            : $"“{words}” of {owner} is {(value ? "true" : "false")}";
    }

    // "The talks are", "the list of the talks is".
    private static string Agreeing(string subject, string verb, string? noun = null)
    {
        noun ??= subject["the ".Length..].Split(" of the ")[0];
        return $"{subject} {(noun.EndsWith("talks", StringComparison.Ordinal) || PropertyNames.IsPlural(noun) ? Verbs.Many(verb) : verb)}";
    }

    private static Phrase OfRelation(RelationTest test, Naming at, Relation relation)
    {
        if (test.Left is CountOperand count && OfCount(count, test.Right, at, relation) is { } phrase)
        {
            return phrase;
        }

        // True or false is what it is, or it is the other.
        if (test is { Right: Constant { Value.Kind: FactKind.Boolean } flag })
        {
            var value = flag.Value.Boolean == (relation == Relation.Equal);
            return test.Left is FactOperand f
                ? IsOwn(f.Fact, at) && f.Fact.Slots.Length > 0 ? PropertyWords.Of(f.Fact, at).Flag(value)
                    : new Clause(OfFlag(f.Fact, value, at))
                : new Clause($"{OperandWording.Of(test.Left, at)} is {(value ? "true" : "false")}");
        }

        if (test.Left is not FactOperand fact || !IsOwn(fact.Fact, at))
        {
            if (
                test.Left is FactOperand root
                && OwnerOfSaid(root.Fact, test.Right is Constant ? OperandWording.Of(test.Right, at) : null, at) is { } owner
                && (relation.IsEquality() || PropertyWords.OfLast(root.Fact, at).IsWhen)
            )
            {
                return new Clause(Agreeing(owner, Compare(PropertyWords.OfLast(root.Fact, at), test.Right, at, relation).Words));
            }

            return new Clause($"{OperandWording.Of(test.Left, at)} is {Tail(relation, test.Right, at)}");
        }

        if (fact.Fact.Slots.IsEmpty)
        {
            return new Predicate($"is {Tail(relation, test.Right, at)}");
        }

        return Compare(PropertyWords.Of(fact.Fact, at), test.Right, at, relation);
    }

    private static Predicate Compare(PropertyWords property, Operand right, Naming at, Relation relation) => relation switch
    {
        Relation.Equal => property.Has(OperandWording.Of(right, at), right is not Constant, IsPeriod(right)),
        Relation.NotEqual => property.HasOther(OperandWording.Of(right, at), IsPeriod(right)),
        _ when property.IsCount && right is Constant number => property.HasSome(OfNumber(relation, number)),
        _ => property.HasOne(Tail(relation, right, at)),
    };

    /// <summary>"the act" of <c>act.proposedBy</c>: what can be said to be proposed by somebody, or to have no such thing;
    /// <see langword="null"/> for other facts and values.</summary>
    private static string? OwnerOfSaid(FactReference fact, string? value, Naming at) =>
        fact is { Depth: 0, Slots.Length: > 1 } && PropertyWords.OfLast(fact, at) is var words
        && (words.Leads || (value == ValueWords.None && words.MayBeNone)) ? at.OwnerOf(fact) : null;

    /// <summary>What a fact of the scenario is, in a sentence: "the form of the agreement is written", "the act is proposed by
    /// commission".</summary>
    public static string OfFact(FactReference fact, string value, Naming at) =>
        OwnerOfSaid(fact, value, at) is { } owner
            ? Agreeing(owner, PropertyWords.OfLast(fact, at).Has(value).Words)
            : $"{at.NameOf(fact)} is {value}";

    /// <summary>"starts with A", "does not match the pattern …": what a test of text says of the text.</summary>
    public static string VerbOf(Condition test, Naming at, bool holds) =>
        test switch
        {
            TextTest t => $"{VerbOf(t.At, holds)} {Sought(t.Right, at)}",
            PatternTest p => $"{(holds ? "matches" : "does not match")} the pattern “{ValueWords.Shorten(p.Text)}”",
            _ => throw new InvalidOperationException($"no words for {test.GetType().Name}"),
        };

    private static string VerbOf(TextPlace place, bool holds) => place switch
    {
        TextPlace.Anywhere => holds ? "contains" : "does not contain",
        TextPlace.Start => holds ? "starts with" : "does not start with",
        TextPlace.End => holds ? "ends with" : "does not end with",
    };

    // Part of a text stands in quotation marks even if it is one word, so that it is no word of ours.
    private static string Sought(Operand text, Naming at)
    {
        var words = OperandWording.Of(text, at);
        return text is Constant { Value: { Kind: FactKind.Text, Text: { Length: > 0 } value } }
            && words.StartsWith(value, StringComparison.Ordinal)
            ? $"“{value}”{words[value.Length..]}" : words;
    }

    private static Phrase OfTextFact(Operand text, string does, Naming at) =>
        text is FactOperand fact && IsOwn(fact.Fact, at) && fact.Fact.Slots.Length > 0
            ? PropertyWords.Of(fact.Fact, at).HasOneThat(does)
            : new Clause($"{OperandWording.Of(text, at)} {does}");

    private static Phrase OfMembership(Membership test, Naming at, bool holds)
    {
        var isIn = test.IsNegated != holds;
        var values = AnyOf(test.Values, at);
        if (test.Item is not FactOperand fact || !IsOwn(fact.Fact, at) || fact.Fact.Slots.Length == 0)
        {
            if (test.Values.List is null && test.Item is FactOperand root && OwnerOfSaid(root.Fact, null, at) is { } owner)
            {
                var words = PropertyWords.OfLast(root.Fact, at);
                return new Clause(Agreeing(owner, (isIn ? words.Has(values) : words.HasOther(values)).Words));
            }

            var item = OperandWording.Of(test.Item, at);
            var isOwnItem = test.Item is FactOperand own && IsOwn(own.Fact, at);
            var tail = test.Values.List is null
                ? $"is {(isIn ? values : NoneOf(test.Values, at))}"
                : $"is {(isIn ? "in" : "not in")} {values}";
            return isOwnItem ? new Predicate(tail) : new Clause($"{item} {tail}");
        }

        var property = PropertyWords.Of(fact.Fact, at);
        return test.Values.List is not null ? property.HasOneThat($"is {(isIn ? "in" : "not in")} {values}")
            : isIn ? property.Has(values, test.Values.Items.Any(v => v is not Constant))
            : property.HasOther(values);
    }

    private static Phrase OfBetween(Between test, Naming at, bool holds)
    {
        var range = $"{(holds ? string.Empty : "not ")}between {OperandWording.Of(test.Low, at)} and {OperandWording.Of(test.High, at)}";
        return test.Item is FactOperand fact && IsOwn(fact.Fact, at)
            ? fact.Fact.Slots.IsEmpty ? new Predicate($"is {range}") : PropertyWords.Of(fact.Fact, at).HasBetween(range)
            : new Clause($"{OperandWording.Of(test.Item, at)} is {range}");
    }

    private static Phrase OfContainment(Containment test, Naming at, bool holds)
    {
        var isOne = test.Values.Items.Length == 1;
        string Several(Func<Values, Naming, string> join, string all, bool contains) =>
            isOne || (contains && test.Values.List is null) ? join(test.Values, at) : $"{all} of {AllOf(test.Values, at)}";

        (holds, var values) = test.Combines switch
        {
            CompositionKind.All => (holds, Several(AllOf, "all", holds)),
            CompositionKind.Any => (holds, Several(AnyOf, "any", holds)),
            CompositionKind.None when holds && !isOne => (true, $"none of {AllOf(test.Values, at)}"),
            CompositionKind.None => (!holds, Several(AnyOf, "any", !holds)),
        };
        if (test.List is { IsParameter: false, Levels: [var level] } && IsOwn(level, at) && level.Slots.Length > 0)
        {
            var whose = test.Values.List is null ? "its" : "its own";
            return PropertyWords.Of(level, at).Contains(values, whose, holds);
        }

        var name = NameOfList(test.List, at);
        var does = name.StartsWith("those ", StringComparison.Ordinal) ? holds ? "include" : "do not include"
            : holds ? "contains" : "does not contain";
        return new Clause($"{name} {does} {values}");
    }

    /// <summary>What two lists have to do with each other: "A and B have nothing in common".</summary>
    /// <param name="test">The comparison of the lists.</param>
    /// <param name="list">What the list is called.</param>
    /// <param name="sought">What the list of what is looked for is called.</param>
    /// <param name="holds">Whether it holds.</param>
    public static string OfLists(Containment test, string list, string sought, bool holds) => test.Combines switch
    {
        CompositionKind.All => $"{(holds ? "all" : "not all")} of {sought} are among {list}",
        CompositionKind.Any => $"{list} and {sought} have {(holds ? "something" : "nothing")} in common",
        CompositionKind.None => $"{list} and {sought} have {(holds ? "nothing" : "something")} in common",
    };

    private static bool IsPeriod(Operand operand) => operand is Constant { Measure.Kind: MeasureKind.Day, Value.Date.IsDay: false };
}
