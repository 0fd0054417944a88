namespace NegotiationRules.Workflows.Tests;

public sealed class WorkflowOptionsTests
{
    private const string Adults = """{ "WorkflowName": "w", "Rules": [ { "RuleName": "Adult", "Expression": "PERSON.age >= 18 && person.Nick == \"x\"", "ErrorMessage": "$(person.Age)" } ] }""";

    [Fact]
    public void TypesAreThoseOfNetTypesIfTheyAreGiven()
    {
        var options = WorkflowOptions.Default.WithInput<Person>("person");

        var workflow = WorkflowFile.Parse(Adults, options)["w"];
        var verdict = workflow.Evaluate(Scenario.From(new { person = new Person { Age = 17, Nick = "x", Boss = new Person() } }));

        Assert.Equal(["person"], options.Inputs);
        Assert.Equal(RuleOutcome.Violated, verdict.Rule("Adult").Outcome);
        Assert.Equal("17", verdict.Rule("Adult").Message);
    }

    [Fact]
    public void AMisspeltMemberOfANetTypeIsAnErrorWithItsPlace()
    {
        var text = """{ "WorkflowName": "w", "Rules": [ { "RuleName": "Adult", "Expression": "person.aeg >= 18" } ] }""";

        Assert.False(WorkflowFile.TryParse(text, WorkflowOptions.Default.WithInput<Person>("person"), out _, out var diagnostics));
        var error = Assert.Single(diagnostics);
        Assert.Equal(("aeg", DiagnosticSeverity.Error), (text[(error.Place.Column - 1)..(error.Place.Column + 2)], error.Severity));
        Assert.Contains("Age", error.Help, StringComparison.Ordinal);
    }

    [Fact]
    public void TypesAreThoseOfTheVocabularyIfOneIsGiven()
    {
        var vocabulary = Vocabulary.Parse("""{ "type": "object", "properties": { "person": { "type": "object", "properties": { "age": { "type": "integer" }, "nick": { "type": "string" } } } } }""");

        var workflow = WorkflowFile.Parse(Adults, new WorkflowOptions { Vocabulary = vocabulary })["w"];

        Assert.Same(vocabulary, workflow.Vocabulary);
        Assert.Equal(RuleOutcome.Satisfied, workflow.Evaluate(Scenario.Parse("""{ "Person": { "AGE": 18, "Nick": "x" } }""")).Rule("Adult").Outcome);
        Assert.Throws<ScenarioException>(() => workflow.Evaluate(Scenario.Parse("""{ "person": { "age": "eighteen" } }""")));
    }

    [Fact]
    public void SamplesTellWhatExpressionsDoNot()
    {
        var text = """{ "WorkflowName": "w", "Rules": [ { "RuleName": "Same", "Expression": "a.x == a.y" } ] }""";
        var options = new WorkflowOptions { Samples = [Scenario.Parse("""{ "a": { "x": 1, "y": 2 } }""")] };

        var verdict = WorkflowFile.Parse(text, options)["w"].Evaluate(Scenario.Parse("""{ "a": { "x": 5, "y": 5 } }"""));

        Assert.Equal(RuleOutcome.Satisfied, verdict.Rule("Same").Outcome);
    }

    [Fact]
    public void LetterCaseCountsIfItIsAskedFor()
    {
        var options = new WorkflowOptions { IsCaseSensitive = true }.WithInput<Person>("person");

        Assert.False(WorkflowFile.TryParse(Adults, options, out _, out var diagnostics));
        Assert.Contains(diagnostics, d => d.Message.Contains("`PERSON`", StringComparison.Ordinal));
    }

    [Fact]
    public void ParamsThatDifferInLetterCaseAreTwoIfItCounts()
    {
        var text = """{ "WorkflowName": "w", "GlobalParams": [ { "Name": "a", "Expression": "1" }, { "Name": "A", "Expression": "2" } ], "Rules": [ { "RuleName": "r", "Expression": "a < A && n > 0" } ] }""";

        Assert.False(WorkflowFile.TryParse(text, null, out _, out _));
        Assert.True(WorkflowFile.TryParse(text, new WorkflowOptions { IsCaseSensitive = true }, out var file, out _));
        Assert.Equal(RuleOutcome.Satisfied, file["w"].Evaluate(Scenario.Parse("""{ "n": 1 }""")).Rule("r").Outcome);
    }

