using NegotiationRules.Tests.Support;
using NegotiationRules.Text;

namespace NegotiationRules.Tests.Syntax;

/// <summary>The files of <c>rules/</c> are what their schemas say, so that an editor marks nothing in them that is right.</summary>
public class SchemaFilesTests
{
    public static TheoryData<string, string> Files
    {
        get
        {
            var files = new TheoryData<string, string>();
            foreach (var kind in new[] { "rules", "scenario", "tests", "vocabulary", "analysis" })
            {
                foreach (
                    var path in Directory
                        .GetFiles(Repository.At("rules"), $"*.{kind}.json", SearchOption.AllDirectories)
                        .Select(p => Path.GetRelativePath(Repository.At("."), p).Replace((char)92, (char)47))
                )
                {
                    if (!path.Contains("/broken/", StringComparison.Ordinal))
                    {
                        files.Add(kind, path);
                    }
                }
            }

            return files;
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void AFileIsWhatItsSchemaSays(string kind, string path)
    {
        var bag = new DiagnosticBag();
        var json = JsonReader.Read(new SourceText(path, File.ReadAllText(Repository.At(path))), ReadingLimits.Default, bag);

        Assert.Empty(bag.ToSorted().Select(d => d.ToString()));
        Assert.True(JsonSchema.Load(kind).Accepts(json!));
    }

    [Theory]
    [InlineData(
        "tests",
        """{ "rules": "a.rules.json", "tests": [ { "name": "a", "scenario": {}, "expect": { "outcome": "valid" } } ] }""",
        true
    )]
    [InlineData(
        "tests",
        """{ "rules": "a.rules.json", "tests": [ { "name": "a", "lines": "a.jsonl", "facts": "/in", "expect": { "at": "/e","""
            + """ "cases": { "x": { "rules": { "r": "pending" } } } } } ] }""",
        true
    )]
    [InlineData(
        "tests",
        """{ "rules": "a.rules.json", "tests": [ { "name": "a", "scenario": "s.json","""
            + """ "expect": { "stages": { "talks": "satisfied" } } } ] }""",
        false
    )]
    [InlineData(
        "tests",
        """{ "rules": "a.rules.json", "tests": [ { "name": "a", "scenario": "s.json", "lines": "a.jsonl","""
            + """ "expect": { "outcome": "valid" } } ] }""",
        false
    )]
    [InlineData(
        "tests",
        """{ "rules": "a.rules.json", "tests": [ { "name": "a", "scenario": "s.json", "expect": { "score": [0] } } ] }""",
        false
    )]
    [InlineData(
        "scenario",
        """{ "talks": { "start": { "value": "2022-01-10", "source": { "speaker": "…" } } }, "parties": { "known": [ {} ],"""
            + """ "complete": false } }""",
        true
    )]
    [InlineData("scenario", """{ "talks": { "start": { "value": "2022-01-10", "source": 3 } } }""", false)]
    [InlineData("scenario", """{ "parties": { "known": {}, "complete": false } }""", false)]
    [InlineData("scenario", """[]""", false)]
    [InlineData(
        "vocabulary",
        """{ "allOf": [ { "$ref": "negotiation" }, { "properties": { "a": { "type": ["string", "null"], "enum": ["x"] } } } ] }""",
        true
    )]
    [InlineData("vocabulary", """{ "type": "object", "properties": { "a": { "type": "text" } } }""", false)]
    [InlineData("vocabulary", """{ "type": "object", "not": {} }""", false)]
    [InlineData("vocabulary", """{ "type": "object", "propertys": {} }""", false)]
    [InlineData(
        "analysis",
        """{ "given": "a.scenario.json", "assume": [ { "talks.mediated": true } ], "lists": { "parties": 5 },"""
            + """ "ignore": [ { "code": "NR5004", "rule": "a", "because": "…" } ] }""",
        true
    )]
    [InlineData("analysis", """{ "lists": { "parties": "many" } }""", false)]
    [InlineData("analysis", """{ "ignore": [ { "code": "NR5004" } ] }""", false)]
    public void TheOtherSchemasTellGoodFromBad(string kind, string text, bool good) =>
        Assert.Equal(
            good,
            JsonSchema.Load(kind).Accepts(JsonReader.Read(new SourceText("text", text), ReadingLimits.Default, new DiagnosticBag())!)
        );
}
