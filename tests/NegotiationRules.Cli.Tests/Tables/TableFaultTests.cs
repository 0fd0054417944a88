using System.Text;
using NegotiationRules.Tests.Cli;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Cli.Tests.Tables;

/// <summary>What is wrong with a row is told in its place; what is wrong with a file is told before, and leaves nothing behind.</summary>
public sealed class TableFaultTests : IDisposable
{
    private const string Rows = """"
        name,agreement.form,agreement.years,mediated
        first,written,12,true
        "second, ""again""",oral,,FALSE
        third,spoken,-1,yes
        fourth,written
        "fifth,
        in two lines","wri"tten,1,true
        third,written,12,
        """";

    private readonly TemporaryFolder _folder = new();
    private readonly string _rules;

    public TableFaultTests()
    {
        _rules = _folder.Write("t.rules.json", """
            { "name": "t", "vocabulary": "t.vocabulary.json", "stages": ["talks"], "rules": [
              { "id": "written", "require": { "agreement.form": "written" } },
              { "id": "long", "holder": "A", "require": { "agreement.years": { "atLeast": 10 } } },
              { "id": "mediated", "require": { "mediated": true } } ] }
            """);
        _folder.Write("t.vocabulary.json", """
            { "type": "object", "properties": {
              "agreement": { "type": "object", "properties": {
                "form": { "enum": ["written", "oral"] }, "years": { "type": "integer", "minimum": 0 } } },
              "mediated": { "type": "boolean" },
              "parties": { "type": "array", "items": { "type": "string" } } } }
            """);
        _folder.Write("rows.csv", Rows);
    }

    [Fact]
    public void ARowWithAFaultIsAnsweredWithItAndTheRunGoesOn() => Approved.Check(Evaluate("rows.csv", "--id", "/name").Report);

    [Fact]
    public void AFaultGoesIntoTheTableToo()
    {
        var run = Evaluate("rows.csv", "--id", "/name", "--holder", "A", "--output", _folder.At("o.csv"));

        Approved.Check($"{File.ReadAllText(_folder.At("o.csv"))}{run.Report}");
    }

    [Theory]
    [InlineData(".csv")]
    [InlineData(".arrow")]
    [InlineData(".parquet")]
    public void ATableOfNoRowsIsWholeAndHasNone(string ending)
    {
        _folder.Write("none.csv", "agreement.form,mediated\n");
        var (output, from) = (_folder.At($"o{ending}"), ending == ".arrow" ? null : $"SELECT count(*) FROM '{_folder.At($"o{ending}")}'");

        Assert.Equal(0, Evaluate("none.csv", "--output", output).Code);

        if (from is not null)
        {
            Assert.Equal("0", WrittenTables.Ask(from));
        }
        else
        {
            using var reader = new Apache.Arrow.Ipc.ArrowFileReader(File.OpenRead(output));
            Assert.Equal(0, reader.ReadNextRecordBatch().Length);
        }
    }

    [Theory]
    [InlineData("a.csv", "", "the first line is empty: write the names of the facts into it, with commas between them")]
    [InlineData("b.csv", "a;b\n1;2\n", "the names in the first line have `;` between them: write the file with commas")]
    [InlineData(
        "c.csv", "PAR1\n", "it is a Parquet file, and by its name comma-separated values\n   help: give it a name that ends in .parquet")]
    [InlineData("d.csv", "\"a\"b,c\n", "line 1, column 1: there is more behind the quote that closes a value")]
    [InlineData("e.parquet", "", "there is nothing in it")]
    [InlineData("f.parquet", "a,b\n1,2\n1,2\n1,2\n", "it is no Parquet file, which begins with `PAR1`\n   help: write it as one")]
    [InlineData("g.parquet", "PAR1 and then it was cut off", "the file is cut off: a Parquet file ends with `PAR1`")]
    [InlineData("h.parquet", "PAR1 rubbish PAR1", "the Parquet file cannot be read: ")]
    [InlineData("i.arrow", "", "there is nothing in it")]
    [InlineData("j.arrow", "{ }", "it is neither an Arrow file, which begins with `ARROW1`, nor a stream of Arrow record batches")]
    [InlineData("k.arrow", "ARROW1 and then it was cut off", "the file is cut off: an Arrow file ends with `ARROW1`")]
    [InlineData("l.arrow", "ARROW1\0\0rubbish rubbishARROW1", "the Arrow file is damaged, or compressed, which it must not be: ")]
    [InlineData("m.jsonl", "PAR1PAR1PAR1", "it is a Parquet file, and by its name JSON lines")]
    [InlineData(
        "n.parquet", "ARROW1..ARROW1", "it is an Arrow file, and by its name a Parquet file\n   help: give it a name that ends in .arrow")]
    public void AFileThatIsNotWhatItsNameSaysIsToldWithTheCure(string name, string text, string fault)
    {
        File.WriteAllBytes(_folder.At(name), Encoding.Latin1.GetBytes(text));

        AssertRefused(name, $"{name}: error NR6009: the file cannot be read: {fault}");
    }

    [Fact]
    public void AFileThatEndsEarlyIsToldSoAndLeavesNoTable()
    {
        WrittenTables.Ask($"""
            COPY (SELECT i % 2 = 0 AS mediated FROM range(300000) t(i)) TO '{_folder.At("whole.parquet")}' (FORMAT parquet)
            """);
        var bytes = File.ReadAllBytes(_folder.At("whole.parquet"));
        File.WriteAllBytes(_folder.At("cut.parquet"), [.. bytes[..200], .. bytes[^600..]]);

        AssertRefused("cut.parquet", "cut.parquet: error NR6009: the file cannot be read: the Parquet file cannot be read: ");
    }

    [Fact]
    public void AFolderIsToldToBeOne()
    {
        Directory.CreateDirectory(_folder.At("folder.parquet"));

        AssertRefused(
            "folder.parquet", "folder.parquet: error NR6009: the file cannot be read: it is a folder\n   help: name a file in it");
    }

    [Theory]
    [InlineData(
        "agreement.from,mediated",
        "error NR4010: the vocabulary has no fact `agreement.from`, and there is a column of it\n   help: did you mean `agreement.form`?")]
    [InlineData(
        "parties",
        "error NR4011: `parties` takes a list, and the column holds texts\n   help: a file with commas has no lists and objects")]
    [InlineData("mediated,mediated", "error NR1005: `mediated` has two columns")]
    public void AColumnThatIsNoFactIsToldBeforeAnyRow(string names, string fault)
    {
        _folder.Write("t.csv", $"{names}\n1,1\n");

        AssertRefused("t.csv", $"t.csv: {fault}");
    }

    [Theory]
    [InlineData("there is no column at `/nam`\n help: did you mean `/name`?", "--id", "/nam")]
    [InlineData(
        "there is no column at `/x`\n help: known here are `name`, `agreement.form`, `agreement.years` and `mediated`", "--facts", "/x")]
    [InlineData("what stands at `/name` is no scenario, which is a struct\n help: a file with commas has none", "--facts", "/name")]
    public void APointerToNoColumnIsTold(string fault, params string[] options) =>
        AssertRefused("rows.csv", $"error: rows.csv: {fault}", options);

    [Fact]
    public void WhatHasTheNameOfATableBeforeStaysWhereTheRunFails()
    {
        _folder.Write("o.csv", "what was there\n");
        _folder.Write("t.csv", "agreement.from\n");

        Evaluate("t.csv", "--output", _folder.At("o.csv"));

        Assert.Equal("what was there\n", File.ReadAllText(_folder.At("o.csv")));
    }

    [Fact]
    public void NamesThatComeAgainAreToldWhateverIsWritten()
    {
        foreach (var output in new[] { "o.jsonl", "o.csv", "o.parquet", "o.arrow" })
        {
            Assert.Contains(
                "1 row with the id of a row before, the first of them row 6 with that of row 3\n",
                Evaluate("rows.csv", "--id", "/name", "--output", _folder.At(output)).Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void ATableIsAskedForOnlyWithManyScenarios() =>
        Assert.Contains(
            "--output takes the outcomes of --scenarios into a Parquet file: name those too",
            ToolRun.Of("evaluate", _rules, "--output", _folder.At("o.parquet")).Error, StringComparison.Ordinal);

    [Fact]
    public void WorkflowsHaveNoTables()
    {
        var run = ToolRun.Of("evaluate", ToolRun.Ferry, "--scenarios", _folder.At("rows.csv"));

        Assert.Equal(1, run.Code);
        Assert.Contains("tables have no columns for it\n help: give and ask for JSON lines", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private void AssertRefused(string name, string fault, params string[] options)
    {
        var before = Directory.GetFiles(_folder.Path);

        var run = Evaluate(name, [.. options, "--output", _folder.At("o.parquet")]);

        Assert.StartsWith(fault, run.Error, StringComparison.Ordinal);
        Assert.Equal(1, run.Code);
        Assert.Equal(before, Directory.GetFiles(_folder.Path));
    }

    private ToolRun Evaluate(string name, params string[] options)
    {
        var run = ToolRun.Of(["evaluate", _rules, "--scenarios", _folder.At(name), .. options]);
        return run with { Error = run.Error.Replace(_folder.Path + Path.DirectorySeparatorChar, string.Empty, StringComparison.Ordinal) };
    }
}
