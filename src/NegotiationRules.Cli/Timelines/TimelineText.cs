using NegotiationRules.Cli.Output;
using NegotiationRules.Cli.Sources;
using NegotiationRules.Cli.Verdicts;
using NegotiationRules.Explanation;
using NegotiationRules.Explanation.Outlines;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.Timelines;

/// <summary>For people: what holds at first, a line for each change with the day and the reason, and what stays open.</summary>
internal sealed class TimelineText(ToldOfTimeline what, Terminal terminal) : ITimelinePrinter
{
    private const int MostReasons = 3;

    // As wide as a day and the space behind it.
    private const string NoDay = "          ";

    private readonly OutlinePrinter _outline = new(terminal);
    private readonly TextStyle _style = terminal.Style;
    private bool _isFirst = true;

    public void Print(string file, Timeline timeline)
    {
        if (_isFirst)
        {
            terminal.Out.WriteLine($"{_style.Bold(OneLine.Of(what.Source.Name))}{what.Source.Summary(null)}");
        }

        _isFirst = false;
        terminal.Out.WriteLine();
        terminal.Out.WriteLine(
            $"{_style.Bold(OneLine.Of(FileKinds.NameOf(file)))}, from {timeline.From:yyyy-MM-dd} to {timeline.To:yyyy-MM-dd}");
        PrintFirst(timeline);
        var day = string.Empty;
        foreach (var change in Shown(what.Changes(timeline)))
        {
            var next = $"{change.Day:yyyy-MM-dd}";
            PrintLine(next == day ? NoDay : next, MarkOf(change), TextOf(change));
            day = next;
        }

        PrintEnd(timeline, isQuiet: day.Length == 0 && !what.Gaps(timeline).Any());
    }

    // An element is told of instead of the rule that turns with it, and a stage that begins or ceases to apply instead of its rules.
    private static IEnumerable<TimelineChange> Shown(IEnumerable<TimelineChange> changes)
    {
        var all = changes.ToList();
        var ofElements = all.OfType<RuleChange>().Where(change => change.Element is not null)
            .Select(change => (change.Day, change.Rule, change.After)).ToHashSet();
        var ofStages = all.OfType<StageChange>()
            .Where(change => StageOutcome.NotApplicable is var none && (change.Before == none || change.After == none))
            .Select(change => (change.Day, change.Stage)).ToHashSet();
        return all.Where(change => change is not RuleChange rule
            || !((rule.Element is null && ofElements.Contains((rule.Day, rule.Rule, rule.After)))
                || ((rule.Before == RuleOutcome.NotApplicable || rule.After == RuleOutcome.NotApplicable)
                    && ofStages.Contains((rule.Day, rule.Stage)))));
    }

    private static ExplanationMark MarkOf(TimelineChange change) => change is RuleChange rule ? RuleSetWords.MarkOf(rule.Rule, rule.After)
        : Marks.Of(((StageChange)change).After);

    private string TextOf(TimelineChange change) => change switch
    {
        RuleChange rule => $"{NameOf(rule.Rule)}{(rule.Element is null ? string.Empty : $", {rule.Element}")}: "
            + $"{OutcomeWords.Of(rule.Rule, rule.After)}{Reasons(change)}",
        StageChange { After: var after } stage =>
            $"{_style.Bold(stage.Stage)}: {OutcomeWords.Of(after)}{(IsOfRulesAlone(stage) ? string.Empty : Reasons(change))}",
        _ => throw new InvalidOperationException($"no words for {change.GetType().Name}"),
    };

    private string NameOf(Rule rule) => $"{(what.Stages.Count > 1 ? $"{rule.Stage}: " : string.Empty)}{rule.Title ?? rule.Id}";

    // Then they stand right above.
    private bool IsOfRulesAlone(StageChange stage) =>
        stage.Before != StageOutcome.NotApplicable && stage.After != StageOutcome.NotApplicable && what.Stages.Contains(stage.Stage);

    private static string Reasons(TimelineChange change) => change.Because.Count == 0 ? string.Empty : $", as {Few(change.Because)}";

    private static string Few(IReadOnlyCollection<string> items) => string.Join("; ", items.Take(MostReasons))
        + (items.Count > MostReasons ? $"; and {Numbers.Of(items.Count - MostReasons)} more" : string.Empty);

    private void PrintFirst(Timeline timeline)
    {
        if (ToldOfTimeline.TryGet(() => timeline.First) is not { } first)
        {
            return;
        }

        if (what.Stages.Count == 0)
        {
            foreach (var rule in first.Rules.Where(rule => what.Tells(rule.Rule)))
            {
                PrintLine("at first  ", RuleSetWords.MarkOf(rule.Rule, rule.Outcome),
                    $"{NameOf(rule.Rule)}: {OutcomeWords.Of(rule.Rule, rule.Outcome)}");
            }
        }

        var day = "at first  ";
        foreach (var stage in what.Stages.Select(first.Stage))
        {
            List<string> blocking = [.. stage.Blocking.Select(rule => rule.Rule.Title ?? rule.Rule.Id)];
            var why = blocking.Count == 0 ? string.Empty : $" for want of: {Few(blocking)}";
            PrintLine(day, Marks.Of(stage.Outcome), $"{_style.Bold(stage.Name)}: {OutcomeWords.Of(stage.Outcome)}{why}");
            day = NoDay;
        }
    }

    private void PrintEnd(Timeline timeline, bool isQuiet)
    {
        if (isQuiet)
        {
            PrintLine(NoDay, ExplanationMark.Note, "nothing changes");
        }

        if (ToldOfTimeline.TryGet(() => timeline.Last) is { } last)
        {
            PrintOpen([.. last.Rules.Where(rule => rule.Outcome == RuleOutcome.Unknown && what.Tells(rule.Rule))]);
        }

        foreach (var gap in what.Gaps(timeline))
        {
            PrintLine(
                NoDay, ExplanationMark.Unknown,
                $"{(gap.Rule is null ? gap.Stage : NameOf(gap.Rule))}: not decided from {gap.First:yyyy-MM-dd} to {gap.Last:yyyy-MM-dd}, "
                    + $"as {gap.Reason}");
        }
    }

    // What decides a stage, or is asked for by name, is told with what would settle it; of the rest it is said that it is open.
    private void PrintOpen(List<RuleVerdict> open)
    {
        var day = "to the end";
        foreach (var rule in open.Where(rule => Decides(rule.Rule)))
        {
            PrintLine(day, ExplanationMark.Unknown, $"{NameOf(rule.Rule)}: {VerdictReasons.NotKnown(rule)}");
            day = NoDay;
        }

        if (open.Count(rule => !Decides(rule.Rule)) is > 0 and var others)
        {
            PrintLine(
                day, ExplanationMark.Unknown,
                $"{Nouns.Count(others, "rule")} that {(others == 1 ? "decides nothing stays" : "decide nothing stay")} open");
        }
    }

    private bool Decides(Rule rule) => what.Stages.Count == 0 || rule is { Strength: Strength.Required, IsRisk: false };

    private void PrintLine(string day, ExplanationMark mark, string text)
    {
        var sign = _outline.Sign(mark);
        foreach (var line in _outline.Fit(text, NoDay.Length + 6))
        {
            terminal.Out.WriteLine($"  {day}  {sign} {line}");
            (day, sign) = (NoDay, " ");
        }
    }
}
