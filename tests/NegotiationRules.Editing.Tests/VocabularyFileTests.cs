using System.Text.Json;
using NegotiationRules.Facts;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Editing.Tests;

/// <summary>What is suggested and told in a vocabulary file. The mark <c>|</c> is the place.</summary>
public sealed class VocabularyFileTests
{
    private const string File = "harbour.vocabulary.json";

    [Fact]
    public void AtTheTopStandTheKeywordsThatTheReaderUnderstands() =>
        Assert.Equal(VocabularyKeywords.Table.Select(row => row.Keyword), FilesInHand.Labels(File, """{ "|" }"""));

    [Theory]
    [InlineData("""{ "type": "object", "|" }""", "properties x-label", "items minimum enum")]
    [InlineData("""{ "properties": { "a": { "type": "integer", "|" } } }""", "minimum default title", "properties $defs enum")]
    [InlineData("""{ "properties": { "a": { "type": "string", "format": "date", "|" } } }""", "default", "enum minimum format")]
    [InlineData("""{ "properties": { "a": { "items": { "type": "string" }, "|" } } }""", "maxItems x-key x-completeBy", "properties items")]
    [InlineData("""{ "properties": { "a": { "$ref": "#/$defs/b", "|" } } }""", "title minimum properties", "$ref")]
    public void AKeywordIsSuggestedWhereItSaysSomethingOfTheType(string text, string those, string notThose)
    {
        var labels = FilesInHand.Labels(File, text).ToHashSet();

        Assert.Superset(those.Split(' ').ToHashSet(), labels);
        Assert.Empty(labels.Intersect(notThose.Split(' ')));
    }

    [Theory]
    [InlineData("""{ "properties": { "a": { "type": "|" } } }""", "object array string number integer boolean")]
    [InlineData("""{ "properties": { "a": { "type": "string", "format": | } } }""", "date date-time duration")]
    [InlineData("""{ "$defs": { "ship": { "type": "object" }, "crew": { "type": "integer" } }, "allOf": [ { "$ref": "|" } ] }""",
        "#/$defs/ship #/$defs/crew negotiation")]
    [InlineData("""{ "properties": { "name": { "type": "string" }, "crew": { "type": "integer" } }, "x-label": "|" }""", "name")]
    [InlineData(
        """{ "properties": { "all": { "type": "boolean" }, "no": { "type": "string" }, "a": { "items": {}, "x-completeBy": "|" } } }""",
        "all")]
    [InlineData(
        """{ "$defs": { "b": { "properties": { "id": { "type": "string" } } } }, "items": { "$ref": "#/$defs/b" }, "x-key": ["|"] }""",
        "id")]
    [InlineData("""{ "properties": { "a": { "type": "boolean", "x-fixed": | } } }""", "true false stated")]
    [InlineData("""{ "properties": { "a": { "enum": ["red", "green"], "default": "|" } } }""", "red green")]
    [InlineData("""{ "properties": { "by": { "type": "string" }, "a": { "type": "boolean", "x-controlledBy": { "fact": "|" } } } }""",
        "by")]
    public void AValueIsSuggestedWhereThereAreSome(string text, string expected) =>
        Assert.Equal(expected.Split(' '), FilesInHand.Labels(File, text));

    [Theory]
    [InlineData("""{ "properties": { "cr|ew": { "type": "integer", "minimum": 3, "description": "Who works on board." } } }""",
        "**`crew`** — a whole number of at least 3\n\nWho works on board.")]
    [InlineData("""{ "properties": { "flag": { "$ref": "#/$defs/co|lour" } }, "$defs": { "colour": { "enum": ["red", "green"] } } }""",
        "**`#/$defs/colour`** — one of red or green")]
    [InlineData("""{ "properties": { "a": { "mini|mum": 3 } } }""",
        "**`minimum`** — The least a number can be; an unknown one is no less.\n\n```json\n\"minimum\": 0\n```")]
    public void WhatIsPointedAtIsTold(string text, string told) => Assert.Equal(told, FilesInHand.Told(File, text));

    [Fact]
    public void InARemarkThereIsNothing()
    {
        Assert.Empty(FilesInHand.Suggested(File, """{ // "|" """));
        Assert.Empty(FilesInHand.Suggested(File, """{ /* "|" */ }"""));
        Assert.NotEmpty(FilesInHand.Suggested(File, """{ /* */ "|" }"""));
        Assert.NotEmpty(FilesInHand.Suggested(File, """{ "$id": "https://harbour", "|" }"""));
    }

    [Fact]
    public void EachKeywordIsToldAsTheSchemaOfVocabulariesTellsIt()
    {
        using var schema = JsonDocument.Parse(System.IO.File.ReadAllText(Repository.At("rules/schema/vocabulary.schema.json")));
        var keywords = schema.RootElement.GetProperty("$defs").GetProperty("type").GetProperty("properties");

        Assert.All(VocabularyKeywords.Table, row =>
            Assert.Equal(keywords.GetProperty(row.Keyword).GetProperty("description").GetString(), row.Says));
    }

    [Fact]
    public void EachKeywordWithItsExampleIsReadAsItShouldBe() => Assert.All(VocabularyKeywords.Table, row =>
    {
        var kind = (row.Of & SchemaKinds.Object) != 0 ? """ "type": "object" """ : (row.Of & SchemaKinds.List) != 0
            ? """ "type": "array", "items": { "type": "object", "properties": { "id": { "type": "string" } } } """
            : (row.Of & SchemaKinds.Text) != 0 ? """ "type": "string" """ : """ "type": "number" """;
        var own = row.Keyword is "type" or "items" or "anyOf" or "oneOf" ? row.Example
            : row.Keyword is "default" ? $"\"type\": \"boolean\", {row.Example}"
            : row.Keyword is "x-label" ? $"\"properties\": {{ \"name\": {{ \"type\": \"string\" }} }}, {row.Example}"
            : $"{kind}, {row.Example}";
        var text = $$"""
            { "$defs": { "delegate": { "type": "object" } },
              "properties": { "party": { "type": "string" }, "allNamed": { "type": "boolean" }, "a": { {{own}} } } }
            """;

        Assert.True(Vocabulary.TryParse(text, out _, out var found), $"{text}\n{string.Join('\n', found)}");
    });
}
