using System.Text;

namespace NegotiationRules.Tests.Fuzz;

/// <summary>Files that are small and would cost much: each is read, or refused, in no time.</summary>
public partial class BombTests
{
    private const int Deep = 100_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly ReadingLimits NoLimits = new() { Depth = int.MaxValue };

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    [InlineData("{\"not\":", "}")]
    [InlineData("[", "")]
    public async Task NestingIsRefusedHoweverDeep(string open, string close) => await InTime(() =>
    {
        var nested = string.Concat(Enumerable.Repeat(open, Deep)) + "1" + string.Concat(Enumerable.Repeat(close, Deep));
        foreach (var limits in new[] { ReadingLimits.Default, NoLimits })
        {
            Assert.False(RuleSet.TryParse(nested, new RuleSetOptions { Limits = limits }, out _, out var rules));
            Assert.False(Vocabulary.TryParse(nested, out _, out var vocabulary, "bomb", limits));
            Assert.False(Scenario.TryParseJson(nested, out _, out var scenario, "bomb", limits));
            Assert.All([rules, vocabulary, scenario], found => Assert.Contains(found, d => d.Code == "NR1011"));
        }
    });

    [Fact]
    public async Task ConditionsThatDoubleAtEachNameAreRefused() =>
        await InTime(() =>
            Refused(
                "NR2015",
                Named(60, i => $$"""{ "all": [ { "condition": "c{{i}}" }, { "condition": "c{{i}}" } ] }"""),
                """{ "condition": "c60" }"""
            )
        );

    [Fact]
    public async Task ConditionsThatDoubleInScopesOfTheirOwnAreRefused() =>
        await InTime(() =>
            Refused(
                "NR2015",
                Named(
                    60,
                    i =>
                        $$"""{ "all": [ { "some": "parties", "where": { "condition": "c{{i}}" } },"""
                            + $$""" { "some": "demands", "where": { "condition": "c{{i}}" } } ] }"""
                ),
                """{ "condition": "c60" }"""
            )
        );

    [Fact]
    public async Task ConditionsThatDoubleInQuantitiesAreRefused() =>
        await InTime(() =>
            Refused(
                "NR2015",
                Named(
                    60,
                    i =>
                        $$"""{ "value": { "count": "parties", "as": "a{{i}}", "where": { "condition": "c{{i}}" } },"""
                            + $$""" "atLeast": { "count": "parties", "as": "b{{i}}", "where": { "condition": "c{{i}}" } } }"""
                ),
                """{ "condition": "c60" }"""
            )
        );

    [Fact]
    public async Task RulesThatDoubleAtEachReferenceAreRefused() =>
        await InTime(() =>
        {
            var rules = Enumerable
                .Range(0, 60)
                .Select(i =>
                    i == 0 ? Rule("r0", True) : Rule($"r{i}", $$"""{ "all": [ { "rule": "r{{i - 1}}" }, { "rule": "r{{i - 1}}" } ] }""")
                );
            Assert.Contains(Errors(File("{}", rules)), d => d.Code == "NR2015");
            Assert.Contains(Errors(File("{}", rules.Reverse())), d => d.Code == "NR2015");
        });

    [Fact]
    public async Task ALongChainOfNamesIsRefused() => await InTime(() =>
        Refused("NR2018", Named(Deep, i => $$"""{ "not": { "condition": "c{{i}}" } }"""), $$"""{ "condition": "c{{Deep}}" }"""));

    [Fact]
    public async Task ALongChainIsRefusedWhereEachLinkIsUsedBeforeTheNext() =>
        await InTime(() =>
        {
            var conditions = Named(3_000, i => $$"""{ "not": { "condition": "c{{i}}" } }""");
            Assert.Contains(
                Errors(File(conditions, Enumerable.Range(0, 3_000).Select(i => Rule($"r{i}", $$"""{ "condition": "c{{i}}" }""")))),
                d => d.Code == "NR2018"
            );
            Assert.Contains(
                Errors(File("{}", Enumerable.Range(0, 3_000).Select(i => Rule($"r{i}", i == 0 ? True : $$"""{ "rule": "r{{i - 1}}" }""")))),
                d => d.Code == "NR2018"
            );
        });

    [Fact]
    public async Task AChainWithinTheLimitIsEvaluated() =>
        await InTime(() =>
        {
            var rules = RuleSet.Parse(
                File(Named(100, i => $$"""{ "not": { "condition": "c{{i}}" } }"""), [Rule("a", """{ "condition": "c100" }""")])
            );
            Assert.Equal(RuleOutcome.Satisfied, rules.Evaluate(Scenario.Parse("""{ "talks": { "mediated": true } }""")).Rule("a").Outcome);
        });

