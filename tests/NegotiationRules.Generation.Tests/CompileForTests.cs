using NegotiationRules.Generation.Tests.Support;

namespace NegotiationRules.Generation.Tests;

/// <summary>What users see of rules that are compiled at run time.</summary>
public sealed class CompileForTests
{
    private const string Vocabulary = """
        { "type": "object", "properties": {
          "start": { "type": "string", "format": "date" }, "opens": { "type": "string", "format": "date-time" },
          "venue": { "type": "string" }, "rounds": { "type": "integer", "minimum": 0, "maximum": 9 },
          "price": { "type": "number", "multipleOf": 0.01 }, "weight": { "type": "number" }, "mediated": { "type": "boolean" },
          "binding": { "type": "boolean", "default": true },
          "form": { "type": "string", "enum": ["written-text", "spoken"] },
          "host": { "type": "object", "properties": { "name": { "type": "string" }, "size": { "type": "integer" } } },
          "delegatesAnnounced": { "type": "boolean" },
          "delegates": { "type": "array", "x-completeBy": "delegatesAnnounced", "items": { "type": "object", "properties": {
            "role": { "type": "string", "enum": ["military", "diplomat"] }, "rank": { "type": "integer" } } } },
          "topics": { "type": "array", "items": { "type": "string" }, "maxItems": 3 }
        } }
        """;

    private static readonly RuleSetOptions Options = new() { Vocabulary = NegotiationRules.Vocabulary.Parse(Vocabulary) };

    private static readonly string[] Requirements =
    [
        """{ "start": { "between": ["2022-01-01", "2022-01-31"] } }""",
        """{ "value": { "fact": "start", "plus": "P1M" }, "onOrBefore": "2022-02-15" }""",
        """{ "opens": { "before": "2022-01-10T12:00:00Z" } }""",
        """{ "venue": { "in": ["Geneva", "Vienna"] } }""",
        """{ "venue": { "startsWith": "Gen" } }""",
        """{ "rounds": { "moreThan": 3 } }""",
        """{ "price": { "atMost": 12.5 } }""",
        """{ "weight": { "atLeast": 0.5 } }""",
        """{ "any": [ { "mediated": true }, { "venue": "Kyiv" } ] }""",
        """{ "binding": true }""",
        """{ "form": "written-text" }""",
        """{ "host": { "known": true } }""",
        """{ "rounds": { "known": true } }""",
        """{ "host.size": { "lessThan": { "fact": "rounds", "times": 2 } } }""",
        """{ "every": "delegates", "satisfy": { "role": "diplomat" } }""",
        """{ "count": "delegates", "where": { "role": "military" }, "atLeast": 1 }""",
        """{ "sum": "delegates.rank", "atLeast": 7 }""",
        """{ "min": "delegates.rank", "atLeast": 2 }""",
        """{ "share": "delegates", "where": { "role": "military" }, "moreThan": "1/2" }""",
        """{ "topics": { "contains": "land" } }""",
        """{ "count": "topics", "lessThan": 3 }""",
        """{ "atLeast": 2, "of": [ { "mediated": true }, { "binding": true }, { "rounds": 5 } ] }""",
    ];

    private static readonly RuleSet Rules = Of(Requirements);

    [Fact]
    public void EveryKindOfPropertyIsReadAsTheObjectsOfScenariosAre()
    {
        var compiled = Rules.CompileFor<Talks>();
        Assert.True(compiled.IsCompiled, string.Join('\n', compiled.Fallbacks));
        var byCode = 0;
        for (var seed = 0; seed < 2_000; seed++)
        {
            AssertAgrees(compiled, Talks.Make(new Random(seed)), $"object {seed}");
            byCode += compiled.UsedCompiledCode ? 1 : 0;
        }

        Assert.True(byCode > 1_000, $"{byCode} by code");
    }

