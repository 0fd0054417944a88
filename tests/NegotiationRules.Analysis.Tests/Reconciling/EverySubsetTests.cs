using NegotiationRules.Tests.Support;
using Xunit.Abstractions;

namespace NegotiationRules.Analysis.Tests.Reconciling;

/// <summary>All collisions, all ways out and the whole front are those that trying all scenarios and all subsets of preconditions
/// finds.</summary>
public class EverySubsetTests(ITestOutputHelper output)
{
    private const int Cases = 40;
    private const int Highest = 4;

    private static readonly Vocabulary Vocabulary = Vocabulary.Parse($$"""
        {
          "type": "object",
          "properties": {
            "a": { "type": "integer", "minimum": 0, "maximum": {{Highest}} },
            "b": { "type": "integer", "minimum": 0, "maximum": {{Highest}} },
            "c": { "type": "boolean" }
          }
        }
        """);

    private static readonly Scenario[] All =
    [
        .. from a in Enumerable.Range(0, Highest + 1)
           from b in Enumerable.Range(0, Highest + 1)
           from c in new[] { "true", "false" }
           select Scenario.Parse($$"""{ "a": {{a}}, "b": {{b}}, "c": {{c}} }"""),
    ];

    [Fact]
    public void ReconcilingFindsAllOfThem()
    {
        var seed = Seed.Of(output);
        var random = new Random(seed);
        var (possible, impossible) = (0, 0);
        for (var i = 0; i < Cases; i++)
        {
            RuleSet[] sides = [.. Enumerable.Range(0, random.Next(2, 4)).Select(number => Side(number, random))];
            var answer = RuleSet.Reconcile(sides);
            var required = answer.Preconditions.Select(one => Met(one.Rules, one.Rule.Id)).ToList();
            if (Together(required).Any())
            {
                possible++;
                Assert.True(answer.IsPossible, $"SEED={seed}, case {i}");
                Assert.Equal(Front(sides, Together(required)), answer.Front.Select(joint => ScoresOf(sides, joint.Scenario)).Order());
            }
            else
            {
                impossible++;
                Assert.False(answer.IsPossible, $"SEED={seed}, case {i}");
                var subsets = Enumerable.Range(0, 1 << required.Count).ToList();
                var together = subsets.Where(subset => Together([.. Members(subset, required)]).Any()).ToHashSet();
                Assert.Equal(
                    subsets.Where(subset => !together.Contains(subset) && Below(subset).All(together.Contains)).Order(),
                    answer.Collisions.Select(collision => NumberOf(collision.Preconditions, answer)).Order());
                Assert.Equal(
                    subsets.Where(left => together.Contains(Whole(required) & ~left)
                        && Below(left).All(less => !together.Contains(Whole(required) & ~less))).Order(),
                    answer.Concessions.Select(concession => NumberOf(concession.Preconditions, answer)).Order());
            }
        }

        Assert.True(possible > 2 && impossible > 2, $"SEED={seed}: {possible} possible, {impossible} not");
    }

    private static int Whole(List<bool[]> required) => (1 << required.Count) - 1;

    private static int NumberOf(IReadOnlyList<Precondition> some, Reconciliation answer) =>
        some.Sum(one => 1 << answer.Preconditions.ToList().IndexOf(one));

    // Each with one member less.
    private static IEnumerable<int> Below(int subset) =>
        Enumerable.Range(0, 30).Where(member => (subset >> member & 1) == 1).Select(member => subset & ~(1 << member));

    private static IEnumerable<bool[]> Members(int subset, List<bool[]> all) => all.Where((_, member) => (subset >> member & 1) == 1);

    private static IEnumerable<int> Together(List<bool[]> required) =>
        Enumerable.Range(0, All.Length).Where(scenario => required.TrueForAll(met => met[scenario]));

    private static bool[] Met(RuleSet rules, string rule) =>
        [.. All.Select(scenario => rules.Evaluate(scenario).Rule(rule).Outcome is RuleOutcome.Satisfied or RuleOutcome.NotApplicable)];

    private static IEnumerable<string> Front(RuleSet[] sides, IEnumerable<int> scenarios)
    {
        var scores = scenarios.Select(scenario => sides.Select(side => Liked(side, All[scenario])).ToArray()).ToList();
        return scores
            .Where(mine => !scores.Exists(
                other => other.Zip(mine).All(pair => pair.First >= pair.Second) && !other.SequenceEqual(mine)))
            .Select(mine => string.Join(' ', mine)).Distinct().Order();
    }

    private static string ScoresOf(RuleSet[] sides, Scenario scenario) => string.Join(' ', sides.Select(side => Liked(side, scenario)));

    private static double Liked(RuleSet side, Scenario scenario) => side.Evaluate(scenario).Rules
        .Where(rule => rule.Rule.Strength == Strength.Preferred && rule.Outcome == RuleOutcome.Satisfied).Sum(rule => rule.Rule.Weight);

    private static RuleSet Side(int number, Random random)
    {
        var rules = Enumerable.Range(0, random.Next(1, 4)).Select(i => Rule($"r{i}", string.Empty, random)).ToList();
        rules.AddRange(Enumerable.Range(0, random.Next(3)).Select(
            i => Rule($"p{i}", $$""" "strength": "preferred", "weight": {{random.Next(1, 4)}}, """, random)));
        return RuleSet.Parse(
            $$"""{ "name": "side {{number}}", "stages": ["deal"], "rules": [{{string.Join(", ", rules)}}] }""",
            new RuleSetOptions { Vocabulary = Vocabulary });
    }

    private static string Rule(string id, string more, Random random)
    {
        var when = random.Next(4) == 0 ? $$""" "when": {{Comparison(random)}}, """ : string.Empty;
        var require = random.Next(2) == 0 ? Comparison(random)
            : $$"""{ "{{(random.Next(2) == 0 ? "all" : "any")}}": [{{Comparison(random)}}, {{Comparison(random)}}] }""";
        return $$"""{ "id": "{{id}}", "stage": "deal", {{more}} {{when}} "require": {{require}} }""";
    }

    private static string Comparison(Random random) => random.Next(5) switch
    {
        0 => $$"""{ "c": {{(random.Next(2) == 0 ? "true" : "false")}} }""",
        1 => """{ "value": { "fact": "a" }, "atMost": { "fact": "b" } }""",
        2 => $$"""{ "a": { "atLeast": {{random.Next(Highest + 1)}} } }""",
        3 => $$"""{ "b": { "atMost": {{random.Next(Highest + 1)}} } }""",
        _ => $$"""{ "{{(random.Next(2) == 0 ? "a" : "b")}}": {{random.Next(Highest + 1)}} }""",
    };
}
