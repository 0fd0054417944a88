using System.Text.Json;
using System.Text.Json.Nodes;

namespace NegotiationRules.Benchmarks.Workload;

/// <summary>Fills objects from scenarios, as a program would that reads their JSON itself.</summary>
internal static class ObjectFacts
{
    /// <summary>The facts as an object; <see langword="null"/> if its type has no place for them: a month where it has a day, a list of
    /// which only a part is known where it has an array.</summary>
    public static T? Of<T>(JsonObject scenario, JsonSerializerOptions options)
        where T : class
    {
        try
        {
            return Plain(scenario).Deserialize<T>(options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Without sources, and what is null left out. The one list that objects can state in part always says whether it is complete.
    private static JsonNode? Plain(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject fact when fact.ContainsKey("value") && fact.All(member => member.Key is "value" or "source"):
                return Plain(fact["value"]);
            case JsonObject facts:
                var plain = new JsonObject();
                foreach (var (name, value) in facts)
                {
                    if (Plain(value) is { } stated)
                    {
                        plain[name] = name == "treaties" && stated is JsonArray
                            ? new JsonObject { ["known"] = stated, ["complete"] = true }
                            : stated;
                    }
                }

                return plain;
            case JsonArray list:
                return new JsonArray([.. list.Select(Plain)]);
            default:
                return node?.DeepClone();
        }
    }
}
