namespace NegotiationRules;

/// <summary>Days on which it is not decided what becomes of a rule or a stage, and why.</summary>
/// <remarks>This is not the outcome unknown, which is known to be so. Immutable and safe to share between threads.</remarks>
public sealed class TimelineGap
{
    internal TimelineGap(DateOnly first, DateOnly last, string stage, Rule? rule, string reason) =>
        (First, Last, Stage, Rule, Reason) = (first, last, stage, rule, reason);

    /// <summary>The first of the days.</summary>
    public DateOnly First { get; }

    /// <summary>The last of the days.</summary>
    public DateOnly Last { get; }

    /// <summary>The stage, or that of the rule.</summary>
    public string Stage { get; }

    /// <summary>The rule; <see langword="null"/> for a stage.</summary>
    public Rule? Rule { get; }

    /// <summary>Why it is not decided, and what would help, in a sentence without a full stop.</summary>
    public string Reason { get; }

    /// <summary>The days, what is not decided, and why.</summary>
    public override string ToString() => $"{First:yyyy-MM-dd}..{Last:yyyy-MM-dd} {Rule?.Id ?? Stage}: not decided: {Reason}";
}
