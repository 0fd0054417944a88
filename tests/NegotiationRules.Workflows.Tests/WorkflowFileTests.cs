namespace NegotiationRules.Workflows.Tests;

public sealed class WorkflowFileTests
{
    private const string Shipping = """
        [
          // Comments are allowed, and names of fields in either letter case.
          {
            "workflowName": "Shipping",
            "GlobalParams": [
              { "Name": "volume", "Expression": "parcel.length * parcel.width * parcel.height" },
              { "Name": "isSmall", "Expression": "volume <= 1000" },
            ],
            "Rules": [
              {
                "RuleName": "Light",
                "Expression": "parcel.weight < 30 AND parcel.kind != \"stone\"",
                "ErrorMessage":
                  "A parcel of {kind} $(parcel.kind) weighs $(parcel.weight) kg, $(volume) of volume, small: $(isSmall), $(nothing).",
                "SuccessEvent": "letter",
                "Properties": { "priority": 1, "tags": ["a", null], "share": 0.5 },
                "Actions": { "OnSuccess": { "Name": "OutputExpression", "Context": { "Expression": "parcel.weight * 2" } },
                             "OnFailure": { "Name": "Call", "Context": { "number": "112" } } }
              },
              { "RuleName": "Off", "Enabled": false, "Expression": "nonsense(" },
              {
                "RuleName": "Handy",
                "Operator": "OrElse",
                "LocalParams": [ { "Name": "limit", "Expression": "5" } ],
                "Rules": [
                  { "RuleName": "Small", "Expression": "isSmall", "ErrorMessage": "too large" },
                  { "RuleName": "Feather", "Expression": "parcel.weight < limit" },
                  { "RuleName": "Off", "Enabled": false, "Expression": "true" }
                ]
              }
            ]
          }
        ]
        """;

    [Fact]
    public void AWorkflowIsARuleSet()
    {
        var file = WorkflowFile.Parse(Shipping);

        var workflow = Assert.Single(file.Workflows);
        Assert.Equal("Shipping", workflow.Name);
        Assert.Same(workflow, file["Shipping"]);
        Assert.Equal(["Shipping"], workflow.RuleSet.Stages);
        Assert.Equal(["Light", "Handy", "Handy › Small", "Handy › Feather"], workflow.RuleSet.Rules.Select(r => r.Id));
        Assert.Equal(
            [Strength.Required, Strength.Required, Strength.Claim, Strength.Claim],
            workflow.RuleSet.Rules.Select(r => r.Strength)
        );
        Assert.Equal(["Light", "Off", "Handy"], workflow.Rules.Select(r => r.Name));
    }

    [Fact]
    public void RulesAreEvaluatedOnInputs()
    {
        var workflow = WorkflowFile.Parse(Shipping)["Shipping"];

        var verdict = workflow.Evaluate(
            Scenario.Parse("""{ "parcel": { "Weight": 4, "kind": "book", "length": 10, "width": 10, "height": 20, "colour": "red" } }""")
        );

        Assert.Equal([RuleOutcome.Satisfied, RuleOutcome.Satisfied], verdict.Rules.Select(r => r.Outcome));
        Assert.Equal([RuleOutcome.Violated, RuleOutcome.Satisfied], verdict.Rule("Handy").Children.Select(r => r.Outcome));
        Assert.Equal(["letter", "Handy"], verdict.Events);
        Assert.Equal("too large", verdict.Rule("Handy").Children[0].Message);
        Assert.Equal(8.0, verdict.Rule("Light").Output);
        Assert.Equal(StageOutcome.Valid, verdict.Verdict.Outcome);
    }

