using System.Text;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Tests.Fuzz;
using NegotiationRules.Tests.Support;
using NegotiationRules.Text;
using Xunit.Abstractions;

namespace NegotiationRules.Tests.Agreement;

/// <summary>A table filled from JSON is the table that the plain way makes of it, or the reader leaves the scenario to the plain
/// way.</summary>
public class FillAgreementJsonTests(ITestOutputHelper output)
{

    [Fact]
    public void GeneratedScenariosAreFilledInAsThePlainWayDoes()
    {
        var (filled, spread) = (0, 0);
        foreach (var c in Generated.Cases(Seed.Of(output), CaseCount.Of(150)))
        {
            if (c.Rules.Rules is not { } rules)
            {
                continue;
            }

            var program = FillAgreement.ProgramOf(rules);
            var reader = new JsonTableReader(program.Layout);
            var random = new Random(c.Seed);
            var all = new FactTable(program.Layout, program.Texts);
            var expected = new FactTable(program.Layout, program.Texts);
            for (var i = 0; i < 20; i++)
            {
                var facts = GeneratedScenario.Make(random, rules.Vocabulary, 30).Facts;
                var text = JsonPrinter.Print(facts, indented: random.Next(2) == 0);
                var utf8 = Encoding.UTF8.GetBytes(text);
                var isAdded = reader.TryAdd(utf8, all);
                Assert.True(
                    isAdded || text.Contains("\"source\"", StringComparison.Ordinal),
                    $"declined:\n{text}\n{c.Rules.Vocabulary.ToJsonSchema()}"
                );
                if (isAdded)
                {
                    expected.Add(Scenario.Parse(text).Bind(rules.Vocabulary, new DiagnosticBag()));
                    filled++;
                    spread += program.Layout.Levels.Any(l => l.Parent != l.Origin) ? 1 : 0;
                }

                FillAgreement.AssertSame(expected, all, $"{text}\n{rules.DescribeProgram()}\n{c.Rules.Vocabulary.ToJsonSchema()}");
            }
        }

        Assert.True(filled > 1000 && spread > 20, $"{filled} filled, {spread} with lists gone over more than once");
    }

    [Fact]
    public void SpoiltScenariosAreLeftToThePlainWayOrFilledInAlike()
    {
        var seeds = SeedFiles.Of("scenario").Where(s => s.Rules is not null).ToList();
        var readers = seeds
            .Select(s => FillAgreement.ProgramOf(s.Rules!))
            .Select(p => (Program: p, Reader: new JsonTableReader(p.Layout), Table: new FactTable(p.Layout, p.Texts)))
            .ToList();
        var before = readers.Select(r => FillAgreement.Describe(r.Table)).ToList();
        var (accepted, count) = (0, CaseCount.Of(5_000));
        for (var number = 0; number < count; number++)
        {
            var random = new Random(number);
            var i = random.Next(seeds.Count);
            var seed = seeds[i].Bytes;
            seed = random.Next(3) > 0 ? Plainly(seed) : seed;
            var spoilt = new Spoiler(random).Spoil(seed, seeds[random.Next(seeds.Count)].Bytes);
            var (program, reader, table) = readers[i];
            if (reader.TryAdd(spoilt, table))
            {
                accepted++;
                var expected = FillAgreement.Plain(program, seeds[i].Rules!.Vocabulary, spoilt);
                Assert.True(expected is not null, $"input {number} has faults:\n{Encoding.UTF8.GetString(spoilt)}");
                FillAgreement.AssertSame(expected, table, $"input {number}:\n{Encoding.UTF8.GetString(spoilt)}");
                table.Clear();
            }
            else
            {
                Assert.True(
                    before[i] == FillAgreement.Describe(table),
                    $"input {number} left something behind:\n{Encoding.UTF8.GetString(spoilt)}"
                );
            }
        }

        // Were all of them left to the plain way, nothing would have been tried.
        Assert.InRange(accepted, count / 50, count);
    }

