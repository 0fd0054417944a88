using System.Text.Json;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Explanation;

/// <summary>What is written as JSON is what the schema promises, key by key.</summary>
public sealed class ExplanationSchemaTests
{
    private static readonly JsonElement Schema = JsonDocument
        .Parse(File.ReadAllText(Repository.At("rules/schema/explanation.schema.json")))
        .RootElement;

    [Theory]
    [InlineData(Guarantees.Mixed)]
    [InlineData(Guarantees.Met)]
    [InlineData("{}")]
    public void EveryKeyIsInTheSchemaAndEveryRequiredKeyIsThere(string scenario)
    {
        var verdict = Guarantees.Rules.Evaluate(Scenario.Parse(scenario));
        foreach (
            var explanation in new[]
            {
                verdict.Explain(),
                verdict.Explain(new ExplanationOptions { ShowAll = true }),
                verdict.For("RU").Explain(),
            }
        )
        {
            using var json = JsonDocument.Parse(explanation.ToJson());
            Assert.Empty(Faults(json.RootElement, Schema, "$"));
        }
    }

    [Theory]
    [InlineData("""{ "ruleSet": "a", "outcome": "valid" }""", "$: outline is missing")]
    [InlineData(
        """{ "ruleSet": "a", "outcome": "fine", "outline": { "mark": "note", "text": "x" } }""",
        "$.outcome: not one of the values"
    )]
    [InlineData(
        """{ "ruleSet": "a", "outcome": "valid", "outline": { "mark": "note", "text": "x", "children": [ { "mark": "note","""
            + """ "text": 1 } ] } }""",
        "$.outline.children[0].text: not a string"
    )]
    [InlineData(
        """{ "ruleSet": "a", "outcome": "valid", "outline": { "mark": "note", "text": "x", "colour": "red" } }""",
        "$.outline: colour is not in the schema"
    )]
    public void WhatIsNotInTheSchemaIsNoticed(string json, string fault)
    {
        using var document = JsonDocument.Parse(json);
        Assert.Equal([fault], Faults(document.RootElement, Schema, "$"));
    }

    private static IEnumerable<string> Faults(JsonElement value, JsonElement schema, string path)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            schema = Schema.GetProperty("$defs").GetProperty(reference.GetString()!["#/$defs/".Length..]);
        }

        if (schema.TryGetProperty("enum", out var values))
        {
            return values.EnumerateArray().Any(v => v.ValueEquals(value.GetString())) ? [] : [$"{path}: not one of the values"];
        }

        return schema.GetProperty("type").GetString() switch
        {
            "string" => value.ValueKind == JsonValueKind.String ? [] : [$"{path}: not a string"],
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? [] : [$"{path}: not true or false"],
            "array" => value.EnumerateArray().SelectMany((item, i) => Faults(item, schema.GetProperty("items"), $"{path}[{i}]"))
                .Concat(value.GetArrayLength() < schema.GetProperty("minItems").GetInt32() ? [$"{path}: empty"] : []),
            _ => FaultsOfObject(value, schema, path),
        };
    }

    private static IEnumerable<string> FaultsOfObject(JsonElement value, JsonElement schema, string path)
    {
        var known = schema.GetProperty("properties");
        var required = schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(n => n.GetString()!).ToList() : [];
        return
        [
            .. required.Where(name => !value.TryGetProperty(name, out _)).Select(name => $"{path}: {name} is missing"),
            .. value.EnumerateObject().SelectMany(member => known.TryGetProperty(member.Name, out var inner)
                ? Faults(member.Value, inner, $"{path}.{member.Name}")
                : [$"{path}: {member.Name} is not in the schema"]),
        ];
    }
}
