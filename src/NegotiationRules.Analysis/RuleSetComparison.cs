using NegotiationRules.Analysis.Questions;
using NegotiationRules.Analysis.Telling;

namespace NegotiationRules.Analysis;

/// <summary>Compares rule sets, and makes what users hold of it.</summary>
internal static class RuleSetComparison
{
    public static Comparison Of(RuleSet rules, RuleSet older, AnalysisOptions options)
    {
        var common = SharedVocabulary.Of([rules, older]);
        var (newer, was) = (common[0], common[1]);
        var comparer = Comparer(newer, was, options);
        var (differences, open) = (new List<OutcomeDifference>(), new List<OutcomeDifference>());
        foreach (var stage in newer.Stages.Where(was.Stages.Contains))
        {
            foreach (var isGained in (bool[])[true, false])
            {
                Add(comparer.Stage(stage, isGained), stage, null, isGained);
            }
        }

        foreach (var rule in newer.Rules)
        {
            if (was.Checked.Rules.FirstOrDefault(other => other.Id == rule.Id) is { } other)
            {
                foreach (var isGained in (bool[])[true, false])
                {
                    Add(comparer.Rule(rule, other, isGained), rule.Stage, rule, isGained);
                }
            }
        }

        return new Comparison(newer, was, differences, open, Only(newer, was), Only(was, newer));

        void Add(Sought sought, string stage, Rule? rule, bool isGained)
        {
            var example = Witness.Of(sought.Facts);

            // What is told is what anybody finds who evaluates it with both.
            if (example is not null && newer.TryEvaluate(example, out _, out _) && was.TryEvaluate(example, out _, out _))
            {
                differences.Add(new OutcomeDifference(stage, rule, isGained, example, null));
            }
            else if (!sought.IsNone)
            {
                var why = sought.Why ?? new NotDecided("the scenario that was found cannot be evaluated");
                open.Add(new OutcomeDifference(stage, rule, isGained, null, why));
            }
        }
    }

    /// <summary>Whether a stage is valid by the other rules wherever it is by these.</summary>
    public static bool? Implies(RuleSet rules, RuleSet other, string stage, AnalysisOptions options)
    {
        var common = SharedVocabulary.Of([rules, other]);
        var sought = Comparer(common[0], common[1], options).Stage(stage, isGained: true);
        return sought.IsNone ? true : sought.Why is null ? false : null;
    }

    private static OutcomeComparer Comparer(RuleSet newer, RuleSet was, AnalysisOptions options) =>
        new(newer.Checked, was.Checked, RuleSetSoundness.Scenarios(
            [newer.Checked, was.Checked], options, RuleSetSoundness.Conditions(newer, options)));

    private static List<string> Only(RuleSet rules, RuleSet other) =>
    [
        .. rules.Stages.Except(other.Stages),
        .. rules.Rules.Select(rule => rule.Id).Except(other.Rules.Select(rule => rule.Id)),
    ];
}
