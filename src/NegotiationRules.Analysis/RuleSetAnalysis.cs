using NegotiationRules.Analysis;
using NegotiationRules.Analysis.Questions;
using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules;

/// <summary>What can be asked of a rule set beyond verdicts.</summary>
/// <remarks>Safe to use from any thread.</remarks>
public static class RuleSetAnalysis
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
        var bag = new DiagnosticBag();
        var facts = scenario.Bind(rules.Vocabulary, bag);
        if (bag.HasErrors)
        {
            throw new ScenarioException(bag.ToSorted());
        }

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
}
