using NegotiationRules.Tests.Cli;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Cli.Tests.Tables;

/// <summary>DuckDB writes scenarios, the tool evaluates them, and DuckDB reads the verdicts.</summary>
public sealed class DuckDbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Cases =>
    [
        .. Directory.GetFiles(Repository.At("rules"), "*.jsonl", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/')),
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public void ShippedCasesAreAnsweredAsRowsOfParquetAsInTheirLines(string lines)
    {
        var (path, rules) = (Repository.At(lines), Path.GetDirectoryName(Path.GetDirectoryName(Repository.At(lines)))!);
        var (trades, verdicts) = (_folder.At("trades.parquet"), _folder.At("verdicts.parquet"));
        WrittenTables.Ask($"""
            COPY (SELECT * FROM read_json('{path}', format = 'newline_delimited', map_inference_threshold = -1, sample_size = -1))
            TO '{trades}' (FORMAT parquet, ROW_GROUP_SIZE 2048)
            """);
        string[] options = ["--facts", "/facts", "--id", "/id"];

        var byLine = ToolRun.Of(["evaluate", rules, "--scenarios", path, .. options]);
        var byRow = ToolRun.Of(["evaluate", rules, "--scenarios", trades, .. options]);
        var toTable = ToolRun.Of(["evaluate", rules, "--scenarios", trades, .. options, "--output", verdicts]);
        var linesToTable = ToolRun.Of(["evaluate", rules, "--scenarios", path, .. options, "--output", _folder.At("lines.parquet")]);

        Assert.Equal(WrittenTables.Comparable(byLine.Out), WrittenTables.Comparable(byRow.Out));
        Assert.Equal(byRow.Error, toTable.Error);
        Assert.Equal((byLine.Code, byLine.Error), (linesToTable.Code, linesToTable.Error));
        File.WriteAllText(_folder.At("answers.jsonl"), byLine.Out);
        var expected = WrittenTables.Ask($"""
            SELECT id, to_json(stages), to_json(rules)
            FROM read_json('{_folder.At("answers.jsonl")}', format = 'newline_delimited', map_inference_threshold = -1)
            """);
        Assert.NotEmpty(expected);
        foreach (var table in new[] { verdicts, _folder.At("lines.parquet") })
        {
            Assert.Equal(expected, WrittenTables.Ask($"SELECT id, to_json(stages), to_json(rules) FROM '{table}'"));
        }
    }

    public void Dispose() => _folder.Dispose();
}
