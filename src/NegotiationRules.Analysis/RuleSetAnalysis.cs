using NegotiationRules.Analysis;
using NegotiationRules.Analysis.Questions;
using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules;

/// <summary>What can be asked of a rule set beyond verdicts.</summary>
/// <remarks>Safe to use from any thread.</remarks>
public static partial class RuleSetAnalysis
{
    /// <summary>On which days the outcomes of rules and stages change, and on what, while the facts stay as they are.</summary>
    /// <remarks>
    /// All days are asked about at once; only where that decides nothing, halves are asked about, down to single days. So decades cost
    /// little more than the days on which something changes.
    /// </remarks>
    /// <param name="rules">The rules.</param>
    /// <param name="scenario">The facts. What is stated for the day is set aside.</param>
    /// <param name="from">The first day; if left out, the earliest that the scenario states or the rules compare the day with.</param>
    /// <param name="to">The last day; if left out, five years after the latest of these.</param>
    /// <param name="fact">The path of the fact that the rules read the day by: a date that stands in the scenario itself or in an object of
    /// it, not in a list.</param>
    /// <param name="limits">How much work it may be; <see langword="null"/> for <see cref="AnalysisLimits.Default"/>. What is not found out
    /// in time is told as a gap.</param>
    /// <exception cref="ScenarioException">A fact is not of the vocabulary or not of its type.</exception>
    /// <exception cref="ArgumentException">The vocabulary has no such date; the last day is before the first; or a day is left out, and
    /// neither the scenario nor the rules have any.</exception>
    public static Timeline Timeline(
        this RuleSet rules, Scenario scenario, DateOnly? from = null, DateOnly? to = null, string fact = "asOf",
        AnalysisLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(fact);
        var day = DayFact.Find(rules.Vocabulary, fact) ?? throw new ArgumentException(
            $"The vocabulary has no date `{fact}` outside of lists.", nameof(fact));
        var facts = SaidFacts.Bound(rules, scenario);
        var usual = from is null || to is null ? UsualDays.Of(rules.Checked, facts, day) : null;
        if (usual is null && (from is null || to is null))
        {
            throw new ArgumentException(
                "Neither the scenario nor the rules have a date that tells which days are meant: say them.", nameof(from));
        }

        var (first, last) = (from?.DayNumber ?? usual!.Value.First, to?.DayNumber ?? usual!.Value.Last);
        return first > last
            ? throw new ArgumentException("The last day is before the first.", nameof(to))
            : new Timeline(TimelineHistory.Find(
                rules, scenario.Name, facts, day, new PartialDate(first, last), limits ?? AnalysisLimits.Default));
    }

    /// <summary>How much each vote decides whether a stage is valid: the power indices of Banzhaf and of Shapley and Shubik.</summary>
    /// <example>
    /// <code>
    /// var power = rules.Power(scenario, "adoption", new Votes("members", "vote", For: "yes", Against: "no"));
    /// </code>
    /// </example>
    /// <param name="rules">The rules.</param>
    /// <param name="scenario">All facts but the votes, and who votes. What is stated of votes is set aside.</param>
    /// <param name="stage">The stage that is voted on.</param>
    /// <param name="votes">Who votes, and how.</param>
    /// <param name="limits">How much work it may be; <see langword="null"/> for <see cref="AnalysisLimits.Default"/>.</param>
    /// <exception cref="KeyNotFoundException">The rule set has no stage of that name.</exception>
    /// <exception cref="ScenarioException">A fact, or a vote, is not of the vocabulary or not of its type.</exception>
    /// <exception cref="ArgumentException">The vocabulary has no such list, or its elements no such fact.</exception>
    public static PowerTable Power(this RuleSet rules, Scenario scenario, string stage, Votes votes, AnalysisLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(stage);
        ArgumentNullException.ThrowIfNull(votes);
        CheckStage(rules, stage);
        var path = string.IsNullOrEmpty(votes.Fact) ? votes.List : $"{votes.List}.{votes.Fact}";
        var fact = FactByPath.Find(rules.Vocabulary, path) is { Lists.IsEmpty: false } found ? found : throw new ArgumentException(
            $"`{path}` is no fact of the elements of a list{FactByPath.Instead(path, rules.Vocabulary)}", nameof(votes));
        var facts = SaidFacts.Bound(rules, scenario);
        var voters = fact.PlacesIn(facts);
        var indices = PowerIndices.Find(
            rules.Checked, facts, stage, fact, voters, (Value(votes.Against), Value(votes.For)), limits ?? AnalysisLimits.Default,
            out var whyNot);
        return new PowerTable(rules, scenario.Name, stage, votes, fact, voters, indices, whyNot);

        FactValue Value(object vote) =>
            voters.Count == 0 ? default : SaidFacts.Read(rules, scenario, fact, fact.PathOf(voters[0]), vote);
    }