    [Fact]
    public async Task SelectionsInsideEachOtherCountAsDeep() =>
        await InTime(() =>
        {
            var nested = string.Concat(Enumerable.Repeat("{ \"list\": ", 20));
            string Link(int i) =>
                $$"""{ "some": {{nested}}"parties", "where": { "condition": "c{{i}}" }"""
                    + $$""" }{{string.Concat(Enumerable.Repeat(", \"take\": 1 }", 19))}} }""";
            Refused("NR2018", Named(300, Link), """{ "condition": "c300" }""");
            var rules = RuleSet.Parse(File(Named(15, Link), [Rule("a", """{ "condition": "c15" }""")]));
            var verdict = rules.Evaluate(
                Scenario.Parse("""{ "talks": { "mediated": true }, "parties": [ { "id": "RU" }, { "id": "US" } ] }""")
            );
            Assert.Equal(RuleOutcome.Satisfied, verdict.Rule("a").Outcome);
            Assert.NotEmpty(verdict.Explain().ToText());
        });

    [Fact]
    public async Task SelectionsInTheConditionsOfSelectionsAreToldInTime() => await InTime(() =>
    {
        var condition = True;
        for (var i = 0; i < 14; i++)
        {
            condition = $$"""{ "some": { "list": "parties", "as": "p{{i}}", "where": {{condition}}, "take": 1 } }""";
        }

        var rules = RuleSet.Parse(File("{}", [Rule("a", condition)]));
        Assert.NotEmpty(
            rules.Evaluate(Scenario.Parse("""{ "talks": { "mediated": true }, "parties": [ { "id": "RU" } ] }""")).Explain().ToText()
        );
        Assert.NotEmpty(rules.Describe());
    });

    [Fact]
    public async Task CirclesAreReported() => await InTime(() =>
    {
        Refused("NR2010", """{ "a": { "condition": "b" }, "b": { "not": { "condition": "a" } } }""", """{ "condition": "a" }""");
        Assert.Contains(Errors(File("{}", [Rule("a", """{ "rule": "b" }"""), Rule("b", """{ "rule": "a" }""")])), d => d.Code == "NR2010");
    });

    [Fact]
    public async Task FilesThatIncludeEachOtherAreReported() =>
        await InTime(() =>
        {
            var folder = Directory.CreateTempSubdirectory("bombs-");
            System.IO.File.WriteAllText(
                Path.Combine(folder.FullName, "a.rules.json"),
                """{ "name": "a", "include": ["b.rules.json", "c.rules.json"] }"""
            );
            System.IO.File.WriteAllText(Path.Combine(folder.FullName, "b.rules.json"), """{ "name": "b", "include": ["c.rules.json"] }""");
            System.IO.File.WriteAllText(
                Path.Combine(folder.FullName, "c.rules.json"),
                """{ "name": "c", "include": ["a.rules.json"], "stages": ["talks"] }"""
            );
            Assert.False(RuleSet.TryLoad(Path.Combine(folder.FullName, "a.rules.json"), null, out _, out var diagnostics));
            Assert.Contains(diagnostics, d => d.Code == "NR1102");
            folder.Delete(recursive: true);
        });

    [Fact]
    public async Task AListOfManyValuesIsReadAndLookedThrough() =>
        await InTime(() =>
        {
            var values = string.Join(", ", Enumerable.Range(0, 200_000).Select(i => $"\"v{i}\""));
            var rules = RuleSet.Parse(
                File(
                    "{}",
                    [
                        Rule("in", $$"""{ "talks.venue": { "in": [ {{values}} ] } }"""),
                        Rule("notIn", $$"""{ "talks.venue": { "notIn": [ {{values}} ] } }"""),
                    ]
                )
            );
            var verdict = rules.Evaluate(Scenario.Parse("""{ "talks": { "venue": "v199999" } }"""));
            Assert.Equal((RuleOutcome.Satisfied, RuleOutcome.Violated), (verdict.Rule("in").Outcome, verdict.Rule("notIn").Outcome));
        });

    [Theory]
    [InlineData("(a{1000}){1000}")]
    [InlineData("a{2147483646}")]
    [InlineData("((((a{50}){50}){50}){50})")]
    [InlineData("(a?){5000}a{5000}")]
    [InlineData("(a{1,30}){1,30}b")]
    [InlineData("(?:x|(?:[^]}]{2,40}\\\\}){0,25})y")]
    public async Task PatternsThatRepeatBeyondMeasureAreRefused(string pattern) =>
        await InTime(() => Refused("NR2050", "{}", $$"""{ "talks.venue": { "matches": "{{pattern}}" } }"""));

