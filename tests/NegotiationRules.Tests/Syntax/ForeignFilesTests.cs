using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Syntax;

/// <summary>Who writes rules may name any file. Text without a root reaches none, and of a file that is none of ours not a word reaches a
/// report.</summary>
public sealed class ForeignFilesTests : IDisposable
{
    private const string Secret = "open sesame";

    private readonly string _folder = Directory.CreateTempSubdirectory("foreign").FullName;

    [Theory]
    [InlineData("\"vocabulary\": \"settings.json\"")]
    [InlineData("\"vocabulary\": \"mine.vocabulary.json\"")]
    [InlineData("\"vocabulary\": \"/etc/hostname\"")]
    [InlineData("\"include\": [\"settings.json\"]")]
    [InlineData("\"include\": [\"mine.rules.json\"]")]
    public void TextWithoutARootReachesNoFile(string names)
    {
        Assert.False(RuleSet.TryParse($$"""{ "name": "x", {{names}}, "stages": ["s"], "rules": [] }""", null, out _, out var diagnostics));

        Assert.Equal("NR1104", Assert.Single(diagnostics).Code);
    }

    [Theory]
    [InlineData("\"vocabulary\": \"settings.json\"")]
    [InlineData("\"include\": [\"settings.json\"]")]
    [InlineData("\"include\": [\"notes.txt\"]")]
    [InlineData("\"vocabulary\": \"notes.txt\"")]
    public void WhatIsInAFileOfAnotherKindIsNotShown(string names)
    {
        WriteFiles();
        var rules = $$"""{ "name": "x", {{names}}, "stages": ["s"], "rules": [] }""";
        Write("x.rules.json", rules);

        foreach (var isText in new[] { true, false })
        {
            Assert.False(isText
                ? RuleSet.TryParse(rules, new RuleSetOptions { Root = _folder }, out _, out var diagnostics)
                : RuleSet.TryLoad(Path.Combine(_folder, "x.rules.json"), null, out _, out diagnostics));

            Assert.Equal("NR1105", Assert.Single(diagnostics).Code);
            Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.ToString().Contains(Secret, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(
        "\"rules\": \"settings.json\", \"tests\": [ { \"name\": \"t\", \"scenario\": {}, \"expect\": { \"outcome\": \"valid\" } } ]"
    )]
    [InlineData(
        "\"rules\": \"x.rules.json\", \"tests\": [ { \"name\": \"t\", \"scenario\": \"notes.txt\", \"expect\": { \"outcome\": \"valid\" "
            + "} } ]"
    )]
    [InlineData(
        "\"rules\": \"x.rules.json\", \"tests\": [ { \"name\": \"t\", \"scenario\": \"settings.json\", \"expect\": { \"outcome\": "
            + "\"valid\" } } ]"
    )]
    [InlineData(
        "\"rules\": \"x.rules.json\", \"tests\": [ { \"name\": \"t\", \"lines\": \"notes.txt\", \"expect\": { \"at\": \"/e\", \"cases\": "
            + "{ \"v\": { \"outcome\": \"valid\" } } } } ]"
    )]
    [InlineData(
        "\"rules\": \"x.rules.json\", \"tests\": [ { \"name\": \"t\", \"lines\": \"settings.json\", \"expect\": { \"at\": \"/e\", "
            + "\"cases\": { \"v\": { \"outcome\": \"valid\" } } } } ]"
    )]
    public void NorIsWhatATestsFileNames(string tests)
    {
        WriteFiles();
        Write("x.rules.json", """{ "name": "x", "stages": ["s"], "rules": [ { "id": "r", "require": { "talks.mediated": true } } ] }""");
        Write("x.tests.json", $"{{ {tests} }}");

        var isRead = RuleTests.TryLoad(Path.Combine(_folder, "x.tests.json"), null, out var read, out var diagnostics);
        var found = isRead ? [.. read!.Stream().SelectMany(result => result.Diagnostics)] : diagnostics;

        Assert.NotEmpty(found);
        Assert.DoesNotContain(found, diagnostic => diagnostic.ToString().Contains(Secret, StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void WriteFiles()
    {
        Write("settings.json", $$"""{ "ConnectionStrings": { "Default": "server=db;password={{Secret}}" } }""");
        Write("notes.txt", Secret);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);
}
