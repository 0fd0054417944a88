using System.Text.Json.Nodes;
using NegotiationRules.Cli.LanguageServer.Protocol;

namespace NegotiationRules.Cli.Tests.LanguageServer;

/// <summary>Where something is defined, where it is named, and other names for it.</summary>
public sealed class NamingTests
{
    [Theory]
    [InlineData("least\" } } }", "common.rules.json", "\"least\": 20")]
    [InlineData("manned\" } } }", "common.rules.json", "\"manned\": {")]
    [InlineData("pilots\": {", "harbour.vocabulary.json", "\"pilots\": {")]
    [InlineData("ships\", \"satisfy", "harbour.vocabulary.json", "\"ships\": {")]
    [InlineData("HM\",\n", "harbour.rules.json", "\"HM\": \"the")]
    public async Task ANameLeadsToWhereItIsDefined(string at, string file, string place)
    {
        using var harbour = new Harbour();
        var found = Assert.Single((await AskAsync(harbour, "textDocument/definition", at))!.AsArray())!;

        Assert.Equal(FileAddress.Of(harbour.At(file)), (string?)found["uri"]);
        var line = (await File.ReadAllTextAsync(harbour.At(file))).Split('\n')[(int)found["range"]!["start"]!["line"]!];
        Assert.StartsWith(place, line[(int)found["range"]!["start"]!["character"]!..], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#/$defs/ship", "\"ship\": {")]
    [InlineData("#/$defs/ship/properties/name", "\"name\": {")]
    [InlineData("#", "{")]
    [InlineData("#/$defs/boat", null)]
    public async Task AReferenceInAVocabularyLeadsToWhatItRefersTo(string reference, string? place)
    {
        var text = """
            {
              "type": "object",
              "properties": { "flagship": { "$ref": "REFERENCE" } },
              "$defs": {
                "ship": { "type": "object", "properties": {
                  "name": { "type": "string" } } } }
            }
            """.Replace("REFERENCE", reference, StringComparison.Ordinal);
        using var harbour = new Harbour();
        await using var editor = await EditorDouble.StartAsync();
        var uri = await editor.OpenAsync(harbour.VocabularyPath, text);

        var at = text.IndexOf($"{reference}\" }}", StringComparison.Ordinal);
        var found = (await editor.AskAtAsync("textDocument/definition", uri, text, at))!.AsArray();

        var starts = found.Select(one => (Uri: (string?)one!["uri"], Start: one["range"]!["start"]!)).ToList();
        Assert.All(starts, one => Assert.Equal(uri, one.Uri));
        Assert.Equal(
            place is null ? [] : [place],
            starts.Select(one => text.Split('\n')[(int)one.Start["line"]!][(int)one.Start["character"]!..][..(place ?? "").Length]));
    }

    [Fact]
    public async Task AParameterIsNamedInRulesReasonsAndTests()
    {
        using var harbour = new Harbour();
        var found = (await AskAsync(harbour, "textDocument/references", "least\" } } }"))!.AsArray();

        Assert.Equal(
            ["common.rules.json", "harbour.rules.json", "harbour.rules.json", "harbour.tests.json"],
            found.Select(one => Path.GetFileName((string)one!["uri"]!)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("least\" } } }", "fewest")]
    [InlineData("enough-pilots", "pilots-on-duty")]
    [InlineData("manned\" } } }", "has a \"crew\"")]
    [InlineData("HM\",\n", "master")]
    public async Task WhatIsRenamedIsRenamedWhereverItIsNamedAndAllIsWellAfterIt(string at, string name)
    {
        using var harbour = new Harbour();
        var edit = await AskAsync(harbour, "textDocument/rename", at, name);
        foreach (var (uri, edits) in edit!["changes"]!.AsObject())
        {
            var path = FileAddress.PathOf(uri)!;
            await File.WriteAllTextAsync(path, Edits.Applied(await File.ReadAllTextAsync(path), edits!.AsArray()));
        }

        var tests = RuleTests.Load(harbour.TestsPath);
        Assert.Equal(0, tests.Run().Failed);
        Assert.NotEqual(Harbour.Rules, await File.ReadAllTextAsync(harbour.RulesPath));
    }

    [Fact]
    public async Task ARuleIsRenamedInTheAnalysisThatNamesIt()
    {
        using var harbour = new Harbour();
        var path = harbour.At("harbour.analysis.json");
        await File.WriteAllTextAsync(path, """{ "ignore": [ { "code": "NR5004", "rule": "enough-pilots", "because": "It is so." } ] }""");

        var edit = await AskAsync(harbour, "textDocument/rename", "enough-pilots", "pilots-on-duty");

        var edits = edit!["changes"]![FileAddress.Of(path)]!.AsArray();
        Assert.Contains("\"rule\": \"pilots-on-duty\"", Edits.Applied(await File.ReadAllTextAsync(path), edits), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("enough-pilots", "all-manned", "`all-manned` is the name of another one")]
    [InlineData("enough-pilots", " ", "at least one letter")]
    [InlineData("pilots\": {", "guides", "renamed in the vocabulary by hand")]
    public async Task WhatCannotBeRenamedSaysWhy(string at, string name, string why)
    {
        using var harbour = new Harbour();
        var answer = await AskAsync(harbour, "textDocument/rename", at, name);

        Assert.Contains(why, (string?)answer!["error"]!["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheOutlineHasRulesAndWhatTheyShare()
    {
        using var harbour = new Harbour();
        await using var editor = await EditorDouble.StartAsync();
        var uri = await editor.OpenAsync(harbour.RulesPath, Harbour.Rules);

        var symbols = (await editor.AskAboutAsync("textDocument/documentSymbol", uri))!.AsArray();

        Assert.Equal(["parties", "rules"], symbols.Select(one => (string)one!["name"]!));
        Assert.Equal(["enough-pilots", "all-manned"], symbols[1]!["children"]!.AsArray().Select(one => (string)one!["name"]!));
    }

    private static async Task<JsonNode?> AskAsync(Harbour harbour, string question, string at, string? name = null)
    {
        await using var editor = await EditorDouble.StartAsync();
        var uri = await editor.OpenAsync(harbour.RulesPath, Harbour.Rules);
        return await editor.AskAtAsync(question, uri, Harbour.Rules, Harbour.Rules.IndexOf(at, StringComparison.Ordinal) + 1, name);
    }
}
