using System.Text.RegularExpressions;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Workflows.Tests.Inputs;

/// <summary>Every file of <c>Cases</c>, each with what a person approved; and that there is one for every mistake.</summary>
public sealed partial class InferenceCasesTests
{
    private const string Folder = "tests/NegotiationRules.Workflows.Tests/Inputs/Cases";

    public static TheoryData<string> Cases { get; } = [.. Directory
        .GetFiles(Repository.At(Folder), "*.inference.json")
        .Select(path => Path.GetFileName(path)[..^".inference.json".Length])
        .Order(StringComparer.Ordinal)];

    public static TheoryData<string> Codes { get; } = [.. Code()
        .Matches(File.ReadAllText(Repository.At("src/NegotiationRules.Workflows/Inputs/InputDiagnostics.cs")))
        .Select(match => match.Groups[1].Value)
        .Distinct()];

    [Theory]
    [MemberData(nameof(Cases))]
    public void WhatIsInferredIsTheApproved(string name) => Approved.CheckFile(
        InferenceCase.Report($"{name}.inference.json", File.ReadAllText(Repository.At($"{Folder}/{name}.inference.json"))),
        Repository.At($"{Folder}/{name}.approved.txt"));

    [Theory]
    [MemberData(nameof(Codes))]
    public void EveryCodeHasACase(string code)
    {
        // A clock is asked for by the translation, not by a case.
        var reports = Directory
            .GetFiles(Repository.At(Folder), "*.approved.txt")
            .Append(Repository.At($"{Folder}/../InputVocabularyTests.cs"))
            .Append(Repository.At("tests/NegotiationRules.Workflows.Tests/UnreadInputsTests.cs"))
            .Select(File.ReadAllText);

        Assert.Contains(reports, report => report.Contains($" {code}: ", StringComparison.Ordinal));
    }

    [Fact]
    public void MessagesStartSmallOrWithTheUsersWordsAndEndWithoutAFullStop()
    {
        var headlines = Directory
            .GetFiles(Repository.At(Folder), "*.approved.txt")
            .SelectMany(File.ReadAllLines)
            .Where(line => Headline().IsMatch(line))
            .ToList();

        Assert.NotEmpty(headlines);
        Assert.All(headlines, line => Assert.Matches(@" NR7[23]\d\d: [`a-z].*[^.]$", line));
    }

    [GeneratedRegex("\"(NR\\d{4})\"")]
    private static partial Regex Code();

    [GeneratedRegex(@"(error|warning) NR\d{4}: ")]
    private static partial Regex Headline();
}
