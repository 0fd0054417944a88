using System.Text.Json.Nodes;

namespace NegotiationRules.Benchmarks.Workload;

/// <summary>Scenarios made of given ones: facts are left out or taken from another of them, elements of lists come and go.</summary>
internal sealed class VariedScenarios
{
    private readonly IReadOnlyList<JsonObject> _given;
    private readonly Dictionary<string, List<JsonNode>> _stated = [];
    private readonly Dictionary<string, int> _longest = [];

    public VariedScenarios(IReadOnlyList<JsonObject> given)
    {
        _given = given;
        foreach (var scenario in given)
        {
            Collect(scenario, "");
        }
    }

    /// <summary>One of any number of scenarios, always the same for the same number.</summary>
    public JsonObject this[int number]
    {
        get
        {
            var random = new Random(number);
            var scenario = _given[random.Next(_given.Count)].DeepClone().AsObject();
            for (var changes = 1 << random.Next(6); changes > 0; changes--)
            {
                Change(scenario, "", random);
            }

            return scenario;
        }
    }

    private void Collect(JsonNode? node, string path)
    {
        if (node is null)
        {
            return;
        }

        if (!_stated.TryGetValue(path, out var stated))
        {
            _stated[path] = stated = [];
        }

        stated.Add(node);
        if (node is JsonArray list)
        {
            _longest[path] = Math.Max(_longest.GetValueOrDefault(path), list.Count);
            foreach (var element in list)
            {
                Collect(element, $"{path}[]");
            }
        }
        else if (node is JsonObject facts)
        {
            foreach (var (name, value) in facts)
            {
                Collect(value, $"{path}.{name}");
            }
        }
    }

    // Goes down to some fact, and changes it or stops on the way.
    private void Change(JsonNode node, string path, Random random)
    {
        if (node is JsonObject facts)
        {
            var names = _stated.Keys
                .Where(key => key.StartsWith($"{path}.", StringComparison.Ordinal) && key.AsSpan(path.Length + 1).IndexOfAny('.', '[') < 0)
                .Select(key => key[(path.Length + 1)..])
                .ToArray();
            if (names.Length == 0)
            {
                return;
            }

            var name = names[random.Next(names.Length)];
            if (facts[name] is JsonObject or JsonArray && random.Next(8) > 0)
            {
                Change(facts[name]!, $"{path}.{name}", random);
            }
            else if (name != "known" && random.Next(3) == 0)
            {
                // A list that is partly known always says what is.
                facts.Remove(name);
            }
            else
            {
                facts[name] = Another($"{path}.{name}", random);
            }
        }
        else if (node is JsonArray list)
        {
            ChangeList(list, path, random);
        }
    }

    private void ChangeList(JsonArray list, string path, Random random)
    {
        var at = random.Next(list.Count + 1);
        if (at == list.Count)
        {
            if (list.Count < _longest.GetValueOrDefault(path) && _stated.ContainsKey($"{path}[]"))
            {
                list.Add(Another($"{path}[]", random));
            }
        }
        else if (random.Next(8) == 0)
        {
            list.RemoveAt(at);
        }
        else if (list[at] is JsonObject element)
        {
            Change(element, $"{path}[]", random);
        }
        else
        {
            list[at] = Another($"{path}[]", random);
        }
    }

    private JsonNode Another(string path, Random random) => _stated[path][random.Next(_stated[path].Count)].DeepClone();
}
