using System.Globalization;

namespace NegotiationRules.Tests.Fuzz;

/// <summary>A few lines of rules that ask for much work: what can be shared is, and the rest comes to an end that says so.</summary>
public sealed class WorkTests
{
    private const string FactsText =
        """{ "properties": { "flag": { "type": "boolean" }, "list": { "items": { "properties": { "x": { "type": "integer" } } } } } }""";

    private static readonly Vocabulary Facts = Vocabulary.Parse(FactsText);

    private static readonly WorkLimits Little = new() { Steps = 20_000 };

    public static TheoryData<string, int> Doubling => new()
    {
        { """{ "all": [ C, C ] }""", 22 },
        { """{ "all": [ C, { "not": C } ] }""", 20 },
        { """{ "any": [ C, C ] }""", 21 },
        { """{ "none": [ C, C ] }""", 21 },
        { """{ "atLeast": 2, "of": [ C, C, C ] }""", 13 },
    };

    [Theory]
    [MemberData(nameof(Doubling))]
    public void AConditionThatIsMetAgainIsWorkedOutOnce(string form, int names)
    {
        foreach (var facts in new[] { """{ "flag": true }""", """{ "flag": false }""", "{}" })
        {
            var verdict = Doubled(form, names).Evaluate(Scenario.Parse(facts));
            Assert.InRange(verdict.Explain(new ExplanationOptions { ShowAll = true }).ToText().Split('\n').Length, 3, 400);
            Assert.NotEmpty(verdict.ToString());
        }
    }

    [Theory]
    [MemberData(nameof(Doubling))]
    public void DescribingAndCoverageMeetItOnceToo(string form, int names)
    {
        var rules = Doubled(form, names);
        Assert.InRange(rules.Describe().Split('\n').Length, 3, 400);

        var folder = Directory.CreateTempSubdirectory("work-");
        File.WriteAllText(Path.Combine(folder.FullName, "v.vocabulary.json"), FactsText);
        File.WriteAllText(
            Path.Combine(folder.FullName, "a.rules.json"),
            DoubledText(form, names, "\"vocabulary\": \"v.vocabulary.json\", ")
        );
        File.WriteAllText(
            Path.Combine(folder.FullName, "a.tests.json"),
            """{ "rules": "a.rules.json", "tests": [ { "name": "t", "scenario": {}, "expect": { "stages": { "s": "undetermined" } } } ] }"""
        );
        var tests = RuleTests.Load(Path.Combine(folder.FullName, "a.tests.json"), new RuleSetOptions { Work = Little });
        var coverage = new RuleTestCoverage(tests.Rules);
        foreach (var result in tests.Stream())
        {
            coverage.Add(result);
        }

        folder.Delete(recursive: true);
        Assert.Equal(1, coverage.Cases);
        Assert.InRange(coverage.Conditions.Count, names, 10 * names);
    }

    [Fact]
    public void WhatReadsNoInnerElementIsWorkedOutOutside()
    {
        // Read element by element, this would be 1,000,000,000 steps.
        var rules = Rules(Some(0, Some(1, Some(2, """{ "a2.x": 5 }"""))), Little);
        Assert.Equal(RuleOutcome.Violated, rules.Evaluate(List(1_000)).Rule("a").Outcome);
    }

    [Fact]
    public void AQuantityThatReadsNoInnerElementIsWorkedOutOutside()
    {
        // Counted anew for each element, this would be 1,000,000 elements.
        var rules = Rules(
            """{ "every": "list", "as": "a", "satisfy": { "value": { "fact": "a.x" },"""
                + """ "atMost": { "count": "list", "as": "b", "where": { "b.x": { "atLeast": 0 } } } } }""",
            Little
        );
        Assert.Equal(RuleOutcome.Satisfied, rules.Evaluate(List(1_000)).Rule("a").Outcome);
    }

