using NegotiationRules.Facts;

namespace NegotiationRules.Tests.Facts;

/// <summary>What each keyword of a vocabulary means.</summary>
public class VocabularyTests
{
    [Theory]
    [InlineData("""{ "type": "boolean" }""", "true or false")]
    [InlineData("""{ "type": "integer" }""", "a whole number")]
    [InlineData("""{ "type": "number" }""", "a number")]
    [InlineData("""{ "type": "string" }""", "text")]
    [InlineData("""{ "type": ["string", "null"] }""", "text")]
    [InlineData("""{ "type": "string", "format": "date" }""", "a date")]
    [InlineData("""{ "type": "string", "format": "date-time" }""", "a date and time")]
    [InlineData("""{ "format": "duration" }""", "a duration")]
    [InlineData("""{ "enum": ["a"] }""", "text")]
    [InlineData("""{ "const": "a" }""", "text")]
    [InlineData("""{ "items": { "type": "string" } }""", "a list")]
    [InlineData("""{ "properties": {} }""", "an object")]
    [InlineData("""{ "anyOf": [{ "type": "null" }, { "type": "integer" }] }""", "a whole number")]
    [InlineData("""{ "oneOf": [{ "type": "boolean" }] }""", "true or false")]
    [InlineData("""{ "$ref": "#/$defs/day" }""", "a date")]
    [InlineData("""{ "$ref": "#/definitions/years", "minimum": 1 }""", "a whole number")]
    [InlineData("""{ "allOf": [{ "$ref": "#/$defs/day" }], "description": "d" }""", "a date")]
    public void ATypeIsReadFromItsKeywords(string type, string kind) => Assert.Equal(kind, TypeOf(type).Kind);

    [Theory]
    [InlineData("1", 0)]
    [InlineData("1.0", 0)]
    [InlineData("0.1", 1)]
    [InlineData("0.01", 2)]
    [InlineData("1e-2", 2)]
    [InlineData("0.000000001", 9)]
    public void MultipleOfGivesTheScaleOfExactNumbers(string step, int scale) =>
        Assert.Equal(scale, Assert.IsType<ExactType>(TypeOf($$"""{ "type": "number", "multipleOf": {{step}} }""")).Scale);

    [Fact]
    public void BoundsAreKeptInSteps()
    {
        var type = Assert.IsType<ExactType>(TypeOf("""{ "type": "number", "multipleOf": 0.01, "minimum": -0.5, "maximum": 1e2 }"""));

        Assert.Equal((-50, 10_000), (type.Minimum, type.Maximum));
    }

    [Fact]
    public void ABoundBesideAReferenceNarrowsWhatIsReferredTo()
    {
        var type = Assert.IsType<ExactType>(TypeOf("""{ "$ref": "#/definitions/years", "minimum": 5, "maximum": 500 }"""));

        Assert.Equal((5, 100), (type.Minimum, type.Maximum));
    }

    [Fact]
    public void AValueOfAnEnumIsTheVocabularysOwnText()
    {
        var vocabulary = Vocabulary.Parse("""{ "properties": { "form": { "enum": ["written", "oral"] } } }""");
        var values = ((TextType)vocabulary.Root.Properties[0].Type).Values!;

        var facts = Bound.To(vocabulary, Scenario.Parse("""{ "form": "oral" }"""));

        Assert.Equal(["written", "oral"], values);
        Assert.Same(values[1], facts[0].Text);
    }

    [Theory]
    [InlineData("""{ "x-label": "office", "properties": { "name": { "type": "string" }, "office": { "type": "string" } } }""", "office")]
    [InlineData(
        """{ "properties": { "rank": { "type": "integer" }, "id": { "type": "string" }, "name": { "type": "string" } } }""",
        "name"
    )]
    [InlineData("""{ "properties": { "by": { "type": "string" }, "id": { "type": "string" } } }""", "id")]
    [InlineData("""{ "properties": { "name": { "type": "integer" }, "by": { "type": "string" } } }""", "by")]
    [InlineData("""{ "properties": { "rank": { "type": "integer" } } }""", null)]
    public void AnObjectIsCalledByItsLabel(string type, string? label)
    {
        var record = Assert.IsType<RecordType>(TypeOf(type));

        Assert.Equal(label, record.Label < 0 ? null : record.Properties[record.Label].Name);
    }

    [Fact]
    public void TitlesAndDescriptionsAreKept()
    {
        var type = TypeOf("""{ "type": "string", "title": "Venue", "description": "Where." }""");

        Assert.Equal(("Venue", "Where."), (type.Title, type.Description));
    }

    [Fact]
    public void ALocalDescriptionWinsOverTheOneReferredTo() =>
        Assert.Equal("here", TypeOf("""{ "$ref": "#/$defs/day", "description": "here" }""").Description);

    [Fact]
    public void PropertiesKeepTheirOrder() =>
        Assert.Equal(
            ["b", "a", "c"],
            Vocabulary
                .Parse("""{ "properties": { "b": { "type": "string" }, "a": { "type": "string" }, "c": { "type": "string" } } }""")
                .Root.Properties.Select(p => p.Name)
        );

