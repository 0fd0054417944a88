using System.Globalization;
using System.Text.RegularExpressions;
using NegotiationRules.Cli.Output;
using NegotiationRules.Tests.Support;
using Xunit.Sdk;

namespace NegotiationRules.Tests.Architecture;

/// <summary>
/// <c>rules/DIAGNOSTICS.md</c> explains every code, <c>rules/WORKFLOW-DIAGNOSTICS.md</c> those of workflow files (7xxx), and every example
/// on them is what really happens.
/// </summary>
public sealed partial class DiagnosticsPageTests
{
    private const int FewestWords = 8;

    // What these need is too long for a page, or is no file at all: limits of size, objects built by a program, a full disk, counts of a
    // sweep.
    private static readonly string[] InWordsOnly =
    [
        "NR1010", "NR1011", "NR1012", "NR1013", "NR1104", "NR1232", "NR1233",
        "NR2015", "NR2018", "NR2078",
        "NR4001", "NR4004", "NR4005", "NR4006", "NR4030", "NR4031", "NR4032", "NR4033",
        "NR6008", "NR6009", "NR6011", "NR6019", "NR6040", "NR6041",
        "NR6050", "NR6051", "NR6052", "NR6053", "NR6054", "NR6055", "NR6056", "NR6099",

        // Likewise, and enumerations and what no fact can hold, which come from .NET types alone.
        "NR7033", "NR7101", "NR7102", "NR7207", "NR7208", "NR7246", "NR7270",
    ];

    private static readonly Dictionary<string, DiagnosticsPage> ByName =
        new[] { "DIAGNOSTICS.md", "WORKFLOW-DIAGNOSTICS.md" }.ToDictionary(name => name, DiagnosticsPage.Load);

    private static readonly PageSection[] Sections = [.. ByName.Values.SelectMany(SectionsOf)];

    public static TheoryData<string> Pages { get; } = [.. ByName.Keys];

    public static TheoryData<string> CodesWithAnExample { get; } =
        [.. Sections.Where(section => section.Example is not null).Select(section => section.Code)];

