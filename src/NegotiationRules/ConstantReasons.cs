using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules;

/// <summary>Says why a condition holds, or fails, whatever the facts are.</summary>
internal static class ConstantReasons
{
    /// <summary>Where it is told: the value, or the whole of it.</summary>
    public static Span PlaceOf(Condition condition) =>
        condition is RelationTest { Right: { Span.Source: not null } right } && IsWithin(right.Span, condition.Span)
            ? right.Span : condition.Span;

    private static bool IsWithin(Span inner, Span outer) =>
        inner.Source == outer.Source && inner.Start >= outer.Start && inner.End <= outer.End;

    /// <summary>Why it is so, in words.</summary>
    public static string Of(Condition condition, Scope scope)
    {
        switch (condition)
        {
            case TextTest { Left: FactOperand fact }:
                return $"`{fact.Fact.Path}` is one of the texts that the vocabulary lists";
            case PatternTest { Left: FactOperand fact }:
                return $"`{fact.Fact.Path}` is one of the texts that the vocabulary lists";
            case Membership { Meaning: Composition { Parts: [var first, ..] } }:
                return Of(first, scope);
            case Between { Meaning: Composition { Parts: [var first, ..] } }:
                return Of(first, scope);
            case RelationTest { Left: AggregateOperand { Kind: not QuantityKind.Sum, Item.Measure.IsNumber: true } extreme } test
                when SupposedPlace.ElementOf(extreme.List, scope) is { } element:
                return Of(new RelationTest(test.Span, extreme.Item, test.Relation, test.Right), element);
            case RelationTest { Left: { Measure.IsNumber: true } left }:
                var bounds = Quantities.Real(left, scope);
                var kind = left.Measure is { Kind: MeasureKind.Exact, Scale: 0 } ? "a whole number" : "a number";
                var (low, high) = (bounds.Low is { } least ? FactText.Of(least) : null, bounds.High is { } most ? FactText.Of(most) : null);
                return $"by the vocabulary, {NameOf(left)} is {(low, high) switch
                {
                    ({ }, { }) => low == high ? low : $"{kind} from {low} to {high}",
                    ({ }, null) => $"{kind}, at least {low}",
                    (null, { }) => $"{kind}, at most {high}",
                    _ => kind,
                }}";
            default:
                return "the facts make no difference";
        }
    }

    private static string NameOf(Operand operand) => operand switch
    {
        FactOperand fact => $"`{fact.Fact.Path}`",
        CountOperand => "this count",
        AggregateOperand => "this sum",
        _ => "what is worked out here",
    };
}