    [Fact]
    public void AllOfExtendsTheBuiltInVocabularyDownToElements()
    {
        var vocabulary = Vocabulary.Parse("""
            { "allOf": [
                { "$ref": "negotiation" },
                { "properties": {
                    "weather": { "enum": ["fair", "foul"] },
                    "parties": { "items": { "properties": { "delegates": {
                        "items": { "properties": { "languages": { "items": { "type": "string" } } } } } } } } } } ] }
            """);

        var facts = Bound.To(
            vocabulary,
            Scenario.Parse(
                """
                { "weather": "fair", "talks": { "start": "2022-01" },
                  "parties": [{ "id": "RU", "delegates": [{ "role": "military", "languages": ["fr"] }] }] }
                """
            )
        );

        Assert.Equal("fr", facts.At("parties[0].delegates[0].languages[0]").Text);
        Assert.Equal("military", facts.At("parties[0].delegates[0].role").Text);
        Assert.Equal("Talks", vocabulary.Root.Properties[vocabulary.Root.SlotOf("talks")].Type.Title);
    }

    [Fact]
    public void PartsOfAllOfKeepBoundsDefaultsAndLabels()
    {
        var root = Vocabulary
            .Parse(
                """
                { "allOf": [
                    { "x-label": "nick", "properties": { "name": { "type": "string" }, "nick": { "type": "string" },
                      "years": { "type": "integer", "minimum": 1, "default": 5 } } },
                    { "additionalProperties": true, "properties": { "years": { "type": "integer", "maximum": 9 },
                      "tags": { "items": { "type": "string" }, "default": ["a"] } } } ] }
                """
            )
            .Root;

        var years = (ExactType)root.Properties[root.SlotOf("years")].Type;
        Assert.Equal((1, 9), (years.Minimum, years.Maximum));
        Assert.Equal(5, root.Properties[root.SlotOf("years")].Default.Steps);
        Assert.Equal("nick", root.Properties[root.Label].Name);
        Assert.Equal("a", root.Properties[root.SlotOf("tags")].Default.List[0].Text);
        Assert.True(root.AllowsMore);
    }

    [Fact]
    public void AVocabularyThatOnlyWarnsCanBeUsed()
    {
        Assert.True(
            Vocabulary.TryParse(
                """{ "properties": { "x": { "type": "string", "pattern": "a" } } }""",
                out var vocabulary,
                out var diagnostics
            )
        );

        Assert.Equal(DiagnosticSeverity.Warning, Assert.Single(diagnostics).Severity);
        Assert.Equal(diagnostics, vocabulary.Warnings);
    }

    [Fact]
    public void ParsingWhatIsNoVocabularyThrowsTheReports()
    {
        var failure = Assert.Throws<RuleFileException>(() => Vocabulary.Parse("""{ "properties": { "x": { "type": "date" } } }""", "mine"));

        Assert.Equal(failure.Diagnostics[0].ToString(), failure.Message);
        Assert.StartsWith("mine:1:", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ToJsonSchemaReadsBackAsTheSame()
    {
        const string All = """
            { "title": "All", "additionalProperties": true, "x-label": "z", "properties": {
                "b": { "type": "boolean", "default": true }, "i": { "type": "integer", "minimum": -3, "default": 4 },
                "e": { "type": "number", "multipleOf": 0.001, "maximum": 1.5, "default": 0.125 },
                "r": { "type": "number", "minimum": 0.1, "maximum": 1e20 }, "t": { "enum": ["x", "y"], "default": "y" },
                "d": { "format": "date", "default": "2022-01" },
                "m": { "format": "date-time", "default": "2022-01-10T09:00:00Z" }, "u": { "format": "duration", "default": "P3M" },
                "l": { "items": { "properties": { "k": { "type": "string", "default": "v" } } },
                "maxItems": 3, "x-completeBy": "b", "default": [{ "k": "w" }] },
                "o": { "properties": { "p": { "type": "string", "title": "P", "description": "p p" } } }, "z": { "type": "string" } } }
            """;

        var printed = Vocabulary.Parse(All).ToJsonSchema();

        Assert.Equal(printed, Vocabulary.Parse(printed).ToJsonSchema());
        Assert.Contains("\"multipleOf\": 0.001", printed, StringComparison.Ordinal);
        Assert.Contains("\"x-completeBy\": \"b\"", printed, StringComparison.Ordinal);
        Assert.Contains("\"default\": \"P3M\"", printed, StringComparison.Ordinal);
    }

    private static FactType TypeOf(string type) => Vocabulary.Parse($$"""
        { "properties": { "x": {{type}} },
          "$defs": { "day": { "type": "string", "format": "date", "description": "there" } },
          "definitions": { "years": { "type": "integer", "minimum": 0, "maximum": 100 } } }
        """).Root.Properties[0].Type;
}
