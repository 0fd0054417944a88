using System.Text.RegularExpressions;
using NegotiationRules.Tests.Support;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Reading;

namespace NegotiationRules.Workflows.Tests.Reading;

/// <summary>Every file of <c>cases/reading</c>, each with the whole report that a person approved; and that there is one for every
/// mistake.</summary>
public sealed partial class ReadingCasesTests
{
    private const string Folder = "tests/NegotiationRules.Workflows.Tests/cases/reading";

    private static readonly string[] AllCodes = [.. Directory
        .GetFiles(Repository.At("src/NegotiationRules.Workflows/Reading"), "WorkflowDiagnostics*.cs")
        .SelectMany(path => Code().Matches(File.ReadAllText(path)))
        .Select(match => match.Groups[1].Value)
        .Distinct()
        .Order(StringComparer.Ordinal)];

    public static TheoryData<string> Cases { get; } = [.. Directory
        .GetFiles(Repository.At(Folder), "*.workflow.json")
        .Select(path => Path.GetFileName(path)[..^".workflow.json".Length])
        .Order(StringComparer.Ordinal)];

    public static TheoryData<string> Codes { get; } = [.. AllCodes];

    [Theory]
    [MemberData(nameof(Cases))]
    public void TheReportIsTheApprovedOne(string name)
    {
        var path = Repository.At($"{Folder}/{name}.workflow.json");
        var bag = new DiagnosticBag();
        WorkflowFileReader.Read(
            new SourceText($"{name}.workflow.json", File.ReadAllText(path)),
            ReadingLimits.Default, StringComparer.OrdinalIgnoreCase, bag
        );

        Assert.NotEqual(0, bag.Count);
        Approved.CheckFile(string.Join("\n\n", bag.ToSorted()), Repository.At($"{Folder}/{name}.approved.txt"));
    }

    [Theory]
    [InlineData("no-such-file.workflow.json")]
    [InlineData("folder")]
    public void AFileThatCannotBeReadIsReported(string name)
    {
        Assert.False(
            WorkflowFile.TryLoad(
                name == "folder" ? Repository.At(Folder) : Repository.At($"{Folder}/{name}"),
                null, out _, out var diagnostics
            )
        );
        Approved.CheckFile(
            string.Join("\n\n", diagnostics).Replace(Repository.At(Folder), ".", StringComparison.Ordinal),
            Repository.At($"{Folder}/cannot-be-read-{name.Split('.')[0]}.approved.txt"));
    }

    [Fact]
    public void AFileThatIsNotUtf8IsReported()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, [0x7B, 0xE9, 0x7D]);

            Assert.False(WorkflowFile.TryLoad(path, null, out _, out var diagnostics));
            Assert.Equal(("NR7000", "save it as UTF-8"), (Assert.Single(diagnostics).Code, diagnostics[0].Help));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void EveryCodeHasACase(string code) =>
        Assert.Contains(
            Directory
                .GetFiles(Repository.At("tests/NegotiationRules.Workflows.Tests/cases"), "*.approved.txt", SearchOption.AllDirectories)
                .Select(File.ReadAllText),
            report => report.Contains($" {code}: ", StringComparison.Ordinal)
        );

    [Fact]
    public void CodesBelongToTheStageThatReportsThem() => Assert.All(AllCodes, code => Assert.Matches("^NR70", code));

    [Fact]
    public void MessagesStartSmallOrWithTheUsersWordsAndEndWithoutAFullStop() => Assert.All(
        Directory.GetFiles(Repository.At(Folder), "*.approved.txt").SelectMany(File.ReadAllLines).Where(line => Headline().IsMatch(line)),
        line =>
        {
            var message = Headline().Match(line).Groups[1].Value;
            Assert.True(message[0] == '`' || char.IsLower(message[0]), message);
            Assert.False(message.EndsWith('.'), message);
        });

    [GeneratedRegex("\"(NR\\d{4})\"")]
    private static partial Regex Code();

    [GeneratedRegex(@": (?:error|warning) NR\d{4}: (.+)$")]
    private static partial Regex Headline();
}
