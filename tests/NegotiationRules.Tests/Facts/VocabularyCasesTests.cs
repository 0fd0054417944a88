using System.Collections.Immutable;
using NegotiationRules.Tests.Support;
using NegotiationRules.Text;

namespace NegotiationRules.Tests.Facts;

/// <summary>Every file of <c>Cases/Vocabulary</c>, each with the whole report that a person approved.</summary>
public class VocabularyCasesTests
{
    private const string Folder = "tests/NegotiationRules.Tests/Cases/Vocabulary";

    public static TheoryData<string> Cases { get; } = [.. Directory
        .GetFiles(Repository.At(Folder), "*.vocabulary.json")
        .Select(path => Path.GetFileName(path)[..^".vocabulary.json".Length])
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void TheReportIsTheApprovedOne(string name)
    {
        var file = $"{name}.vocabulary.json";

        var usable = Vocabulary.TryParse(File.ReadAllText(Repository.At($"{Folder}/{file}")), out _, out var diagnostics, file);

        Assert.NotEmpty(diagnostics);
        Assert.Equal(usable, diagnostics.All(d => d.Severity == DiagnosticSeverity.Warning));
        Approve(diagnostics, name);
    }

    [Fact]
    public void AMissingFileIsReported()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

        Approve(ReadFile(path), "missing-file");
        Assert.Throws<RuleFileException>(() => Vocabulary.Load(path));
    }

    [Fact]
    public void AFolderIsReported() => Approve(ReadFile(Path.GetTempPath()), "folder");

    [Fact]
    public void AFileThatIsNotUtf8IsReported()
    {
        var path = Path.GetTempFileName();
        File.WriteAllBytes(path, [(byte)'{', 0xFF, (byte)'}']);

        Approve(ReadFile(path), "not-utf8");
        File.Delete(path);
    }

    [Fact]
    public void TypesThatAreNestedTooDeepAreReported()
    {
        var levels = string.Join(
            ",\n",
            Enumerable.Range(0, 70).Select(i => $$"""  "d{{i}}": { "properties": { "p": { "$ref": "#/$defs/d{{i + 1}}" } } }""")
        );

        Assert.False(Vocabulary.TryParse($$"""
            { "$ref": "#/$defs/d0", "$defs": {
            {{levels}},
              "d70": { "type": "string" } } }
            """, out _, out var diagnostics, "deep.vocabulary.json"));

        Approve(diagnostics, "too-deep");
    }

    [Fact]
    public void AVocabularyThatGrowsWithoutMeasureIsReported()
    {
        var levels = string.Join(",\n", Enumerable.Range(0, 40).Select(i =>
            $$"""  "d{{i}}": { "properties": { "p": { "$ref": "#/$defs/d{{i + 1}}" }, "q": { "$ref": "#/$defs/d{{i + 1}}" } } }"""));

        Assert.False(Vocabulary.TryParse($$"""
            { "$ref": "#/$defs/d0", "$defs": {
            {{levels}},
              "d40": { "type": "string" } } }
            """, out _, out var diagnostics, "large.vocabulary.json"));

        Approve(diagnostics, "too-large");
    }

    private static ImmutableArray<Diagnostic> ReadFile(string path)
    {
        var bag = new DiagnosticBag();
        Assert.Null(Vocabulary.Read(path, "facts.vocabulary.json", default, ReadingLimits.Default, bag));
        return bag.ToSorted();
    }

    private static void Approve(IReadOnlyList<Diagnostic> diagnostics, string name) =>
        Approved.CheckFile(string.Join("\n\n", diagnostics), Repository.At($"{Folder}/{name}.approved.txt"));
}
