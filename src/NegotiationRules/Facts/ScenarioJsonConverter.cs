using System.Text.Json;
using System.Text.Json.Serialization;
using NegotiationRules.Text;

namespace NegotiationRules;

/// <summary>Reads a <see cref="Scenario"/> from JSON with System.Text.Json, and writes it: its facts, as they stand in a scenario
/// file.</summary>
/// <remarks>The type names it in an attribute, so that nothing need be set. Numbers keep their digits. The name of a scenario is not
/// written.</remarks>
public sealed class ScenarioJsonConverter : JsonConverter<Scenario>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">It is not an object, or gives a fact twice, or is nested too deep. Within it is the
    /// <see cref="ScenarioException"/>.</exception>
    public override Scenario Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        try
        {
            return Scenario.Parse(document.RootElement.GetRawText());
        }
        catch (ScenarioException fault)
        {
            throw new JsonException(fault.Message, fault);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Scenario value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        JsonTreeWriter.Write(writer, value.Root);
    }
}
