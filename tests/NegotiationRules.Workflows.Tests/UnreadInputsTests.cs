namespace NegotiationRules.Workflows.Tests;

/// <summary>What a sample gives and no expression of a file reads.</summary>
public sealed class UnreadInputsTests
{
    private const string Adult = """{ "RuleName": "adult", "Expression": "input1.age >= 18" }""";

    [Fact]
    public void AnInputThatNoExpressionReadsIsReportedOnce() =>
        Assert.Equal(
            ["warning NR7345: no expression reads `applicant`"],
            Reports(Workflow("w", Adult), """{ "input1": { "age": 20 }, "applicant": {} }""", """{ "applicant": { "age": 20 } }""")
        );

    [Theory]
    [InlineData("""{ "input1": { "age": 20, "name": "Ada" }, "asOf": "2022-01-01T00:00:00Z" }""", "what is within an input, and the clock")]
    [InlineData("""{ "Input1": { "age": 20 } }""", "letter case")]
    public void NothingIsSaidOf(string sample, string what) => Assert.True(Reports(Workflow("w", Adult), sample) is [], what);

    [Theory]
    [InlineData("""{ "RuleName": "member", "Expression": "age >= 18 && name != null" }""")]
    [InlineData("""{ "RuleName": "told", "Expression": "input1.age >= 18 && input1.name != null", "ErrorMessage": "$(other.text)" }""")]
    [InlineData(
        """{ "RuleName": "param", "Expression": "input1.age >= p", "LocalParams": [{ "Name": "p", "Expression": "other.least" }] }"""
    )]
    public void MembersThatStandAloneMessagesAndParamsRead(string rule) =>
        Assert.Empty(
            Reports(
                Workflow("w", rule),
                rule.Contains("other", StringComparison.Ordinal)
                    ? """{ "input1": { "age": 20, "name": "Ada" }, "other": { "text": "a", "least": 18 } }"""
                    : """{ "input1": { "age": 20, "name": "Ada" } }"""
            )
        );

    [Fact]
    public void AnInputOfAnotherWorkflowOfTheFileIsRead() =>
        Assert.Empty(
            Reports(
                $"[{Workflow("a", Adult)}, {Workflow("b", """{ "RuleName": "gold", "Expression": "customer.level == \"gold\"" }""")}]",
                """{ "input1": { "age": 20 }, "customer": { "level": "gold" } }"""
            )
        );

    private static string Workflow(string name, string rule) => $$"""{ "WorkflowName": "{{name}}", "Rules": [{{rule}}] }""";

    private static string[] Reports(string file, params string[] samples)
    {
        var options = new WorkflowOptions { Samples = [.. samples.Select(s => Scenario.Parse(s))] };
        Assert.True(WorkflowFile.TryParse(file, options, out _, out var diagnostics), string.Join('\n', diagnostics));
        return
        [
            .. diagnostics
                .Where(d => d.Code == "NR7345")
                .Select(d => $"{d.Severity.ToString().ToLowerInvariant()} {d.Code}: {d.Message}"),
        ];
    }
}
