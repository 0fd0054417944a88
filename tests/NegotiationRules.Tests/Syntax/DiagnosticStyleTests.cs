using System.Text.RegularExpressions;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Syntax;

/// <summary>What all approved reports have in common, and that there is one for every mistake.</summary>
public partial class DiagnosticStyleTests
{
    private const string Cases = "tests/NegotiationRules.Tests/Cases/Diagnostics";

    private static readonly string[] Reports = [.. Directory
        .GetFiles(Repository.At(Cases), "*.approved.txt")
        .SelectMany(path => File.ReadAllText(path).TrimEnd('\n').Split("\n\n"))];

    private static readonly string[] AllCodes = [.. Directory
        .GetFiles(Repository.At("src/NegotiationRules/Syntax"), "*Diagnostics.cs")
        .Where(path => Path.GetFileName(path) != "LoadingDiagnostics.cs")
        .Append(Repository.At("src/NegotiationRules/Text/ReadingDiagnostics.cs"))
        .SelectMany(path => Code().Matches(File.ReadAllText(path)))
        .Select(match => match.Groups[1].Value)
        .Distinct()
        .Order(StringComparer.Ordinal)];

    public static TheoryData<string> Codes { get; } = [.. AllCodes];

    [Theory]
    [MemberData(nameof(Codes))]
    public void EveryCodeHasACase(string code) =>
        Assert.Contains(Reports, report => report.Contains($" {code}: ", StringComparison.Ordinal));

    [Fact]
    public void CodesBelongToTheStageThatReportsThem() =>
        Assert.All(AllCodes, code => Assert.Matches("^NR(10[0-9]{2}|12(3[4-9]|[4-9][0-9]))$", code));

    [Fact]
    public void EveryReportHasAPlaceALineACaretAndAHelp() => Assert.All(Reports, report => Assert.Matches(Whole(), report));

    [Fact]
    public void MessagesStartSmallOrWithTheUsersWordsAndEndWithoutAFullStop() => Assert.All(Messages(), message =>
    {
        Assert.True(message[0] == '`' || char.IsLower(message[0]), message);
        Assert.False(message.EndsWith('.'), message);
    });

    [Fact]
    public void HelpsEndWithoutAFullStop() => Assert.All(Reports, report => Assert.False(report.EndsWith('.'), report));

    [Fact]
    public void NoWordOfTheImplementationIsSpoken() =>
        Assert.All(Reports, report => Assert.DoesNotMatch(Implementation(), WithoutSource(report)));

    private static IEnumerable<string> Messages() => Reports.Select(report => report.Split('\n')[0].Split(": ", 3)[2]);

    // The lines of the user's own file may hold any word, and so may what is to be written there: "string" in quotation marks is a word of
    // JSON Schema.
    private static string WithoutSource(string report) =>
        Written().Replace(string.Join('\n', report.Split('\n').Where(line => !line.Contains(" | ", StringComparison.Ordinal))), "…");

    [GeneratedRegex("\"[a-z-]+\"")]
    private static partial Regex Written();

    [GeneratedRegex("\"(NR\\d{4})\"")]
    private static partial Regex Code();

    [GeneratedRegex(@"^[a-z\-]+\.rules\.json:\d+:\d+: (error|warning) NR\d{4}: [^\n]+\n +\d+ \| [^\n]*\n +\| *\^~*\n +help: [^\n]+$")]
    private static partial Regex Whole();

    [GeneratedRegex(
        @"Syntax\b|Json(?!Logic)[A-Z]|System\.|NegotiationRules"
            + @"|\bString\b|\bInt32\b|\bBoolean\b|Exception|\bnull reference|\barray\b|\bstring\b|\bproperty\b|\binteger\b"
    )]
    private static partial Regex Implementation();
}
