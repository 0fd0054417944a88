using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Tests.Facts;

/// <summary>How facts are written.</summary>
public class FactTextTests
{
    private static readonly Vocabulary Everything = Vocabulary.Parse("""
        { "properties": {
            "b": { "type": "boolean" }, "i": { "type": "integer" }, "e": { "type": "number", "multipleOf": 0.01 },
            "r": { "type": "number" }, "t": { "type": "string" },
            "d": { "format": "date" }, "m": { "format": "date-time" }, "u": { "format": "duration" },
            "l": { "items": { "type": "string" } }, "o": { "properties": { "name": { "type": "string" }, "n": { "type": "integer" } } },
            "c": { "items": { "type": "integer" }, "x-completeBy": "b" } } }
        """);

    [Theory]
    [InlineData("""{ "b": true }""", 0, "true")]
    [InlineData("""{ "i": -10 }""", 1, "-10")]
    [InlineData("""{ "e": 10.50 }""", 2, "10.5")]
    [InlineData("""{ "r": 1e21 }""", 3, "1E+21")]
    [InlineData("""{ "t": "as it \"is\"" }""", 4, "as it \"is\"")]
    [InlineData("""{ "d": "2022-01" }""", 5, "2022-01")]
    [InlineData("""{ "m": "2022-01-10T09:00+01:00" }""", 6, "2022-01-10T08:00:00Z")]
    [InlineData("""{ "u": "P13M" }""", 7, "P1Y1M")]
    [InlineData("""{ "l": ["a", null] }""", 8, "a, unknown")]
    [InlineData("""{ "l": { "known": ["a"] } }""", 8, "a, …")]
    [InlineData("""{ "l": [] }""", 8, "none")]
    [InlineData("""{ "o": { "name": "Fomin" } }""", 9, "Fomin")]
    [InlineData("""{ "o": { "n": 1 } }""", 9, "an object")]
    [InlineData("{}", 9, "unknown")]
    public void FactsAreWrittenForPeople(string scenario, int slot, string text) =>
        Assert.Equal(text, FactText.Of(Bound.To(Everything, Scenario.Parse(scenario))[slot], Everything.Root.Properties[slot].Type));

    [Theory]
    [InlineData(
        """{ "b": true, "i": -10, "e": 10.5, "r": 0.1, "t": "x", "d": "2022-01", "m": "2022-01-10T08:00:00Z", "u": "P1Y", "l": ["a","""
            + """ null], "o": { "n": 1 }, "c": [1] }"""
    )]
    [InlineData("""{ "b": false, "l": { "known": [], "complete": false }, "c": [1] }""")]
    [InlineData("""{ "c": { "known": [1], "complete": true } }""")]
    [InlineData("{}")]
    public void JsonOfFactsBindsToTheSameFacts(string scenario)
    {
        var facts = Bound.To(Everything, Scenario.Parse(scenario));

        Assert.Equal(scenario, facts.Json());
        Assert.Equal(scenario, Bound.To(Everything, Scenario.Parse(facts.Json())).Json());
    }

    [Fact]
    public void LongReportsAreCut()
    {
        var bag = new DiagnosticBag();
        for (var i = 0; i < 150; i++)
        {
            bag.Error("NR4010", default, $"fault {i}");
        }

        var message = new ScenarioException(bag.ToSorted()).Message;

        Assert.Equal(101, message.Split('\n').Length);
        Assert.EndsWith("… and 50 more", message, StringComparison.Ordinal);
    }
}