    /// <summary>Of all scenarios that there can be, how many a stage is valid in, exactly; which rules keep it from being so, and which
    /// facts matter most.</summary>
    /// <example>
    /// <code>
    /// var share = rules.ShareOfValid("adoption", new ShareOptions { Given = scenario, Free = ["members.vote"] });
    /// </code>
    /// </example>
    /// <param name="rules">The rules.</param>
    /// <param name="stage">The stage.</param>
    /// <param name="options">What is given, what may be anything, and how often each value occurs.</param>
    /// <param name="limits">How much work it may be; <see langword="null"/> for <see cref="AnalysisLimits.Default"/>.</param>
    /// <exception cref="KeyNotFoundException">The rule set has no stage of that name.</exception>
    /// <exception cref="ScenarioException">A fact, or a value of a distribution, is not of the vocabulary or not of its type.</exception>
    /// <exception cref="ArgumentException">The vocabulary has nothing of a path that is named; or no value of a fact occurs.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of samples is negative.</exception>
    public static Share ShareOfValid(this RuleSet rules, string stage, ShareOptions options, AnalysisLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(stage);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegative(options.Samples);
        CheckStage(rules, stage);
        if (options.Free.FirstOrDefault(path => !FreePaths.IsPath(rules.Vocabulary, path)) is { } unknown)
        {
            throw new ArgumentException($"The vocabulary has nothing called `{unknown}`.", nameof(options));
        }

        var facts = SaidFacts.Bound(rules, options.Given);
        var given = options.Distribution.Select(pair => SaidFacts.Distribution(rules, options.Given, facts, pair.Key, pair.Value))
            .ToDictionary(pair => pair.Key, pair => pair.Values, StringComparer.Ordinal);
        var free = new FreePaths([
            .. options.Free.Count > 0 ? options.Free : FreePaths.Unstated(facts), .. options.Distribution.Keys,
        ]);
        limits ??= AnalysisLimits.Default;
        var count = ShareCount.Find(
            rules.Checked, facts, stage, free.Contains, free.Mention, given, limits, out var whyNot, out var scenarios);
        return count is not null || scenarios is null ? new Share(rules, stage, options, count, whyNot)
            : options.Samples == 0 ? new Share(rules, stage, options, null, DrawnScenarios.Offer(whyNot!))
            : Estimated(rules, stage, options, scenarios, whyNot!, limits.CancellationToken);
    }

    private static Share Estimated(
        RuleSet rules, string stage, ShareOptions options, DrawnScenarios scenarios, NotDecided notCounted, CancellationToken cancellation)
    {
        var drawn = scenarios.Draw(stage, options.Samples, options.Seed, cancellation, out var notDrawn);
        return drawn is null
            ? new Share(rules, stage, options, null, new NotDecided($"{notCounted.Reason}, and {notDrawn!.Reason}", notCounted.Help))
            : new Share(rules, stage, options, null, notCounted, new ShareEstimate(options, drawn));
    }

    private static void CheckStage(RuleSet rules, string stage)
    {
        if (!rules.Stages.Contains(stage))
        {
            throw new KeyNotFoundException($"There is no stage '{stage}' in this rule set{Spelling.Instead(stage, rules.Stages)}");
        }
    }
}
