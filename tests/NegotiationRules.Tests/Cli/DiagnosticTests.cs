using NegotiationRules.Cli.Lookup;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Cli;

public sealed class DiagnosticTests
{
    [Fact]
    public void ACodeIsExplainedAsTheDocumentationDoes()
    {
        var run = ToolRun.Of("diagnostic", "nr2001");

        Assert.Equal(0, run.Code);
        Assert.StartsWith("## NR2001 — unknown fact\n\nThe vocabulary has no fact of this path.", run.Out, StringComparison.Ordinal);
        Assert.Contains("**Cure:** write the path as the vocabulary has it.", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("NR2002 —", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("<!--", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutACodeAllAreListed()
    {
        var lines = ToolRun.Of("diagnostic").Out.TrimEnd().Split('\n');

        Assert.Contains("NR2001  unknown fact", lines);
        Assert.Contains("NR6001  no such file or folder", lines);
        Assert.Contains(lines, line => line.StartsWith("NR7000  ", StringComparison.Ordinal));
        Assert.Equal(lines.Order(StringComparer.Ordinal), lines);
    }

    [Fact]
    public void EveryPageHasASummaryAndAnAddressOnItsFile() => Assert.All(DiagnosticPage.All, page =>
    {
        Assert.Matches("^[A-Z`].*[.:)]$", page.Summary);
        Assert.True(File.Exists(Repository.At(page.Address.Split('#')[0])));
        Assert.Matches("^nr[0-9]{4}--[a-z0-9-]+$", page.Address.Split('#')[1]);
    });
}
