using System.Text.Json.Nodes;
using static NegotiationRules.Schemas.SchemaNodes;

namespace NegotiationRules.Schemas;

/// <summary>The JSON Schema of scenario files with the facts of a vocabulary: every value may be unknown or stated with its source, every
/// list partly known, every date partial.</summary>
internal sealed class ScenarioSchema
{
    private const string PartialDate = "^\\d{4}(-\\d{2}(-\\d{2})?)?$";

    // The `duration` of JSON Schema knows neither decimals nor what is less than nothing.
    private const string Duration = "^-?P(?=[\\dT])(\\d+Y)?(\\d+M)?(\\d+W)?(\\d+D)?(T(?=\\d)(\\d+H)?(\\d+M)?(\\d+(\\.\\d+)?S)?)?$";

    /// <summary>Before the path in the name of each definition.</summary>
    public const string Root = "facts";

    // Lists and objects stand in several places of a schema, so each is written once, by its path.
    private readonly JsonObject _definitions = new() { ["source"] = ShippedSchema.Parse("scenario")["$defs"]!["source"]!.DeepClone() };

    private ScenarioSchema()
    {
    }

    public static JsonObject Of(Vocabulary vocabulary)
    {
        var facts = JsonNode.Parse(vocabulary.ToJsonSchema())!.AsObject();
        var schema = Described(Preamble(), facts);
        var (scenario, definitions) = Parts(facts);
        foreach (var (keyword, value) in scenario)
        {
            schema[keyword] = value?.DeepClone();
        }

        schema["$defs"] = definitions;
        return schema;
    }

    /// <summary>A scenario, and the definitions it refers to.</summary>
    public static (JsonObject Scenario, JsonObject Definitions) Parts(JsonObject vocabulary)
    {
        var schema = new ScenarioSchema();
        var forEditors = KeyValuePair.Create(
            "$schema",
            (JsonNode?)new JsonObject { ["description"] = "For editors; ignored.", ["type"] = "string" }
        );
        return (schema.Record(vocabulary, Root, forEditors), schema._definitions);
    }

    private JsonObject Fact(JsonObject fact, string path)
    {
        var choices = new List<JsonNode> { Value(fact, path) };
        if (IsList(fact))
        {
            choices.Add(PartlyKnown(fact, path));
        }

        choices.Add(new JsonObject { ["type"] = "null", ["description"] = "Unknown." });

        // A record that has a `value` itself cannot be stated with a source.
        if (!IsRecord(fact) || fact["properties"]!["value"] is null)
        {
            choices.Add(Statement(fact, path));
        }

        return Described(AnyOf(choices), fact);
    }

    private JsonObject PartlyKnown(JsonObject list, string path) => new()
    {
        ["type"] = "object",
        ["description"] = "A list of which some elements are known, and others may exist.",
        ["properties"] = new JsonObject
        {
            ["known"] = Value(list, path),
            ["complete"] = new JsonObject { ["type"] = "boolean", ["description"] = "Whether there are no others." },
        },
        ["required"] = new JsonArray("known"),
        ["additionalProperties"] = false,
    };

    private JsonObject Statement(JsonObject fact, string path) => new()
    {
        ["type"] = "object",
        ["description"] = "The fact with its source.",
        ["properties"] = new JsonObject
        {
            ["value"] = AnyOf(IsList(fact) ? [Value(fact, path), PartlyKnown(fact, path), Null()] : [Value(fact, path), Null()]),
            ["source"] = Ref("source"),
        },
        ["required"] = new JsonArray("value"),
        ["additionalProperties"] = false,
    };

    private JsonObject Value(JsonObject fact, string path)
    {
        if (!IsRecord(fact) && !IsList(fact))
        {
            return Scalar(fact);
        }

        if (!_definitions.ContainsKey(path))
        {
            _definitions[path] = null;
            _definitions[path] = IsRecord(fact) ? Record(fact, path) : List(fact, path);
        }

        return RefTo(path);
    }

    private JsonObject Record(JsonObject fact, string path, params KeyValuePair<string, JsonNode?>[] others) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(others.Concat(PropertiesOf(fact).Select(property =>
            KeyValuePair.Create(property.Name, (JsonNode?)Fact(property.Schema, $"{path}.{property.Name}"))))),
        ["additionalProperties"] = fact["additionalProperties"]?.GetValue<bool>() ?? false,
    };

    private JsonObject List(JsonObject fact, string path)
    {
        var list = new JsonObject { ["type"] = "array", ["items"] = Fact(ElementOf(fact), $"{path}.*") };
        if (fact["maxItems"] is { } most)
        {
            list["maxItems"] = most.DeepClone();
        }

        return list;
    }

    // What the shipped schema says before it comes to facts: that editors are not to complain of comments and trailing commas.
    private static JsonObject Preamble() =>
        new(
            ShippedSchema
                .Parse("scenario")
                .TakeWhile(member => member.Key != "title")
                .Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))
        );

    private static JsonObject Null() => new() { ["type"] = "null" };

    private static JsonObject Scalar(JsonObject fact)
    {
        switch (fact["format"]?.GetValue<string>())
        {
            case "date":
                return new JsonObject { ["type"] = "string", ["pattern"] = PartialDate };
            case "duration":
                return new JsonObject { ["type"] = "string", ["pattern"] = Duration };
        }

        var scalar = fact.DeepClone().AsObject();
        foreach (var keyword in new[] { "title", "description", "default" })
        {
            scalar.Remove(keyword);
        }

        // Editors divide in binary fractions, in which 0.3 is no multiple of 0.1.
        scalar.Remove("multipleOf");
        return scalar;
    }
}
