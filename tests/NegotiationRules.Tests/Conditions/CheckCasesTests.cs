using System.Text.RegularExpressions;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Conditions;

/// <summary>Every file of <c>Cases/Check</c>, each with the whole report that a person approved; and that there is one for every
/// mistake.</summary>
public partial class CheckCasesTests
{
    private const string Folder = "tests/NegotiationRules.Tests/Cases/Check";

    private static readonly string[] AllCodes = [.. Directory
        .GetFiles(Repository.At("src/NegotiationRules/Checking"), "*Diagnostics*.cs")
        .Append(Repository.At("src/NegotiationRules/Syntax/LoadingDiagnostics.cs"))
        .SelectMany(path => Code().Matches(File.ReadAllText(path)))
        .Select(match => match.Groups[1].Value)
        .Distinct()
        .Order(StringComparer.Ordinal)];

    public static TheoryData<string> Cases { get; } = [.. Directory
        .GetFiles(Repository.At(Folder), "*.rules.json")
        .Select(path => Path.GetFileName(path)[..^".rules.json".Length])
        .Where(name => !name.EndsWith(".cured", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)];

    public static TheoryData<string> Codes { get; } = [.. AllCodes];

    [Theory]
    [MemberData(nameof(Cases))]
    public void TheReportIsTheApprovedOne(string name) => Approve($"{name}.rules.json", name);

    [Theory]
    [InlineData("no-rules")]
    [InlineData("two-rule-files")]
    [InlineData("no-such-folder")]
    public void AFolderWithoutOneRuleFileIsReported(string name) => Approve($"included/{name}", name);

    [Fact]
    public void RulesThatAreInNoFileCannotIncludeOthers()
    {
        Assert.False(
            RuleSet.TryParse(
                """{ "name": "text", "include": ["other.rules.json"], "stages": ["talks"] }""",
                null, out _, out var diagnostics
            )
        );
        Approved.CheckFile(string.Join("\n\n", diagnostics), Repository.At($"{Folder}/in-no-file.approved.txt"));
    }

    [Fact]
    public void AVocabularyThatIsNotUtf8IsReportedWhereItIsNamed()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var rules = Path.Combine(folder.FullName, "a.rules.json");
            File.WriteAllText(rules, """{ "name": "a", "vocabulary": "a.vocabulary.json", "stages": ["talks"] }""");
            File.WriteAllBytes(Path.Combine(folder.FullName, "a.vocabulary.json"), [0xE9]);

            Assert.False(RuleSet.TryLoad(rules, null, out _, out var diagnostics));
            var only = Assert.Single(diagnostics);
            Assert.Equal(("NR1201", rules, 1, 30), (only.Code, only.Place.File, only.Place.Line, only.Place.Column));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("parameter-that-does-not-exist", "leastTerm", 12)]
    [InlineData("parameter-that-is-no-number", "leastTermYears", "twelve")]
    public void AValueGivenForAParameterIsReportedLikeOneThatIsWritten(string name, string parameter, object value) =>
        ApproveWith(name, new Dictionary<string, object?> { [parameter] = value });

    [Fact]
    public void AListOfDifferentValuesGivenForAParameterIsReported() =>
        ApproveWith("mixed-list-given", new Dictionary<string, object?> { ["annex"] = new object[] { "A", 3 } });

    [Theory]
    [MemberData(nameof(Codes))]
    public void EveryCodeHasACase(string code) => Assert.Contains(
        Directory.GetFiles(Repository.At(Folder), "*.approved.txt").Select(File.ReadAllText),
        report => report.Contains($" {code}: ", StringComparison.Ordinal));

    [Fact]
    public void CodesBelongToTheStageThatReportsThem() => Assert.All(AllCodes, code => Assert.Matches("^NR(20|110)", code));

    [Fact]
    public void MessagesStartSmallOrWithTheUsersWordsAndEndWithoutAFullStop() => Assert.All(
        Directory.GetFiles(Repository.At(Folder), "*.approved.txt").SelectMany(File.ReadAllLines).Where(line => Headline().IsMatch(line)),
        line =>
        {
            var message = Headline().Match(line).Groups[1].Value;
            Assert.True(message[0] == '`' || char.IsLower(message[0]), message);
            Assert.False(message.EndsWith('.'), message);
        });

    private static void ApproveWith(string name, Dictionary<string, object?> parameters)
    {
        var path = Repository.At($"{Folder}/included/parameters.rules.json");
        Assert.False(
            RuleSet.TryLoad(path, new RuleSetOptions { Root = Repository.At(Folder), Parameters = parameters }, out _, out var diagnostics)
        );
        var report = string.Join("\n\n", diagnostics)
            .Replace(Repository.At(Folder) + Path.DirectorySeparatorChar, string.Empty, StringComparison.Ordinal);
        Approved.CheckFile(report, Repository.At($"{Folder}/{name}.approved.txt"));
    }

    private static void Approve(string path, string name)
    {
        Assert.False(
            RuleSet.TryLoad(Repository.At($"{Folder}/{path}"), null, out var rules, out var diagnostics) && rules.Warnings.Count == 0
        );

        // What is named by its path is named by it from here on every machine.
        var report = string.Join("\n\n", diagnostics)
            .Replace(Repository.At(Folder) + Path.DirectorySeparatorChar, string.Empty, StringComparison.Ordinal);
        Approved.CheckFile(
            report.Replace(Repository.At(Folder), ".", StringComparison.Ordinal),
            Repository.At($"{Folder}/{name}.approved.txt")
        );
    }

    [GeneratedRegex("\"(NR\\d{4})\"")]
    private static partial Regex Code();

    [GeneratedRegex(@": (?:error|warning) NR\d{4}: (.+)$")]
    private static partial Regex Headline();
}
