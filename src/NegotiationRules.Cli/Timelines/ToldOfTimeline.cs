using NegotiationRules.Cli.Sources;

namespace NegotiationRules.Cli.Timelines;

/// <summary>Which rules and stages are told of: all, those of one stage, or one rule.</summary>
internal sealed class ToldOfTimeline(IRuleSource source, string? stage, string? rule)
{
    private readonly HashSet<string> _rules = [.. source.Told
        .Where(told => (stage is null || told.Stage == stage) && (rule is null || told.Id == rule))
        .Select(told => told.Id)];

    public IRuleSource Source { get; } = source;

    /// <summary>The stages, in their order; none if one rule is asked for.</summary>
    public IReadOnlyList<string> Stages { get; } =
        rule is null ? [.. source.Rules.Stages.Where(name => stage is null || name == stage)] : [];

    public bool Tells(Rule rule) => _rules.Contains(rule.Id);

    public IEnumerable<TimelineChange> Changes(Timeline timeline) =>
        timeline.Changes.Where(change => change is RuleChange { Rule: var of } ? Tells(of) : Stages.Contains(change.Stage));

    public IEnumerable<TimelineGap> Gaps(Timeline timeline) =>
        timeline.Gaps.Where(gap => gap.Rule is { } of ? Tells(of) : Stages.Contains(gap.Stage));

    /// <summary>A verdict; <see langword="null"/> where none can be given on that day.</summary>
    public static Verdict? TryGet(Func<Verdict> verdict)
    {
        try
        {
            return verdict();
        }
        catch (ScenarioException)
        {
            return null;
        }
    }
}
