using System.Text.RegularExpressions;
using Apache.Arrow;
using NegotiationRules.Arrow.Tests.Support;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Arrow.Tests;

/// <summary>The C# of the package's page, compiled and run; what stands between the marks is what stands there, to the letter.</summary>
public sealed class ReadmeTests
{
    [Theory]
    [InlineData(0, "files")]
    [InlineData(1, "batch")]
    public void CodeIsTheCodeThatIsCompiledAndRun(int block, string mark)
    {
        var source = File.ReadAllText(Repository.At("tests/NegotiationRules.Arrow.Tests/ReadmeTests.cs"));
        var marked = Regex.Match(source, $@"// <{mark}>\n(?<code>.*?)\n *// </{mark}>", RegexOptions.Singleline).Groups["code"].Value;
        var indent = marked.Length - marked.TrimStart().Length;
        var code = string.Join('\n', marked.Split('\n').Select(line => line.Length > indent ? line[indent..] : line.Trim()))
            .Replace("File.OpenRead(trades)", "File.OpenRead(\"trades.parquet\")", StringComparison.Ordinal)
            .Replace("File.Create(verdicts)", "File.Create(\"verdicts.parquet\")", StringComparison.Ordinal)
            .Replace("Evaluator(Talks.Rules)", "Evaluator(RuleSet.Load(\"rules/talks\"))", StringComparison.Ordinal);
        var page = File.ReadAllText(Repository.At("src/NegotiationRules.Arrow/README.md"));
        var blocks = Regex.Matches(page, @"```csharp\n(?<code>.*?)\n```", RegexOptions.Singleline);

        Assert.Equal(code, blocks[block].Groups["code"].Value);
    }

    [Fact]
    public async Task FilesAreReadAndWrittenAsThePageSays()
    {
        var folder = Directory.CreateTempSubdirectory("negotiation-rules").FullName;
        var (trades, verdicts) = (Path.Combine(folder, "trades.parquet"), Path.Combine(folder, "verdicts.parquet"));
        var given = Talks.Rows(("agreement.form", Talks.Texts("written", "oral")), ("agreement.years", Talks.Numbers(12, null)));
        await using (var into = File.Create(trades))
        {
            await using var table = await ParquetOutcomes.CreateAsync(into, given.Schema);
            await table.WriteAsync(given);
        }

        await EvaluateAsync(trades, verdicts);

        await using var written = await ParquetScenarios.OpenAsync(File.OpenRead(verdicts));
        Assert.Equal(2, written.Count);
        Assert.Equal(["stages", "rules", "error"], written.Schema.FieldsList.Select(field => field.Name));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void ABatchGivesReasonsAsThePageSays()
    {
        var rules = Talks.Rules;
        var rows = Talks.Rows(("agreement.form", Talks.Texts("written")));
        // <batch>
        var batch = new ScenarioBatch(rules);
        batch.Read(rows);
        batch.Evaluate();
        RecordBatch outcomes = batch.ToRecordBatch();
        Console.WriteLine(batch.ToVerdict(0).Explain());
        // </batch>
        Assert.Equal(["satisfied"], Talks.Of(outcomes, "written"));
    }

    private static async Task EvaluateAsync(string trades, string verdicts)
    {
        // <files>
        var evaluator = new RecordBatchEvaluator(Talks.Rules);
        await using var scenarios = await ParquetScenarios.OpenAsync(File.OpenRead(trades));
        await using var file = File.Create(verdicts);
        await using var outcomes = await ParquetOutcomes.CreateAsync(file, evaluator.OutcomeSchema);
        await foreach (var rows in scenarios.ReadAsync())
        {
            await outcomes.WriteAsync(evaluator.Evaluate(rows, threads: 2));
        }
        // </files>
    }
}
