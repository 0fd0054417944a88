using System.Diagnostics;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Workflows.Tests.Reading;

/// <summary>Params that use params: nobody's memory is filled by a short file.</summary>
public sealed class ParamGrowthTests
{
    [Fact]
    public void AParamThatGrowsBeyondMeasureIsReportedOnce()
    {
        var text = Workflow(Doubled(60), ["p59 > 1", "p59 > 2", "p3 > 1"]);

        Assert.False(WorkflowFile.TryParse(text, null, out _, out var diagnostics));
        Assert.Single(diagnostics);
    }

    [Fact]
    public void ManyUsesOfALargeParamAreReportedBeforeTheyFillTheMemory()
    {
        var text = Workflow(Doubled(12), [.. Enumerable.Range(0, 5_000).Select(i => $"p11 > {i}")]);
        var watch = Stopwatch.StartNew();

        Assert.False(WorkflowFile.TryParse(text, null, out _, out var diagnostics));
        Approved.CheckFile(
            string.Join("\n\n", diagnostics),
            Repository.At("tests/NegotiationRules.Workflows.Tests/cases/reading/params-that-grow.approved.txt")
        );
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
    }

    [Fact]
    public void ManyUsesOfASmallParamAreNone()
    {
        var text = Workflow(Doubled(3), [.. Enumerable.Range(0, 2_000).Select(i => $"p2 > {i}")]);

        Assert.True(WorkflowFile.TryParse(text, null, out var file, out _));
        Assert.Equal(2_000, file.Workflows[0].RuleSet.Rules.Count);
    }

    [Fact]
    public void AParamThatCannotBeReadIsReportedOnceHoweverOftenItIsUsed()
    {
        var text = Workflow(
            """{ "Name": "p", "Expression": "a.n + " }, { "Name": "q", "Expression": "p + 1" }""",
            ["p > 1", "q > 1", "a.n > 1"]
        );

        Assert.False(WorkflowFile.TryParse(text, null, out _, out var diagnostics));
        Assert.Single(diagnostics);
    }

    private static string Doubled(int count) =>
        string.Join(
            ", ",
            Enumerable
                .Range(0, count)
                .Select(i => $$"""{ "Name": "p{{i}}", "Expression": "{{(i == 0 ? "a.n" : $"p{i - 1} + p{i - 1}")}}" }""")
        );

    private static string Workflow(string parameters, IReadOnlyList<string> expressions) =>
        $$"""
            { "WorkflowName": "w", "GlobalParams": [ {{parameters}} ], "Rules": [ {{string.Join(
                ", ",
                expressions.Select((e, i) => $$"""{ "RuleName": "r{{i}}", "Expression": "{{e}}" }""")
            )}} ] }
            """;
}
