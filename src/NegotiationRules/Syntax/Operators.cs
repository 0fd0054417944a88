using NegotiationRules.Text;
using static NegotiationRules.Syntax.ComparisonKind;
using static NegotiationRules.Syntax.ComparisonOperator;
using static NegotiationRules.Syntax.ValueKinds;

namespace NegotiationRules.Syntax;

/// <summary>The comparison operators: the table of them, and how they are found in it.</summary>
internal static class Operators
{
    private const ValueKinds Lengths = Numbers | Durations;

    /// <summary>Every operator, in the order of the enumeration.</summary>
    public static IReadOnlyList<OperatorRow> Table { get; } =
    [
        new(Is, Relation, Scalars, OperandShape.Value, "The value is this one.",
            "= == === eq equal equals equalTo same exactly const isEqual isEqualTo equalsTo")
            { Negation = IsNot, OfSeveral = [In], WhereSeveral = "to demand one of these values, " },
        new(IsNot, Relation, Scalars, OperandShape.Value, "The value is not this one.",
            "!= !== <> ne neq not notEqual notEquals notEqualTo differs isNotEqual isNotEqualTo doesNotEqual")
            { Negation = Is, OfSeveral = [NotIn], WhereSeveral = "to demand none of these values, " },
        new(In, Membership, Scalars, OperandShape.Values,
            "The value is one of these: a list of values, or a parameter or fact that is a list.",
            "oneOf isOneOf any anyOf enum memberOf isIn")
            { Negation = NotIn, OfOne = Is },
        new(NotIn, Membership, Scalars, OperandShape.Values,
            "The value is none of these: a list of values, or a parameter or fact that is a list.",
            "nin none noneOf isNotIn isNoneOf")
            { Negation = In, Negates = true, OfOne = IsNot },
        new(AtLeast, Relation, Lengths, OperandShape.Value, "Numbers and durations: this or more.",
            ">= => gte ge min minimum greaterOrEqual greaterThanOrEqual greaterThanOrEqualTo notLessThan greaterThanInclusive "
                + "isGreaterThanOrEqual isGreaterThanOrEqualTo")
            { Negation = LessThan, Mirrored = AtMost, Twin = OnOrAfter },
        new(AtMost, Relation, Lengths, OperandShape.Value, "Numbers and durations: this or less.",
            "<= =< lte le max maximum lessOrEqual lessThanOrEqual lessThanOrEqualTo notMoreThan notGreaterThan lessThanInclusive "
                + "isLessThanOrEqual isLessThanOrEqualTo")
            { Negation = MoreThan, Mirrored = AtLeast, Twin = OnOrBefore },
        new(MoreThan, Relation, Lengths, OperandShape.Value, "Numbers and durations: more than this.",
            "> gt above over exceeds greater greaterThan isGreaterThan isMoreThan exclusiveMinimum")
            { Negation = AtMost, Mirrored = LessThan, Twin = After },
        new(LessThan, Relation, Lengths, OperandShape.Value, "Numbers and durations: less than this.",
            "< lt below under less isLessThan smallerThan exclusiveMaximum fewerThan")
            { Negation = AtLeast, Mirrored = MoreThan, Twin = Before },
        new(Before, Relation, Days, OperandShape.Value, "Dates: before this one.", "earlierThan priorTo isBefore")
            { Negation = OnOrAfter, Mirrored = After, Twin = LessThan },
        new(After, Relation, Days, OperandShape.Value, "Dates: after this one.", "laterThan isAfter")
            { Negation = OnOrBefore, Mirrored = Before, Twin = MoreThan },
        new(OnOrBefore, Relation, Days, OperandShape.Value, "Dates: this one or an earlier one.", "until till notAfter by")
            { Negation = After, Mirrored = OnOrAfter, Twin = AtMost },
        new(OnOrAfter, Relation, Days, OperandShape.Value, "Dates: this one or a later one.", "since from notBefore")
            { Negation = Before, Mirrored = OnOrBefore, Twin = AtLeast },
        new(Between, ComparisonKind.Range, Lengths | Days, OperandShape.Range,
            "Numbers, durations, dates: [from, to], both included.",
            "range within isBetween inRange"),
        new(Contains, Search, Texts | Lists, OperandShape.Value, "A list of values contains this one; a text contains this piece.",
            "has include includes")
            { Combines = CompositionKind.All, Place = TextPlace.Anywhere, OfSeveral = [ContainsAll, ContainsAny] },
        new(ContainsAll, Containment, Lists, OperandShape.Values, "A list of values contains all of these.",
            "all allOf hasAll includesAll")
            { Combines = CompositionKind.All, OfOne = Contains },
        new(ContainsAny, Containment, Lists, OperandShape.Values, "A list of values contains at least one of these.",
            "hasAny includesAny intersects overlaps")
            { Combines = CompositionKind.Any, Negation = ContainsNone, OfOne = Contains },
        new(ContainsNone, Containment, Lists, OperandShape.Values, "A list of values contains none of these.",
            "hasNone includesNone excludes excludesAll lacks disjoint isDisjoint notContains doesNotContain containsNoneOf hasNoneOf")
            { Combines = CompositionKind.None, Negation = ContainsAny },
        new(StartsWith, Search, Texts, OperandShape.Value, "Text: starts with this.", "prefix beginsWith hasPrefix")
            { Place = TextPlace.Start },
        new(EndsWith, Search, Texts, OperandShape.Value, "Text: ends with this.", "suffix hasSuffix")
            { Place = TextPlace.End },
        new(Matches, Search, Texts, OperandShape.Value,
            "Text: this regular expression is found in it. No look-around, no back-references.",
            "regex regexp pattern like match =~"),
        new(Known, Presence, Everything, OperandShape.Truth, "Whether the fact is stated. Never unknown itself.",
            "exists present isSet isKnown defined isDefined notNull isNull null missing unknown isUnknown undefined absent unset "
                + "isMissing isEmpty"),
    ];

    // Looked up by number: a dictionary of an enumeration would be compiled anew in each process.
    private static readonly SpeltNames Spelt = SpeltNames.Of<ComparisonOperator>();

    public static IReadOnlyCollection<string> Names => Spelt.All;

    public static OperatorRow Of(ComparisonOperator comparison) => Table[(int)comparison];

    public static OperatorRow? Find(string name) => Spelt.Find(name) is { } found ? Table[found] : null;

    public static bool IsOperator(string name) => Spelt.Find(name) is not null;

    public static string NameOf(ComparisonOperator comparison) => Spelt.NameOf((int)comparison);

    /// <summary>Whether one of the members is called like an operator.</summary>
    public static bool AnyIn(JsonObject value)
    {
        foreach (var member in value.AsSpan())
        {
            if (IsOperator(member.Name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The operator that holds where the other does not; <see langword="null"/> if there is none.</summary>
    public static string? Negated(string name) => Find(name)?.Negation is { } negation ? NameOf(negation) : null;

    /// <summary>The operators that can be asked of such values, as they are spelt.</summary>
    public static IEnumerable<string> For(ValueKinds kinds) =>
        Table.Where(row => (row.Of & kinds) != ValueKinds.None).Select(row => NameOf(row.Operator));
}
