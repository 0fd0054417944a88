using System.Runtime.CompilerServices;

namespace NegotiationRules.Benchmarks.Workload;

/// <summary>What a test of facts comes to where some of them may be unknown, as somebody would write it who does without a
/// library.</summary>
public enum Kleene : byte
{
    No = 0,
    Unknown = 1,
    Yes = 2,
}

/// <summary>The tests that rules are written with by hand, and what becomes of a rule by them.</summary>
public static class Kleenes
{
    public static Kleene Of(bool holds) => holds ? Kleene.Yes : Kleene.No;

    /// <summary>Certain where it holds in any case, open where it may.</summary>
    public static Kleene Of(bool certain, bool possible) => certain ? Kleene.Yes : possible ? Kleene.Unknown : Kleene.No;

    public static Kleene And(this Kleene one, Kleene other) => one < other ? one : other;

    public static Kleene Or(this Kleene one, Kleene other) => one > other ? one : other;

    public static Kleene Not(this Kleene holds) => (Kleene)(Kleene.Yes - holds);

    public static Kleene IsTrue(bool? fact) => fact is { } known ? Of(known) : Kleene.Unknown;

    public static Kleene Is(string? fact, string value) => fact is null ? Kleene.Unknown : Of(fact == value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Kleene Is<T>(T? fact, T value)
        where T : struct, Enum => fact is { } known ? Of(EqualityComparer<T>.Default.Equals(known, value)) : Kleene.Unknown;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Kleene Is<T>(T? fact, T? other)
        where T : struct, Enum => other is { } value ? Is(fact, value) : Kleene.Unknown;

    public static Kleene IsAfter(DateOnly? day, DateOnly? other) => day is { } a && other is { } b ? Of(a > b) : Kleene.Unknown;

    public static Kleene IsOnOrBefore(DateOnly? day, DateOnly? other) => IsAfter(day, other).Not();

    /// <summary>Of what is required.</summary>
    public static RuleOutcome Require(Kleene holds) => holds switch
    {
        Kleene.Yes => RuleOutcome.Satisfied,
        Kleene.No => RuleOutcome.Violated,
        _ => RuleOutcome.Unknown,
    };

    /// <summary>Of a risk.</summary>
    public static RuleOutcome WarnWhen(Kleene holds) => Require(holds.Not());

    /// <summary>Of what is required only where something holds.</summary>
    public static RuleOutcome Require(Kleene when, Kleene holds) =>
        when == Kleene.No ? RuleOutcome.NotApplicable
        : holds == Kleene.No && when == Kleene.Unknown ? RuleOutcome.Unknown
        : Require(holds);

    /// <summary>Of what is required by a day.</summary>
    public static RuleOutcome RequireBy(Kleene hasPassed, Kleene holds) =>
        holds != Kleene.No ? Require(holds)
        : hasPassed switch
        {
            Kleene.Yes => RuleOutcome.Violated,
            Kleene.No => RuleOutcome.Pending,
            _ => RuleOutcome.Unknown,
        };

    /// <summary>Of a stage, by the rules that are required for it.</summary>
    public static StageOutcome StageOf(ReadOnlySpan<RuleOutcome> required)
    {
        var stage = StageOutcome.Valid;
        foreach (var rule in required)
        {
            if (rule == RuleOutcome.Violated)
            {
                return StageOutcome.Invalid;
            }

            if (rule is RuleOutcome.Unknown or RuleOutcome.Pending)
            {
                stage = StageOutcome.Undetermined;
            }
        }

        return stage;
    }
}
