using System.Text.RegularExpressions;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Workflows.Tests.Writing;

/// <summary>Whole workflow files and whole lists of losses that a person approved.</summary>
public sealed partial class WrittenCasesTests
{
    private const string Folder = "tests/NegotiationRules.Workflows.Tests/Writing/Cases";

    private static readonly string[] AllCodes =
    [
        .. Code()
            .Matches(File.ReadAllText(Repository.At("src/NegotiationRules.Workflows/Writing/WritingDiagnostics.cs")))
            .Select(m => m.Groups[1].Value)
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    public static TheoryData<string> Shipped { get; } = ["council-of-the-eu", "delegations", "security-council", "security-guarantees"];

    public static TheoryData<string> Losses { get; } = [.. Directory
        .GetFiles(Repository.At(Folder), "*.rules.json")
        .Select(path => Path.GetFileName(path)[..^".rules.json".Length])
        .Order(StringComparer.Ordinal)];

    public static TheoryData<string> Codes { get; } = [.. AllCodes];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void TheWorkflowIsTheApprovedOne(string name) =>
        Approved.CheckFile(
            WorkflowWriter.Write(RuleSet.Load(Repository.At($"rules/{name}"))).Json,
            Repository.At($"{Folder}/{name}.workflow.approved.txt")
        );

    [Theory]
    [MemberData(nameof(Losses))]
    public void TheLossesAreTheApprovedOnes(string name)
    {
        var rules = RuleSet.Parse(
            File.ReadAllText(Repository.At($"{Folder}/{name}.rules.json")),
            new RuleSetOptions { Vocabulary = Written.Vocabulary }
        );
        Approved.CheckFile(string.Join("\n\n", WorkflowWriter.Write(rules).Losses), Repository.At($"{Folder}/{name}.losses.approved.txt"));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void EveryCodeHasACase(string code) =>
        Assert.Contains(
            Directory.GetFiles(Repository.At(Folder), "*.losses.approved.txt").Select(File.ReadAllText),
            report => report.Contains($" {code}: ", StringComparison.Ordinal)
        );

    [Fact]
    public void CodesBelongToTheStageThatReportsThem() => Assert.All(AllCodes, code => Assert.Matches("^NR73", code));

    [Fact]
    public void MessagesStartSmallOrWithTheUsersWordsAndEndWithoutAFullStop() =>
        Assert.All(
            Directory
                .GetFiles(Repository.At(Folder), "*.losses.approved.txt")
                .SelectMany(File.ReadAllLines)
                .Select(line => Headline().Match(line))
                .Where(m => m.Success),
            headline =>
            {
                var message = headline.Groups[1].Value;
                Assert.True(message[0] == '`' || char.IsLower(message[0]), message);
                Assert.False(message.EndsWith('.'), message);
            }
        );

    [GeneratedRegex("\"(NR\\d{4})\"")]
    private static partial Regex Code();

    [GeneratedRegex(@"(?:error|warning) NR\d{4}: (.+)$")]
    private static partial Regex Headline();
}
