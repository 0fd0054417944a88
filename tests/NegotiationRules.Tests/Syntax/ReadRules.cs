using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Tests.Syntax;

/// <summary>Reads rule files, and conditions in the smallest file around them, for the tests of this folder.</summary>
internal static class ReadRules
{
    /// <summary>The tree of a text in which nothing is wrong.</summary>
    public static RuleFileSyntax File(string text)
    {
        var (file, reports) = Try(text);
        Assert.Empty(reports.Select(d => d.ToString()));
        return file!;
    }

    public static ConditionSyntax Condition(string condition) => File(Around(condition)).Rules[0].Require!;

    public static (RuleFileSyntax? File, IReadOnlyList<Diagnostic> Reports) Try(string text)
    {
        var bag = new DiagnosticBag();
        var file = RuleFileReader.Read(new SourceText("test.rules.json", text), ReadingLimits.Default, bag);
        return (file, bag.ToSorted());
    }

    public static string Around(string condition) =>
        $$"""{ "name": "test", "stages": ["talks"], "rules": [ { "id": "a", "require": {{condition}} } ] }""";
}
