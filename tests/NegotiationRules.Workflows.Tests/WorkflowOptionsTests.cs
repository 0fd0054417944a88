namespace NegotiationRules.Workflows.Tests;

public sealed class WorkflowOptionsTests
{
    private const string Adults =
        """{ "WorkflowName": "w", "Rules": [ { "RuleName": "Adult", "Expression": "PERSON.age >= 18 && person.Nick == \"x\"","""
            + """ "ErrorMessage": "$(person.Age)" } ] }""";

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
        var vocabulary = Vocabulary.Parse(
            """{ "type": "object", "properties": { "person": { "type": "object", "properties": { "age": { "type": "integer" },"""
                + """ "nick": { "type": "string" } } } } }"""
        );

        var workflow = WorkflowFile.Parse(Adults, new WorkflowOptions { Vocabulary = vocabulary })["w"];

        Assert.Same(vocabulary, workflow.Vocabulary);
        Assert.Equal(
            RuleOutcome.Satisfied,
            workflow.Evaluate(Scenario.Parse("""{ "Person": { "AGE": 18, "Nick": "x" } }""")).Rule("Adult").Outcome
        );
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
        var text =
            """{ "WorkflowName": "w", "GlobalParams": [ { "Name": "a", "Expression": "1" }, { "Name": "A", "Expression": "2" } ],"""
                + """ "Rules": [ { "RuleName": "r", "Expression": "a < A && n > 0" } ] }""";

