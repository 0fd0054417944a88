using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Cli;

public sealed class FormatTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void FilesAreLaidOutAlikeAndThenStayAsTheyAre()
    {
        var path = _folder.Write("a.scenario.json", "{\"talks\":{\"mediated\":true}}");

        Assert.Equal(new ToolRun(0, $"{path}\n1 file, 1 laid out anew\n", string.Empty), ToolRun.Of("format", path));
        Assert.Equal("{ \"talks\": { \"mediated\": true } }\n", File.ReadAllText(path));
        Assert.Equal(new ToolRun(0, "1 file, all laid out alike\n", string.Empty), ToolRun.Of("format", path));
    }

    // Those in `broken` have faults that approved reports point at.
    [Fact]
    public void WhatShipsIsLaidOutAsTheToolLaysItOut()
    {
        var run = ToolRun.Of(
            "format", Repository.At("rules"), Repository.At("src/NegotiationRules.Samples"), "--exclude", "broken", "--check");

        Assert.True(run.Code == 0, run.Out + run.Error);
    }

    [Fact]
    public void ACheckNamesWhatWouldChangeAndChangesNothing()
    {
        var path = _folder.Write("a.scenario.json", "{}");

        Assert.Equal(
            new ToolRun(1, $"{path}\n1 file, 1 would be laid out otherwise\n", string.Empty),
            ToolRun.Of("format", _folder.Path, "--check"));
        Assert.Equal("{}", File.ReadAllText(path));
    }

    [Fact]
    public void WhatIsNoJsonIsToldAndLeftAsItIs()
    {
        var path = _folder.Write("a.scenario.json", "{ \"talks\": }\n");
        var other = _folder.Write("b.scenario.json", "{ }");

        var run = ToolRun.Of("format", _folder.Path);

        Assert.Equal(1, run.Code);
        Assert.Contains("a.scenario.json:1:3", run.Error, StringComparison.Ordinal);
        Assert.Equal("{ \"talks\": }\n", File.ReadAllText(path));
        Assert.Equal("{}\n", File.ReadAllText(other));
    }

    [Fact]
    public void StandardInputGoesToStandardOutput() =>
        Assert.Equal(new ToolRun(0, "{ \"a\": 1 }\n", string.Empty), ToolRun.With("{\"a\":1}", "format", "-"));

    [Fact]
    public void StandardInputStandsAlone() => Assert.Equal(2, ToolRun.Of("format", "-", "rules").Code);

    public void Dispose() => _folder.Dispose();
}
