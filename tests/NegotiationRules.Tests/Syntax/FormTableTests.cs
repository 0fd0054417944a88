using System.Text.Json.Nodes;
using NegotiationRules.Schemas;
using NegotiationRules.Syntax;
using NegotiationRules.Tests.Support;
using NegotiationRules.Text;
using NegotiationRules.Workflows;
using JsonArray = System.Text.Json.Nodes.JsonArray;
using JsonObject = System.Text.Json.Nodes.JsonObject;

namespace NegotiationRules.Tests.Syntax;

/// <summary>Every form of condition, operand and selection is whole, with each key that may stand beside its keyword: it is read, checked,
/// told, evaluated and written, the schema says the same of it, and the conformance corpus uses it.</summary>
public sealed class FormTableTests
{
    private static readonly Vocabulary Facts = Vocabulary.Parse(
        """
        { "type": "object", "properties": {
            "asOf": { "type": "string", "format": "date" },
            "number": { "type": "integer", "minimum": 0 }, "another": { "type": "integer", "minimum": 0 }, "flag": { "type": "boolean" },
            "people": { "type": "array", "items": { "type": "object", "properties": {
                "age": { "type": "integer", "minimum": 0 }, "born": { "type": "string", "format": "date" },
                "friends": { "type": "array", "items": { "type": "integer" } } } } } } }
        """);

    private static readonly Scenario AllKnown = Scenario.Parse(
        """
        { "asOf": "2022-01-10", "number": 1, "another": 1, "flag": true,
          "people": [{ "age": 40, "born": "1980-01-01", "friends": [1, 2] }] }
        """);

    private static readonly JsonNode Schema = ShippedSchema.Parse("rules")["$defs"]!;
    private static readonly JsonSchema Reader = JsonSchema.Load("rules");

    // Objects of the conformance corpus by the keys that stand side by side in them.
    private static readonly HashSet<string>[] Corpus =
    [
        .. Directory.EnumerateFiles(Repository.At("tests/conformance"), "*.json")
            .SelectMany(path => Objects(JsonNode.Parse(File.ReadAllText(path))))
            .Select(found => found.Select(member => member.Key).ToHashSet()),
    ];

    public static TheoryData<string> Forms { get; } = [.. FormWords.Forms.Select(NameOf)];

