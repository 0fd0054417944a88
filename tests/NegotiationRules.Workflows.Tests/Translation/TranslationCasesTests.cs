using System.Text.RegularExpressions;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Workflows.Tests.Translation;

/// <summary>Every file of <c>Cases</c>: expressions, a line each, and beside them what a person approved that they become.</summary>
public sealed partial class TranslationCasesTests
{
    private const string Folder = "tests/NegotiationRules.Workflows.Tests/Translation/Cases";
    private const string Messages = "src/NegotiationRules.Workflows/Translation";

    public static TheoryData<string> Cases { get; } = [.. Directory
        .GetFiles(Repository.At(Folder), "*.expressions.txt")
        .Select(path => Path.GetFileName(path)[..^".expressions.txt".Length])
        .Order(StringComparer.Ordinal)];

    public static TheoryData<string> Codes { get; } =
    [
        .. Directory.GetFiles(Repository.At(Messages), "*Diagnostics.cs")
            .SelectMany(path => Code().Matches(File.ReadAllText(path)))
            .Select(match => match.Groups[1].Value)
            .Distinct(),
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public void WhatAnExpressionBecomesIsTheApproved(string name) => Approved.CheckFile(
        string.Join('\n', Expressions($"{Repository.At(Folder)}/{name}.expressions.txt").Select(TranslationCase.Report)),
        Repository.At($"{Folder}/{name}.approved.txt"));

    [Theory]
    [MemberData(nameof(Codes))]
    public void EveryCodeHasACase(string code) =>
        Assert.Contains(
            Directory
                .GetFiles(Repository.At(Folder), "*.approved.txt")
                .Append(Repository.At($"{Folder}/../TranslationScopeTests.cs"))
                .Append(Repository.At("tests/NegotiationRules.Workflows.Tests/cases/diagnosing/dictionaries.approved.txt"))
                .Select(File.ReadAllText),
            text => text.Contains(code, StringComparison.Ordinal)
        );

    [Fact]
    public void MessagesStartSmallOrWithTheUsersWordsAndEndWithoutAFullStop()
    {
        var messages = Directory
            .GetFiles(Repository.At(Folder), "*.approved.txt")
            .SelectMany(File.ReadAllLines)
            .Where(line => Headline().IsMatch(line))
            .ToList();

        Assert.NotEmpty(messages);
        Assert.All(messages, line => Assert.Matches(@"`: [`a-z].*[^.]$", line));
    }

    public static IEnumerable<string> Expressions(string path) =>
        File.ReadLines(path).Where(line => line.Length > 0 && !line.StartsWith('#'));

    [GeneratedRegex("\"(NR\\d{4})\"")]
    private static partial Regex Code();

    [GeneratedRegex(@"NR72\d\d at ")]
    private static partial Regex Headline();
}