        Assert.False(WorkflowFile.TryParse(text, null, out _, out _));
        Assert.True(WorkflowFile.TryParse(text, new WorkflowOptions { IsCaseSensitive = true }, out var file, out _));
        Assert.Equal(RuleOutcome.Satisfied, file["w"].Evaluate(Scenario.Parse("""{ "n": 1 }""")).Rule("r").Outcome);
    }

    [Fact]
    public void AParamMayNotBeCalledLikeAnInput()
    {
        var text =
            """{ "WorkflowName": "w", "GlobalParams": [ { "Name": "Person", "Expression": "1" } ],"""
                + """ "Rules": [ { "RuleName": "r", "Expression": "person.age > 1" } ] }""";

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

    [Theory]
    [InlineData("VipUtils.IsVip", "c => c.level == \"gold\" || c.spent > limit", "VipUtils.IsVip(customer)")]
    [InlineData("VipUtils.IsVip", "c => c.level == \"gold\" || c.spent > limit", "Shop.Rules.VipUtils.isvip(customer)")]
    [InlineData("Vip.Above", "(level, spent) => level == \"gold\" || spent > limit", "Vip.Above(customer.level, customer.spent)")]
    [InlineData("IsVip", "c => c.level == \"gold\" || c.spent > limit", "customer.IsVip()")]
    [InlineData("IsVip", "c => c.level == \"gold\" || c.spent > limit", "IsVip(customer)")]
    [InlineData("Vip.Now", "customer.level == \"gold\" || customer.spent > limit", "Vip.Now()")]
    [InlineData("Utils.CheckContains", "(a, b) => a == b || customer.spent > limit", "Utils.CheckContains(customer.level, \"gold\")")]
    [InlineData("Vip.Any", "(cs, level) => cs.Any(c => c.level == level || c.spent > limit)", "Vip.Any(customers, \"gold\")")]
    [InlineData(
        "Vip.Like",
        "(c, other) => c.friends.Any(x => x.level == other)",
        "customers.Any(x => Vip.Like(x, x.level)) && customer.level == \"gold\""
    )]
    public void AMethodMeansWhatIsSaidOfIt(string method, string meaning, string expression)
    {
        var text = Only(expression);
        const string Facts = """
            "limit": 100, "customers": [{ "level": "gold", "spent": 1, "friends": [{ "level": "gold" }] }]
            """;

        var workflow = WorkflowFile.Parse(
            text,
            WorkflowOptions.Default.WithHelper(method, meaning) with
            {
                Samples = [Scenario.Parse($$"""{ "customer": { "level": "gold", "spent": 1 }, {{Facts}} }""")],
            }
        )["w"];
        RuleOutcome Outcome(string facts) => workflow.Evaluate(Scenario.Parse(facts)).Rule("r").Outcome;

        Assert.Equal(RuleOutcome.Satisfied, Outcome($$"""{ "customer": { "level": "gold", "spent": 1 }, {{Facts}} }"""));
        Assert.Equal(RuleOutcome.Unknown, Outcome("{}"));
    }

    [Fact]
    public void WhatIsWrongWithAMeaningHasItsPlaceThere()
    {
        var options = WorkflowOptions
            .Default.WithHelper("VipUtils.IsVip", "c => c.level == \"gold\" &&")
            .WithHelper("Own.Far", "(a, b) => a.Foo(b)");

        Assert.False(
            WorkflowFile.TryParse(Only("VipUtils.IsVip(customer) && Own.Far(customer.name, 3)"), options, out _, out var diagnostics)
        );
        Assert.All(diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error), d => Assert.Equal("<helper>", d.Place.File));
        Assert.Contains(diagnostics, d => d.Place is { Column: > 30, LineText: "VipUtils.IsVip=c => c.level == \"gold\" &&" });
    }

    [Theory]
    [InlineData("(a, b) => a == b", "NR7320")]
    [InlineData("() => true", "NR7320")]
    [InlineData(" ", "NR7321")]
    [InlineData("c =>", "NR7321")]
    public void AMeaningThatDoesNotFitTheCallIsAnError(string meaning, string code)
    {
        Assert.False(
            WorkflowFile.TryParse(
                Only("Own.Fits(customer.name)"), WorkflowOptions.Default.WithHelper("Own.Fits", meaning), out _,
                out var diagnostics
            )
        );
        Assert.Contains(diagnostics, d => d.Code == code);
    }

    [Fact]
    public void AMeaningThatUsesItsArgumentTwiceCannotFillTheMemory()
    {
        var deep = string.Concat(Enumerable.Repeat("F.G(", 60)) + "a.n" + new string(')', 60);

        Assert.False(
            WorkflowFile.TryParse(Only($"{deep} > 1"), WorkflowOptions.Default.WithHelper("F.G", "x => x + x"), out _, out var diagnostics)
        );
        Assert.Single(diagnostics);
    }

    [Fact]
    public void WhatIsAssumedOfAMethodIsToldOnce()
    {
        var text = Only("X.In(a.n, 1, 2) || X.In(a.n, 3, 4) || Y.In(a.n, 5)");

        Assert.Equal(2, WorkflowFile.Parse(text).Warnings.Count(d => d.Code == "NR7271"));
        Assert.DoesNotContain(
            WorkflowFile
                .Parse(text, WorkflowOptions.Default.WithHelper("X.In", "(x, a, b) => x == a").WithHelper("Y.In", "(x, a) => x == a"))
                .Warnings,
            d => d.Code == "NR7271"
        );
    }

    [Theory]
    [InlineData("IdCard != null")]
    [InlineData("idcard == \"x\" && input1.Age > 3")]
    [InlineData("it.Age > 3")]
    [InlineData("@Age > 3 && Tags.Any(it == \"a\")")]
    [InlineData("Age > 3 && asOf > DateTime(2020, 1, 1)")]
    public void MembersOfTheOnlyInputStandAloneWhereTypesAreInferred(string expression)
    {
        var scenario = Scenario.Parse("""{ "asOf": "2022-01-01T00:00:00Z", "input1": { "IdCard": "x", "Age": 4, "Tags": ["a"] } }""");

        Assert.Equal(
            RuleOutcome.Satisfied,
            WorkflowFile.Parse(Only(expression), new WorkflowOptions { Samples = [scenario] })["w"].Evaluate(scenario).Rule("r").Outcome
        );
    }

    [Fact]
    public void WithoutASampleTheMembersOfTheOnlyInputAreFoundWhenItIsEvaluated()
    {
        var workflow = WorkflowFile.Parse(Only("IdCard != null && Age > 3"))["w"];

        Assert.Equal(
            RuleOutcome.Satisfied,
            workflow.Evaluate(Scenario.Parse("""{ "customer": { "IdCard": "x", "age": 4 } }""")).Rule("r").Outcome
        );
        Assert.Equal(RuleOutcome.Unknown, workflow.Evaluate(Scenario.Parse("""{ "customer": { "IdCard": "x" } }""")).Rule("r").Outcome);
    }

    [Fact]
    public void TheClockIsNoInputBesideTheOnlyOne()
    {
        var vocabulary = Vocabulary.Parse("""
            { "type": "object", "properties": { "asOf": { "type": "string", "format": "date-time" },
              "person": { "type": "object", "properties": { "age": { "type": "integer" } } } } }
            """);

        Assert.True(
            WorkflowFile.TryParse(
                Only("age > 3 && DateTime.Now > DateTime(2020, 1, 1)"),
                new WorkflowOptions { Vocabulary = vocabulary },
                out _,
                out _
            )
        );
    }

    [Fact]
    public void TheLimitsAreKept()
    {
        Assert.False(
            WorkflowFile.TryParse(
                Adults,
                new WorkflowOptions { Limits = ReadingLimits.Default with { Characters = 10 } },
                out _,
                out var diagnostics
            )
        );
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
                  { "RuleName": "good", "Expression": "a.n > 1", "Actions": { "OnSuccess": { "Name": "EvaluateRule",
                    "Context": { "workflowName": "w", "ruleName": "unread" } } } },
                  { "RuleName": "unread", "Expression": "a.n > " },
                  { "RuleName": "untranslated", "Expression": "File.Delete(a.path)" },
                  { "RuleName": "unjoined", "Operator": "and", "Rules": [ { "RuleName": "x", "Expression": "a.n > 0" } ] },
                  { "RuleName": "last", "Expression": "a.n > 2" }
                ]
              },
              { "WorkflowName": "common", "Rules": [ { "RuleName": "shared", "Expression": "a.n > 3" },
                { "RuleName": "shared and bad", "Expression": "a.(" } ] },
              { "WorkflowName": "bad", "GlobalParams": [ { "Name": "p" } ], "Rules": [ { "RuleName": "r", "Expression": "p > 1" } ] }
            ]
            """;

        Assert.True(WorkflowFile.TryParse(text, new WorkflowOptions { LeavesFaultyRulesOpen = true }, out var file, out var diagnostics));

        Assert.Equal(["w", "common"], file.Workflows.Select(w => w.Name));
        Assert.Equal(
            ["good", "unread", "untranslated", "unjoined", "last", "shared", "shared and bad"],
            file["w"].RuleSet.Rules.Select(r => r.Id)
        );
        Assert.Equal(
            ["good", "unread", "untranslated", "unjoined", "last", "shared", "shared and bad"],
            file["w"].Rules.Select(r => r.Name)
        );
        Assert.Equal(
            ["unread", "untranslated", "unjoined", "shared and bad"],
            file["w"].Rules.Where(r => r.Faults.Count > 0).Select(r => r.Name)
        );
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

    private static string Only(string expression) =>
        $$"""{ "WorkflowName": "w", "Rules": [ { "RuleName": "r", "Expression": {{System.Text.Json.JsonSerializer.Serialize(expression)}}"""
            + $$""" } ] }""";

    private sealed class Person
    {
        public int Age { get; set; }

        public string? Nick { get; set; }

        public Person? Boss { get; set; }
    }
}
