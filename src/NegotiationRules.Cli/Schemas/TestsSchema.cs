using System.Text.Json.Nodes;
using NegotiationRules.Schemas;
using static NegotiationRules.Schemas.SchemaNodes;

namespace NegotiationRules.Cli.Schemas;

/// <summary>The JSON Schema of tests files with the facts of a vocabulary: in scenarios that stand in the file, and in changes on top of
/// scenarios.</summary>
internal static class TestsSchema
{
    public static JsonObject Of(Vocabulary vocabulary)
    {
        var facts = JsonNode.Parse(vocabulary.ToJsonSchema())!.AsObject();
        var (scenario, parts) = ScenarioSchema.Parts(facts);
        var schema = ShippedSchema.Parse("tests");
        var definitions = schema["$defs"]!.AsObject();
        foreach (var (name, part) in parts)
        {
            definitions[name] = part?.DeepClone();
        }

        var one = definitions["case"]!["anyOf"]!.AsArray().Select(c => c!["properties"]!.AsObject()).Single(c => c.ContainsKey("scenario"));
        one["with"]!["properties"] = Changes(facts, scenario, parts);
        one["scenario"]!["anyOf"]![1] = scenario;
        return schema;
    }

    // Facts outside of lists by their paths; those inside have a number in theirs.
    private static JsonObject Changes(JsonObject facts, JsonObject scenario, JsonObject parts)
    {
        var changes = new JsonObject();
        Add(facts, scenario, string.Empty);
        return changes;

        void Add(JsonObject record, JsonObject schema, string before)
        {
            foreach (var (name, fact) in PropertiesOf(record))
            {
                var path = before + name;
                if (IsRecord(fact))
                {
                    Add(fact, parts[ScenarioSchema.Root + "." + path]!.AsObject(), path + ".");
                }
                else
                {
                    changes[path] = schema["properties"]![name]!.DeepClone();
                }
            }
        }
    }
}