    // What generated vocabularies do not have: further facts, lists that a fact beside them calls complete, defaults of lists.
    [Theory]
    [InlineData(true, """{ "x": 1, "y": { "a": [ { "b": 1, "c": "\ud83d\ude00" } ], "b": 2 }, "form": "oral" }""")]
    [InlineData(true, """{ "$schema": "s", "talks": { "z": null, "topic": "caf\u00e9", "w": { "z": true } }, "z": [] }""")]
    [InlineData(
        true,
        """{ "states": ["A", "B"], "isWhole": true, "parties": [ { "ranks": [1, 2], "known": true }, { "known": false, "ranks": [] },"""
            + """ { "ranks": [3] }, {}, null ] }"""
    )]
    [InlineData(true, """{ "states": null, "isWhole": false, "parties": { "complete": true, "known": [ { "known": true } ] } }""")]
    [InlineData(true, """{ "isWhole": null, "states": [], "talks": null, "parties": { "known": [] } }""")]
    [InlineData(true, """{ "parties": { "known": [ {} ], "complete": null } }""")]
    [InlineData(true, "{}")]
    [InlineData(false, """{ "x": 1, "y": { "a": 1, "a": 2 } }""")]
    [InlineData(false, """{ "x": 1, "z": 2, "x": 3 }""")]
    [InlineData(false, """{ "x": 1, "y": [ { "a": { "b": 1, "c": 1, "b": 1 } } ] }""")]
    [InlineData(false, """{ "x": "\ud83d" }""")]
    [InlineData(false, """{ "x": "\ude00\ud83d" }""")]
    [InlineData(false, """{ "\u0078": 1 }""")]
    [InlineData(false, """{ "talks": { "value": null } }""")]
    [InlineData(false, """{ "parties": [ { "x": 1 } ] }""")]
    [InlineData(false, """{ "states": { "known": ["A"], "complete": true }, "isWhole": true }""")]
    [InlineData(false, """{ "form": "spoken" }""")]
    [InlineData(false, """{ "states": ["A", "B", "C", "D"] }""")]
    [InlineData(false, """{ "form": "oral" } {}""")]
    [InlineData(false, "[]")]
    [InlineData(false, "")]
    public void WhatStandsBesideFactsIsPassedOver(bool isRead, string text)
    {
        var vocabulary = Vocabulary.Parse("""
            { "type": "object", "additionalProperties": true, "properties": {
                "form": { "enum": ["written", "oral"] }, "talks": { "type": "object", "additionalProperties": true,
                "properties": { "topic": { "type": "string" }, "place": { "type": "string", "default": "Geneva" } } },
                "states": { "type": "array", "maxItems": 3, "items": { "type": "string" }, "default": ["A"], "x-completeBy": "isWhole" },
                "isWhole": { "type": "boolean", "default": true },
                "parties": { "type": "array", "items": { "type": "object", "properties": {
                    "known": { "type": "boolean" }, "ranks": { "type": "array", "items": { "type": "integer" },
                    "x-completeBy": "known" } } } } } }
            """);
        var layout = FillAgreementObjectTests.Whole(vocabulary.Root);
        var reader = new JsonTableReader(layout);
        var table = new FactTable(layout, ["oral"]);

        Assert.Equal(isRead, reader.TryAdd(Encoding.UTF8.GetBytes(text), table));

        AssertAgrees(Encoding.UTF8.GetBytes(text), table);
        for (var number = 0; number < 400; number++)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            var spoilt = new Spoiler(new Random(number)).Spoil(bytes, bytes);
            table.Clear();
            reader.TryAdd(spoilt, table);
            AssertAgrees(spoilt, table);
        }

