using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Checking;

/// <summary>What a condition asks of one fact: one of some values, that it is known or not, or what a text is like.</summary>
/// <param name="Fact">Of what.</param>
/// <param name="Place">Where it is written.</param>
/// <param name="Values">The values that meet it; <see langword="null"/> if it asks whether there is one, or what a text is
/// like.</param>
internal sealed record Demand(FactReference Fact, Span Place, ValueRanges? Values)
{
    /// <summary>The most values that are put together: a list of thousands comes from a program.</summary>
    public const int Most = 1_000;

    /// <summary>Whether a text meets it, if it asks what that is like.</summary>
    public Func<string, bool>? Meets { get; private init; }

    /// <summary>Whether a value is to be known, if that is asked.</summary>
    public bool? Known { get; private init; }

    /// <summary>The one fact that a condition looks at by itself, held against what is written out; <see langword="null"/> if it is
    /// another condition.</summary>
    public static FactReference? FactOf(Condition condition)
    {
        switch (condition)
        {
            case RelationTest { Left: FactOperand fact, Right: Constant { Parameter: null } }:
                return fact.Fact;
            case TextTest { Left: FactOperand fact, Right: Constant { Parameter: null } }:
                return fact.Fact;
            case PatternTest { Left: FactOperand fact }:
                return fact.Fact;
            case KnownTest known:
                return known.Fact;
            default:
                return null;
        }
    }

    /// <summary>The one fact of which several values are asked for, as <c>in</c> does.</summary>
    public static FactReference? FactOfAny(Composition any)
    {
        if (any.Parts.Length > Most)
        {
            return null;
        }

        FactReference? fact = null;
        foreach (var part in any.Parts)
        {
            if (part is not RelationTest || FactOf(part) is not { } own || (fact is not null && !SameFact.Are(fact, own)))
            {
                return null;
            }

            fact ??= own;
        }

        return fact;
    }

    /// <summary>What a condition of which the fact was found asks of it; <see langword="null"/> where that is not a matter of
    /// ranges.</summary>
    public static Demand? Of(Condition condition, bool wanted)
    {
        switch (condition)
        {
            case RelationTest { Left: FactOperand { Fact: var fact }, Right: Constant constant } test:
                return ValueRanges.Of(fact.Type, wanted ? test.Relation : test.Relation.Inverse(), constant) is { } values
                    ? new Demand(fact, constant.Span, values) : null;
            case TextTest { Left: FactOperand { Fact: var fact }, Right: Constant constant } test:
                return new Demand(fact, constant.Span, null)
                {
                    Meets = text => TextTest.Holds(test.At, text, constant.Value.Text) == wanted,
                };
            case PatternTest { Left: FactOperand { Fact: var fact } } pattern:
                return new Demand(fact, pattern.Span, null) { Meets = text => pattern.Pattern.IsMatch(text) == wanted };
            case KnownTest known:
                return new Demand(known.Fact, known.Span, null) { Known = known.Expected == wanted };
            case Composition any:
                return OfAny(any);
            default:
                return null;
        }
    }

    /// <summary>Whether it asks of a text that may be any only what it is not, or what it is like: of these there are always
    /// others.</summary>
    public static bool LeavesOthers(FactReference fact, Condition condition, bool wanted) =>
        fact.Type is TextType { Values: null }
        && (condition is TextTest or PatternTest || (condition is RelationTest { Relation: var relation }
            && (relation == Relation.NotEqual) == wanted));

    /// <summary>Those of some values that meet it.</summary>
    public ValueRanges In(ValueRanges values) => Values is { } own ? values.Intersect(own) : values.WhereText(Meets!);

    private static Demand? OfAny(Composition any)
    {
        Demand? whole = null;
        foreach (var part in any.Parts)
        {
            if (Of(part, wanted: true) is not { Values: { } own } one)
            {
                return null;
            }

            whole = whole is null ? one : whole with { Values = whole.Values!.Union(own) };
        }

        return whole;
    }
}
