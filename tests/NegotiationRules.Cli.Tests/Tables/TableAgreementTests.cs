using NegotiationRules.Arrow.Tests.Support;
using NegotiationRules.Cli.Output;
using NegotiationRules.Cli.Streaming;
using NegotiationRules.Cli.Tables;
using NegotiationRules.Cli.Verdicts;
using NegotiationRules.Tests.Agreement;
using NegotiationRules.Tests.Cli;
using NegotiationRules.Tests.Support;
using NegotiationRules.Text;
using Xunit.Abstractions;

namespace NegotiationRules.Cli.Tests.Tables;

/// <summary>Rows of a table get from the tool what the same facts in a line get.</summary>
public sealed class TableAgreementTests(ITestOutputHelper output) : IDisposable
{
    private static readonly int Cases = Environment.GetEnvironmentVariable("LONG_TESTS") == "1" ? 5_000 : 120;

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Shipped => [.. ShippedRules.Files()];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void RowsOfAnArrowFileAreAnsweredAsLinesAre(string file)
    {
        var (rules, scenarios) = ShippedRules.Load(file);
        var random = new Random(7);
        for (var form = 0; form < 4; form++)
        {
            var facts = scenarios.SelectMany(one => Enumerable.Repeat(one, form + 1)).ToList();
            var rows = ScenarioArrays.Of(rules.Vocabulary, facts, random);
            AssertAlike(
                Repository.At(file), WrittenTables.ToLines(_folder.At("facts.jsonl"), facts),
                WrittenTables.ToArrow(_folder.At("facts.arrow"), rows, asStream: form % 2 == 0));
        }
    }

    [Fact]
    public void GeneratedScenariosAreAnsweredAlikeAsRowsAndAsLines()
    {
        var count = 0;
        foreach (var one in Generated.Cases(Seed.Of(output), Cases).Where(one => one.Rules.Rules is not null))
        {
            var rules = one.Rules.Rules!;
            var random = new Random(one.Seed);
            var facts = Enumerable.Range(0, random.Next(1, 40))
                .Select(_ => GeneratedScenario.Make(random, rules.Vocabulary, 30).Facts)
                .Select(fact => random.Next(2) == 0 ? PlainFacts.Of(fact, rules.Vocabulary.Root) : fact).ToList();
            var (arrow, lines) = (_folder.At("facts.arrow"), WrittenTables.ToLines(_folder.At("facts.jsonl"), facts));
            WrittenTables.ToArrow(arrow, ScenarioArrays.Of(rules.Vocabulary, facts, random), asStream: one.Seed % 2 == 0);
            var expected = AnswersToLines(rules, lines);

            Assert.Equal(expected, AnswersToRows(rules, arrow, TableKind.Arrow));
            if (WrittenTables.TryToCsv(_folder.At("facts.csv"), facts))
            {
                count++;
                Assert.Equal(expected, AnswersToRows(rules, _folder.At("facts.csv"), TableKind.Csv));
            }
        }

        output.WriteLine($"{count} were flat");
    }

