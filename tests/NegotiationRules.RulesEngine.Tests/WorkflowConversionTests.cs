using NegotiationRules.Workflows;

namespace NegotiationRules.RulesEngine.Tests;

/// <summary>Workflow objects become rule sets, and rule sets workflow objects.</summary>
public sealed class WorkflowConversionTests
{
    private const string Vocabulary =
        """{ "type": "object", "properties": { "city": { "type": "string" }, "delegates": { "type": "integer" } } }""";

    private const string Rules = """
        {
          "name": "talks",
          "stages": ["talks"],
          "rules": [
            { "id": "city", "stage": "talks", "require": { "city": "Geneva" } },
            { "id": "delegates", "stage": "talks", "require": { "delegates": { "atLeast": 2 } }, "because": "only {delegates}" }
          ]
        }
        """;

    [Fact]
    public void AWorkflowBecomesARuleSet()
    {
        ModelWorkflow workflow = new()
        {
            WorkflowName = "talks",
            Rules = [new() { RuleName = "ready", Expression = "input1.Delegates >= 2 && input1.City == \"Geneva\"" }],
        };

        var file = WorkflowConversion.ToWorkflowFile([workflow], WorkflowOptions.Default.WithInput<Situation>("input1"));

        var rules = file["talks"].RuleSet;
        Assert.Equal("talks", rules.Name);
        var verdict = rules.Evaluate(Scenario.Parse("""{ "input1": { "city": "Geneva", "delegates": 3 } }"""));
        Assert.Equal(RuleOutcome.Satisfied, verdict.Rule("ready").Outcome);
    }

    [Fact]
    public void WhatCannotBeSaidIsAnErrorWithItsCode()
    {
        ModelWorkflow workflow = new()
        {
            WorkflowName = "talks",
            Rules = [new() { RuleName = "ready", Expression = "input1.GetType().Name == \"x\"" }],
        };
        var exception = Assert.Throws<RuleFileException>(() =>
            WorkflowConversion.ToWorkflowFile([workflow], WorkflowOptions.Default.WithInput<Situation>("input1"))
        );
        Assert.All(exception.Diagnostics, diagnostic => Assert.StartsWith("NR7", diagnostic.Code, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Geneva", 3)]
    [InlineData("Geneva", 1)]
    [InlineData("Wien", 2)]
    public async Task ARuleSetBecomesWorkflowsWithTheSameOutcomesInBothEngines(string city, int delegates)
    {
        var rules = RuleSet.Parse(Rules, new RuleSetOptions { Vocabulary = NegotiationRules.Vocabulary.Parse(Vocabulary) });
        var workflow = Assert.Single(WorkflowConversion.ToWorkflows(rules, out _));
        var situation = new Situation { City = city, Delegates = delegates };

        var verdict = rules.Evaluate(Scenario.Parse($$"""{ "city": "{{city}}", "delegates": {{delegates}} }"""));
        var original = await new OriginalEngine([workflow]).ExecuteAllRulesAsync(workflow.WorkflowName, situation);
        var ours = await new NegotiationRulesEngine([workflow]).ExecuteAllRulesAsync(workflow.WorkflowName, situation);

        Assert.Equal(verdict.Rules.Select(r => r.Outcome == RuleOutcome.Satisfied), original.Select(r => r.IsSuccess));
        Assert.Equal(original.Select(r => (r.IsSuccess, r.ExceptionMessage)), ours.Select(r => (r.IsSuccess, r.ExceptionMessage)));
    }

    public sealed class Situation
    {
        public string? City { get; set; }

        public int Delegates { get; set; }
    }
}
