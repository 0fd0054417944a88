using System.Globalization;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Explanation.Wording;

/// <content>Conditions on the elements of lists.</content>
internal static partial class ConditionWording
{
    private static readonly string[] TimeWords = ["date", "day", "time"];

    /// <summary>"at least 55 % of": the relation of a share to what it is compared with.</summary>
    public static string OfShare(Relation relation, Operand bound, Naming at) =>
        relation == Relation.NotEqual || bound is not FractionOperand ? AShare(relation, bound, at)
            : $"{RelationOfShare(relation)} {OperandWording.Of(bound, at)}";

    /// <summary>"a share of at least 55 %"</summary>
    public static string AShare(Relation relation, Operand bound, Naming at) => relation == Relation.NotEqual
        ? $"a share other than {OperandWording.Of(bound, at)}"
        : $"a share of {RelationOfShare(relation)} {OperandWording.Of(bound, at)}";

    private static string RelationOfShare(Relation relation) => relation switch
    {
        Relation.Less => "less than",
        Relation.Equal or Relation.LessOrEqual or Relation.Greater or Relation.GreaterOrEqual or Relation.NotEqual =>
            RelationWords.OfCount(relation),
    };

    /// <summary>"at least 2 delegates": the relation of a number of elements to a constant.</summary>
    public static string OfNumber(Relation relation, Constant number) =>
        $"{RelationWords.OfCount(relation)} {OperandWording.OfConstant(number)}";

    private static Phrase OfQuantified(Quantified condition, Naming at, bool holds)
    {
        var words = ListWords.Of(condition.List, at);
        var element = at.Enter(condition.List);
        if (words.TheOne is { } theOne && OfTheOne(condition, theOne, element, holds) is { } clause)
        {
            return clause;
        }

        if (condition.Kind == QuantifierKind.Every)
        {
            return OfEvery(words, at, element, condition.Where, condition.Satisfy!, holds);
        }

        // That none is not so is said as that every one is, and that none has none as that every one has some.
        if (
            (condition.Kind == QuantifierKind.No || (condition.Kind == QuantifierKind.Some && !holds))
            && OppositeOf(condition.Where) is { } opposite
        )
        {
            return OfEvery(words, at, element, null, opposite, condition.Kind == QuantifierKind.Some || holds);
        }

        var isSome = (condition.Kind == QuantifierKind.Some) == holds;
        if (condition.Where is null && !words.IsTold)
        {
            return new Clause($"{at.NameOf(condition.List.Levels[0])} is {(isSome ? "not empty" : "empty")}");
        }

        if (words.IsOwn)
        {
            var relative = OperandWording.RelativeOf(condition.Where, element, many: false);
            return new Predicate($"has {(isSome ? "at least one" : "no")} {words.Singular}{words.InnerOwner}{relative}");
        }

        var one = $"{(isSome ? "at least one" : "no")} {words.Singular}{words.Owner}";
        return new Clause(
            condition.Where is null ? $"there is {one}"
            : Of(condition.Where, element) is var where && where.Verb(many: false) is { } does ? $"{one} {does}"
            : $"there is {one}{where.Relative(many: false)}");
    }

    private static Condition? OppositeOf(Condition? condition) => condition switch
    {
        Negation not => not.Part,
        Quantified { Kind: QuantifierKind.No } none => new Negation(none.Span, none),
        _ => null,
    };

    // Of one element there is no "every" and no "at least one": it is said what it does.
    private static Clause? OfTheOne(Quantified condition, string one, Naming element, bool holds) =>
        condition switch
        {
            { Kind: QuantifierKind.Every, Where: null } => TheOneIs(one, condition.Satisfy!, element, holds),
            { Kind: QuantifierKind.Some or QuantifierKind.No, Where: { } where } => TheOneIs(
                one, where, element,
                (condition.Kind == QuantifierKind.Some) == holds
            ),
            _ => null,
        };

    private static Clause? TheOneIs(string one, Condition condition, Naming element, bool holds) =>
        Of(condition, element, holds).Verb(many: false) is { } verb ? new Clause($"{one} {verb}") : null;

    private static Clause OfEvery(ListWords words, Naming at, Naming element, Condition? where, Condition satisfy, bool holds)
    {
        var relative = OperandWording.RelativeOf(where, element, many: false);
        return new Clause(
            Of(satisfy, element).Verb(many: false) is { } verb ? $"{(holds ? string.Empty : "not ")}{words.Each(at)}{relative} {verb}"
            : holds ? $"for {words.Each(at)}{relative}, {Of(satisfy, element).Of("it")}"
            : $"for at least one {words.Singular}{words.OwnerIn(at)}{relative}, {Of(satisfy, element, holds: false).Of("it")}");
    }

    // Only a number that is written out can stand before what is counted.
    private static Phrase? OfCount(CountOperand count, Operand right, Naming at, Relation relation)
    {
        if (right is not Constant number || relation == Relation.NotEqual)
        {
            return null;
        }

        var words = ListWords.Of(count.List, at);
        var element = at.Enter(count.List);
        var isOne = number is { Measure.Scale: 0, Value: { Kind: FactKind.Exact, Steps: 1 } };
        var many = $"{(isOne && relation == Relation.Less ? "no" : OfNumber(relation, number))} {(isOne ? words.Singular : words.Plural)}";
        if (words.IsOwn)
        {
            return new Predicate($"has {many}{words.InnerOwner}{OperandWording.RelativeOf(count.Where, element, many: !isOne)}");
        }

        return new Clause(
            count.Where is null ? $"there {(isOne ? "is" : "are")} {many}{words.Owner}"
            : Of(count.Where, element) is var where && where.Verb(many: !isOne) is { } does ? $"{many}{words.Owner} {does}"
            : $"there {(isOne ? "is" : "are")} {many}{words.Owner}{where.Relative(many: !isOne)}");
    }