    public static TheoryData<string> CodesWithACure { get; } =
        [.. Sections.Where(section => section.Example is { IsReportedAlways: false }).Select(section => section.Code)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void EveryCodeOfTheSourcesHasOneSectionInOrder(string page) =>
        Assert.Equal(CodesOfTheSources().Where(code => PageOf(code) == page), SectionsOf(ByName[page]).Select(section => section.Code));

    [Fact]
    public void EveryHeadingIsTheCodeAndAShortName() => Assert.All(Sections, section => Assert.Matches(Title(), section.Heading));

    [Fact]
    public void EveryCodeIsExplainedInWords() =>
        Assert.DoesNotContain(Sections, section => section.Prose.Split(' ').Length < FewestWords);

    [Fact]
    public void EveryCodeHasAnExampleUnlessWordsMustDo() =>
        Assert.Equal(InWordsOnly, Sections.Where(section => section.Example is null).Select(section => section.Code));

    [Fact]
    public void LimitsAreThoseInForce()
    {
        var limits = ReadingLimits.Default;
        (string Code, int Limit)[] told =
        [
            ("NR1010", limits.Characters),
            ("NR1011", limits.Depth),
            ("NR1012", limits.Values),
            ("NR1013", limits.ListLength),
            ("NR4005", limits.ListLength),
        ];

        Assert.All(
            told,
            t =>
                Assert.Contains(
                    string.Create(CultureInfo.InvariantCulture, $" {t.Limit:N0} "),
                    SectionOf(t.Code).Prose,
                    StringComparison.Ordinal
                )
        );
    }

    // APPROVE=1 dotnet test writes the reports into the page, as it does for approved files.
    [Theory]
    [MemberData(nameof(Pages))]
    public void EveryReportIsWhatTheToolPrints(string page)
    {
        var differences = ByName[page]
            .Sections.Where(section => section.Example is not null && section.Example.Report != section.Example.RunMistake().Reports)
            .Select(section =>
                $"{section.Heading}\n{LineDifference.Between(section.Example!.Report, section.Example.RunMistake().Reports)}"
            )
            .ToList();
        if (differences.Count > 0 && Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            File.WriteAllText(ByName[page].FullPath, ByName[page].WithRealReports());
        }
        else if (differences.Count > 0)
        {
            throw new XunitException($"- page  + real\n{string.Join('\n', differences)}\nTo accept it: APPROVE=1 dotnet test");
        }
    }

    [Theory]
    [MemberData(nameof(CodesWithAnExample))]
    public void TheReportIsAboutItsCode(string code) =>
        Assert.Contains(code, Code().Matches(ExampleOf(code).Report).Select(match => match.Groups[1].Value));

    [Theory]
    [MemberData(nameof(CodesWithAnExample))]
    public void ErrorsEndWithExitCode1AndWarningsWith0(string code)
    {
        var (exitCode, reports) = ExampleOf(code).RunMistake();

        Assert.Equal(reports.Contains($"error {code}: ", StringComparison.Ordinal) ? ExitCode.Errors : ExitCode.Fine, exitCode);
    }

    [Theory]
    [MemberData(nameof(CodesWithACure))]
    public void NothingIsLeftToReportAfterTheCure(string code)
    {
        var example = ExampleOf(code);

        Assert.True(example.Cure.Count > 0 || example.CureCommand is not null, "there is no cure");
        Assert.Equal((ExitCode.Fine, string.Empty), example.RunCure());
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void EveryLinkLeadsToAHeadingOrAFile(string page) =>
        Assert.All(Link().Matches(ByName[page].Text).Select(match => match.Groups[1].Value), link =>
        {
            var file = link.Split('#')[0];
            var other = file.Length == 0 ? ByName[page] : ByName.GetValueOrDefault(file);
            Assert.True(other is null || !link.Contains('#') || other.Headings.Select(AnchorOf).Contains(link[file.Length..]), link);
            Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(ByName[page].FullPath)!, file.Length == 0 ? page : file)), link);
        });

    [Theory]
    [MemberData(nameof(Pages))]
    public void TheContentsHaveEveryCodeOnceInOrder(string page)
    {
        var codes = SectionsOf(ByName[page]).Select(section => section.Code).ToList();

        Assert.Equal(codes, Range().Matches(ByName[page].Text).SelectMany(range => codes.Where(code => IsIn(range, code))));
    }

    [Theory]
    [InlineData(
        "a.json: error NR1001: no\n   1 | {\n     | ^\n   help: yes\n\n1 file",
        "a.json: error NR1001: no\n   1 | {\n     | ^\n   help: yes"
    )]
    [InlineData("x\n      a: error NR1001: no\n         help: yes\n  z", "a: error NR1001: no\n   help: yes")]
    [InlineData("error NR6001: no\nwarning NR6002: a\n  help: b\n", "error NR6001: no\n\nwarning NR6002: a\n  help: b")]
    [InlineData("1 file, everything fine", "")]
    public void ReportsAreFoundInWhatTheToolPrints(string output, string reports) => Assert.Equal(reports, NegotiateRun.ReportsIn(output));

    private static string PageOf(string code) =>
        code.StartsWith("NR7", StringComparison.Ordinal) ? "WORKFLOW-DIAGNOSTICS.md" : "DIAGNOSTICS.md";

    private static IEnumerable<PageSection> SectionsOf(DiagnosticsPage page) => page.Sections.Where(section => section.Code.Length > 0);

    private static PageSection SectionOf(string code) => Sections.Single(section => section.Code == code);

    private static PageExample ExampleOf(string code) => SectionOf(code).Example!;

    private static string[] CodesOfTheSources() =>
    [
        .. Directory
            .GetFiles(Repository.At("src"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(path => QuotedCode().Matches(File.ReadAllText(path)))
            .Select(match => match.Groups[1].Value)
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    private static bool IsIn(Match range, string code)
    {
        var (first, last) = (range.Groups[1].Value, range.Groups[2]);
        return string.CompareOrdinal(first, code) <= 0 && string.CompareOrdinal(code, last.Success ? last.Value : first) <= 0;
    }

    // As GitHub makes them: small letters, digits, hyphens and underscores stay, a space becomes a hyphen.
    private static string AnchorOf(string heading) =>
        "#" + NotInAnchors().Replace(heading.ToLowerInvariant(), string.Empty).Replace(' ', '-');

    [GeneratedRegex("\"(NR\\d{4})\"")]
    private static partial Regex QuotedCode();

    [GeneratedRegex(@"(?:^|: )(?:error|warning) (NR\d{4}): ", RegexOptions.Multiline)]
    private static partial Regex Code();

    [GeneratedRegex(@"^NR\d{4} — [\p{Ll}`][^.]{3,70}$")]
    private static partial Regex Title();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"[^\p{L}\p{Nd}\-_ ]")]
    private static partial Regex NotInAnchors();

    [GeneratedRegex(@"^\| \[(NR\d{4})(?:–(NR\d{4}))?\]", RegexOptions.Multiline)]
    private static partial Regex Range();
}
