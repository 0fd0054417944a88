using System.Text;
using System.Text.Json.Nodes;
using NegotiationRules.Cli;
using NegotiationRules.Cli.Output;
using NegotiationRules.Cli.Serving;
using NegotiationRules.Tests.Cli;

namespace NegotiationRules.Page.Tests;

/// <summary>What <c>negotiate serve</c> does not open is said, on the terminal and on the page.</summary>
public sealed class LeftOutTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ServedFolder _served;

    public LeftOutTests()
    {
        _served = new ServedFolder(_folder.Path);
        _folder.Write("talks.rules.json", "{}");
    }

    [Fact]
    public void NothingIsLeftOutOfAFolderOfFewFiles()
    {
        _folder.Write(".hidden/talks.rules.json", "{}");
        _folder.Write("notes.txt", "nobody's business");
        Assert.Empty(Told());
    }

    [Fact]
    public void AFileThatIsTooLongIsNamed()
    {
        WriteLong("cases/all.jsonl");
        Assert.Equal(["cases/all.jsonl: longer than 8 MB, the most that the page opens of one file"], Told());
        Assert.Equal(["talks.rules.json"], _served.Look().Files.Keys);
    }

    [Fact]
    public void OfMoreFilesThanThePageOpensItIsSaidWhichAreNotThere()
    {
        for (var i = 0; i < 2003; i++)
        {
            _folder.Write($"s{i:0000}.scenario.json", "{}");
        }

        var why = "the page opens 2000 files, the first by their paths; serve a folder in this one to open others";
        Assert.Equal([$"s2000.scenario.json, s2001.scenario.json, s2002.scenario.json and 1 more: {why}"], Told());
        Assert.Equal(2000, _served.Look().Files.Count);
    }

    [Fact]
    public void WhatIsNotTextIsLeftOutInsteadOfSpoiledWhenItIsSaved()
    {
        File.WriteAllBytes(_folder.At("a.scenario.json"), Encoding.Latin1.GetBytes("{ \"é\": 1 }"));
        File.WriteAllBytes(_folder.At("b.scenario.json"), Encoding.Unicode.GetBytes("{ }"));
        Assert.Equal(["a.scenario.json and b.scenario.json: it is not UTF-8 text"], Told());

        _folder.Write("a.scenario.json", "{ \"é\": 10 }");
        _folder.Write("b.scenario.json", "{ \"b\": 10 }");
        Assert.Empty(Told());
    }

    [Fact]
    public void LinksAreNamedAndNotFollowed()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var other = new TemporaryFolder();
        Directory.CreateSymbolicLink(_folder.At("out"), other.Path);
        File.CreateSymbolicLink(_folder.At("same.rules.json"), _folder.At("talks.rules.json"));
        File.CreateSymbolicLink(_folder.At("notes.txt"), other.Write("notes.txt", "1"));
        Assert.Equal(
            ["out/ and same.rules.json: links are not followed, so that nothing outside of the folder is opened or saved"], Told());
    }

    [Fact]
    public void ThePageIsToldWithTheFolderAndWheneverItChanges()
    {
        WriteLong("all.jsonl");
        var told = "all.jsonl: longer than 8 MB, the most that the page opens of one file";
        Assert.Equal([told], LeftOutIn(FolderJson.Of(_served)));

        var changes = new FolderChanges(_served);
        File.Delete(_folder.At("all.jsonl"));
        Assert.Empty(LeftOutIn(Assert.Single(changes.Next())));
        Assert.Empty(changes.Next());

        WriteLong("all.jsonl");
        Assert.Equal([told], LeftOutIn(Assert.Single(changes.Next())));
    }

    [Fact]
    public async Task TheTerminalSaysItAtTheStart()
    {
        WriteLong("all.jsonl");
        using var page = new TemporaryFolder();
        page.Write("index.html", "<title>page</title>");
        using var stop = new CancellationTokenSource();
        using var output = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal { Input = Stream.Null, Output = Stream.Null, Out = output, Error = output, Stop = stop.Token };
        await stop.CancelAsync();

        Assert.Equal(0, NegotiateTool.Run(["serve", _folder.Path, "--page", page.Path], terminal));
        Assert.Equal(
            ["Left out are:", "  all.jsonl: longer than 8 MB, the most that the page opens of one file"],
            output.ToString().Split('\n')[1..3]);
    }

    public void Dispose() => _folder.Dispose();

    private IReadOnlyList<string> Told() => LeftOutFile.Tell(_served.Look().LeftOut);

    private static IEnumerable<string> LeftOutIn(byte[] json) =>
        JsonNode.Parse(json)!["leftOut"]!.AsArray().Select(line => (string)line!);

    private void WriteLong(string path)
    {
        using var file = File.Create(_folder.Write(path, string.Empty));
        file.SetLength(8_000_001);
    }
}
