using System.Globalization;
using System.Text;
using Apache.Arrow;
using Apache.Arrow.Ipc;
using NegotiationRules.Arrow.Tests.Support;
using NegotiationRules.Tests.Support;
using Xunit.Abstractions;

namespace NegotiationRules.Arrow.Tests;

/// <summary>Files of comma-separated values are read as they are written, and what is written is read again.</summary>
public sealed class CsvTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("agreement.form,start\r\nwritten,2022-01-10\r\n")]
    [InlineData("\uFEFF\"agreement.form\",\"start\"\n\"written\",\"2022-01-10\"")]
    [InlineData("agreement.form,start\n\n\nwritten,2022-01-10\n\n")]
    [InlineData("start,agreement.form,price\n2022-01-10,written,\n")]
    public async Task LinesMayBeWrittenInAnyUsualWay(string text)
    {
        var outcomes = await EvaluateAsync(text);

        Assert.Equal(["satisfied"], Talks.Of(outcomes, "written"));
        Assert.Equal(["satisfied"], Talks.Of(outcomes, "early"));
        Assert.Equal(["unknown"], Talks.Of(outcomes, "cheap"));
        Assert.Equal([null], Talks.Errors(outcomes));
    }

    [Fact]
    public async Task WhatIsEmptyIsNotKnownAndWhatIsEmptyInQuotesIsAnEmptyText()
    {
        var rules = RuleSet.Parse(
            """{ "name": "t", "stages": ["talks"], "rules": [ { "id": "empty", "require": { "a": "" } } ] }""",
            new RuleSetOptions
            {
                Vocabulary = Vocabulary.Parse(
                    """{ "type": "object", "properties": { "a": { "type": "string" }, "b": { "type": "integer" } } }"""),
            });

        var outcomes = await EvaluateAsync("a,b\n,1\n\"\",\"\"\nx,\n", rules);

        Assert.Equal(["unknown", "satisfied", "violated"], Talks.Of(outcomes, "empty"));
    }

    [Fact]
    public async Task WhatIsWrongIsToldWithLineAndColumn()
    {
        var outcomes = await EvaluateAsync(
            "agreement.form,agreement.years,price\n\"wr\nitten\",1,1\nwritten,many,1\nwritten,1,1,1\nwrit\"ten,1,1\nwritten,1,2.255\n"
                + "written,1,1\n");

        Approved.Check(string.Join('\n', Talks.Errors(outcomes).Select(error => error ?? "(fine)")));
    }

    [Fact]
    public async Task AnyTextsComeBackAsTheyWereWrittenInPiecesOfAnySize()
    {
        var random = new Random(Seed.Of(output));
        string[] parts = ["a", "\"", ",", "\n", "\r\n", "é", "𝄞", " ", "\r", "'"];
        for (var round = 0; round < 200; round++)
        {
            var texts = Enumerable.Range(0, random.Next(1, 40))
                .Select(_ => random.Next(8) == 0 ? null : string.Concat(random.GetItems(parts, random.Next(5))))
                .ToArray();
            var numbers = texts.Select(_ => random.Next(5) == 0 ? (long?)null : random.NextInt64()).ToArray();
            var rows = Talks.Rows(("text, \"quoted\"", Talks.Texts(texts)), ("number", Talks.Numbers(numbers)));
            using var file = new MemoryStream();
            await using (var written = await CsvOutcomes.CreateAsync(file, rows.Schema))
            {
                await written.WriteAsync(rows);
            }

            await using var read = await CsvScenarios.OpenAsync(new TricklingStream(file.ToArray(), random));
            var again = new List<RecordBatch>();
            await foreach (var piece in read.ReadAsync())
            {
                again.Add(piece);
            }

            Assert.Equal(["text, \"quoted\"", "number"], read.Schema.FieldsList.Select(field => field.Name));
            Assert.Equal(texts, again.SelectMany(piece => Texts(piece, 0)));
            Assert.Equal(
                numbers.Select(number => number?.ToString(CultureInfo.InvariantCulture)), again.SelectMany(piece => Texts(piece, 1)));
        }
    }

    [Fact]
    public async Task AValueThatNeverEndsIsTold()
    {
        await using var read = await CsvScenarios.OpenAsync(
            new MemoryStream(Encoding.UTF8.GetBytes("a\nb\n\"" + new string('x', 17 * 1024 * 1024))));

        var fault = await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            await foreach (var _ in read.ReadAsync())
            {
            }
        });

        Assert.StartsWith("line 3 does not end within 16 MB: a quote that opens a value there", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OutcomesGoIntoAnArrowFileWithTheirDictionaries()
    {
        var evaluator = new RecordBatchEvaluator(Talks.Rules);
        using var file = new MemoryStream();
        using (var writer = new ArrowFileWriter(file, evaluator.OutcomeSchema, leaveOpen: true))
        {
            writer.WriteRecordBatch(evaluator.Evaluate(Talks.Rows(("agreement.form", Talks.Texts("written", "oral")))));
            writer.WriteRecordBatch(evaluator.Evaluate(Talks.Rows(("agreement.form", Talks.Texts("oral", "spoken")))));
            writer.WriteEnd();
        }

        file.Position = 0;
        using var reader = new ArrowFileReader(file);
        Assert.Equal(["satisfied", "violated"], Talks.Of(await reader.ReadNextRecordBatchAsync(), "written"));
        Assert.Equal(["violated", null], Talks.Of(await reader.ReadNextRecordBatchAsync(), "written"));
    }

    private static async Task<RecordBatch> EvaluateAsync(string text, RuleSet? rules = null)
    {
        await using var scenarios = await CsvScenarios.OpenAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)));
        var evaluator = new RecordBatchEvaluator(rules ?? Talks.Rules);
        var outcomes = new List<RecordBatch>();
        await foreach (var rows in scenarios.ReadAsync())
        {
            outcomes.Add(evaluator.Evaluate(rows));
        }

        return Assert.Single(outcomes);
    }

    private static IEnumerable<string?> Texts(RecordBatch rows, int column)
    {
        var texts = (StringArray)rows.Column(column);
        return Enumerable.Range(0, rows.Length).Select(row => texts.IsNull(row) ? null : texts.GetString(row));
    }

    // Gives as many bytes at a time as it likes.
    private sealed class TricklingStream(byte[] bytes, Random random) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, random.Next(1, 20))], cancellationToken);
    }
}
