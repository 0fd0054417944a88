using NegotiationRules.Analysis.Telling;
using NegotiationRules.Explanation.Outlines;

namespace NegotiationRules;

/// <summary>That something comes out otherwise on a day than on the day before: a <see cref="RuleChange"/> or a
/// <see cref="StageChange"/>.</summary>
/// <remarks>Immutable and safe to share between threads. The reasons are worked out when they are first asked for.</remarks>
public abstract class TimelineChange
{
    private readonly Lazy<ChangeReasons> _reasons;

    private protected TimelineChange(DateOnly day, string stage, Func<ChangeReasons> reasons) =>
        (Day, Stage, _reasons) = (day, stage, new Lazy<ChangeReasons>(reasons));

    /// <summary>The first day on which it comes out so.</summary>
    public DateOnly Day { get; }

    /// <summary>The stage, or that of the rule.</summary>
    public string Stage { get; }

    /// <summary>Why on that day: what turned, in sentences without a full stop, such as <c>the day 90 days after the date of Iceland
    /// (2002-05-23) has come</c>.</summary>
    public IReadOnlyList<string> Because => _reasons.Value.Because;

    /// <summary>The facts that it hangs on beside the day, by the paths with which <see cref="Scenario.With(string, object?)"/> changes
    /// them; empty if it hangs on a day that is written in the rules.</summary>
    public IReadOnlyList<string> Facts => _reasons.Value.Facts;
}

/// <summary>That a rule, or an element of its list, comes out otherwise than on the day before.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class RuleChange : TimelineChange
{
    internal RuleChange(
        DateOnly day, Rule rule, (string Label, string Path)? element, RuleOutcome before, RuleOutcome after, Func<ChangeReasons> reasons)
        : base(day, rule.Stage, reasons) =>
        (Rule, Element, ElementPath, Before, After) = (rule, element?.Label, element?.Path, before, after);

    /// <summary>The rule.</summary>
    public Rule Rule { get; }

    /// <summary>The element, as explanations call it, if it is an element of the list of a rule with <c>forEach</c>;
    /// <see langword="null"/> for the rule as a whole.</summary>
    public string? Element { get; }

    /// <summary>The place of that element, such as <c>parties[1]</c>; empty for the value of a parameter.</summary>
    public string? ElementPath { get; }

    /// <summary>What it was on the day before.</summary>
    public RuleOutcome Before { get; }

    /// <summary>What it is from that day on.</summary>
    public RuleOutcome After { get; }

    /// <summary>The day, the id, and both outcomes.</summary>
    public override string ToString() =>
        $"{Day:yyyy-MM-dd} {Rule.Id}{(Element is null ? string.Empty : $" for {Element}")}: "
        + $"{OutcomeWords.Of(Rule, Before)} → {OutcomeWords.Of(Rule, After)}";
}

/// <summary>That a stage comes out otherwise than on the day before.</summary>
/// <remarks>Immutable and safe to share between threads. Its reasons are the rules of the stage that come out otherwise on that day, and
/// what turned if it begins or ceases to apply.</remarks>
public sealed class StageChange : TimelineChange
{
    internal StageChange(DateOnly day, string stage, StageOutcome before, StageOutcome after, Func<ChangeReasons> reasons)
        : base(day, stage, reasons) =>
        (Before, After) = (before, after);

    /// <summary>What it was on the day before.</summary>
    public StageOutcome Before { get; }

    /// <summary>What it is from that day on.</summary>
    public StageOutcome After { get; }

    /// <summary>The day, the stage, and both outcomes.</summary>
    public override string ToString() => $"{Day:yyyy-MM-dd} {Stage}: {OutcomeWords.Of(Before)} → {OutcomeWords.Of(After)}";
}