    [Fact]
    public void WhatTheVocabularyDoesNotAllowIsToldAsElsewhere()
    {
        var compiled = Rules.CompileFor<Talks>();
        var evaluator = new ScenarioEvaluator(Rules);
        Talks[] faulty = [new() { Rounds = 10 }, new() { Price = 0.001m }, new() { Weight = double.NaN }, new() { Form = (TalksForm)7 }];
        foreach (var talks in faulty)
        {
            var expected = Assert.Throws<ScenarioException>(() => evaluator.EvaluateObject(talks));
            Assert.Equal(expected.Message, Assert.Throws<ScenarioException>(() => compiled.Evaluate(talks)).Message);
            Assert.Throws<InvalidOperationException>(() => compiled.OutcomeOf(0));
        }
    }

    [Fact]
    public void AnObjectOutOfTheOrdinaryIsEvaluatedAllTheSame()
    {
        var compiled = Rules.CompileFor<Talks>();
        Talks[] odd =
        [
            new LongTalks { Rounds = 4 }, new() { Delegates = [null!, new() { Role = EnvoyRole.Military }] },
            new() { Topics = new HashSet<string?> { "land" } }, new() { Opens = new DateTime(2022, 1, 10, 0, 0, 0, DateTimeKind.Local) },
            new() { Host = new Palace { Size = 3 }, Rounds = 2 },
        ];
        foreach (var talks in odd)
        {
            AssertAgrees(compiled, talks, talks.ToString()!);
            Assert.False(compiled.UsedCompiledCode);
        }
    }

    [Fact]
    public void ARuleWithAFormThatIsNotCompiledIsToldWithItsPlaceAndAllAreEvaluated()
    {
        var rules = Of([.. Requirements, """{ "value": { "lowerCase": { "fact": "venue" } }, "is": "geneva" }"""]);
        var compiled = rules.CompileFor<Talks>();

        Assert.False(compiled.IsCompiled);
        var fallback = Assert.Single(compiled.Fallbacks);
        Assert.Equal("NR5040", fallback.Code);
        Assert.Equal(Requirements.Length + 1, fallback.Place.Line);
        AssertAgrees(compiled, new Talks { Venue = "GENEVA" }, "fallback");
        Assert.Equal(RuleOutcome.Satisfied, compiled.OutcomeOf(Requirements.Length));
        Assert.False(compiled.UsedCompiledCode);
    }

    [Theory]
    [InlineData("""{ "some": "delegates", "where": { "role": "military" } }""")]
    [InlineData("""{ "every": "delegates", "satisfy": { "role": "diplomat" } }""")]
    [InlineData("""{ "count": "delegates", "lessThan": 1 }""")]
    [InlineData("""{ "sum": "delegates.rank", "atMost": 0 }""")]
    [InlineData("""{ "min": "delegates.rank", "atLeast": 2 }""")]
    [InlineData("""{ "share": "delegates", "where": { "role": "military" }, "atMost": "1/2" }""")]
    [InlineData("""{ "inOrder": "delegates", "by": "start", "steps": [ { "role": "military" }, { "mediated": true } ] }""")]
    [InlineData("""{ "topics": { "contains": "land" } }""")]
    public void OfAListThatTheTypeDoesNotHaveNothingIsKnown(string require)
    {
        var rules = Of([require]);
        var compiled = rules.CompileFor<Meeting>();
        var meeting = new Meeting { Mediated = true, Start = new DateOnly(2022, 1, 10) };

        compiled.Evaluate(meeting);
        Assert.True(compiled.IsCompiled && compiled.UsedCompiledCode);
        Assert.Equal(rules.Evaluate(Scenario.From(meeting, rules.Vocabulary)).Rules[0].Outcome, compiled.OutcomeOf(0));
        Assert.Equal(RuleOutcome.Unknown, compiled.OutcomeOf(0));
    }

    [Fact]
    public void ATypeThatCannotBeReadIsToldAndEvaluatedAsElsewhere()
    {
        var compiled = Rules.CompileFor<Dictionary<string, object?>>();

        Assert.Contains("cannot be read one by one", Assert.Single(compiled.Fallbacks).Message, StringComparison.Ordinal);
        compiled.Evaluate(new() { ["rounds"] = 4 });
        Assert.Equal(RuleOutcome.Satisfied, compiled.OutcomeOf("r5"));
    }

