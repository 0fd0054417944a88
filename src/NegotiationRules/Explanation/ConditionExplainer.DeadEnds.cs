using System.Globalization;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Explanation;

/// <content>Comparisons that have no answer, whatever else becomes known.</content>
internal sealed partial class ConditionExplainer
{
    /// <summary>Why a comparison that reads nothing open is unknown.</summary>
    public string WhyUndecided(Condition condition, Scope scope)
    {
        return condition.Operands
                .Select(operand => Valueless.Find(operand, scope))
                .OfType<Operand>()
                .Select(nothing => WhyNothing(nothing, scope))
                .FirstOrDefault()
            ?? (condition is RelationTest { Left.Measure.Kind: MeasureKind.Duration } durations ? LengthsOfMonths(durations, scope) : null)
            ?? Explain(condition, scope, Stance.Circumstance).Text;
    }

    private string WhyNothing(Operand nothing, Scope scope) =>
        nothing switch
        {
            AggregateOperand aggregate =>
                $"{NoElements(aggregate.List, aggregate.Where, scope)}, so none is the "
                    + $"{(aggregate.Kind == QuantityKind.Min ? "least" : "greatest")}",
            FunctionOperand function => $"{OperandWording.Of(function, NamingAt(scope))} has no value{WhyNot(function, scope)}",
            _ => $"{OperandWording.Of(nothing, NamingAt(scope))} has no value",
        };

    // "months differ in length (3 months are 89 to 92 days)"
    private static string? LengthsOfMonths(RelationTest test, Scope scope)
    {
        var lengths = new[] { test.Left, test.Right }
            .Select(operand => Quantities.Durations(operand, scope))
            .SelectMany(known => known is var (low, high) ? (Duration[])[low, high] : [])
            .Where(duration => duration.Months != 0)
            .Distinct()
            .Select(duration =>
                $"{DurationWords.Of(duration)} {(Math.Abs(duration.Months) is 1 or 12 && duration.Ticks == 0 ? "is" : "are")} "
                    + $"{DaysIn(duration.Range.Low)} to {DaysIn(duration.Range.High)} days"
            )
            .ToList();
        return lengths.Count == 0 ? null : $"months differ in length ({Series.And(lengths)})";

        static string DaysIn(Int128 ticks) => FactText.Of((double)ticks / TimeSpan.TicksPerDay);
    }
}