    [Fact]
    public void AMessageIsFilledInAsRulesEngineDoes()
    {
        var workflow = WorkflowFile.Parse(Shipping)["Shipping"];

        var verdict = workflow.Evaluate(
            Scenario.Parse("""{ "parcel": { "weight": 40, "kind": "stone", "length": 1, "width": 2, "height": 3 } }""")
        );

        Assert.Equal("A parcel of {kind} stone weighs 40 kg, 6 of volume, small: true, $(nothing).", verdict.Rule("Light").Message);
        Assert.Equal("Call", verdict.Rule("Light").Action?.Name);
        Assert.Equal("112", verdict.Rule("Light").Action?.Context["number"]);
        Assert.Null(verdict.Rule("Light").Output);
        Assert.Contains("A parcel of {kind} stone weighs 40", verdict.Verdict.Explain().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsMissingIsUnknown()
    {
        var workflow = WorkflowFile.Parse(Shipping)["Shipping"];

        var verdict = workflow.Evaluate(Scenario.Parse("""{ "parcel": { "weight": 4 } }"""));

        Assert.Equal([RuleOutcome.Unknown, RuleOutcome.Satisfied], verdict.Rules.Select(r => r.Outcome));
        Assert.Null(verdict.Rule("Light").Message);
        Assert.Null(verdict.Rule("Light").Event);
        Assert.Equal(["parcel.kind"], verdict.Verdict.Unsettled);
    }

    [Fact]
    public void TheRuleFileReadsAsTheSameRules()
    {
        var workflow = WorkflowFile.Parse(Shipping)["Shipping"];

        var rules = RuleSet.Parse(workflow.ToRuleFile(), new RuleSetOptions { Vocabulary = workflow.Vocabulary });

        Assert.Equal(workflow.RuleSet.Describe(), rules.Describe());
    }

    [Fact]
    public void WithReadsTheWorkflowAgain()
    {
        var workflow = WorkflowFile.Parse(Shipping)["Shipping"];

        var refused = Assert.Throws<RuleFileException>(() => workflow.RuleSet.With("limit", 3));

        Assert.Contains("limit", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PropertiesAreKept()
    {
        var properties = WorkflowFile.Parse(Shipping)["Shipping"].Rule("Light").Properties;

        Assert.Equal(1L, properties["priority"]);
        Assert.Equal(0.5m, properties["share"]);
        Assert.Equal(new object?[] { "a", null }, Assert.IsAssignableFrom<IReadOnlyList<object?>>(properties["tags"]));
    }

    [Fact]
    public void WhatThereIsNotIsNotFound()
    {
        var file = WorkflowFile.Parse(Shipping);
        var verdict = file["Shipping"].Evaluate(Scenario.Parse("{}"));

        Assert.Throws<KeyNotFoundException>(() => file["shipping"]);
        Assert.Throws<KeyNotFoundException>(() => file["Shipping"].Rule("Small"));
        Assert.Throws<KeyNotFoundException>(() => verdict.Rule("Off"));
        Assert.Null(file["Shipping"].Rule("Off").Id);
    }

    [Fact]
    public void TheRuleFileCanNameItsVocabulary() =>
        Assert.Contains(
            "\"vocabulary\": \"shipping.vocabulary.json\"",
            WorkflowFile.Parse(Shipping)["Shipping"].ToRuleFile("shipping.vocabulary.json"),
            StringComparison.Ordinal
        );

    [Fact]
    public void WhatIsWrongIsFoundInOneRunWhateverTheStage()
    {
        var text = """
            {
              "WorkflowName": "w",
              "Rules": [
                { "RuleName": "a", "Expresion": "x.y > 1" },
                { "RuleName": "b", "Expression": "x.y > (" },
                { "RuleName": "c", "Expression": "x.y.Frob() == 1" },
                { "RuleName": "c", "Expression": "x.y > 1" }
              ]
            }
            """;

        Assert.False(WorkflowFile.TryParse(text, null, out var file, out var diagnostics));

        Assert.Null(file);
        var errors = diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        Assert.Equal([4, 5, 6, 7], errors.Select(d => d.Place.Line));
        Assert.Equal(["NR70", "NR71", "NR72", "NR70"], errors.Select(d => d.Code[..4]));
        Assert.Equal(
            diagnostics,
            Assert.Throws<RuleFileException>(() => WorkflowFile.Parse(text)).Diagnostics,
            (a, b) => a.ToString() == b.ToString()
        );
    }

    [Fact]
    public void AScenarioThatDoesNotFitIsRefused()
    {
        var workflow = WorkflowFile.Parse(Shipping)["Shipping"];

        Assert.False(workflow.TryEvaluate(Scenario.Parse("""{ "parcel": { "weight": "heavy" } }"""), out var verdict, out var diagnostics));

        Assert.Null(verdict);
        Assert.Contains("parcel.weight", Assert.Single(diagnostics).Message, StringComparison.Ordinal);
        Assert.Throws<ScenarioException>(() => workflow.Evaluate(Scenario.Parse("""{ "parcel": { "weight": "heavy" } }""")));
    }

    [Fact]
    public void OneWorkflowServesManyThreads()
    {
        var workflow = WorkflowFile.Parse(Shipping)["Shipping"];
        var expected = workflow.Evaluate(Scenario.Parse("""{ "parcel": { "weight": 3, "kind": "a" } }""")).ToString();

        Parallel.For(
            0,
            200,
            _ => Assert.Equal(expected, workflow.Evaluate(Scenario.Parse("""{ "parcel": { "weight": 3, "kind": "a" } }""")).ToString())
        );
    }

    [Fact]
    public void WhatAnActionPassesOnIsReportedWhereItIsWorkedOut()
    {
        var vocabulary = Vocabulary.Parse("""
            { "type": "object", "properties": { "order": { "type": "object", "properties": { "net": { "type": "integer" } } },
              "price": { "type": "integer" } } }
            """);
        var file = WorkflowFile.Parse(
            """
            [
              { "WorkflowName": "Orders", "Rules": [ { "RuleName": "Open", "Expression": "order.net > 0", "Actions": { "OnSuccess": {
                "Name": "EvaluateRule", "Context": { "workflowName": "Prices", "ruleName": "Fair", "additionalInputs": [
                  { "Name": "price", "Expression": "order.net * 0.9" } ] } } } } ] },
              { "WorkflowName": "Prices", "Rules": [ { "RuleName": "Fair", "Expression": "price > 3" } ] }
            ]
            """,
            new WorkflowOptions { Vocabulary = vocabulary });
        var verdict = file["Orders"].Evaluate(Scenario.Parse("""{ "order": { "net": 4 } }"""));

        var fault = Assert.Single(Assert.Throws<ScenarioException>(() => verdict.Rule("Open").Next).Diagnostics);

        Assert.Equal(("NR4017", "<workflows>", 4, 41), (fault.Code, fault.Place.File, fault.Place.Line, fault.Place.Column));
    }
}
