using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Checking;

/// <summary>Conditions of which it is known before there is a scenario whether they hold: NR2038, NR2039, NR2060, NR2061,
/// NR2073 and NR2074.</summary>
internal static class DecidedDiagnostics
{
    public static void NeverHolds(this CheckDiagnostics diagnostics, Span at, Operand left, string? low, string? high) =>
        diagnostics.Error("NR2038", at, $"this can never hold: {Range(left, low, high)}",
            "correct the value, or the bounds in the vocabulary");

    public static void AlwaysHolds(this CheckDiagnostics diagnostics, Span at, Operand left, string? low, string? high) =>
        diagnostics.Warning("NR2039", at, $"this always holds: {Range(left, low, high)}", "remove it, or correct the value");

    public static void NoValueMeets(this CheckDiagnostics diagnostics, Span at, FactReference fact, Span? other)
    {
        var place = other is { Source: not null } known ? known.ToPlace() : null;
        diagnostics.Warning("NR2060", at,
            $"this can never hold: no value of `{fact.Path}` meets this and "
                + $"{(place is null ? "what else is asked of it beside it" : $"the value at {place.File}:{place.Line}:{place.Column}")}",
            "correct one of them; where either will do, write `any`");
    }

    public static void OneAlwaysHolds(this CheckDiagnostics diagnostics, Span at, FactReference fact) =>
        diagnostics.Warning("NR2061", at, $"one of these always holds, whatever `{fact.Path}` is",
            $"leave one of them out; to ask whether it is stated, write {{ \"{fact.Path}\": {{ \"known\": true }} }}");

    public static void KnownByDefault(this CheckDiagnostics diagnostics, Span at, FactReference fact, bool expected) =>
        diagnostics.Settled(
            at,
            expected,
            $"`{fact.Path}` has a default in the vocabulary, so it is always known",
            "leave this out, or take the default out of the vocabulary"
        );

    public static void KnownAndNot(this CheckDiagnostics diagnostics, Span at, FactReference fact, bool holds) =>
        diagnostics.Settled(at, holds,
            $"`{fact.Path}` is {(holds ? "known, or it is not" : "to be unknown, and more is asked of it beside this")}",
            holds ? "leave both out" : "leave this out; where either will do, write `any`");

    public static void ComparesWithItself(this CheckDiagnostics diagnostics, Span at, FactReference fact, bool holds) =>
        diagnostics.Settled(at, holds, $"`{fact.Path}` is compared with itself", "name the other fact that is meant");

    public static void ShareOfAllOrNothing(this CheckDiagnostics diagnostics, Span at, bool holds, bool mayExceed) =>
        diagnostics.Settled(
            at, holds, mayExceed ? "a share is never less than nothing" : "a share lies between nothing and all",
            "for all of it, write \"is\": \"100 %\"; for none, \"is\": 0; for any of it, \"moreThan\": 0"
        );

    public static void HoldsForEveryText(this CheckDiagnostics diagnostics, Span at, ComparisonOperator comparison) =>
        diagnostics.Settled(
            at,
            true,
            $"this is in every text, so `{Words.Of(comparison)}` leaves none out",
            "write the piece of text that is meant; to ask whether it is stated, `known`"
        );

    public static void NeverSoWritten(
        this CheckDiagnostics diagnostics, Span at, bool holds, OperandFunction function, string text, string written) =>
        diagnostics.Warning(holds ? "NR2061" : "NR2060", at,
            $"this {(holds ? "always holds" : "can never hold")}: what `{OperandFunctions.NameOf(function)}` gives is never `{text}`",
            $"write \"{written}\"", Cure.Rename(at, written));

    public static void ConditionIsConstant(this CheckDiagnostics diagnostics, Span at, bool holds, string why) =>
        diagnostics.Settled(at, holds, why, $"{(holds ? "remove it, or correct" : "correct")} the value, or the bounds in the vocabulary");

    // A warning in any case: it is what is written, and it is what is evaluated.
    private static void Settled(this CheckDiagnostics diagnostics, Span at, bool holds, string why, string cure) =>
        diagnostics.Warning(holds ? "NR2061" : "NR2060", at, $"this {(holds ? "always holds" : "can never hold")}: {why}", cure);

    public static void NeverDecided(this CheckDiagnostics diagnostics, Span at, Duration left, Duration right) =>
        diagnostics.Warning("NR2073", at,
            $"this is never decided: months differ in length, so `{left}` may be longer or shorter than `{right}`",
            "write both in months, or both in days");

    /// <param name="diagnostics">Receives it.</param>
    /// <param name="at">The duration.</param>
    /// <param name="months">What it is.</param>
    /// <param name="moved">The condition that compares by the calendar.</param>
    /// <param name="whole">The condition as it was written.</param>
    public static void DaysAgainstMonths(this CheckDiagnostics diagnostics, Span at, Duration months, string? moved, Span whole)
    {
        var (shortest, longest) = months.Range;
        var days = $"{FactText.Of((double)shortest / TimeSpan.TicksPerDay)} to {FactText.Of((double)longest / TimeSpan.TicksPerDay)} days";
        diagnostics.Warning(
            "NR2074",
            at,
            $"a difference of dates is counted in days, and `{months}` is {days}: between these it is never decided",
            moved is null
                ? "add the duration to the earlier date and compare that with the later one"
                : $"compare by the calendar: {moved}",
            // One of two bounds is not all that the condition says.
            moved is not null && at.Source is not null && whole.Characters is ['{', ..] && ValueText.NameBefore(at) != at
                ? Cure.Replace(whole, moved) : null);
    }

    private static string Range(Operand left, string? low, string? high)
    {
        var name = left is FactOperand fact ? $"`{fact.Fact.Path}`" : "a count";
        var number = left.Measure switch
        {
            { Kind: MeasureKind.Exact, Scale: 0 } => "a whole number",
            { Kind: MeasureKind.Exact, Scale: var scale } => $"a number in steps of {ExactNumber.Step(scale)}",
            _ => "a number",
        };
        return (low, high) switch
        {
            ({ }, { }) => $"{name} is {number} from {low} to {high}",
            ({ }, null) => $"{name} is {number}, at least {low}",
            (null, { }) => $"{name} is {number}, at most {high}",
            _ => $"{name} is {number}",
        };
    }
}
