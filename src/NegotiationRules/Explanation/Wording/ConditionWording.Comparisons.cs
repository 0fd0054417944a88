using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Explanation.Wording;

/// <content>Comparisons of facts and values.</content>
internal static partial class ConditionWording
{
    // How many values of a list a sentence can bear.
    private const int MostValues = 8;

    /// <summary>"written", "at least 10", "before talks.end", "in 2022-01": what follows "is".</summary>
    public static string Tail(Relation relation, Operand right, Naming at)
    {
        var value = OperandWording.Of(right, at);
        return relation.IsEquality()
            ? $"{(relation == Relation.Equal ? string.Empty : "not ")}{(right is Constant ? IsPeriod(right) ? "in " : string.Empty : "the same as ")}{value}"
            : $"{RelationWords.Of(relation, right.Measure.Kind)} {value}";
    }

    /// <summary>The values of a comparison with several: "military or legal", or the list that holds them.</summary>
    public static string AnyOf(Values values, Naming at) => values.List is { } list
        ? NameOfList(list, at)
        : Together(values, items => Series.Or(items, MostValues), at);

    /// <summary>"not military", "neither military nor legal": what an item is that is none of the values.</summary>
    public static string NoneOf(Values values, Naming at) =>
        Together(values, items => items.Count == 1 ? $"not {items[0]}" : Series.Neither(items, MostValues), at);

    /// <summary>The values, all of them: "military and legal".</summary>
    public static string AllOf(Values values, Naming at) => values.List is { } list
        ? NameOfList(list, at)
        : Together(values, items => Series.And(items, MostValues), at);

    /// <summary>A list fact by its path, or by whose it is.</summary>
    public static string NameOfList(ListReference list, Naming at) => list.IsParameter ? list.Path
        : list.Levels.Length == 1 ? at.NameOf(list.Levels[0])
        : ListWords.Of(list, at).All(at);

    /// <summary>What is said of an element by the value of one of its facts: "has role military", "is professional".</summary>
    public static string Has(FactReference fact, FactValue value, Naming at) =>
        fact.Slots.IsEmpty ? $"is {ValueWords.Of(value, fact.Type)}"
        : value.Kind == FactKind.Boolean ? HasFlag(fact, value.Boolean, at)
        : $"has {PropertyNames.Of(at.PathOf(fact), fact.Type)} {ValueWords.Of(value, fact.Type)}";

    /// <summary>What is asked of a fact that is not known: "the rank of Mingus of US", "whether CN is present".</summary>
    public static string Question(FactReference fact, Naming at) =>
        fact is { Depth: > 0, Type: BooleanType } && Adjectives.TryRead(at.PathOf(fact), out var adjective)
            ? $"whether {at.Level(fact.Depth).Name} is {adjective}"
            : at.NameOf(fact);

    /// <summary>
    /// The same of several elements, with its verb: "the ranks of Fomin and Mingus are", "whether CN and FR are present is".
    /// </summary>
    public static string QuestionOfAll(FactReference fact, Naming at, string elements) =>
        fact.Type is BooleanType && Adjectives.TryRead(at.PathOf(fact), out var adjective) ? $"whether {elements} are {adjective} is"
        : fact.Type is ListType ? $"the lists of {Nouns.Words(at.PathOf(fact))} of {elements} are"
        : $"the {PropertyNames.Plural(at.PathOf(fact), fact.Type)} of {elements} are";

