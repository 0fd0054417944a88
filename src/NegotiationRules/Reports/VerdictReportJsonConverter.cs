using System.Text.Json;
using System.Text.Json.Serialization;
using NegotiationRules.Reports;
using NegotiationRules.Text;

namespace NegotiationRules;

/// <summary>Writes a <see cref="VerdictReport"/> as JSON with System.Text.Json, and reads it back.</summary>
/// <remarks>The type names it in an attribute, so that nothing need be set; what a program has set of names and of enumerations does not
/// change the shape.</remarks>
public sealed class VerdictReportJsonConverter : JsonConverter<VerdictReport>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">It is no report; the message says what was expected.</exception>
    public override VerdictReport Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        try
        {
            return ReportReader.Read(document.RootElement.GetRawText());
        }
        catch (FormatException fault)
        {
            throw new JsonException(fault.Message, fault);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, VerdictReport value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        JsonTreeWriter.Write(writer, ReportTree.Of(value));
    }
}
