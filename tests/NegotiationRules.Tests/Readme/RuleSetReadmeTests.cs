using System.Text.RegularExpressions;
using NegotiationRules.Tests.Support;
using Xunit.Abstractions;

namespace NegotiationRules.Tests.Readme;

/// <summary>The page of each rule set: every command prints what the page says, every path leads somewhere, no scenario is
/// forgotten.</summary>
/// <remarks>After a change of the wording, <c>APPROVE=1 dotnet test --filter RuleSetReadmeTests</c> writes the output anew into the pages
/// and shows what changed.</remarks>
[Collection(Alone.Name)]
public sealed partial class RuleSetReadmeTests(ITestOutputHelper log)
{
    public static TheoryData<string> Folders { get; } = [.. Directory
        .GetFiles(Repository.At("rules"), "README.md", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Repository.Root, Path.GetDirectoryName(path)!).Replace('\\', '/'))
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Folders))]
    public void CommandsPrintWhatThePageSays(string folder)
    {
        var file = $"{folder}/README.md";
        var page = ToolTranscript.RepositoryFile(file);
        var transcripts = ToolTranscript.In(page);
        Assert.True(transcripts.Count >= (folder == "rules" ? 0 : 2), $"{file} shows {transcripts.Count} commands with their output");

        var faults = new List<string>();
        foreach (var transcript in transcripts)
        {
            var output = InRepository(transcript.Run);
            if (transcript.Tells(output))
            {
                continue;
            }

            var renewed = transcript.Renew(output);
            page = page.Replace(transcript.Block, renewed, StringComparison.Ordinal);
            faults.Add($"{file}\n{LineDifference.Between(transcript.Block, renewed)}");
        }

        if (faults.Count > 0 && Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            File.WriteAllText(Repository.At(file), page);
            faults.ForEach(log.WriteLine);
            return;
        }

        Assert.True(
            faults.Count == 0,
            $"- in the page  + printed now\n{string.Join("\n\n", faults)}\nTo put it into the page: APPROVE=1 dotnet test"
        );
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void EveryPathLeadsSomewhere(string folder)
    {
        var page = ToolTranscript.RepositoryFile($"{folder}/README.md");
        var links = Link()
            .Matches(page)
            .Select(match => match.Groups[1].Value)
            .Where(path => !path.Contains("://", StringComparison.Ordinal))
            .Select(path => $"{folder}/{path}");
        var arguments = Command()
            .Matches(page)
            .SelectMany(match => match.Value.Split(' '))
            .Where(word => word.StartsWith("rules/", StringComparison.Ordinal));
        var tabled = FirstCell()
            .Matches(page)
            .SelectMany(row => Code().Matches(row.Value))
            .Select(code => code.Groups[1].Value)
            .Where(name => name.EndsWith(".json", StringComparison.Ordinal) || name.EndsWith('/'))
            .Where(_ => folder != "rules")
            .Select(path => $"{folder}/{path}");

        Assert.DoesNotContain(links.Concat(arguments).Concat(tabled), path => !Path.Exists(Repository.At(path)));
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void EveryScenarioOfTheFolderIsInTheTableAndNoOther(string folder)
    {
        var scenarios = Directory.Exists(Repository.At($"{folder}/scenarios"))
            ? Directory
                .GetFiles(Repository.At($"{folder}/scenarios"), "*.scenario.json")
                .Select(path => Path.GetFileName(path).Replace(".scenario.json", string.Empty, StringComparison.Ordinal))
            : [];
        var page = ToolTranscript.RepositoryFile($"{folder}/README.md");
        var table = Regex.Match(page, @"^\| scenario \|.*\n\|[-|]+\n((\|.*\n?)*)", RegexOptions.Multiline).Groups[1].Value;
        var told = FirstCell().Matches(table).Select(row => Code().Match(row.Value).Groups[1].Value);

        Assert.Equal(scenarios.Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }

    private static T InRepository<T>(Func<T> run)
    {
        var folder = Environment.CurrentDirectory;
        try
        {
            Environment.CurrentDirectory = Repository.Root;
            return run();
        }
        finally
        {
            Environment.CurrentDirectory = folder;
        }
    }

    [GeneratedRegex(@"\]\(([^)#]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"negotiate [a-z]+ [^\n`]+")]
    private static partial Regex Command();

    [GeneratedRegex(@"^\|[^|]*\|", RegexOptions.Multiline)]
    private static partial Regex FirstCell();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
