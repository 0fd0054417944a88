using System.Globalization;
using NegotiationRules.Tests.Cli;

namespace NegotiationRules.Cli.Tests.Tables;

/// <summary>Tables of many rows: in pieces of a sensible size, in the order of the rows, and stopped whole.</summary>
public sealed class LongTableTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _rules;

    public LongTableTests() =>
        _rules = _folder.Write("t.rules.json", """
            { "name": "t", "stages": ["talks"], "rules": [ { "id": "long", "require": { "agreement.termYears": { "atLeast": 10 } } } ] }
            """);

    [Fact]
    public void ManySmallPiecesBecomeAFewLargeOnes()
    {
        WriteTrades(300_000, rowGroup: 2048);

        Assert.Equal(0, Evaluate().Code);

        Assert.Equal(
            "3 131072",
            WrittenTables.Ask(
                $"SELECT count(DISTINCT row_group_id), max(row_group_num_rows) FROM parquet_metadata('{_folder.At("verdicts.parquet")}')"));
        Assert.Equal(
            "0",
            WrittenTables.Ask($"""
                SELECT count(*) FROM (SELECT * FROM '{_folder.At("verdicts.parquet")}') v
                JOIN (SELECT * FROM '{_folder.At("trades.parquet")}') t ON v.id = t.trade
                WHERE (rules.long = 'satisfied') <> (t."agreement.termYears" >= 10)
                """));
        Assert.Equal(
            "300000 300000",
            WrittenTables.Ask($"SELECT count(*), count(DISTINCT id) FROM '{_folder.At("verdicts.parquet")}'"));
    }

    [Fact]
    public void ATableThatIsStoppedIsWholeAsFarAsItGoes()
    {
        WriteTrades(1000, rowGroup: 2048);
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        var run = Evaluate(stop.Token);

        Assert.Equal(130, run.Code);
        Assert.StartsWith("interrupted after 0 scenarios", run.Error, StringComparison.Ordinal);
        Assert.Equal("0", WrittenTables.Ask($"SELECT count(*) FROM '{_folder.At("verdicts.parquet")}'"));
        Assert.DoesNotContain(Directory.GetFiles(_folder.Path), path => path.EndsWith(".unfinished", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(".parquet")]
    [InlineData(".csv")]
    public void MemoryDoesNotGrowWithTheRows(string ending)
    {
        var few = LiveAfter(200_000, ending);
        var many = LiveAfter(800_000, ending);

        Assert.True(many < few + (16 << 20), $"{few} bytes with 200,000 rows, {many} with 800,000");
    }

    public void Dispose() => _folder.Dispose();

    // The most that was live when a piece was written, garbage aside.
    private long LiveAfter(int rows, string ending)
    {
        WriteTrades(rows, rowGroup: 20_480, ending, columns: string.Empty);
        using var output = new WatchedStream();
        var run = new Screen { Output = output }.Run("evaluate", _rules, "--scenarios", _folder.At($"trades{ending}"));
        Assert.Equal(0, run.Code);
        Assert.True(output.Looked >= 3, $"looked {output.Looked} times");
        return output.Most;
    }

    private void WriteTrades(int rows, int rowGroup, string ending = ".parquet", string columns = "i AS trade, ") =>
        WrittenTables.Ask(string.Create(CultureInfo.InvariantCulture, $"""
            COPY (SELECT {columns}(i * 7919) % 23 AS "agreement.termYears" FROM range({rows}) t(i))
            TO '{_folder.At($"trades{ending}")}' ({(ending == ".csv" ? "FORMAT csv" : $"FORMAT parquet, ROW_GROUP_SIZE {rowGroup}")})
            """));

    private ToolRun Evaluate(CancellationToken stop = default) =>
        new Screen { Stop = stop }.Run(
            "evaluate", _rules, "--scenarios", _folder.At("trades.parquet"), "--id", "/trade", "--output", _folder.At("verdicts.parquet"));

    private sealed class WatchedStream : MemoryStream
    {
        private long _written;

        public long Most { get; private set; }

        public int Looked { get; private set; }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            _written += buffer.Length;
            if (_written >= (Looked + 1) * 4_000_000L)
            {
                Looked++;
                Most = Math.Max(Most, GC.GetTotalMemory(forceFullCollection: true));
            }
        }
    }
}
