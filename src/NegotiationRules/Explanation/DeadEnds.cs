using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Explanation;

/// <summary>Comparisons that have no answer, whatever else becomes known.</summary>
internal static class DeadEnds
{
    /// <summary>Why a comparison that reads nothing open is unknown; <see langword="null"/> if it is for nothing of its own.</summary>
    public static string? Why(Condition condition, Scope scope, Naming at) =>
        condition.Operands.Select(operand => Valueless.Find(operand, scope)).OfType<Operand>().FirstOrDefault() is { } nothing
            ? WhyNothing(nothing, scope, at)
            : condition is RelationTest { Left.Measure.Kind: MeasureKind.Duration } durations ? LengthsOfMonths(durations, scope) : null;

    private static string WhyNothing(Operand nothing, Scope scope, Naming at) => nothing switch
    {
        AggregateOperand aggregate => $"{ListStatements.None(aggregate.List, aggregate.Where, at)}, so none is the "
            + $"{(aggregate.Kind == QuantityKind.Min ? "least" : "greatest")}",
        OnlyOperand only when OnlyElement.IsNone(only, scope) => $"{ListStatements.None(only.List, only.Where, at)}, so none can be meant",
        OnlyOperand only when OnlyElement.Certain(only, scope) is { Count: > 1 } several => ListStatements.Several(only, several, at),
        TableOperand table => $"nothing is in force before {OperandWording.OfDay(table, 0)}, and {Statements.Of(table.At, scope, at)}",
        FunctionOperand function => Statements.NoValue(function, scope, at),
        _ => $"{OperandWording.Of(nothing, at)} has no value",
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
                    + $"{DaysIn(duration.Range.Low)} to {DaysIn(duration.Range.High)} days")
            .ToList();
        return lengths.Count == 0 ? null : $"months differ in length ({Series.And(lengths)})";

        static string DaysIn(Int128 ticks) => FactText.Of((double)ticks / TimeSpan.TicksPerDay);
    }
}
