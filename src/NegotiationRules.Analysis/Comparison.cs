namespace NegotiationRules;

/// <summary>In which scenarios rules come to other outcomes than older ones.</summary>
/// <remarks>
/// <para>All scenarios in which everything is known are compared; where nothing differs in these, then all in which something is not
/// known. Each difference comes with a scenario that both have been evaluated on; that there is none is proved; what is neither is said to
/// be not decided. Rules that did not change, with nothing that they read changed, are not asked: they are the same.</para>
/// <para>Immutable and safe to share between threads. Made by
/// <see cref="RuleSetAnalysis.CompareWith(RuleSet, RuleSet, AnalysisOptions)"/>.</para>
/// </remarks>
public sealed class Comparison
{
    internal Comparison(
        RuleSet rules, RuleSet older, IReadOnlyList<OutcomeDifference> differences, IReadOnlyList<OutcomeDifference> open,
        IReadOnlyList<KnowledgeDifference> unknown, IReadOnlyList<string> onlyNewer, IReadOnlyList<string> onlyOlder)
    {
        (Rules, Older, Differences, Open, Added, Removed) = (rules, older, differences, open, onlyNewer, onlyOlder);
        WhileUnknown = [.. unknown.Where(difference => difference.Why is null)];
        OpenWhileUnknown = [.. unknown.Where(difference => difference.Why is not null)];
    }

    /// <summary>The rules.</summary>
    public RuleSet Rules { get; }

    /// <summary>The older ones, as they are over the same facts.</summary>
    public RuleSet Older { get; }

    /// <summary>Whether every stage that both have is valid in the same of the scenarios in which everything is known;
    /// <see langword="null"/> if that is not decided.</summary>
    public bool? IsEquivalent => Differences.Any(difference => difference.Rule is null) ? false
        : Open.Any(open => open.Rule is null) ? null : true;

    /// <summary>What differs: stages first, then rules, in the order of the rule set.</summary>
    public IReadOnlyList<OutcomeDifference> Differences { get; }

    /// <summary>What was not decided.</summary>
    public IReadOnlyList<OutcomeDifference> Open { get; }

    /// <summary>Of what differs in no scenario in which everything is known, what is decided by the one set and left open by the other
    /// while something is not known.</summary>
    public IReadOnlyList<KnowledgeDifference> WhileUnknown { get; }

    /// <summary>Of what differs in no scenario in which everything is known, that of which it was not decided whether it does while
    /// something is not known.</summary>
    public IReadOnlyList<KnowledgeDifference> OpenWhileUnknown { get; }

    /// <summary>Whether every stage that both have has the same outcome in all scenarios, each fact being known or not known at all;
    /// <see langword="null"/> if that is not decided.</summary>
    /// <remarks>A date of which only the month or the year is known is neither: of rules that changed, such scenarios are not looked
    /// at.</remarks>
    public bool? IsEquivalentWhileUnknown => IsEquivalent == false || WhileUnknown.Any(difference => difference.Rule is null) ? false
        : IsEquivalent is null || OpenWhileUnknown.Any(open => open.Rule is null) ? null : true;

    /// <summary>The stages and rules, by their ids, that only the newer set has.</summary>
    public IReadOnlyList<string> Added { get; }

    /// <summary>The stages and rules that only the older set has.</summary>
    public IReadOnlyList<string> Removed { get; }

    /// <summary>All differences, a line each, and what is not decided; "no outcome differs" if there is nothing.</summary>
    public override string ToString() =>
        (object[])[.. Differences, .. Open, .. WhileUnknown, .. OpenWhileUnknown] is { Length: > 0 } told
            ? string.Join('\n', told) : "no outcome differs";
}

/// <summary>That a stage, or a rule, comes out otherwise by newer rules than by older ones.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class OutcomeDifference
{
    internal OutcomeDifference(string stage, Rule? rule, bool isGained, Scenario? example, NotDecided? why) =>
        (Stage, Rule, IsGained, Example, Why) = (stage, rule, isGained, example, why);

    /// <summary>The stage, or that of the rule.</summary>
    public string Stage { get; }

    /// <summary>The rule, as the newer set has it; <see langword="null"/> if it is the stage as a whole.</summary>
    public Rule? Rule { get; }

    /// <summary>Whether the stage becomes valid, or the rule is no longer missed; if not, it is the other way round.</summary>
    public bool IsGained { get; }

    /// <summary>The smallest scenario in which it is so; <see langword="null"/> if it is not decided.</summary>
    public Scenario? Example { get; }

    /// <summary>Why it is not decided; <see langword="null"/> if there is an example.</summary>
    public NotDecided? Why { get; }

    /// <summary>What becomes of it, as a sentence without a full stop.</summary>
    public override string ToString() => (Rule, Why) switch
    {
        (null, null) => $"`{Stage}` {(IsGained ? "becomes valid" : "is no longer valid")} in some scenario",
        ({ } rule, null) => $"`{rule.Id}` {(IsGained ? "is no longer missed" : "is missed")} in some scenario",
        (null, { } why) => $"whether `{Stage}` {(IsGained ? "becomes valid" : "is no longer valid")} in some scenario: {why}",
        ({ } rule, { } why) => $"whether `{rule.Id}` {(IsGained ? "is no longer missed" : "is missed")} in some scenario: {why}",
    };
}