    [Fact]
    public void WhereNoCodeCanBeMadeTheRulesAreEvaluatedAllTheSame()
    {
        var compiled = RuleCompiling.CompileFor<Talks>(Rules, ObjectOptions.Default, canCodeBeMade: false);

        Assert.False(compiled.IsCompiled);
        Assert.Contains("no code can be made", Assert.Single(compiled.Fallbacks).Message, StringComparison.Ordinal);
        AssertAgrees(compiled, new Talks { Rounds = 4 }, "no code");
    }

    [Fact]
    public void EvaluatingLeavesNothingBehindWhetherFactsAreKnownOrNot()
    {
        var compiled = Rules.CompileFor<Talks>();
        var talks = Enumerable.Range(0, 300).Select(seed => Talks.Make(new Random(seed))).Where(one =>
        {
            compiled.Evaluate(one);
            return compiled.UsedCompiledCode;
        }).ToList();
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var one in talks)
        {
            compiled.Evaluate(one);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(talks.Count > 100, $"{talks.Count}");
    }

    [Fact]
    public void MoreThanSixtyFourRulesAndStagesThatDoNotApplyAreEvaluated()
    {
        var rules = RuleSet.Parse($$"""
            { "name": "many",
              "stages": [ "talks", { "name": "agreement", "when": { "mediated": true } } ],
              "rules": [ {{string.Join(",\n", Enumerable.Range(0, 150).Select(Rule))}} ] }
            """, Options);
        var compiled = rules.CompileFor<Talks>();
        Assert.True(compiled.IsCompiled, string.Join('\n', compiled.Fallbacks));
        foreach (var mediated in new bool?[] { null, false, true })
        {
            AssertAgrees(compiled, new Talks { Mediated = mediated, Host = new() { Size = 99 } }, $"{mediated}");
            AssertAgrees(compiled, new Talks { Mediated = mediated }, $"{mediated}");
        }

        static string Rule(int number) => $$"""
            { "id": "r{{number}}", "stage": "{{(number % 2 == 0 ? "talks" : "agreement")}}",
              "require": { "host.size": { "atLeast": {{number}} } } }
            """;

        compiled.Evaluate(new Talks { Host = new() { Size = 99 } });
        var bits = new ulong[3];
        compiled.CopySatisfied(bits);
        Assert.Equal([ulong.MaxValue, (1ul << 36) - 1, 0], bits);
        Assert.Throws<ArgumentException>(() => compiled.CopySatisfied(new ulong[2]));
    }

    [Fact]
    public void AnotherOneForAnotherThreadHasOutcomesOfItsOwn()
    {
        var one = Rules.CompileFor<Talks>();
        one.Evaluate(new Talks { Rounds = 4 });
        var other = one.ForAnotherThread();

        Assert.Throws<InvalidOperationException>(() => other.Outcome);
        other.Evaluate(new Talks { Rounds = 2 });
        Assert.Equal((RuleOutcome.Satisfied, RuleOutcome.Violated), (one.OutcomeOf("r5"), other.OutcomeOf("r5")));
    }

    private static void AssertAgrees(CompiledEvaluator<Talks> compiled, Talks talks, string about)
    {
        var verdict = compiled.Rules.Evaluate(Scenario.From(talks, compiled.Rules.Vocabulary, ObjectOptions.Default));
        compiled.Evaluate(talks);
        Assert.Equal(
            verdict.Rules.Select(rule => (about, rule.Rule.Id, rule.Outcome)),
            compiled.Rules.Rules.Select(rule => (about, rule.Id, compiled.OutcomeOf(rule))));
        Assert.Equal(
            verdict.Stages.Select(stage => (about, stage.Name, stage.Outcome)),
            compiled.Rules.Stages.Select(stage => (about, stage, compiled.OutcomeOfStage(stage))));
        Assert.Equal(verdict.Outcome, compiled.Outcome);
    }

    private static RuleSet Of(IReadOnlyList<string> requirements) => RuleSet.Parse(
        """{ "name": "talks", "stages": ["talks"], "rules": ["""
        + string.Join(",\n", requirements.Select((require, i) => $$"""{ "id": "r{{i}}", "stage": "talks", "require": {{require}} }"""))
        + "] }",
        Options);

    private sealed class Meeting
    {
        public bool? Mediated { get; set; }

        public DateOnly? Start { get; set; }
    }
}
