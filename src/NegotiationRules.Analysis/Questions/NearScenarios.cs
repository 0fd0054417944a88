using NegotiationRules.Analysis.Solving;
using NegotiationRules.Evaluation;
using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Questions;

/// <summary>Scenarios near those of tests, in which a rule is about to come out otherwise: the facts of a case, with fewer and fewer of
/// them as long as the rule comes out the same, and those with one too few.</summary>
/// <remarks>Where it says how much is enough, rules that ask for a little more or less come out otherwise there; however long the lists
/// are, and whatever is added up.</remarks>
/// <param name="rules">The rules.</param>
/// <param name="cases">The cases of their tests.</param>
internal sealed class NearScenarios(RuleSet rules, IReadOnlyList<TriedCase> cases)
{
    // What is not found in so many is sought among all scenarios.
    private const int MostCases = 6;
    private const int MostOfCase = 2_000;

    private readonly Dictionary<int, List<(FactRecord Facts, RuleOutcome Outcome)>> _near = [];

    /// <summary>Seeks one in which one of the rules that were changed comes out otherwise; <see langword="null"/> if it finds
    /// none.</summary>
    /// <param name="tried">The change.</param>
    /// <param name="decided">Whether the rule must not be unknown, before or after.</param>
    /// <param name="budget">How much work it may be.</param>
    public FactRecord? Seek(TriedMutant tried, bool decided, Budget budget)
    {
        foreach (var at in tried.Changed)
        {
            var changed = tried.Rules.Checked.Rules[at];
            foreach (var (facts, outcome) in Near(at, budget).Where(near => !decided || near.Outcome != RuleOutcome.Unknown))
            {
                if (!budget.Allows())
                {
                    return null;
                }

                if (OutcomeOf(changed, facts) is { } other && other != outcome
                    && (!decided || other != RuleOutcome.Unknown))
                {
                    return facts;
                }
            }
        }

        return null;
    }

    /// <summary>Those of a rule.</summary>
    public IEnumerable<FactRecord> Of(int at, Budget budget) => Near(at, budget).Select(near => near.Facts);

    private List<(FactRecord Facts, RuleOutcome Outcome)> Near(int at, Budget budget)
    {
        if (_near.TryGetValue(at, out var near))
        {
            return near;
        }

        _near.Add(at, near = []);
        var rule = rules.Checked.Rules[at];
        foreach (var alike in cases.Where(one => one.Rules == rules).Select(one => one.Facts).GroupBy(facts => OutcomeOf(rule, facts)))
        {
            foreach (var facts in alike.Take(MostCases))
            {
                Add(facts, rule, alike.Key, near, budget);
            }
        }

        return near;
    }

    private void Add(
        FactRecord facts, Rule rule, RuleOutcome? outcome, List<(FactRecord Facts, RuleOutcome Outcome)> near, Budget budget)
    {
        var most = near.Count + MostOfCase;
        Shrinking.Shrink(facts, fewer =>
        {
            if (near.Count >= most || !budget.Allows() || OutcomeOf(rule, fewer) is not { } found)
            {
                return false;
            }

            near.Add((fewer, found));
            return found == outcome;
        });
    }

    private RuleOutcome? OutcomeOf(Rule rule, FactRecord facts) =>
        RuleEvaluator.TryEvaluate(rule, Scope.Of(facts, rules.Checked.Work));
}
