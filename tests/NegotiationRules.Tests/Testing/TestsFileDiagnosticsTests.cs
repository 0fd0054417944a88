using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Testing;

/// <summary>Every faulty tests file of <c>Cases/Diagnostics</c>, each with the whole report that a person approved.</summary>
public sealed class TestsFileDiagnosticsTests
{
    private const string Suffix = ".tests.json";

    public static TheoryData<string> Cases { get; } = [.. Directory
        .GetFiles(TestCases.At("Diagnostics"), $"*{Suffix}")
        .Select(path => Path.GetFileName(path)[..^Suffix.Length])
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void TheReportIsTheApprovedOne(string name)
    {
        Assert.False(RuleTests.TryLoad(TestCases.At($"Diagnostics/{name}{Suffix}"), null, out var tests, out var diagnostics));

        Assert.Null(tests);
        Assert.Contains(diagnostics, d => d.Severity == DiagnosticSeverity.Error);
        Approved.CheckFile(TestCases.Relative(string.Join("\n\n", diagnostics)), TestCases.At($"Diagnostics/{name}.approved.txt"));
    }

    [Fact]
    public void AFileThatDoesNotExistIsReported()
    {
        var failure = Assert.Throws<RuleFileException>(() => TestCases.Load("nowhere.tests.json"));

        var diagnostic = Assert.Single(failure.Diagnostics);
        Assert.Equal("NR1110", diagnostic.Code);
        Assert.Equal("`nowhere.tests.json` cannot be read: there is no such file", TestCases.Relative(diagnostic.Message));
    }

    [Fact]
    public void AFileThatIsNotUtf8IsReported()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("tests").FullName, "latin.tests.json");
        File.WriteAllBytes(path, [(byte)'{', 0xE9, (byte)'}']);

        Assert.False(RuleTests.TryLoad(path, null, out _, out var diagnostics));

        Assert.Equal("NR1110", Assert.Single(diagnostics).Code);
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }
}