    [Fact]
    public void CoverageLooksOnceAtWhatReadsNoInnerElement()
    {
        // Visited for each combination of elements, this would never end.
        var condition = """{ "a0.x": 11 }""";
        for (var i = 11; i >= 0; i--)
        {
            condition = Some(i, condition);
        }

        var folder = Directory.CreateTempSubdirectory("work-");
        File.WriteAllText(Path.Combine(folder.FullName, "v.vocabulary.json"), FactsText);
        File.WriteAllText(
            Path.Combine(folder.FullName, "a.rules.json"),
            RulesText(condition, "{}", "\"vocabulary\": \"v.vocabulary.json\", ")
        );
        File.WriteAllText(
            Path.Combine(folder.FullName, "a.tests.json"),
            $$"""{ "rules": "a.rules.json", "tests": [ { "name": "t", "scenario": {{Text(30)}}, "expect": { "outcome": "valid" } } ] }"""
        );
        var tests = RuleTests.Load(
            Path.Combine(folder.FullName, "a.tests.json"),
            // Half of them are for the coverage.
            new RuleSetOptions { Work = new WorkLimits { Steps = 400_000 } }
        );
        var coverage = new RuleTestCoverage(tests.Rules);
        coverage.Add(Assert.Single(tests.Stream()));
        folder.Delete(recursive: true);
        Assert.Equal(12, coverage.Conditions.Count(c => c.WasTrue && c.WasFalse));
    }

    [Fact]
    public void StepsInOrderOfTimeCountForEachElementThatMayTakeThem()
    {
        var facts = Vocabulary.Parse("""{ "properties": { "list": { "items": { "properties": { "d": { "format": "date" } } } } } }""");
        var steps = string.Join(", ", Enumerable.Repeat("""{ "d": { "after": "2000-01-01" } }""", 120));
        var scenario = Scenario.Parse(
            $$"""{ "list": ["""
                + $$""" {{string.Join(", ", Enumerable.Range(0, 200).Select(i => $$"""{ "d": "{{2010 + (i % 80)}}-01-01" }"""))}} ] }"""
        );
        RuleSet Within(long limit) =>
            RuleSet.Parse(
                RulesText($$"""{ "inOrder": "list", "by": "d", "steps": [ {{steps}} ] }""", "{}", string.Empty),
                new RuleSetOptions
                {
                    Vocabulary = facts,
                    Work = new WorkLimits { Steps = limit },
                }
            );

        // 120 steps, each after any of those before, by any of 200 elements.
        Assert.False(Within(700_000).TryEvaluate(scenario, out _, out _));
        Assert.True(Within(4_000_000).TryEvaluate(scenario, out _, out _));
    }

    [Fact]
    public void TheFirstElementThatDecidesIsTheLastThatIsLookedAt()
    {
        var rules = Rules(
            Some(0, Some(1, Some(2, """{ "value": { "fact": "a0.x" }, "lessThan": { "fact": "a1.x", "plus": { "fact": "a2.x" } } }"""))),
            Little
        );
        Assert.Equal(RuleOutcome.Satisfied, rules.Evaluate(List(1_000)).Rule("a").Outcome);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(40)]
    public void WorkGrowsAsTheListsDo(int length)
    {
        // A combination takes a handful of steps, however many there are.
        var combinations = length * length;
        var enough = new WorkLimits { Steps = 8 * combinations };
        var little = new WorkLimits { Steps = 2 * combinations };
        Assert.True(Rules(Never(2), enough).TryEvaluate(List(length), out _, out _));
        Assert.False(Rules(Never(2), little).TryEvaluate(List(length), out _, out _));
    }

    [Fact]
    public void WorkBeyondTheLimitIsReportedByEveryEvaluatorAndNeverAnOutcome()
    {
        var rules = Rules(Never(4), Little);
        var scenario = List(60);
        Assert.Equal(["NR4101"], Assert.Throws<ScenarioException>(() => rules.Evaluate(scenario)).Diagnostics.Select(d => d.Code));

        var evaluator = new ScenarioEvaluator(rules);
        Assert.Equal(
            ["NR4101"],
            Assert.Throws<ScenarioException>(() => evaluator.Evaluate(rules.Prepare(scenario))).Diagnostics.Select(d => d.Code)
        );

        var batch = new ScenarioBatch(rules);
        batch.Add(scenario);
        batch.Evaluate();
        Assert.Equal(["NR4101"], batch.DiagnosticsOf(0).Select(d => d.Code));
    }

