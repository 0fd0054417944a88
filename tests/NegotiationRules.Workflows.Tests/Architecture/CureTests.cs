using System.Text.RegularExpressions;
using NegotiationRules.Tests.Support;
using NegotiationRules.Text;
using Xunit.Abstractions;

namespace NegotiationRules.Workflows.Tests.Architecture;

/// <summary>Where a cure is known as edits, it is made: after it the fault is gone, and no new one has come.</summary>
public sealed partial class CureTests(ITestOutputHelper output)
{
    private static readonly string Page = File.ReadAllText(Repository.At("rules/WORKFLOW-DIAGNOSTICS.md"));

    private static readonly Vocabulary Facts = Vocabulary.Parse(
        FirstExample().Match(Page, Page.IndexOf("<!-- example.vocabulary.json -->", StringComparison.Ordinal)).Groups["text"].Value
    );

    // The first example of each section of the page, and the workflows of the cases.
    private static readonly string[] Names =
    [
        .. Headings().Matches(Page).Select(heading => heading.Groups["code"].Value),
        .. Directory
            .GetFiles(
                Repository.At("tests/NegotiationRules.Workflows.Tests/cases/diagnosing"),
                "*.workflow.json",
                SearchOption.AllDirectories
            )
            .Select(path => Path.GetRelativePath(Repository.At("."), path)),
    ];

    public static TheoryData<string> Cases { get; } = [.. Names];

    [Theory]
    [MemberData(nameof(Cases))]
    public void EveryCureCures(string name)
    {
        if (Find(name) is not var (text, vocabulary))
        {
            return;
        }

        var before = Read(text, vocabulary);
        foreach (var diagnostic in before)
        {
            foreach (var cure in diagnostic.Cures)
            {
                var cured = cure.ApplyTo(diagnostic.Span.Source!);
                var known = before.Where(d => d != diagnostic).Select(KeyOf).ToList();

                // What is told once only is told of the next place then.
                var left = Read(cured, vocabulary)
                    .Where(d => !known.Remove(KeyOf(d)) && (d.Code != diagnostic.Code || d.Place.Column <= diagnostic.Place.Column))
                    .ToList();

                Assert.True(left.Count == 0, $"{diagnostic}\nbecomes\n{cured}\nand then\n{string.Join('\n', left)}");
            }
        }
    }

    [Fact]
    public void MostMechanicalCuresAreKnownAsEdits()
    {
        var cured = Names.SelectMany(name => Find(name) is var (text, vocabulary) ? Read(text, vocabulary) : [])
            .Where(d => d.Cures.Count > 0).Select(d => d.Code).Distinct().Order(StringComparer.Ordinal).ToList();

        output.WriteLine(string.Join(' ', cured));
        Assert.InRange(cured.Count, 15, int.MaxValue);
    }

    private static (string Text, Vocabulary? Facts)? Find(string name)
    {
        if (!name.StartsWith("NR", StringComparison.Ordinal))
        {
            return (File.ReadAllText(Repository.At(name)), null);
        }

        var start = Page.IndexOf($"## {name} ", StringComparison.Ordinal);
        var end = Page.IndexOf("\n## ", start, StringComparison.Ordinal);
        var example = FirstExample().Match(Page, start);
        var isHere =
            example.Success
            && (end < 0 || example.Index < end)
            && example.Groups["file"].Value.EndsWith("workflow.json", StringComparison.Ordinal);
        return !isHere
            ? null
            : (
                example.Groups["text"].Value,
                name.StartsWith("NR72", StringComparison.Ordinal) && string.CompareOrdinal(name, "NR7280") < 0 ? Facts : null
            );
    }

    private static IReadOnlyList<Diagnostic> Read(string text, Vocabulary? vocabulary)
    {
        WorkflowFile.TryParse(text, new WorkflowOptions { Vocabulary = vocabulary }, out _, out var found);
        return found;
    }

    private static (string, string) KeyOf(Diagnostic diagnostic) => (diagnostic.Code, diagnostic.Message);

    [GeneratedRegex(@"^## (?<code>NR7\d+) ", RegexOptions.Multiline)]
    private static partial Regex Headings();

    [GeneratedRegex(@"<!-- (?<file>\S+) -->\s*```jsonc\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex FirstExample();
}
