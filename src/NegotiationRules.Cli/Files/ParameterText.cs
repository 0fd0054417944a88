using System.Text.Json;

namespace NegotiationRules.Cli.Files;

/// <summary>The value in <c>--set name=value</c>: JSON if it is a number, a boolean, a list (of objects, too) or a text in quotes,
/// otherwise a text as it stands.</summary>
internal static class ParameterText
{
    public static object? Read(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return Read(json.RootElement) ?? text;
        }
        catch (JsonException)
        {
            return text;
        }
    }

    /// <summary>The same of a value that may not be known: <c>null</c>.</summary>
    public static object? ReadOne(string text) => text == "null" ? null : Read(text);

    private static object? Read(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.TryGetInt64(out var whole) ? whole : value.TryGetDecimal(out var exact) ? exact : value.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Array => value.EnumerateArray().Select(Read).ToList(),
        JsonValueKind.Object => value.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, Read(member.Value))).ToList(),
        _ => null,
    };
}
