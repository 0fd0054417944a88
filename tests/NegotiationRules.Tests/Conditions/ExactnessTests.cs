namespace NegotiationRules.Tests.Conditions;

/// <summary>Numbers and durations at the ends of what can be kept: each is what it is, or is refused where it is written, and none is
/// another one without a word.</summary>
public class ExactnessTests
{
    private const string Vocabulary = """
        {
          "type": "object",
          "properties": {
            "number": { "type": "integer" },
            "large": { "type": "integer", "minimum": 0, "maximum": 9007199254740993 },
            "met": { "type": "boolean" },
            "one": { "type": "string", "format": "duration" },
            "other": { "type": "string", "format": "duration" },
            "votes": { "type": "array", "items": { "type": "object", "properties": { "yes": { "type": "boolean" } } } }
          }
        }
        """;

    private static readonly RuleSetOptions Options = new() { Vocabulary = NegotiationRules.Vocabulary.Parse(Vocabulary) };

    [Fact]
    public void ALargeNumberThatAFineOneBesideItLeavesNoRoomForIsRefused()
    {
        var fault = Assert.Single(
            Faults("""{ "number": { "in": { "parameter": "list" } } }""", """ "parameters": { "list": [9000000000000000000, 0.5] }, """)
        );

        Assert.Equal(("NR2041", "9000000000000000000".Length), (fault.Code, fault.Place.Length));
    }

    [Theory]
    [InlineData("\"99999999999999999999999\"")]
    [InlineData("\"99999999999999999999999 %\"")]
    [InlineData("1e28")]
    [InlineData("-1e28")]
    [InlineData("1e400")]
    public void AShareFarBeyondOneIsRefused(string share) =>
        Assert.Equal("NR2048", Assert.Single(Faults($$"""{ "share": "votes", "where": { "yes": true }, "atLeast": {{share}} }""")).Code);

    // In floating point, 9007199254740992 and the number after it are one.
    [Fact]
    public void ABoundIsNotTakenForItsNeighbour()
    {
        Assert.Equal(
            RuleOutcome.Satisfied,
            Outcome("""{ "large": { "moreThan": 9007199254740992 } }""", """{ "large": 9007199254740993 }""")
        );
        Assert.Equal(
            "this can never hold: `large` is a whole number from 0 to 9007199254740993",
            Assert.Single(Faults("""{ "large": { "moreThan": 9007199254740993 } }""")).Message);
    }

    [Theory]
    [InlineData(
        "P9999Y",
        "P1D",
        """{ "value": { "value": { "fact": "one", "plus": { "fact": "one" } }, "plus": { "fact": "one" } },"""
            + """ "moreThan": { "fact": "other" } }"""
    )]
    [InlineData("P9999YT87600000H", "-P9999YT87600000H", """{ "value": { "fact": "one" }, "moreThan": { "fact": "other" } }""")]
    [InlineData(
        "P9999YT87600000H",
        "-P9999YT87600000H",
        """{ "value": { "greatest": [ { "fact": "one" }, { "fact": "other" } ] }, "is": { "fact": "one" } }"""
    )]
    public void TheLongestDurationsCanStillBeCompared(string one, string other, string condition) =>
        Assert.Equal(RuleOutcome.Satisfied, Outcome(condition, $$"""{ "one": "{{one}}", "other": "{{other}}" }"""));

    [Fact]
    public void ADurationTooLongForItsDaysIsAFaultOfTheScenario()
    {
        const string Total =
            """{ "value": { "totalDays": { "value": { "fact": "one", "plus": { "fact": "one" } }, "plus": { "fact": "one" } } },"""
                + """ "moreThan": 1 }""";

        Assert.Equal(
            "NR4100",
            Assert.Single(Assert.Throws<ScenarioException>(() => Outcome(Total, """{ "one": "P9999Y" }""")).Diagnostics).Code
        );
    }

    [Theory]
    [InlineData("1e308")]
    [InlineData("1e400")]
    [InlineData("1e-400")]
    public void AWeightThatLeavesNoScoreIsRefused(string weight)
    {
        var rules =
            $$"""{ "name": "t", "stages": ["s"], "rules": [ { "id": "a", "strength": "preferred", "weight": {{weight}},"""
                + $$""" "require": { "met": true } } ] }""";

        Assert.False(RuleSet.TryParse(rules, Options, out _, out var faults));
        Assert.Equal("NR2041", Assert.Single(faults).Code);
    }

    private static RuleOutcome Outcome(string condition, string facts) =>
        RuleSet.Parse(RulesOf(condition), Options).Evaluate(Scenario.Parse(facts)).Rule("r").Outcome;

    private static IReadOnlyList<Diagnostic> Faults(string condition, string before = "")
    {
        Assert.False(RuleSet.TryParse(RulesOf(condition, before), Options, out _, out var faults));
        return faults;
    }

    private static string RulesOf(string condition, string before = "") =>
        $$"""{ "name": "t", "stages": ["s"], {{before}} "rules": [ { "id": "r", "require": {{condition}} } ] }""";
}