    /// <summary>
    /// What a flag of the scenario says, in words: "the agreement is legally binding", "agreement.legallyBinding is true".
    /// </summary>
    public static string OfFlag(FactReference fact, bool value, Naming at) =>
        at.OwnerOf(fact) is { } owner && Adjectives.TryRead(at.PathOf(fact)[(at.PathOf(fact).LastIndexOf('.') + 1)..], out var adjective)
            ? $"{owner} {(owner.EndsWith("talks", StringComparison.Ordinal) ? "are" : "is")} {(value ? string.Empty : "not ")}{adjective}"
            : $"{at.NameOf(fact)} is {(value ? "true" : "false")}";

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
                ? IsOwn(f.Fact, at) && f.Fact.Slots.Length > 0 ? new Predicate(HasFlag(f.Fact, value, at))
                    : new Clause(OfFlag(f.Fact, value, at))
                : new Clause($"{OperandWording.Of(test.Left, at)} is {(value ? "true" : "false")}");
        }

        if (test.Left is not FactOperand fact || !IsOwn(fact.Fact, at))
        {
            return new Clause($"{OperandWording.Of(test.Left, at)} is {Tail(relation, test.Right, at)}");
        }

        var (path, type) = (at.PathOf(fact.Fact), fact.Fact.Type);
        var right = OperandWording.Of(test.Right, at);
        var of = RelationWords.IsTime(test.Left.Measure.Kind) ? string.Empty : "of ";
        return new Predicate(
            path.Length == 0 ? $"is {Tail(relation, test.Right, at)}"
            : !relation.IsEquality() ? $"has {PropertyNames.WithArticle(path, type)} {of}{Tail(relation, test.Right, at)}"
            : IsPeriod(test.Right)
                ? $"has {PropertyNames.WithArticle(path, type)} {(relation == Relation.Equal ? "in" : "outside")} {right}"
            : relation == Relation.NotEqual ? $"has {PropertyNames.WithArticle(path, type)} other than {right}"
            : test.Right is Constant ? $"has {PropertyNames.Of(path, type)} {right}"
            : $"has {PropertyNames.WithArticle(path, type)} equal to {right}");
    }

    /// <summary>"starts with A", "does not match the pattern …": what a test of text says of the text.</summary>
    public static string VerbOf(Condition test, Naming at, bool holds) => test switch
    {
        TextTest { Operator: ComparisonOperator.StartsWith } t => $"{(holds ? "starts" : "does not start")} with {OperandWording.Of(t.Right, at)}",
        TextTest { Operator: ComparisonOperator.EndsWith } t => $"{(holds ? "ends" : "does not end")} with {OperandWording.Of(t.Right, at)}",
        TextTest t => $"{(holds ? "contains" : "does not contain")} {OperandWording.Of(t.Right, at)}",
        PatternTest p => $"{(holds ? "matches" : "does not match")} the pattern “{ValueWords.Shorten(p.Pattern.ToString())}”",
        _ => throw new InvalidOperationException($"no words for {test.GetType().Name}"),
    };

    private static Phrase OfTextFact(Operand text, string does, Naming at) =>
        text is FactOperand fact && IsOwn(fact.Fact, at) && fact.Fact.Slots.Length > 0
            ? new Predicate($"has {PropertyNames.WithArticle(at.PathOf(fact.Fact), fact.Fact.Type)} that {does}")
            : new Clause($"{OperandWording.Of(text, at)} {does}");

    private static Phrase OfMembership(Membership test, Naming at, bool holds)
    {
        var isIn = test.IsNegated != holds;
        var values = AnyOf(test.Values, at);
        if (test.Item is not FactOperand fact || !IsOwn(fact.Fact, at) || fact.Fact.Slots.Length == 0)
        {
            var item = OperandWording.Of(test.Item, at);
            var isOwnItem = test.Item is FactOperand own && IsOwn(own.Fact, at);
            var tail = test.Values.List is null ? $"is {(isIn ? values : NoneOf(test.Values, at))}" : $"is {(isIn ? "in" : "not in")} {values}";
            return isOwnItem ? new Predicate(tail) : new Clause($"{item} {tail}");
        }

        var path = at.PathOf(fact.Fact);
        return new Predicate(
            test.Values.List is not null
                ? $"has {PropertyNames.WithArticle(path, fact.Fact.Type)} that is {(isIn ? "in" : "not in")} {values}"
            : isIn ? $"has {PropertyNames.Of(path, fact.Fact.Type)} {values}"
            : $"has {PropertyNames.WithArticle(path, fact.Fact.Type)} other than {values}");
    }

    private static Phrase OfBetween(Between test, Naming at, bool holds)
    {
        var range = $"{(holds ? string.Empty : "not ")}between {OperandWording.Of(test.Low, at)} and {OperandWording.Of(test.High, at)}";
        return test.Item is FactOperand fact && IsOwn(fact.Fact, at)
            ? new Predicate(fact.Fact.Slots.Length == 0 ? $"is {range}"
                : $"has {PropertyNames.WithArticle(at.PathOf(fact.Fact), fact.Fact.Type)} {range}")
            : new Clause($"{OperandWording.Of(test.Item, at)} is {range}");
    }

    private static Phrase OfContainment(Containment test, Naming at, bool holds)
    {
        var isAny = test.Operator == ComparisonOperator.ContainsAny;
        var isOne = test.Values.Items.Length == 1;
        var values = isOne || (holds && test.Values.List is null) ? (isAny ? AnyOf(test.Values, at) : AllOf(test.Values, at))
            : $"{(isAny ? "any" : "all")} of {AllOf(test.Values, at)}";
        if (test.List is { IsParameter: false, Levels: [var level] } && IsOwn(level, at) && level.Slots.Length > 0)
        {
            var whose = test.Values.List is null ? "its" : "its own";
            var has = holds ? "has" : "does not have";
            return new Predicate($"{has} {values} among {whose} {PropertyNames.Of(at.PathOf(level), level.Type)}");
        }

        return new Clause($"{NameOfList(test.List, at)} {(holds ? "contains" : "does not contain")} {values}");
    }

    /// <summary>What two lists have to do with each other: "A and B have nothing in common".</summary>
    /// <param name="test">The comparison of the lists.</param>
    /// <param name="list">What the list is called.</param>
    /// <param name="sought">What the list of what is looked for is called.</param>
    /// <param name="holds">Whether it holds.</param>
    public static string OfLists(Containment test, string list, string sought, bool holds) =>
        test.Operator == ComparisonOperator.ContainsAny
        ? $"{list} and {sought} have {(holds ? "something" : "nothing")} in common"
        : $"{(holds ? "all" : "not all")} of {sought} are among {list}";

    // A list that is a parameter is named once, behind its values.
    private static string Together(Values values, Func<IReadOnlyList<string>, string> join, Naming at) =>
        values.Items is [Constant { Parameter: { } parameter }, _, ..] && values.Items.All(v => v is Constant c && c.Parameter == parameter)
            ? $"{join([.. values.Items.Select(v => ValueWords.Of((Constant)v))])} (set by {parameter})"
            : join([.. values.Items.Select(v => OperandWording.Of(v, at))]);

    private static string HasFlag(FactReference fact, bool value, Naming at) => Adjectives.TryRead(at.PathOf(fact), out var adjective)
        ? $"is {(value ? string.Empty : "not ")}{adjective}"
        : $"has {PropertyNames.OfFlag(at.PathOf(fact), fact.Type)} {(value ? "true" : "false")}";

    private static bool IsPeriod(Operand operand) => operand is Constant { Measure.Kind: MeasureKind.Day, Value.Date.IsDay: false };
}
