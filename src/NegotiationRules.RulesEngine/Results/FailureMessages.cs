using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace NegotiationRules.RulesEngine.Results;

/// <summary>Fills in the placeholders of error messages: <c>$(input1.country)</c>. For the results of one call.</summary>
/// <remarks>
/// A placeholder that leads nowhere stays as it is. Values are what the JSON of an input says, so attributes and converters of its types
/// count; an input is written as JSON once a call.
/// </remarks>
internal sealed partial class FailureMessages
{
    private readonly List<WrittenInput> _written = [];

    /// <summary>The message of a rule that failed.</summary>
    /// <param name="template">The message with placeholders.</param>
    /// <param name="inputs">The inputs and params of the result, by name.</param>
    public string Fill(string template, Dictionary<string, object> inputs)
    {
        if (!template.Contains("$(", StringComparison.Ordinal))
        {
            return template;
        }

        var message = template;
        foreach (Match match in Placeholder().Matches(template))
        {
            var path = match.Value[2..^1];
            if (Find(path, inputs) is { } value)
            {
                message = message.Replace(match.Value, value, StringComparison.Ordinal);
            }
        }

        return message;
    }

    private string? Find(string path, Dictionary<string, object> inputs)
    {
        var names = path.Split('.');
        if (!inputs.TryGetValue(names[0], out var input) || input is null)
        {
            return null;
        }

        var written = Write(input);
        return names.Length == 1 ? written.Json : Follow(written.Node, names.AsSpan(1));
    }

    private static string? Follow(JsonNode? node, ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            node = node is JsonObject parent && parent.TryGetPropertyValue(name, out var member) ? member : null;
        }

        return node is JsonValue value && value.TryGetValue<string>(out var text) ? text : node?.ToString();
    }

    private WrittenInput Write(object input)
    {
        foreach (var known in _written)
        {
            if (ReferenceEquals(known.Input, input))
            {
                return known;
            }
        }

        var written = new WrittenInput(input, JsonSerializer.Serialize(input));
        _written.Add(written);
        return written;
    }

    [GeneratedRegex(@"\$\(.*?\)")]
    private static partial Regex Placeholder();

    private sealed class WrittenInput(object input, string json)
    {
        private bool _isParsed;
        private JsonNode? _node;

        public object Input => input;

        public string Json => json;

        public JsonNode? Node
        {
            get
            {
                if (!_isParsed)
                {
                    (_node, _isParsed) = (JsonNode.Parse(json), true);
                }

                return _node;
            }
        }
    }
}
