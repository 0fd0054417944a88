namespace NegotiationRules.Tests.Facts;

/// <summary>A diagnostic about a fact has its path, so that a form can show it beside the right input.</summary>
public class FactPathTests
{
    private static readonly RuleSet Rules = RuleSet.Parse(
        """{ "name": "t", "stages": ["talks"], "rules": [ { "id": "a", "require": { "talks.mediated": true } } ] }""");

    [Theory]
    [InlineData("""{ "parties": [ {}, { "delegates": [ { "role": "militray" } ] } ] }""", "parties[1].delegates[0].role")]
    [InlineData("""{ "parties": [ { "nmae": "RU" } ] }""", "parties[0].nmae")]
    [InlineData("""{ "agreement": { "termYears": "ten" } }""", "agreement.termYears")]
    [InlineData("""{ "agreement": { "termYears": { "value": 5, "origin": "x" } } }""", "agreement.termYears")]
    [InlineData("""{ "talks": { "start": "soon" } }""", "talks.start")]
    [InlineData("""{ "parties": { "known": 5 } }""", "parties")]
    public void AFaultOfAFactSaysWhichFact(string scenario, string path)
    {
        Assert.False(Rules.TryEvaluate(Scenario.Parse(scenario), out _, out var diagnostics));

        Assert.Equal(path, Assert.Single(diagnostics).FactPath);
    }

    [Fact]
    public void AFaultOfTheTextIsAboutNoFact()
    {
        Assert.False(Scenario.TryParseJson("""{ "talks": """, out _, out var diagnostics));
        Assert.All(diagnostics, d => Assert.Null(d.FactPath));
        Assert.False(Scenario.TryParseJson("[]", out _, out diagnostics));
        Assert.All(diagnostics, d => Assert.Null(d.FactPath));
        Assert.False(RuleSet.TryParse("""{ "name": "t" }""", null, out _, out diagnostics));
        Assert.All(diagnostics, d => Assert.Null(d.FactPath));
    }

    [Fact]
    public void ItIsWrittenAndReadBackWithTheDiagnostic()
    {
        Assert.False(Rules.TryEvaluate(Scenario.Parse("""{ "talks": { "start": "soon" } }"""), out _, out var diagnostics));

        var json = System.Text.Json.JsonSerializer.Serialize(diagnostics[0]);

        Assert.Contains("\"factPath\":\"talks.start\"", json, StringComparison.Ordinal);
        Assert.Equal("talks.start", System.Text.Json.JsonSerializer.Deserialize<Diagnostic>(json)!.FactPath);
    }

    [Fact]
    public void AllFaultsOfAnObjectCanBeKeyedByFact()
    {
        var thrown = Assert.Throws<ScenarioException>(() => Rules.Evaluate(
            new { talks = new { mediated = "yes", start = "soon" }, parties = new[] { new { kind = "planet" } } }));

        Assert.Equal(
            ["parties[0].kind", "talks.mediated", "talks.start"],
            thrown.Diagnostics.GroupBy(d => d.FactPath).Select(fact => fact.Key).Order(StringComparer.Ordinal));
    }
}