    [Fact]
    public void AParamMayNotBeCalledLikeAnInput()
    {
        var text = """{ "WorkflowName": "w", "GlobalParams": [ { "Name": "Person", "Expression": "1" } ], "Rules": [ { "RuleName": "r", "Expression": "person.age > 1" } ] }""";

        Assert.False(WorkflowFile.TryParse(text, WorkflowOptions.Default.WithInput<Person>("person"), out _, out var diagnostics));
        Assert.Contains(diagnostics, d => d.Code == "NR7031");
    }

    [Fact]
    public void MembersOfTheOnlyInputNeedNoNameBeforeThem()
    {
        var text = """{ "WorkflowName": "w", "Rules": [ { "RuleName": "r", "Expression": "Age > 1 && it.Age < 5" } ] }""";

        var workflow = WorkflowFile.Parse(text, WorkflowOptions.Default.WithInput<Person>("person"))["w"];

        Assert.Equal(RuleOutcome.Satisfied, workflow.Evaluate(Scenario.Parse("""{ "person": { "age": 2 } }""")).Rule("r").Outcome);
    }

    [Fact]
    public void TheLimitsAreKept()
    {
        Assert.False(WorkflowFile.TryParse(Adults, new WorkflowOptions { Limits = ReadingLimits.Default with { Characters = 10 } }, out _, out var diagnostics));
        Assert.Equal("NR1010", Assert.Single(diagnostics).Code);
    }

    [Fact]
    public void AnInputCannotBeOfATypeThatNoFactHolds() =>
        Assert.Throws<ArgumentException>(() => WorkflowOptions.Default.WithInput("x", typeof(Action)));

    [Fact]
    public void RulesWithErrorsAreLeftOpenIfThatIsAskedFor()
    {
        var text = """
            [
              {
                "WorkflowName": "w",
                "WorkflowsToInject": ["common"],
                "Rules": [
                  { "RuleName": "good", "Expression": "a.n > 1", "Actions": { "OnSuccess": { "Name": "EvaluateRule", "Context": { "workflowName": "w", "ruleName": "unread" } } } },
                  { "RuleName": "unread", "Expression": "a.n > " },
                  { "RuleName": "untranslated", "Expression": "File.Delete(a.path)" },
                  { "RuleName": "unjoined", "Operator": "and", "Rules": [ { "RuleName": "x", "Expression": "a.n > 0" } ] },
                  { "RuleName": "last", "Expression": "a.n > 2" }
                ]
              },
              { "WorkflowName": "common", "Rules": [ { "RuleName": "shared", "Expression": "a.n > 3" }, { "RuleName": "shared and bad", "Expression": "a.(" } ] },
              { "WorkflowName": "bad", "GlobalParams": [ { "Name": "p" } ], "Rules": [ { "RuleName": "r", "Expression": "p > 1" } ] }
            ]
            """;

        Assert.True(WorkflowFile.TryParse(text, new WorkflowOptions { LeavesFaultyRulesOpen = true }, out var file, out var diagnostics));

        Assert.Equal(["w", "common"], file.Workflows.Select(w => w.Name));
        Assert.Equal(["good", "unread", "untranslated", "unjoined", "last", "shared", "shared and bad"], file["w"].RuleSet.Rules.Select(r => r.Id));
        Assert.Equal(["good", "unread", "untranslated", "unjoined", "last", "shared", "shared and bad"], file["w"].Rules.Select(r => r.Name));
        Assert.Equal(["unread", "untranslated", "unjoined", "shared and bad"], file["w"].Rules.Where(r => r.Faults.Count > 0).Select(r => r.Name));
        Assert.Contains(file["w"].Rule("unjoined").Faults, d => d.Code == "NR7019");
        Assert.Contains(diagnostics, d => d.Code == "NR7006");
        var verdict = file["w"].Evaluate(Scenario.Parse("""{ "a": { "n": 9 } }"""));
        Assert.Equal((RuleOutcome.Satisfied, RuleOutcome.Unknown), (verdict.Rule("good").Outcome, verdict.Rule("good").Next!.Outcome));
        Assert.Equal(StageOutcome.Undetermined, verdict.Verdict.Outcome);
        var decided = file["w"].Evaluate(Scenario.Parse("""
            { "a": { "n": 9 }, "decidedElsewhere": { "unread": true, "untranslated": true, "unjoined": true, "shared and bad": true } }
            """));
        Assert.Equal(StageOutcome.Valid, decided.Verdict.Outcome);
    }

    private sealed class Person
    {
        public int Age { get; set; }

        public string? Nick { get; set; }

        public Person? Boss { get; set; }
    }
}