        void AssertAgrees(byte[] utf8, FactTable given)
        {
            var expected = new FactTable(layout, ["oral"]);
            if (given.Count > 0)
            {
                var bag = new DiagnosticBag();
                expected.Add(Scenario.Parse(utf8).Bind(vocabulary, bag));
                Assert.False(bag.HasErrors, $"{Encoding.UTF8.GetString(utf8)} has faults");
            }

            FillAgreement.AssertSame(expected, given, Encoding.UTF8.GetString(utf8));
        }
    }

    // Its elements are read by no rule, and whether it is complete is said beside it.
    [Theory]
    [InlineData("""{ "states": ["A"], "isWhole": false }""")]
    [InlineData("""{ "isWhole": true, "states": [] }""")]
    [InlineData("""{ "isWhole": false }""")]
    public void OfAListItCanBeAskedWhetherItIsKnownAndNothingElse(string scenario)
    {
        var vocabulary = Vocabulary.Parse("""
            { "type": "object", "properties": {
                "states": { "type": "array", "items": { "type": "string" }, "x-completeBy": "isWhole" },
                "isWhole": { "type": "boolean" } } }
            """);
        var rules = RuleSet.Parse(
            """{ "name": "t", "stages": ["talks"], "rules": [ { "id": "a", "require": { "states": { "known": true } } } ] }""",
            new RuleSetOptions { Vocabulary = vocabulary });

        EveryEvaluator.AssertAgree(rules, [Encoding.UTF8.GetBytes(scenario)]);
    }

    [Theory]
    [InlineData("""{ "states": { "known": ["A"], "complete": true }, "isWhole": false }""")]
    [InlineData("""{ "isWhole": true, "states": { "complete": false, "known": [] } }""")]
    public void AListThatContradictsTheFactBesideItIsFoundThoughNoRuleGoesOverIt(string scenario)
    {
        var rules = RuleSet.Parse(
            """{ "name": "t", "stages": ["talks"], "rules": [ { "id": "a", "require": { "states": { "known": true } } } ] }""",
            new RuleSetOptions
            {
                Vocabulary = Vocabulary.Parse("""
                    { "type": "object", "properties": {
                        "states": { "type": "array", "items": { "type": "string" }, "x-completeBy": "isWhole" },
                        "isWhole": { "type": "boolean" } } }
                    """),
            });

        Assert.False(new ScenarioBatch(rules).TryAddJson(Encoding.UTF8.GetBytes(scenario), out var diagnostics));
        Assert.Equal("NR4028", Assert.Single(diagnostics).Code);
    }

    [Fact]
    public void ShippedScenariosAreFilledIn()
    {
        var readers = new Dictionary<RuleSet, JsonTableReader>();
        var filled = 0;
        foreach (var (file, rules, utf8) in FillAgreement.Shipped().Concat(FillAgreement.Lines()))
        {
            var program = FillAgreement.ProgramOf(rules);
            var table = new FactTable(program.Layout, program.Texts);
            if (FillAgreement.Plain(program, rules.Vocabulary, utf8) is not { } expected)
            {
                continue;
            }

            if (!readers.TryGetValue(rules, out var reader))
            {
                readers.Add(rules, reader = new JsonTableReader(program.Layout));
            }

            var isAdded = reader.TryAdd(utf8, table);
            Assert.True(
                isAdded || Encoding.UTF8.GetString(utf8).Contains("\"source\"", StringComparison.Ordinal),
                $"{file} was declined:\n{Encoding.UTF8.GetString(utf8)}"
            );
            if (isAdded)
            {
                FillAgreement.AssertSame(expected, table, file);
                filled++;
            }
        }

        Assert.True(filled > 100, $"only {filled} were filled in");
    }

    [Fact]
    public void FillingMakesNoGarbage()
    {
        foreach (var group in FillAgreement.Shipped().Concat(FillAgreement.Lines()).GroupBy(s => s.Rules))
        {
            var program = FillAgreement.ProgramOf(group.Key);
            var reader = new JsonTableReader(program.Layout);
            var table = new FactTable(program.Layout, program.Texts);
            var scenarios = group.Select(s => s.Utf8).Where(s => reader.TryAdd(s, table)).ToList();
            var garbage = FillAgreement.Garbage(FillAll);

            Assert.True(scenarios.Count > 0 && garbage == 0, $"{garbage} bytes for {scenarios.Count} scenarios of {group.Key.Name}");

            void FillAll()
            {
                table.Clear();
                foreach (var scenario in scenarios)
                {
                    reader.TryAdd(scenario, table);
                }
            }
        }
    }

    // Without comments and sources more of them get far.
    private static byte[] Plainly(byte[] utf8) =>
        Scenario.TryParseJson(utf8, out var scenario, out _)
            ? Encoding.UTF8.GetBytes(JsonPrinter.Print(WithoutSources(scenario.Root), indented: false))
            : utf8;

    private static JsonValue WithoutSources(JsonValue value) => value switch
    {
        JsonObject { Members: [{ Name: "value" } stated, ..] } => WithoutSources(stated.Value),
        JsonObject o => o with { Members = [.. o.Members.Select(m => m with { Value = WithoutSources(m.Value) })] },
        JsonArray a => a with { Items = [.. a.Items.Select(WithoutSources)] },
        _ => value,
    };
}
