using System.Globalization;
using Apache.Arrow;
using DuckDB.NET.Data;
using NegotiationRules.Arrow.Tests.Support;

namespace NegotiationRules.Arrow.Tests;

/// <summary>Files that DuckDB writes are read, and what is written of them DuckDB reads.</summary>
public sealed class DuckTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("negotiation-rules").FullName;

    [Fact]
    public async Task ScenariosThatDuckDbWroteComeBackToItAsVerdicts()
    {
        var (trades, verdicts) = (Path.Combine(_folder, "trades.parquet"), Path.Combine(_folder, "verdicts.parquet"));
        Run($$"""
            COPY (SELECT * FROM (VALUES
              ({'form': 'written', 'years': 12}, 2.25::DECIMAL(9,2), DATE '2022-01-10', TIMESTAMPTZ '2022-01-10 09:00:00+00',
                [{'name': 'A', 'delegates': [{'role': 'legal'}, {'role': 'military'}]},
                 {'name': 'B', 'delegates': [{'role': 'military'}]}]),
              ({'form': 'oral', 'years': NULL}, NULL, NULL, TIMESTAMPTZ '2022-03-01 00:00:00+00',
                [{'name': 'A', 'delegates': []}, {'name': NULL, 'delegates': NULL}]),
              (NULL, 3, DATE '2022-02-01', NULL, []),
              ({'form': 'written', 'years': 3}, 2.5, DATE '2022-01-31', NULL, NULL)
            ) t(agreement, price, start, opens, parties)) TO '{{trades}}' (FORMAT parquet)
            """);

        await EvaluateAsync(Talks.Rules, trades, verdicts);

        Assert.Equal(
            """
            satisfied satisfied satisfied satisfied satisfied satisfied invalid
            violated unknown unknown unknown violated violated invalid
            unknown unknown violated violated unknown satisfied invalid
            satisfied violated satisfied satisfied unknown unknown invalid
            """.Replace(" invalid", string.Empty, StringComparison.Ordinal),
            Run($"SELECT rules.written, rules.long, rules.cheap, rules.early, rules.opened, rules.military FROM '{verdicts}'"));
        Assert.Equal("1\n3", Run($"SELECT count(*) FROM '{verdicts}' WHERE error IS NULL GROUP BY stages.talks ORDER BY 1"));
    }

    [Fact]
    public async Task ListsOfListsOfEveryLengthComeThroughAFile()
    {
        var (trades, verdicts) = (Path.Combine(_folder, "many.parquet"), Path.Combine(_folder, "many.verdicts.parquet"));
        Run($$"""
            COPY (SELECT CASE WHEN i % 11 = 0 THEN NULL ELSE [
                {'delegates': CASE WHEN (i + p) % 7 = 0 THEN NULL ELSE [
                  {'role': CASE WHEN (i + p + d) % 5 = 0 THEN NULL WHEN (i * p + d) % 3 = 0 THEN 'military' ELSE 'legal' END}
                  for d in range((i + p) % 4)] END}
                for p in range(i % 6)] END AS parties
              FROM range(5000) t(i)) TO '{{trades}}' (FORMAT parquet, ROW_GROUP_SIZE 2048)
            """);

        await EvaluateAsync(Talks.Rules, trades, verdicts);

        // What DuckDB makes of its own rows: all delegations have somebody of the military, as far as is known.
        var expected = Run($"""
            WITH d AS (SELECT CASE WHEN parties IS NULL THEN 'unknown' ELSE
                (SELECT CASE WHEN bool_or(x = 0) THEN 'violated' WHEN bool_or(x = 1) THEN 'unknown' ELSE 'satisfied' END FROM
                  (SELECT CASE WHEN p.delegates IS NULL THEN 1 WHEN len(list_filter(p.delegates, lambda q: q.role = 'military')) > 0 THEN 2
                    WHEN len(list_filter(p.delegates, lambda q: q.role IS NULL)) > 0 THEN 1 ELSE 0 END AS x
                    FROM (SELECT unnest(parties) AS p))) END AS o
              FROM '{trades}')
            SELECT o FROM d
            """);
        Assert.Equal(expected, Run($"SELECT rules.military FROM '{verdicts}'"));
        Assert.Equal(3, expected.Split('\n').Distinct().Count());
    }

    [Fact]
    public async Task AFileThatIsNoParquetIsToldSo()
    {
        using var file = new MemoryStream("{ \"talks\": { } }\n"u8.ToArray());

        var fault = await Assert.ThrowsAsync<InvalidDataException>(() => ParquetScenarios.OpenAsync(file));

        Assert.StartsWith("the Parquet file cannot be read: ", fault.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    internal static async Task EvaluateAsync(RuleSet rules, string from, string to)
    {
        var evaluator = new RecordBatchEvaluator(rules);
        await using var scenarios = await ParquetScenarios.OpenAsync(File.OpenRead(from));
        await using var file = File.Create(to);
        await using var outcomes = await ParquetOutcomes.CreateAsync(file, evaluator.OutcomeSchema);
        await foreach (RecordBatch rows in scenarios.ReadAsync())
        {
            await outcomes.WriteAsync(evaluator.Evaluate(rows));
        }
    }

    private static string Run(string query)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read())
        {
            lines.Add(string.Join(' ', Enumerable.Range(0, reader.FieldCount)
                .Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
        }

        return string.Join('\n', lines);
    }
}
