using System.Text.Json;
using System.Text.Json.Nodes;
using NegotiationRules.Schemas;
using NegotiationRules.Syntax;
using NegotiationRules.Workflows;

namespace NegotiationRules.Tests.Syntax;

/// <summary>Every function is whole: each column of its row, and each part of the project that has something to say of it.</summary>
public sealed class FunctionTableTests
{
    private static readonly Vocabulary Facts = Vocabulary.Parse(
        """
        { "type": "object", "properties": {
            "number": { "type": "number", "multipleOf": 0.1, "minimum": 1, "maximum": 100 }, "whole": { "type": "integer", "minimum": 1 },
            "text": { "type": "string" }, "instant": { "type": "string", "format": "date-time" },
            "date": { "type": "string", "format": "date" }, "duration": { "type": "string", "format": "duration" } } }
        """);

    private static readonly JsonNode Schema = ShippedSchema.Parse("rules")["$defs"]!;

    public static TheoryData<string> Names() => [.. OperandFunctions.All];

    [Fact]
    public void TheTableHasARowForEachFunctionInTheirOrder() =>
        Assert.Equal(Enum.GetValues<OperandFunction>(), OperandFunctions.Table.Select(row => row.Function));

    [Theory]
    [MemberData(nameof(Names))]
    public void ItIsCheckedEvaluatedToldAndWrittenAsAWorkflow(string name)
    {
        var rules = RuleSet.Parse(
            $$"""{ "name": "test", "stages": ["talks"], "rules": [{ "id": "rule", "require": {{Condition(name)}} }] }""",
            new RuleSetOptions { Vocabulary = Facts });
        var verdict = rules.Evaluate(Scenario.Parse(
            """
            { "number": 4.5, "whole": 3, "text": "abc", "instant": "2022-01-10T12:30:15Z", "date": "2022-01-10", "duration": "P3D" }
            """));

        Assert.NotEqual(RuleOutcome.Unknown, verdict.Rule("rule").Outcome);
        Assert.DoesNotContain("{", rules.Describe(), StringComparison.Ordinal);
        Assert.DoesNotContain(WorkflowWriter.Write(rules).Losses, loss => loss.Severity == DiagnosticSeverity.Error);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TheSchemaSaysTheSameOfIt(string name)
    {
        var row = OperandFunctions.Of(OperandFunctions.Find(name)!.Value);
        var described = $$"""{"description":{{JsonSerializer.Serialize(row.Says)}}}""";
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(described), Schema["operandObject"]!["properties"]![name]));
        Assert.Contains(
            Schema["operandObject"]!["oneOf"]!.AsArray(), form => (string?)form!["required"]![0] == name);

        var own = Schema["functionOperand"]!["properties"]![name]!;
        Assert.Equal(row.Says, (string?)own["description"]);
        Assert.Equal(
            (row.Fewest, row.Most) switch
            {
                (1, 1) => "#/$defs/oneArgument",
                (1, 2) => "#/$defs/oneArgumentOrTwo",
                (2, 2) => "#/$defs/twoArguments",
                (2, 3) => "#/$defs/twoArgumentsOrThree",
                (3, 3) => "#/$defs/threeArguments",
                _ => "#/$defs/severalArguments",
            },
            (string?)own["$ref"]);
    }

    private static string Condition(string name)
    {
        var row = OperandFunctions.Of(OperandFunctions.Find(name)!.Value);
        var arguments = Enumerable.Range(0, row.Fewest).Select(i => row.NeedOf(i) switch
        {
            // Of decimals, a duration would be rounded otherwise in a workflow.
            ArgumentKind.Number when row.Gives == FunctionResult.Duration => """{ "fact": "whole" }""",
            ArgumentKind.Number or ArgumentKind.Ordered => i == 0 ? """{ "fact": "number" }""" : "2",
            ArgumentKind.Whole => i == 0 ? """{ "fact": "whole" }""" : "1",
            ArgumentKind.Text => i == 0 ? """{ "fact": "text" }""" : "\"b\"",
            ArgumentKind.Day or ArgumentKind.Date => """{ "fact": "date" }""",
            ArgumentKind.Instant => """{ "fact": "instant" }""",
            ArgumentKind.Duration => """{ "fact": "duration" }""",
        });
        var value = row.Gives switch
        {
            FunctionResult.Text => name == "dayOfWeek" ? "\"monday\"" : "\"b\"",
            FunctionResult.Day => "\"2022-01-10\"",
            FunctionResult.Instant or FunctionResult.Duration => "\"2022-01-10T12:30:15Z\"",
            _ => "2",
        };
        var function = $$"""{ "{{name}}": [{{string.Join(", ", arguments)}}] }""";
        return row.Gives == FunctionResult.Duration
            ? $$"""{ "value": { "fact": "instant", "plus": {{function}} }, "is": {{value}} }"""
            : $$"""{ "value": {{function}}, "is": {{value}} }""";
    }
}
