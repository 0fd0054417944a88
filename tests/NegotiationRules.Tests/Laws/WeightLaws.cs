using System.Globalization;
using System.Text;
using NegotiationRules.Tests.Support;
using Xunit.Abstractions;

namespace NegotiationRules.Tests.Laws;

/// <summary>What holds of shares of weights in floating point, whatever the weights.</summary>
public class WeightLaws(ITestOutputHelper output)
{
    private const int Sets = 2000;

    private static readonly RuleSet Rules = RuleSet.Parse(
        """
        { "name": "weights", "stages": ["s"], "rules": [
          { "id": "at-least", "require": { "share": "v", "of": "w", "where": { "yes": true }, "atLeast": "55 %" } },
          { "id": "at-most", "require": { "share": "v", "of": "w", "where": { "yes": true }, "atMost": "55 %" } }
        ] }
        """,
        new RuleSetOptions
        {
            Vocabulary = Vocabulary.Parse(
                """
                { "type": "object", "properties": { "v": { "type": "array", "items": {
                  "type": "object", "properties": { "yes": { "type": "boolean" }, "w": { "type": "number", "minimum": 0 } } } } } }
                """),
        });

    [Fact]
    public void WeightsOfOneDecimalOfWhichJust55Of100SayYesAre55PerCent()
    {
        var seed = Seed.Of(output);
        var random = new Random(seed);
        var scenarios = Enumerable
            .Range(0, Sets)
            .Select(_ => ScenarioOf([.. Split(random, 550, true), .. Split(random, 450, false)], random))
            .ToList();
        var batch = new ScenarioBatch(Rules);
        scenarios.ForEach(utf8 => batch.AddJson(utf8));
        batch.Evaluate();
        for (var i = 0; i < Sets; i++)
        {
            var verdict = Rules.Evaluate(Scenario.Parse(scenarios[i]));
            Assert.True(
                verdict.Outcome == StageOutcome.Valid
                    && batch.OutcomeOf(i, 0) == RuleOutcome.Satisfied
                    && batch.OutcomeOf(i, 1) == RuleOutcome.Satisfied,
                $"seed {seed}: {Encoding.UTF8.GetString(scenarios[i])}"
            );
        }
    }

    // So many tenths, in parts of any size.
    private static IEnumerable<(bool Yes, int Tenths)> Split(Random random, int tenths, bool yes)
    {
        while (tenths > 0)
        {
            var part = random.Next(1, Math.Min(tenths, 90) + 1);
            tenths -= part;
            yield return (yes, part);
        }
    }

    private static byte[] ScenarioOf((bool Yes, int Tenths)[] votes, Random random)
    {
        random.Shuffle(votes);
        var elements = votes.Select(v =>
            string.Create(CultureInfo.InvariantCulture, $$"""{"yes":{{(v.Yes ? "true" : "false")}},"w":{{v.Tenths / 10m}}}""")
        );
        return Encoding.UTF8.GetBytes($$"""{"v":[{{string.Join(',', elements)}}]}""");
    }
}
