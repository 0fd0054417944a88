namespace NegotiationRules.Tests.Fuzz;

/// <content>Named quantities that unfold without end.</content>
public partial class BombTests
{
    [Fact]
    public async Task QuantitiesThatDoubleAtEachNameAreRefused() =>
        await InTime(() => Assert.Contains(
            Errors(WithQuantities(60, i => $$"""{ "quantity": "q{{i}}", "plus": { "quantity": "q{{i}}" } }""", "q60")),
            d => d.Code == "NR2015"));

    [Fact]
    public async Task QuantitiesThatDoubleInScopesOfTheirOwnAreRefused() =>
        await InTime(() => Assert.Contains(
            Errors(WithQuantities(60, i => $$"""
                { "sum": "parties", "as": "a{{i}}", "of": { "quantity": "q{{i}}" },
                  "plus": { "sum": "demands", "as": "b{{i}}", "of": { "quantity": "q{{i}}" } } }
                """, "q60")),
            d => d.Code == "NR2015"));

    [Fact]
    public async Task ChainsOfQuantitiesAreNotTooDeep() =>
        await InTime(() =>
        {
            Assert.Contains(
                Errors(WithQuantities(3_000, i => $$"""{ "quantity": "q{{i}}", "plus": 1 }""", "q3000")), d => d.Code == "NR2018");
            var rules = RuleSet.Parse(WithQuantities(100, i => $$"""{ "quantity": "q{{i}}", "plus": 1 }""", "q100"));
            Assert.NotEmpty(rules.Evaluate(Scenario.Parse("{}")).Explain().ToText());
            Assert.NotEmpty(rules.Describe());
        });

    [Fact]
    public async Task AQuantityThatIsMetByManyWaysIsWorkedOutOnce() =>
        await InTime(() =>
        {
            var rules = RuleSet.Parse(
                WithQuantities(9, i => $$"""{ "quantity": "q{{i}}", "plus": { "quantity": "q{{i}}", "times": 0 } }""", "q9"),
                new RuleSetOptions { Work = new WorkLimits { Steps = 400 } });
            Assert.Equal(
                RuleOutcome.Satisfied,
                rules.Evaluate(Scenario.Parse("""{ "talks": { "rounds": 5 } }""")).Rule("a").Outcome);
        });

    private static string WithQuantities(int count, Func<int, string> next, string last)
    {
        var quantities = Enumerable.Range(0, count)
            .Select(i => $"\"q{i + 1}\": {next(i)}")
            .Prepend("\"q0\": { \"fact\": \"talks.rounds\" }");
        return $$"""
            { "name": "bomb", "stages": ["talks"], "quantities": { {{string.Join(", ", quantities)}} },
              "rules": [{{Rule("a", $$"""{ "value": { "quantity": "{{last}}" }, "atLeast": 1 }""")}}] }
            """;
    }
}
