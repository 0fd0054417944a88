using NegotiationRules.Analysis;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules;

/// <summary>On which days outcomes change while the facts of a scenario stay as they are and only the day moves on.</summary>
/// <remarks>
/// <para>What is told is as if every day had been evaluated by itself: no day is left out, and where something could not be decided, that
/// is said (<see cref="Gaps"/>). The day is a fact of the scenario (<c>asOf</c> unless another is named); what the scenario states for it
/// is set aside.</para>
/// <para>Immutable and safe to share between threads. Made by
/// <see cref="RuleSetAnalysis.Timeline(RuleSet, Scenario, DateOnly?, DateOnly?, string, AnalysisLimits)"/>.</para>
/// </remarks>
public sealed class Timeline
{
    private readonly TimelineHistory _history;
    private readonly Lazy<Verdict> _first;
    private readonly Lazy<Verdict> _last;

    internal Timeline(TimelineHistory history)
    {
        _history = history;
        (Rules, Fact) = (history.RuleSet, history.Fact);
        (From, To) = (DateOnly.FromDayNumber(history.Days.First), DateOnly.FromDayNumber(history.Days.Last));
        _first = new Lazy<Verdict>(() => On(From));
        _last = new Lazy<Verdict>(() => On(To));
        Changes = history.Changes();
        Gaps = history.Gaps();
    }

    /// <summary>The rules.</summary>
    public RuleSet Rules { get; }

    /// <summary>The path of the fact that the rules read the day by.</summary>
    public string Fact { get; }

    /// <summary>The first day that was looked at.</summary>
    public DateOnly From { get; }

    /// <summary>The last day that was looked at.</summary>
    public DateOnly To { get; }

    /// <summary>All changes in the order of days; of one day those of rules first, in the order of the rule set, each watched by those of
    /// the elements of its list, then those of stages.</summary>
    /// <remarks>Elements are watched where the rule's list has the same ones on each day.</remarks>
    public IReadOnlyList<TimelineChange> Changes { get; }

    /// <summary>What is not decided, by the order of rules and stages, and of days; empty if everything is.</summary>
    public IReadOnlyList<TimelineGap> Gaps { get; }

    /// <summary>The verdict on the first day: what holds before anything changes.</summary>
    /// <exception cref="ScenarioException">The scenario cannot be evaluated on that day.</exception>
    public Verdict First => _first.Value;

    /// <summary>The verdict on the last day: what holds after everything has changed, and the facts that would settle what is unknown to
    /// the end.</summary>
    /// <exception cref="ScenarioException">The scenario cannot be evaluated on that day.</exception>
    public Verdict Last => _last.Value;

    /// <summary>How often a rule, an element or a condition of a stage was evaluated.</summary>
    internal int Evaluations => _history.Evaluations;

    /// <summary>What becomes of a rule on a day.</summary>
    /// <param name="rule">The rule's id.</param>
    /// <param name="day">The day.</param>
    /// <returns>The outcome; <see langword="null"/> where it is not decided.</returns>
    /// <exception cref="KeyNotFoundException">No rule has that id.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The day was not looked at.</exception>
    public RuleOutcome? RuleOn(string rule, DateOnly day) => _history.OutcomeOf(Rules.Rule(rule), Checked(day));

    /// <summary>What becomes of a stage on a day.</summary>
    /// <param name="stage">The stage's name.</param>
    /// <param name="day">The day.</param>
    /// <returns>The outcome; <see langword="null"/> where it is not decided.</returns>
    /// <exception cref="KeyNotFoundException">The rule set has no stage of that name.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The day was not looked at.</exception>
    public StageOutcome? StageOn(string stage, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(stage);
        var index = Rules.Checked.Stages.IndexOf(stage);
        return index < 0 ? throw new KeyNotFoundException(
                $"There is no stage '{stage}' in this rule set{Spelling.Instead(stage, Rules.Stages)}")
            : _history.OutcomeOf(index, Checked(day));
    }

    /// <summary>The verdict on any day, with all reasons: the scenario is evaluated with that day.</summary>
    /// <param name="day">The day, whether it was looked at or not.</param>
    /// <exception cref="ScenarioException">The scenario cannot be evaluated on that day.</exception>
    public Verdict On(DateOnly day) => _history.VerdictOn(day.DayNumber);

    /// <summary>The name of the rule set, the days, and how many changes there are.</summary>
    public override string ToString() => $"{Rules.Name} from {From:yyyy-MM-dd} to {To:yyyy-MM-dd} ({Nouns.Count(Changes.Count, "change")})";

    private int Checked(DateOnly day) => day >= From && day <= To ? day.DayNumber
        : throw new ArgumentOutOfRangeException(nameof(day), day, $"The days are from {From:yyyy-MM-dd} to {To:yyyy-MM-dd}.");
}
