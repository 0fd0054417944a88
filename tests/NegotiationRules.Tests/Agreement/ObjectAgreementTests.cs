using NegotiationRules.Tests.Support;
using NegotiationRules.Text;
using Xunit.Abstractions;

namespace NegotiationRules.Tests.Agreement;

/// <summary>Generated rules on objects: whatever evaluates them, the outcomes are those of the tree walk on the object's facts.</summary>
public class ObjectAgreementTests(ITestOutputHelper output)
{
    private static readonly int Cases = CaseCount.Of(30);

    [Fact]
    public void EveryEvaluatorAgreesOnObjects()
    {
        var vocabulary = Vocabulary.Parse(
            GeneratedVocabulary.WithEntry(Vocabulary.From<FillAgreementObjectTests.Meeting>(decimalPlaces: 2).ToJsonSchema()));
        var compared = 0;
        for (var seed = 1; seed <= Cases; seed++)
        {
            var random = new Random(seed);
            if (GeneratedRules.Make(random, vocabulary, seed % 60).Rules is not { } rules)
            {
                continue;
            }

            // An object may have faults in properties that no rule reads, and those need not be found.
            var meetings = Enumerable.Range(0, 30).Select(_ => FillAgreementObjectTests.Make(random))
                .Where(m => IsFaultless(m, vocabulary)).ToList();
            var expected = meetings.ConvertAll(m => EveryEvaluator.VerdictByTreeWalk(rules, Scenario.From(m)));
            var (batch, evaluator) = (new ScenarioBatch(rules), new ScenarioEvaluator(rules));
            meetings.ForEach(m => batch.AddObject(m));
            batch.Evaluate();
            for (var i = 0; i < meetings.Count; i++)
            {
                var about = $"seed {seed}, object {i}: {Scenario.From(meetings[i])}";
                var alone = EveryEvaluator.OutcomesOf(evaluator, () => evaluator.EvaluateObject(meetings[i]));
                EveryEvaluator.AssertSame(rules, expected[i], EveryEvaluator.OutcomesOf(batch, i), $"batch of objects, {about}");
                EveryEvaluator.AssertSame(rules, expected[i], alone, $"evaluator of objects, {about}");
            }

            compared += meetings.Count * rules.Rules.Count * 2;
        }

        output.WriteLine($"seeds 1 to {Cases}: {compared} pairs of a rule and an object");
        Assert.True(compared > Cases * 20, $"only {compared}");
    }

    // Their elements are read by no rule.
    [Theory]
    [InlineData("parties", false, RuleOutcome.Satisfied)]
    [InlineData("parties", true, RuleOutcome.Violated)]
    [InlineData("topics", false, RuleOutcome.Satisfied)]
    [InlineData("topics", true, RuleOutcome.Violated)]
    [InlineData("days", false, RuleOutcome.Satisfied)]
    public void OfAListItCanBeAskedWhetherItIsKnownAndNothingElse(string list, bool isNull, RuleOutcome expected)
    {
        var rules = RuleSet.Parse(
            $$"""{ "name": "t", "stages": ["talks"], "rules": [ { "id": "a", "require": { "{{list}}": { "known": true } } } ] }""",
            new RuleSetOptions { Vocabulary = Vocabulary.From<FillAgreementObjectTests.Meeting>(decimalPlaces: 2) });
        var meeting = new FillAgreementObjectTests.Meeting
        {
            Rounds = 1,
            Form = FillAgreementObjectTests.Form.Oral,
            Closes = DateTime.UnixEpoch,
            Parties = isNull ? null! : [new()],
            Topics = isNull ? null : ["peace"],
            Days = Enumerable.Repeat(new DateOnly(2022, 1, 1), 2),
        };
        var (batch, evaluator) = (new ScenarioBatch(rules), new ScenarioEvaluator(rules));
        batch.AddObject(meeting);
        batch.Evaluate();
        evaluator.EvaluateObject(meeting);

        Assert.Equal(expected, rules.Evaluate(Scenario.From(meeting)).Rules[0].Outcome);
        Assert.Equal(expected, batch.OutcomeOf(0, 0));
        Assert.Equal(expected, evaluator.OutcomeOf(0));
    }

    private static bool IsFaultless(FillAgreementObjectTests.Meeting meeting, Vocabulary vocabulary)
    {
        var bag = new DiagnosticBag();
        Scenario.From(meeting).Bind(vocabulary, bag);
        return !bag.HasErrors;
    }
}
