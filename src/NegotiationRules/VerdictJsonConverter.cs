using System.Text.Json;
using System.Text.Json.Serialization;
using NegotiationRules.Reports;
using NegotiationRules.Text;

namespace NegotiationRules;

/// <summary>Writes a <see cref="Verdict"/> as JSON with System.Text.Json, in the shape of its <see cref="VerdictReport"/>.</summary>
/// <remarks>The type names it in an attribute, so that nothing need be set. Reasons are in no particular language; for another, write
/// <see cref="Verdict.ToReport"/>.</remarks>
public sealed class VerdictJsonConverter : JsonConverter<Verdict>
{
    internal const string NotRead = "A Verdict explains itself from its rules, which JSON does not hold: read a VerdictReport.";

    /// <summary>Refuses: a verdict cannot be had without its rules.</summary>
    /// <exception cref="NotSupportedException">Always. Read a <see cref="VerdictReport"/>.</exception>
    /// <inheritdoc/>
    public override Verdict Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException(NotRead);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Verdict value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        JsonTreeWriter.Write(writer, ReportTree.Of(value.ToReport()));
    }
}
