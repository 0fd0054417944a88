using System.Text.Json.Nodes;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Cli;

public sealed class ExplainTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void TheExplanationIsThatOfTheLibrary()
    {
        var verdict = RuleSet
            .Load(ToolRun.Harbour)
            .Evaluate(Scenario.Load(Path.Combine(ToolRun.Harbour, "scenarios", "handshake.scenario.json")));
        var all = new ExplanationOptions { ShowAll = true, Language = "en" };

        Assert.Equal(verdict.ExplainWithRemedies().ToText(), Explain());
        Assert.Equal(verdict.ExplainWithRemedies(all).ToText(), Explain("--all", "--language", "en"));
        Assert.Equal(verdict.For("S").ExplainWithRemedies().ToText(), Explain("--holder", "S"));
        Assert.Equal(verdict.ExplainWithRemedies().ToMarkdown().TrimEnd(), Explain("--format", "markdown").TrimEnd());
        Assert.Equal(verdict.ExplainWithRemedies().ToHtml().TrimEnd(), Explain("--format", "html").TrimEnd());
        Assert.Equal(verdict.ExplainWithRemedies().ToMermaid().TrimEnd(), Explain("--format", "mermaid").TrimEnd());
        Assert.Equal(
            JsonNode.Parse(verdict.ExplainWithRemedies().ToJson())!.ToJsonString(),
            JsonNode.Parse(Explain("--format", "json"))!.ToJsonString()
        );
        Assert.Equal(verdict.Explain().ToText(), Explain("--no-remedy"));
        Assert.Contains("it would be enough that ", Explain(), StringComparison.Ordinal);
    }

    [Fact]
    public void ThereAreColoursOnlyOnAScreenThatShowsThem()
    {
        Assert.Contains('\e', new Screen { IsTerminal = true, Colour = true }.Run("explain", ToolRun.Harbour, "handshake").Out);
        Assert.DoesNotContain('\e', new Screen { IsTerminal = true }.Run("explain", ToolRun.Harbour, "handshake").Out);
        Assert.DoesNotContain('\e', new Screen { Colour = true }.Run("explain", ToolRun.Harbour, "handshake").Out);
    }

    [Fact]
    public void TheExplanationCanGoIntoAFile()
    {
        var run = new Screen { IsTerminal = true, Colour = true }.Run(
            "explain", ToolRun.Harbour, "handshake", "--output", _folder.At("why.txt")
        );

        Assert.Equal(new ToolRun(0, string.Empty, string.Empty), run);
        Assert.Equal(Explain(), File.ReadAllText(_folder.At("why.txt")));
    }

    [Fact]
    public void AFileThatCannotBeWrittenIsADiagnostic()
    {
        var run = ToolRun.Of("explain", ToolRun.Harbour, "handshake", "--output", _folder.At("no/such/folder.txt"));

        Assert.Equal(1, run.Code);
        Assert.Contains("error NR6008: the file cannot be written: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void AScenarioWithErrorsIsADiagnostic()
    {
        var run = ToolRun.Of("explain", ToolRun.Harbour, _folder.Write("odd.scenario.json", """{ "treaty": { "form": "spoken" } }"""));

        Assert.Equal(1, run.Code);
        Assert.Empty(run.Out);
        Assert.Contains("odd.scenario.json:1:23: error NR4", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void DescribePrintsTheDescriptionOfTheRules() =>
        Assert.Equal(new ToolRun(0, RuleSet.Load(ToolRun.Harbour).Describe(), string.Empty), ToolRun.Of("describe", ToolRun.Harbour));

    public void Dispose() => _folder.Dispose();

    private static string Explain(params string[] args)
    {
        var run = ToolRun.Of(["explain", ToolRun.Harbour, "handshake", .. args]);
        Assert.Equal(0, run.Code);
        return run.Out;
    }
}
