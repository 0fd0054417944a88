using System.Text.Json;
using System.Text.Json.Serialization;
using NegotiationRules.Text;

namespace NegotiationRules;

/// <summary>Writes a <see cref="Diagnostic"/> as JSON with System.Text.Json, and reads it back.</summary>
/// <remarks>
/// The type names it in an attribute, so that nothing need be set. The shape is that of <c>negotiate check --format json</c>:
/// <c>code</c> and <c>severity</c> (<c>error</c> or <c>warning</c>), <c>message</c>, <c>help</c> (<c>null</c> if there is none) and
/// <c>file</c>, of what stands in a text <c>line</c>, <c>column</c> and <c>length</c>, and of what is about a fact of a scenario
/// <c>factPath</c>. One that was read back has the same members, without the text of the line.
/// </remarks>
public sealed class DiagnosticJsonConverter : JsonConverter<Diagnostic>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">It is no diagnostic.</exception>
    public override Diagnostic Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        try
        {
            return DiagnosticTree.Read(document.RootElement.GetRawText());
        }
        catch (FormatException fault)
        {
            throw new JsonException(fault.Message, fault);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Diagnostic value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        JsonTreeWriter.Write(writer, DiagnosticTree.Of(value));
    }
}
