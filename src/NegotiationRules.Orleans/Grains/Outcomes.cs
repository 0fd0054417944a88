using NegotiationRules.Orleans.Storing;

namespace NegotiationRules.Orleans.Grains;

/// <summary>Outcomes by their names, and which of them are others than before.</summary>
internal static class Outcomes
{
    public static Dictionary<string, StageOutcome> StagesOf(Session session) =>
        session.Rules.Stages.Select((name, i) => KeyValuePair.Create(name, session.OutcomeOfStage(i))).ToDictionary();

    public static Dictionary<string, RuleOutcome> RulesOf(Session session) =>
        session.Rules.Rules.ToDictionary(rule => rule.Id, rule => session.OutcomeOf(rule.Index));

    public static StageFlip[] FlipsOf(Dictionary<string, StageOutcome> before, Dictionary<string, StageOutcome> after) =>
        [.. Differences(before, after).Select(one => new StageFlip(one.Name, one.Before, one.After))];

    public static RuleFlip[] FlipsOf(Dictionary<string, RuleOutcome> before, Dictionary<string, RuleOutcome> after) =>
        [.. Differences(before, after).Select(one => new RuleFlip(one.Name, one.Before, one.After))];

    private static IEnumerable<(string Name, T? Before, T? After)> Differences<T>(Dictionary<string, T> before, Dictionary<string, T> after)
        where T : struct, Enum
    {
        foreach (var (name, now) in after)
        {
            if (!before.TryGetValue(name, out var was))
            {
                yield return (name, null, now);
            }
            else if (!EqualityComparer<T>.Default.Equals(was, now))
            {
                yield return (name, was, now);
            }
        }

        foreach (var (name, was) in before)
        {
            if (!after.ContainsKey(name))
            {
                yield return (name, was, null);
            }
        }
    }
}