    [Theory]
    [InlineData("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]
    [InlineData("^(.{1,400})?$|^x{499}$")]
    [InlineData("a{,3}{2,x}b{300}")]
    [InlineData("\\\\(a{30}\\\\){30}")]
    public async Task PatternsThatRepeatAsPeopleWriteThemAreRead(string pattern) =>
        await InTime(() =>
            Assert.True(
                RuleSet.TryParse(File("{}", [Rule("a", $$"""{ "talks.venue": { "matches": "{{pattern}}" } }""")]), null, out _, out _)
            )
        );

    [Theory]
    [InlineData("^(a+)+$")]
    [InlineData("((a*)*)*b")]
    [InlineData("(a|aa)+$")]
    [InlineData("^(([a-z])+.)+[A-Z]([a-z])+$")]
    public async Task PatternsThatGoBackAndForthAreMatchedInLinearTime(string pattern) => await InTime(() =>
    {
        var rules = RuleSet.Parse(File("{}", [Rule("a", $$"""{ "talks.venue": { "matches": "{{pattern}}" } }""")]));
        var venue = new string('a', 100_000) + "!";
        Assert.Equal(RuleOutcome.Violated, rules.Evaluate(Scenario.Parse($$"""{ "talks": { "venue": "{{venue}}" } }""")).Rule("a").Outcome);
    });

    [Fact]
    public async Task TenThousandRulesAreReadAndEvaluated() =>
        await InTime(() =>
        {
            var rules = RuleSet.Parse(
                File(
                    "{}",
                    Enumerable.Range(0, 10_000).Select(i => Rule($"rule-{i}", $$"""{ "agreement.termYears": { "atLeast": {{i + 1}} } }"""))
                )
            );
            var verdict = rules.Evaluate(Scenario.Parse("""{ "agreement": { "termYears": 5000 } }"""));
            Assert.Equal(5000, verdict.Rules.Count(r => r.Outcome == RuleOutcome.Satisfied));
        });

    [Fact]
    public async Task TenThousandMistakesAreReported() => await InTime(() =>
    {
        var text = File("{}", Enumerable.Range(0, 10_000).Select(i => Rule($"rule-{i}", $$"""{ "agreement.termYeers{{i}}": 1 }""")));
        Assert.False(RuleSet.TryParse(text, null, out _, out var diagnostics));
        Assert.Equal(10_000, diagnostics.Count);
    });

    [Fact]
    public async Task TenThousandMistakesInOneLineAreTold() => await InTime(() =>
    {
        var text = File("{}", Enumerable.Range(0, 10_000).Select(i => Rule($"rule-{i}", $$"""{ "agreement.termYeers{{i}}": 1 }""")));
        Assert.DoesNotContain('\n', text);
        Assert.False(RuleSet.TryParse(text, null, out _, out var diagnostics));
        Assert.All(diagnostics, diagnostic => Assert.InRange(diagnostic.ToString().Length, 200, 1_000));
        Assert.All(diagnostics, diagnostic => Assert.InRange(diagnostic.ToString(80).Length, 200, 1_000));
    });

    [Theory]
    [InlineData(
        """{ "value": { "fact": "day", "plus": { "fact": "wait" } }, "after": "2022-01-01" }""",
        """{ "day": "9999-12-31", "wait": "P1D" }"""
    )]
    [InlineData(
        """{ "value": { "fact": "day", "minus": { "fact": "wait" } }, "after": "2022-01-01" }""",
        """{ "day": "0001-01-01", "wait": "P1D" }"""
    )]
    [InlineData(
        """{ "value": { "fact": "day", "plus": { "fact": "wait" } }, "after": "2022-01-01" }""",
        """{ "day": "2022-01-01", "wait": "P9999Y" }"""
    )]
    [InlineData("""{ "value": { "fact": "day", "to": "startOfNextYear" }, "after": "2022-01-01" }""", """{ "day": "9999-01-01" }""")]
    [InlineData(
        """{ "value": { "fact": "day", "plus": { "fact": "wait" } }, "after": "2022-01-01" }""",
        """{ "day": "2022-01-01", "wait": "PT1H" }"""
    )]
    [InlineData(
        """{ "value": { "fact": "at", "plus": { "fact": "wait" } }, "after": "2022-01-01T00:00:00Z" }""",
        """{ "at": "9999-12-31T23:59:59Z", "wait": "PT1S" }"""
    )]
    [InlineData(
        """{ "value": { "fact": "n", "times": { "fact": "n", "times": { "fact": "n" } } }, "moreThan": 0 }""",
        """{ "n": 9223372036854775807 }"""
    )]
    [InlineData("""{ "value": { "fact": "x", "times": { "fact": "x" } }, "moreThan": 0 }""", """{ "x": 1e200 }""")]
    [InlineData("""{ "sum": "list.x", "moreThan": 0 }""", """{ "list": [ { "x": 1.7e308 }, { "x": 1.7e308 } ] }""")]
    [InlineData(
        """{ "some": { "list": "list", "as": "y", "orderBy": { "fact": "y.x", "times": { "fact": "y.x" } }, "take": 1 },"""
            + """ "as": "e", "where": { "e.x": 1 } }""",
        """{ "list": [ { "x": 1e200 } ] }"""
    )]
    public async Task WhatIsBeyondMeasureIsAFaultOfTheScenarioAndNeverFalse(string condition, string facts) =>
        await InTime(() =>
        {
            const string Facts = """
                { "properties": {
                  "day": { "format": "date" }, "at": { "format": "date-time" }, "wait": { "format": "duration" },
                  "n": { "type": "integer" }, "x": { "type": "number" },
                  "list": { "items": { "properties": { "x": { "type": "number" }, "w": { "type": "number", "minimum": 0 } } } }
                } }
                """;
            var rules = RuleSet.Parse(
                File("{}", [Rule("a", condition), Rule("b", $$"""{ "not": {{condition}} }""")]),
                new RuleSetOptions { Vocabulary = Vocabulary.Parse(Facts) }
            );
            var fault = Assert.Throws<ScenarioException>(() => rules.Evaluate(Scenario.Parse(facts)));
            Assert.Equal(["NR4100", "NR4100"], fault.Diagnostics.Select(d => d.Code));
        });

    // A share is reckoned with the decimals that are written, and those have no end.
    [Fact]
    public async Task AShareOfWeightsBeyondADoubleIsExact() =>
        await InTime(() =>
        {
            const string Facts =
                """{ "properties": { "list": { "items": { "properties": { "x": { "type": "number" },"""
                    + """ "w": { "type": "number", "minimum": 0 } } } } } }""";
            var rules = RuleSet.Parse(
                File("{}", [Rule("a", """{ "share": "list", "of": "w", "where": { "x": 1 }, "is": "1/2" }""")]),
                new RuleSetOptions { Vocabulary = Vocabulary.Parse(Facts) }
            );
            var verdict = rules.Evaluate(Scenario.Parse("""{ "list": [ { "x": 1, "w": 1.7e308 }, { "x": 2, "w": 1.7e308 } ] }"""));
            Assert.Equal(RuleOutcome.Satisfied, verdict.Rule("a").Outcome);
        });

    [Fact]
    public async Task AScenarioOfManyElementsIsEvaluated() =>
        await InTime(() =>
        {
            var rules = RuleSet.Parse(
                File(
                    "{}",
                    [
                        Rule("a", """{ "share": "parties", "of": "population", "where": { "recognised": true }, "atLeast": "2/3" }"""),
                        Rule("b", """{ "inOrder": "parties", "by": "asOf", "steps": [ { "id": "p0" }, { "id": "p1" } ] }"""),
                    ]
                )
            );
            var parties = string.Join(
                ", ",
                Enumerable
                    .Range(0, 100_000)
                    .Select(i => $$"""{ "id": "p{{i}}", "population": {{i}}, "recognised": {{(i % 3 > 0 ? "true" : "false")}} }""")
            );
            Assert.NotEqual(
                RuleOutcome.Unknown,
                rules.Evaluate(Scenario.Parse($$"""{ "asOf": "2022-01-01", "parties": [ {{parties}} ] }""")).Rule("a").Outcome
            );
        });

    private const string True = """{ "talks.mediated": true }""";

    // c0 is a fact, each of the others is made of the one before it.
    private static string Named(int count, Func<int, string> next)
    {
        var text = new StringBuilder($$"""{ "c0": {{True}}""");
        for (var i = 1; i <= count; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $", \"c{i}\": {next(i - 1)}");
        }

        return text.Append(" }").ToString();
    }

    private static string Rule(string id, string require) => $$"""{ "id": "{{id}}", "require": {{require}} }""";

    private static string File(string conditions, IEnumerable<string> rules) =>
        $$"""{ "name": "bomb", "stages": ["talks"], "conditions": {{conditions}}, "rules": [ {{string.Join(", ", rules)}} ] }""";

    private static void Refused(string code, string conditions, string require) =>
        Assert.Contains(Errors(File(conditions, [Rule("a", require)])), d => d.Code == code);

    private static List<Diagnostic> Errors(string text)
    {
        Assert.False(RuleSet.TryParse(text, null, out _, out var diagnostics));
        return [.. diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)];
    }

    // On a thread of the size that most programs give their threads.
    private static async Task InTime(Action test)
    {
        var done = new TaskCompletionSource();
        var thread = new Thread(
            () =>
            {
                try
                {
                    test();
                    done.SetResult();
                }
                catch (Exception fault)
                {
                    done.SetException(fault);
                }
            },
            maxStackSize: 1024 * 1024)
        { IsBackground = true };
        thread.Start();
        await done.Task.WaitAsync(Patience);
    }
}
