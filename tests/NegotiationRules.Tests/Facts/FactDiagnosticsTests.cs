using System.Text.RegularExpressions;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Facts;

/// <summary>Every diagnostic about vocabularies and scenarios is shown in an approved report, and reads as all others do.</summary>
public partial class FactDiagnosticsTests
{
    private static readonly string[] Reports = [.. new[] { "Vocabulary", "Scenarios" }
        .SelectMany(folder => Directory.GetFiles(Repository.At($"tests/NegotiationRules.Tests/Cases/{folder}"), "*.approved.txt"))
        .Select(File.ReadAllText)];

    private static readonly string[] AllCodes =
    [
        .. new[] { "Vocabulary", "Scenario" }
            .SelectMany(kind =>
                Code()
                    .Matches(File.ReadAllText(Repository.At($"src/NegotiationRules/Facts/{kind}Diagnostics.cs")))
                    .Select(m => m.Groups[1].Value)
            )
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    public static TheoryData<string> Codes { get; } = [.. AllCodes];

    [Theory]
    [MemberData(nameof(Codes))]
    public void EveryCodeIsInAnApprovedReport(string code) =>
        Assert.Contains(Reports, report => report.Contains($" {code}: ", StringComparison.Ordinal));

    [Fact]
    public void EveryCodeIsOfItsRange() =>
        Assert.All(AllCodes, code => Assert.Matches("^NR(12[0-9]{2}|40[0-9]{2})$", code));

    [Fact]
    public void EveryMessageBeginsSmallAndEndsWithoutAFullStop() =>
        Assert.All(
            Reports.SelectMany(report => Headline().Matches(report)).Select(m => m.Groups[1].Value),
            message => Assert.Matches("^[^A-Z].*[^.]$", message));

    [GeneratedRegex("\"(NR[0-9]{4})\"")]
    private static partial Regex Code();

    [GeneratedRegex("(?:error|warning) NR[0-9]{4}: (.+)")]
    private static partial Regex Headline();
}
