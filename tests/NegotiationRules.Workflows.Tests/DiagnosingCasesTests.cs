using NegotiationRules.Tests.Support;

namespace NegotiationRules.Workflows.Tests;

/// <summary>Whole workflow files with mistakes, some beside a vocabulary: all that is reported of each, and nothing twice.</summary>
public sealed class DiagnosingCasesTests
{
    private const string Folder = "tests/NegotiationRules.Workflows.Tests/cases/diagnosing";

    public static TheoryData<string> Cases { get; } = [.. Directory
        .GetFiles(Repository.At(Folder), "*.workflow.json")
        .Select(path => Path.GetFileName(path)[..^".workflow.json".Length])
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void TheReportIsTheApprovedOne(string name)
    {
        Assert.False(WorkflowFile.TryLoad(Repository.At($"{Folder}/{name}.workflow.json"), OptionsOf(name), out _, out var diagnostics));

        Approved.CheckFile(
            string.Join("\n\n", diagnostics).Replace(Repository.At(Folder) + "/", string.Empty, StringComparison.Ordinal),
            Repository.At($"{Folder}/{name}.approved.txt"));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void NoPlaceIsReportedTwice(string name)
    {
        WorkflowFile.TryLoad(Repository.At($"{Folder}/{name}.workflow.json"), OptionsOf(name), out _, out var diagnostics);

        Assert.Equal(diagnostics.Count, diagnostics.Select(d => d.Place).Distinct().Count());
    }

    private static WorkflowOptions OptionsOf(string name)
    {
        var path = Repository.At($"{Folder}/{name}.vocabulary.json");
        return File.Exists(path)
            ? WorkflowOptions.Default with
            {
                Vocabulary = Vocabulary.Parse(File.ReadAllText(path), $"{name}.vocabulary.json"),
            }
            : WorkflowOptions.Default;
    }
}