    [Fact]
    public void FlatScenariosAreAnsweredAlikeInCommasAndInLines()
    {
        var rules = _folder.Write("t.rules.json", """
            { "name": "t", "vocabulary": "t.vocabulary.json", "stages": ["talks"], "rules": [
              { "id": "text", "require": { "o.text": { "contains": "a" } } },
              { "id": "no-text", "require": { "o.text": "" } },
              { "id": "whole", "require": { "o.whole": { "atLeast": 3 } } },
              { "id": "exact", "require": { "exact": { "lessThan": 2.25 } } },
              { "id": "real", "require": { "o.p.real": { "moreThan": 0.5 } } },
              { "id": "truth", "require": { "truth": true } },
              { "id": "day", "require": { "day": { "before": "2022-02-01" } } },
              { "id": "moment", "require": { "o.moment": { "before": "2022-02-01T00:00:00Z" } } },
              { "id": "long", "require": { "long": { "atMost": "P3M" } } } ] }
            """);
        _folder.Write("t.vocabulary.json", """
            { "type": "object", "properties": {
              "o": { "type": "object", "properties": {
                "text": { "type": "string" }, "whole": { "type": "integer" },
                "p": { "type": "object", "properties": { "real": { "type": "number" } } },
                "moment": { "type": "string", "format": "date-time" } } },
              "exact": { "type": "number", "multipleOf": 0.01 }, "truth": { "type": "boolean" },
              "day": { "type": "string", "format": "date" }, "long": { "type": "string", "format": "duration" } } }
            """);
        var random = new Random(Seed.Of(output));
        string[] texts = ["\"\"", "\"a\"", "\"b, \\\"c\\\"\"", "\"two\\nlines\"", "\"é\"", "null"];
        string[] numbers = ["0", "-1", "3", "2.25", "2.2", "0.5", "1e-3", "12345678901234567890", "2.255", "null"];
        string[] days = ["\"2022-01-10\"", "\"2022-02\"", "\"2022\"", "\"2022-13-01\"", "null"];
        string[] moments = ["\"2022-01-10T09:00:00Z\"", "\"2022-03-01T00:00:00.1+02:00\"", "\"noon\"", "null"];
        string[] spans = ["\"P3M\"", "\"P1Y\"", "\"P90D\"", "\"3 months\"", "null"];
        string[] truths = ["true", "false", "\"yes\"", "null"];
        string Any(string[] values) => values[Math.Min(random.Next(values.Length), random.Next(values.Length))];
        var facts = Enumerable.Range(0, 3000).Select(_ => ShippedRules.Read(
            $$"""
            { "o": { "text": {{Any(texts)}}, "whole": {{Any(numbers)}}, "p": { "real": {{Any(numbers)}} }, "moment": {{Any(moments)}} },
              "exact": {{Any(numbers)}}, "truth": {{Any(truths)}}, "day": {{Any(days)}}, "long": {{Any(spans)}} }
            """)).ToList();
        Assert.True(WrittenTables.TryToCsv(_folder.At("facts.csv"), facts));

        var answers = AssertAlike(rules, WrittenTables.ToLines(_folder.At("facts.jsonl"), facts), _folder.At("facts.csv"));

        Assert.Contains("\"faulty\"", answers, StringComparison.Ordinal);
        Assert.All(
            from rule in new[] { "text", "no-text", "whole", "exact", "real", "truth", "day", "moment", "long" }
            from outcome in new[] { "satisfied", "violated", "unknown" }
            select $"\"{rule}\":\"{outcome}\"",
            one => Assert.Contains(one, answers, StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();

    private static string AssertAlike(string rules, string lines, string table)
    {
        var expected = ToolRun.Of("evaluate", rules, "--scenarios", lines);
        var given = ToolRun.Of("evaluate", rules, "--scenarios", table);

        var answers = WrittenTables.Comparable(given.Out);
        Assert.Equal(WrittenTables.Comparable(expected.Out), answers);
        Assert.Equal(expected.Error.Replace("bad line", "bad row", StringComparison.Ordinal), given.Error);
        Assert.Equal(expected.Code, given.Code);
        return answers;
    }

    private static string AnswersToLines(RuleSet rules, string path)
    {
        using var file = File.OpenRead(path);
        return Answers(rules, (envelope, tally, terminal) => ScenarioStream.Run(
            file, () => new AnswerWriter(new OutcomeLine(tally.Stages, tally.Rules), hasNames: false, tally.Empty()),
            () => new BatchLineEvaluator(rules, holder: null, envelope, isStrict: false), tally, terminal));
    }

    private static string AnswersToRows(RuleSet rules, string path, TableKind kind) =>
        Answers(rules, (envelope, tally, terminal) => Assert.True(TableCalls.Run(
            path, kind, File.OpenRead(path), new TableQuestion(rules, null, IsStrict: false, envelope, TableKind.JsonLines), tally,
            terminal)));

    private static string Answers(RuleSet rules, Action<Envelope, OutcomeTally, Terminal> run)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        using var writer = new StreamWriter(output);
        run(
            new Envelope(JsonPointer.TryParse(string.Empty, out _)!, id: null), new OutcomeTally(rules.Stages, rules.Rules),
            new Terminal { Input = Stream.Null, Output = output, Out = writer, Error = error });
        return WrittenTables.Comparable(System.Text.Encoding.UTF8.GetString(output.ToArray()));
    }
}
