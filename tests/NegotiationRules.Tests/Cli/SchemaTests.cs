using System.Text.Json.Nodes;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Cli;

public sealed class SchemaTests
{
    private static readonly string Vocabulary = Path.Combine(ToolRun.Harbour, "harbour.vocabulary.json");

    public static TheoryData<string> Kinds() => ["rules", "scenario", "tests", "vocabulary", "analysis", "distribution", "explanation"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void WithoutAVocabularyTheSchemaIsTheOneThatIsShipped(string kind) =>
        Assert.Equal(
            new ToolRun(0, File.ReadAllText(Repository.At($"rules/schema/{kind}.schema.json")), string.Empty),
            ToolRun.Of("schema", kind)
        );

    [Fact]
    public void AScenarioMayStateTheFactsOfTheVocabularyWithSourcesAndLists() => Approved.Check(Schema("scenario").ToJsonString(Indented));

    [Fact]
    public void RulesMayNameTheFactsOfTheVocabularyAndOfElements()
    {
        var facts = Schema("rules")["$defs"]!["facts"]!;

        Assert.Equal(
            [
                "asOf", "cities", "envoys", "languages", "maySign", "name", "role", "start", "treaty.broken",
                "treaty.fee", "treaty.form", "treaty.years",
            ],
            facts["properties"]!.AsObject().Select(property => property.Key)
        );
        Assert.Equal(
            ["^[^.]+$", "^[^.]+\\.(envoys|languages|maySign|name|role)$"],
            facts["patternProperties"]!.AsObject().Select(property => property.Key)
        );
        Assert.False(facts["additionalProperties"]!.GetValue<bool>());
    }

    [Fact]
    public void EveryFactHasTheComparisonsThatFitIt()
    {
        Assert.Equal("is isNot in notIn before after onOrBefore onOrAfter between known", ComparisonsOf("start"));
        Assert.Equal("is isNot in notIn atLeast atMost moreThan lessThan between known", ComparisonsOf("treaty.years"));
        Assert.Equal("is isNot in notIn contains startsWith endsWith matches known", ComparisonsOf("name"));
        Assert.Equal("is isNot in notIn known", ComparisonsOf("treaty.broken"));
        Assert.Equal("contains containsAll containsAny containsNone known", ComparisonsOf("languages"));
        Assert.Equal("known", ComparisonsOf("cities"));
    }

    [Fact]
    public void TextsAreThoseOfTheVocabulary()
    {
        var form = Test("treaty.form");

        Assert.Equal("""["written","oral"]""", form["anyOf"]![0]!["enum"]!.ToJsonString());
        Assert.Equal("""["written","oral"]""", form["anyOf"]![1]!["properties"]!["isNot"]!["anyOf"]![0]!["enum"]!.ToJsonString());
        Assert.Equal(
            """["written","oral"]""",
            form["anyOf"]![1]!["properties"]!["in"]!["anyOf"]![0]!["items"]!["anyOf"]![0]!["enum"]!.ToJsonString()
        );
        Assert.Equal("""["en","fr"]""", Test("languages")["anyOf"]![0]!["properties"]!["contains"]!["anyOf"]![0]!["enum"]!.ToJsonString());
    }

    [Fact]
    public void ListsAndWhatIsInThemAreCompleted()
    {
        var list = Schema("rules")["$defs"]!["list"]!["anyOf"]!;

        Assert.Equal("""["cities","cities.envoys","cities.languages","envoys","languages"]""", list[0]!["enum"]!.ToJsonString());
        Assert.Equal(
            """["cities.envoys.maySign","cities.envoys.role","cities.name","envoys.maySign","envoys.role"]""",
            list[1]!["enum"]!.ToJsonString()
        );
        Assert.Contains(list.AsArray(), way => way!["$ref"]?.GetValue<string>() == "#/$defs/selection");
    }

    [Fact]
    public void TestsMayChangeTheFactsOfTheVocabulary()
    {
        var one = Schema("tests")["$defs"]!["case"]!["anyOf"]![0]!["properties"]!;

        Assert.Equal(
            ["asOf", "start", "cities", "treaty.form", "treaty.years", "treaty.fee", "treaty.broken"],
            one["with"]!["properties"]!.AsObject().Select(property => property.Key));
        Assert.NotNull(one["scenario"]!["anyOf"]![1]!["properties"]!["treaty"]);
    }

    // A reference that leads nowhere makes an editor give up on the whole schema.
    [Theory]
    [InlineData("rules")]
    [InlineData("scenario")]
    [InlineData("tests")]
    public void EveryReferenceLeadsSomewhere(string kind)
    {
        foreach (var vocabulary in new[] { Vocabulary, "negotiation" })
        {
            var schema = JsonNode.Parse(ToolRun.Of("schema", kind, "--vocabulary", vocabulary).Out)!;
            foreach (var reference in References(schema))
            {
                var target = reference[2..]
                    .Split('/')
                    .Aggregate(
                        (JsonNode?)schema,
                        (node, name) =>
                            node?[
                                Uri.UnescapeDataString(name)
                                    .Replace("~1", "/", StringComparison.Ordinal)
                                    .Replace("~0", "~", StringComparison.Ordinal)
                            ]
                    );
                Assert.True(target is not null, reference);
            }
        }
    }

    // Validators refuse the whole schema for a choice among nothing, and for a pattern that is none to a reader of Unicode.
    [Theory]
    [InlineData("rules")]
    [InlineData("scenario")]
    [InlineData("tests")]
    public void EverySchemaIsOneThatValidatorsTake(string kind)
    {
        using var folder = new TemporaryFolder();
        var odd = folder.Write(
            "odd.vocabulary.json",
            """{ "type": "object", "properties": { "no lists # at all": { "type": "integer" } } }"""
        );
        var spaced = folder.Write(
            "spaced.vocabulary.json",
            """{ "type": "object", "properties": { "ships": { "type": "array", "items": { "type": "object","""
                + """ "properties": { "flag #1 (port)": { "type": "string" } } } } } }"""
        );
        foreach (
            var schema in new[] { ToolRun.Of("schema", kind) }.Concat(
                new[] { Vocabulary, "negotiation", odd, spaced }.Select(v => ToolRun.Of("schema", kind, "--vocabulary", v))
            )
        )
        {
            Assert.Equal(0, schema.Code);
            Assert.All(ValuesOf(JsonNode.Parse(schema.Out), "enum"), choices => Assert.NotEmpty(choices.AsArray()));
            Assert.All(
                Patterns(JsonNode.Parse(schema.Out)),
                pattern => Assert.DoesNotMatch(@"(?<!\\)(?:\\\\)*\\[^\w^$\\.*+?()\[\]{}|/]", pattern)
            );
        }
    }

    [Theory]
    [InlineData("P90D", true)]
    [InlineData("-P1M", true)]
    [InlineData("PT1.50S", true)]
    [InlineData("P1Y2M3W4DT5H6M7.8S", true)]
    [InlineData("P", false)]
    [InlineData("P1DT", false)]
    [InlineData("90D", false)]
    [InlineData("P1.5D", false)]
    public void AScenarioMayHaveEveryDurationOfTheLanguage(string duration, bool isOne)
    {
        using var folder = new TemporaryFolder();
        var vocabulary = folder.Write(
            "long.vocabulary.json",
            """{ "type": "object", "properties": { "delay": { "type": "string", "format": "duration" } } }"""
        );
        var pattern = Assert.Single(
            Patterns(JsonNode.Parse(ToolRun.Of("schema", "scenario", "--vocabulary", vocabulary).Out)).Distinct(),
            p => p.Contains('P', StringComparison.Ordinal)
        );

        Assert.Equal(isOne, System.Text.RegularExpressions.Regex.IsMatch(duration, pattern));
    }

    [Fact]
    public void AVocabularyWithErrorsIsADiagnostic()
    {
        using var folder = new TemporaryFolder();
        var run = ToolRun.Of(
            "schema", "rules", "--vocabulary",
            folder.Write("odd.vocabulary.json", """{ "type": "object", "oneOf": [] }""")
        );

        Assert.Equal(1, run.Code);
        Assert.Empty(run.Out);
        Assert.Contains("odd.vocabulary.json:1:21: error NR", run.Error, StringComparison.Ordinal);
    }

    private static System.Text.Json.JsonSerializerOptions Indented { get; } = new() { WriteIndented = true };

    private static JsonNode Schema(string kind) => JsonNode.Parse(ToolRun.Of("schema", kind, "--vocabulary", Vocabulary).Out)!;

    private static JsonNode Test(string fact) => Schema("rules")["$defs"]!["facts"]!["properties"]![fact]!;

    private static string ComparisonsOf(string fact) =>
        string.Join(
            ' ',
            Test(fact)["anyOf"]!.AsArray().Single(choice => choice!["properties"] is not null)!["properties"]!
                .AsObject()
                .Select(property => property.Key)
        );

    private static IEnumerable<string> Patterns(JsonNode? schema) =>
        ValuesOf(schema, "pattern").OfType<JsonValue>().Select(pattern => pattern.GetValue<string>())
            .Concat(ValuesOf(schema, "patternProperties").SelectMany(patterns => patterns.AsObject().Select(pattern => pattern.Key)));

    private static IEnumerable<JsonNode> ValuesOf(JsonNode? node, string keyword) =>
        node switch
        {
            JsonObject o => o.SelectMany(property =>
                property.Key == keyword && property.Value is { } value ? [value] : ValuesOf(property.Value, keyword)
            ),
            JsonArray array => array.SelectMany(item => ValuesOf(item, keyword)),
            _ => [],
        };

    private static IEnumerable<string> References(JsonNode? node) =>
        node switch
        {
            JsonObject o => o.SelectMany(property =>
                property is { Key: "$ref", Value: JsonValue value } ? [value.GetValue<string>()] : References(property.Value)
            ),
            JsonArray array => array.SelectMany(References),
            _ => [],
        };
}