    [Fact]
    public void TheTablesHaveARowForEachFormInTheirOrder()
    {
        Assert.Equal(Enum.GetValues<ConditionForm>(), ConditionForms.Table.Select(row => row.Form));
        Assert.Equal(Enum.GetValues<OperandForm>(), OperandForms.Table.Select(row => row.Form));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void ItIsReadCheckedToldEvaluatedAndWrittenWithEachOfItsKeys(string name)
    {
        foreach (var (condition, keys) in Conditions(Named(name)))
        {
            var tree = ReadRules.Condition(condition);
            var written = JsonPrinter.Print(ConditionWriter.ToJson(tree), indented: false);
            Assert.Equal(TreeText.Of(tree), TreeText.Of(ReadRules.Condition(written)));
            Assert.All(keys, key => Assert.Contains($"\"{key}\"", written, StringComparison.Ordinal));

            var (holds, fails) = (Parse(condition), Parse($$"""{ "not": {{condition}} }"""));
            Assert.NotEqual(holds.Describe(), fails.Describe());
            Assert.DoesNotContain("{", holds.Describe() + fails.Describe(), StringComparison.Ordinal);
            Assert.NotEqual(RuleOutcome.Unknown, holds.Evaluate(AllKnown).Rule("rule").Outcome);
            Assert.NotEmpty(WorkflowWriter.Write(holds).Json);
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void TheSchemaAcceptsIt(string name) => Assert.All(
        Conditions(Named(name)),
        made => Assert.True(Reader.Accepts(JsonReader.Read(
            new SourceText("text", Rules(made.Text)), ReadingLimits.Default, new DiagnosticBag())!)));

    [Theory]
    [MemberData(nameof(Forms))]
    public void TheSchemaHasItsKeysAndNoOthers(string name)
    {
        var row = Named(name);
        var definition = DefinitionOf(row);
        FormMember[] members =
        [
            new FormMember(row.Keyword, row.Takes) { IsRequired = true }, .. row.Members, .. row is OperandRow ? OperandForms.GoingOn : [],
        ];
        string[] compared = row is ConditionRow { Compares: true } ? [.. Operators.Names] : [];
        var properties = definition["properties"]!.AsObject();
        AssertSame(members.Select(member => member.Key).Concat(compared), properties.Select(property => property.Key));
        AssertSame(members.Where(member => member.IsRequired).Select(member => member.Key), Words(definition["required"]!));
        Assert.All(members, member =>
        {
            Assert.Equal(ShapeOf(member.Takes), ShapeOf(properties[member.Key]!));
            Assert.NotEmpty((string)properties[member.Key]!["description"]!);
        });
    }

    [Fact]
    public void TheSchemaHasTheseFormsAndNoOthers()
    {
        var (conditions, operands) = (ConditionForms.Table.Select(row => row.Keyword), OperandForms.Table.Select(row => row.Keyword));
        var condition = Schema["condition"]!;
        AssertSame(conditions.Distinct(), condition["properties"]!.AsObject().Select(property => property.Key));
        AssertSame(conditions, Chosen(condition));
        var noFacts = Schema["facts"]!["propertyNames"]!["allOf"]![1]!["not"]!["enum"];
        AssertSame(ConditionForms.Keywords.Concat(Operators.Names), Words(noFacts));
        AssertSame(Operators.Names, Words(Schema["operatorName"]!["enum"]));
        Assert.All(conditions, word => Assert.Matches($@"\b{word}\b", (string)condition["description"]!));

        var operand = Schema["operandObject"]!;
        AssertSame(operands, Chosen(operand));
        AssertSame(operands.Concat(OperandFunctions.All), operand["properties"]!.AsObject().Select(property => property.Key));
        AssertSame(operands.Concat(OperandFunctions.All), operand["oneOf"]!.AsArray().Select(form => (string)form!["required"]![0]!));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void TheConformanceCorpusUsesItWithEachOfItsKeys(string name)
    {
        var row = Named(name);
        var compared = row is ConditionRow { Compares: true };
        var uses = Corpus.Where(keys => keys.Contains(row.Keyword)
            && keys.Except(row.Members.Select(member => member.Key)).Intersect(Operators.Names).Any() == compared);
        Assert.NotEmpty(uses);
        Assert.All(row.Members, member => Assert.Contains(uses, keys => keys.Contains(member.Key)));
    }

    [Fact]
    public void TheConformanceCorpusGoesOnWithEachKey() =>
        Assert.All(OperandForms.GoingOn, member => Assert.Contains(Corpus, keys => keys.Contains(member.Key)));

    [Fact]
    public void RandomFilesHaveEveryWordOfAForm()
    {
        var text = string.Concat(Enumerable.Range(0, 2000).Select(seed => new RandomRules(seed).File()));
        Assert.All(FormWords.All, word => Assert.Contains($"\"{word}\":", text, StringComparison.Ordinal));
    }

    [Fact]
    public void AWordOfAnotherSystemIsNoneOfOurs() => Assert.All(FormWords.Forms, row => Assert.DoesNotContain(
        row.Keyword, row.Borrowed.Split(' ')));

    // The form with what it must have, with each key that it may have besides, and with all of them.
    private static IEnumerable<(string Text, IReadOnlyList<string> Keys)> Conditions(FormRow row)
    {
        var optional = row.Members.Where(member => !member.IsRequired).ToArray();
        IEnumerable<FormMember[]> choices = [[], .. optional.Select(member => new[] { member }), optional];
        foreach (var choice in choices)
        {
            var members = row.Members.Where(member => member.IsRequired || choice.Contains(member)).ToArray();
            var keys = members.Select(member => member.Key).Prepend(row.Keyword).ToArray();
            var list = row.Has("of") && row.Members.Any(member => member.Takes == MemberShape.WorkedOut) && !keys.Contains("of")
                ? "\"people.age\"" : "\"people\"";
            var written = members.Select(member => $"\"{member.Key}\": {Sample(member.Key, member.Takes, row, list)}")
                .Prepend($"\"{row.Keyword}\": {Sample(row.Keyword, row.Takes, row, list)}");
            var inside = string.Join(", ", written);
            yield return (row switch
            {
                ConditionRow { Form: ConditionForm.Share or ConditionForm.ShareOfTwo } => $$"""{ {{inside}}, "atLeast": "1/3" }""",
                ConditionRow { Compares: true } => $$"""{ {{inside}}, "is": { "fact": "another" } }""",
                ConditionRow => $$"""{ {{inside}} }""",
                OperandRow => $$"""{ "value": { {{inside}} }, "is": { "fact": "another" } }""",
                _ => $$"""{ "some": { {{inside}} } }""",
            }, keys);
        }
    }

    private static string Sample(string key, MemberShape shape, FormRow row, string list) => shape switch
    {
        MemberShape.Condition => row.Takes == MemberShape.List ? """{ "age": 40 }""" : """{ "number": 1 }""",
        MemberShape.Conditions => row.Takes == MemberShape.List
            ? """[{ "age": 40 }, { "born": "1980-01-01" }]"""
            : """[{ "number": 1 }, { "flag": true }]""",
        MemberShape.Operand => key switch
        {
            "at" => """{ "fact": "asOf" }""",
            "within" => "\"P100Y\"",
            _ => """{ "fact": "number" }""",
        },
        MemberShape.Operands => """[{ "fact": "number" }, { "fact": "another" }]""",
        MemberShape.WorkedOut => """{ "fact": "age" }""",
        MemberShape.List => list,
        MemberShape.Path => key switch { "fact" => "\"number\"", "by" => "\"born\"", "between" => "\"friends\"", _ => "\"age\"" },
        MemberShape.ElementNames => "\"one\"",
        MemberShape.Reference or MemberShape.References => $"\"some {key}\"",
        MemberShape.Number or MemberShape.NumberOfElements => key == "skip" ? "0" : "1",
        MemberShape.Flag => "true",
        MemberShape.Key => """{ "fact": "age", "plus": 1 }""",
        MemberShape.Keys => """["age", "born"]""",
        MemberShape.OrderKeys => """{ "descending": "age" }""",
        MemberShape.Move => "\"endOfMonth\"",
        MemberShape.Table => """{ "1945-10-24": 1, "1965-08-31": 2 }""",
    };

    private static string ShapeOf(MemberShape shape) => shape switch
    {
        MemberShape.Condition => "condition",
        MemberShape.Conditions => "array of condition",
        MemberShape.Operand => "operand",
        MemberShape.Operands => "array of operand",
        MemberShape.WorkedOut => "workedOut",
        MemberShape.List => "list",
        MemberShape.Path => "path",
        MemberShape.ElementNames => "elementNames",
        MemberShape.Reference => "text",
        MemberShape.References => "text or array of text",
        MemberShape.Number => "number",
        MemberShape.NumberOfElements => "numberOfElements",
        MemberShape.Flag => "boolean",
        MemberShape.Key => "key",
        MemberShape.Keys => "key or array of key",
        MemberShape.OrderKeys => "orderKey or array of orderKey",
        MemberShape.Move => string.Join(" or ", CalendarMoves.Names),
        MemberShape.Table => "table",
    };

    private static string ShapeOf(JsonNode schema) =>
        (string?)schema["$ref"] is { } name ? name["#/$defs/".Length..]
        : schema["anyOf"] is JsonArray choices ? string.Join(" or ", choices.Select(choice => ShapeOf(choice!)))
        : schema["enum"] is { } words ? string.Join(" or ", Words(words))
        : (string?)schema["type"] == "array" ? $"array of {ShapeOf(schema["items"]!)}"
        : (string)schema["type"]!;

    private static JsonNode DefinitionOf(FormRow row)
    {
        var name = row switch
        {
            ConditionRow condition => Choice(Schema["condition"]!, row.Keyword, condition.Beside, condition.IsOfTwo),
            OperandRow => Choice(Schema["operandObject"]!, row.Keyword, null, isOfTwo: false),
            _ => "selection",
        };
        return Schema[name]!;
    }

    private static string Choice(JsonNode schema, string keyword, string? beside, bool isOfTwo)
    {
        string[] required = beside is null ? [keyword] : [keyword, beside];
        return ShapeOf(schema["allOf"]!.AsArray().Single(choice => Words(choice!["if"]!["required"]).SequenceEqual(required)
            && ((string?)choice["if"]!["properties"]?[keyword]?["type"] == "array") == isOfTwo)!["then"]!);
    }

    private static IEnumerable<string> Chosen(JsonNode schema) =>
        schema["allOf"]!.AsArray().SelectMany(choice => Words(choice!["if"]!["required"]).Take(1));

    private static IEnumerable<string> Words(JsonNode? words) => words?.AsArray().Select(word => (string)word!) ?? [];

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject found => found.SelectMany(member => Objects(member.Value)).Prepend(found),
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };

    private static void AssertSame(IEnumerable<string> expected, IEnumerable<string> actual) =>
        Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));

    private static string NameOf(FormRow row) =>
        $"{(row is ConditionRow ? "condition" : row is OperandRow ? "operand" : "selection")} {row.Keyword}"
            + (row is ConditionRow { IsOfTwo: true } ? " of two" : string.Empty);

    private static FormRow Named(string name) => FormWords.Forms.Single(row => NameOf(row) == name);

    private static RuleSet Parse(string condition) => RuleSet.Parse(Rules(condition), new RuleSetOptions { Vocabulary = Facts });

    private static string Rules(string condition) =>
        $$"""
        { "name": "test", "stages": ["talks"], "parameters": { "some parameter": 2 }, "conditions": { "some condition": { "flag": true } },
          "quantities": { "some quantity": { "fact": "number", "plus": 1 } },
          "rules": [{ "id": "rule", "require": {{condition}} }, { "id": "some rule", "require": { "flag": true } }] }
        """;
}