    [Fact]
    public void ListsInsideEachOtherAreNotLaidOutBeyondABound()
    {
        Assert.DoesNotContain(Rules(Never(3), Little).Program.Layout.Levels, level => level.Index > 0 && level.Parent != level.Origin);

        var two = Rules(Never(2), WorkLimits.Default);
        var table = two.NewTable();
        var batch = new ScenarioBatch(two);
        batch.Add(List(600));
        batch.Add(List(3));
        batch.Evaluate();
        Assert.Equal([RuleOutcome.Violated, RuleOutcome.Violated], new[] { batch.OutcomeOf(0, 0), batch.OutcomeOf(1, 0) });

        Assert.True(two.NewIntake().TryAdd(System.Text.Encoding.UTF8.GetBytes(Text(600)), table, out _, out _));
        Assert.Equal([0], table.Overlarge);
        Assert.True(table.Levels[2].Count <= 250_000);
    }

    [Fact]
    public void AnExplanationThatTakesTooManyStepsSaysSo()
    {
        // Evaluating stops at the first element that decides, telling of the others does not.
        var condition = Some(
            0,
            """{ "all": [ { "a0.x": 1000 }, """
                + Some(1, Some(2, """{ "value": { "fact": "a0.x" }, "is": { "fact": "a1.x", "plus": { "fact": "a2.x" } } }"""))
                + " ] }"
        );
        var verdict = Rules(condition, Little).Evaluate(List(60));
        Assert.Contains(
            "the rest would take too long to find out",
            verdict.Explain(new ExplanationOptions { ShowAll = true }).ToText(),
            StringComparison.Ordinal
        );
    }

    private static RuleSet Doubled(string form, int names) =>
        RuleSet.Parse(DoubledText(form, names, string.Empty), new RuleSetOptions { Vocabulary = Facts, Work = Little });

    private static string DoubledText(string form, int names, string vocabulary)
    {
        var conditions = Enumerable
            .Range(1, names)
            .Select(i =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"\"c{i}\": {form.Replace("C", $"{{ \"condition\": \"c{i - 1}\" }}", StringComparison.Ordinal)}"
                )
            );
        return RulesText(
            $$"""{ "condition": "c{{names}}" }""",
            $$"""{ "c0": { "flag": true }, {{string.Join(", ", conditions)}} }""",
            vocabulary
        );
    }

    private static RuleSet Rules(string require, WorkLimits work) =>
        RuleSet.Parse(RulesText(require, "{}", string.Empty), new RuleSetOptions { Vocabulary = Facts, Work = work });

    private static string RulesText(string require, string conditions, string vocabulary) =>
        $$"""{ "name": "work", {{vocabulary}}"stages": ["s"], "conditions": {{conditions}},"""
            + $$""" "rules": [ { "id": "a", "require": {{require}} } ] }""";

    // Lists inside each other of which no elements ever fit.
    private static string Never(int depth)
    {
        var sum = "";
        for (var i = depth - 1; i > 0; i--)
        {
            sum = $$"""{ "fact": "a{{i}}.x"{{(sum.Length == 0 ? sum : $", \"plus\": {sum}")}} }""";
        }

        var condition = $$"""{ "value": { "fact": "a0.x" }, "moreThan": {{sum}} }""";
        for (var i = depth - 1; i >= 0; i--)
        {
            condition = Some(i, condition);
        }

        // With two, the one cannot be more than the other and ten.
        return depth == 2 ? condition.Replace("\"a1.x\" }", "\"a1.x\", \"plus\": 10 }", StringComparison.Ordinal) : condition;
    }

    private static string Some(int number, string where) => $$"""{ "some": "list", "as": "a{{number}}", "where": {{where}} }""";

    private static Scenario List(int length) => Scenario.Parse(Text(length));

    private static string Text(int length) =>
        $$"""{ "list": [ {{string.Join(", ", Enumerable.Range(0, length).Select(i => $$"""{ "x": {{10 + (i % 7)}} }"""))}} ] }""";
}