    private static Clause OfShare(ShareTest test, Naming at, bool holds)
    {
        var relation = holds ? test.Relation : test.Relation.Inverse();
        var words = ListWords.Of(test.List, at);
        var element = at.Enter(test.List);
        var share = OfShare(relation, test.Bound, at);
        var ifNone = test.IfNone is null ? string.Empty : $" ({OperandWording.Of(test.IfNone, at)} if there are none)";
        if (test.Weight is null)
        {
            var all = words.All(at) + OperandWording.RelativeOf(test.Among, element, many: true);
            return new Clause(Of(test.Where, element).OfMany($"{share} of {all}{ifNone}"));
        }

        var weight = WeightOf(test, element);
        var total = test.Weight is not FactOperand
            ? $"the sum, over {words.All(at)}{OperandWording.RelativeOf(test.Among, element, many: true)}, of {weight}"
            : $"the total {weight}{(test.Among is null ? $" of {words.All(at)}" : string.Empty)}";
        return new Clause($"{PartOf(test, words, at, element)} make up {share} of {total}{ifNone}");
    }

    // "the yea votes are at least 2/3 of the votes cast"
    private static Clause OfShare(ShareOfTwo test, Naming at, Relation relation)
    {
        var ifNone = test.IfNone is null ? string.Empty : $" ({OperandWording.Of(test.IfNone, at)} if that is 0)";
        return new Clause(
            $"{OperandWording.Of(test.Part, at)} is {OfShare(relation, test.Bound, at)} of {OperandWording.Of(test.Whole, at)}{ifNone}");
    }

    /// <summary>Those that have the share: "the states with vote yes", "of the states that are present, those with vote yes".</summary>
    public static string PartOf(ShareTest test, ListWords words, Naming at, Naming element)
    {
        var where = OperandWording.RelativeOf(test.Where, element, many: true);
        return test.Among is null ? words.All(at) + where
            : $"of {words.All(at)}{OperandWording.RelativeOf(test.Among, element, many: true)}, those{where}";
    }

    /// <summary>What is weighed.</summary>
    public static string WeightOf(ShareTest test, Naming element) =>
        test.Weight is FactOperand fact ? PropertyOr("value", fact.Fact, element) : OperandWording.Of(test.Weight!, element);

    /// <summary>What elements are put in order by, or weighed by: the name of a property of theirs, or a word for plain values, which have
    /// none.</summary>
    public static string PropertyOr(string word, FactReference fact, Naming element) =>
        fact.Slots.IsEmpty ? word : PropertyWords.Of(fact, element).Key;

    /// <summary>"order of date", but "order of time (deposited)".</summary>
    public static string OrderOf(Operand by, Naming element)
    {
        var name = by is FactOperand fact ? PropertyOr("time", fact.Fact, element) : OperandWording.Of(by, element);
        return name == "day" ? "order of time"
            : TimeWords.Any(word => name.EndsWith(word, StringComparison.OrdinalIgnoreCase)) ? $"order of {name}"
            : $"order of time ({name})";
    }

    /// <summary>" within 30 days", or nothing.</summary>
    public static string WithinOf(InOrder order, Naming at) =>
        order.Within is null ? string.Empty : $" within {OperandWording.Of(order.Within, at)}";

    private static Clause OfReachable(Reachable condition, Naming at, bool holds) => new(
        $"{OperandWording.Of(condition.From, at)} is {(holds ? string.Empty : "not ")}linked to {OperandWording.Of(condition.To, at)} "
            + $"by {LinksOf(condition, at)}");

    /// <summary>"the members of the pacts that are in force"</summary>
    public static string LinksOf(Reachable condition, Naming at)
    {
        var element = at.Enter(condition.List);
        return $"the {ListWords.Of(condition.Between, element).Plural} of {ListWords.Of(condition.List, at).All(at)}"
            + OperandWording.RelativeOf(condition.Where, element, many: true);
    }

    private static Clause OfOrder(InOrder condition, Naming at, bool holds)
    {
        var words = ListWords.Of(condition.List, at);
        var element = at.Enter(condition.List);
        var steps = condition.Steps.Select(step =>
            $"{Nouns.WithArticle(words.Singular)}{words.OwnerIn(at)}{Of(step, element).Relative(many: false)}"
        );
        var all = condition.Number == condition.Steps.Length;
        var these = (all, holds) switch
        {
            (true, true) => "these come",
            (true, false) => "these do not all come",
            (false, true) when condition.Number == 1 => "there is at least one of these",
            (false, false) when condition.Number == 1 => "there is none of these",
            (false, true) => string.Create(CultureInfo.InvariantCulture, $"at least {condition.Number} of these come"),
            _ => string.Create(CultureInfo.InvariantCulture, $"fewer than {condition.Number} of these come"),
        };
        return new Clause(!all && condition.Number == 1 ? $"{these}: {string.Join("; ", steps)}"
            : $"{these} in this {OrderOf(condition.By, element)}{WithinOf(condition, at)}: {string.Join(", then ", steps)}");
    }
}
