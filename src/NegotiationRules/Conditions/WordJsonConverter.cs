using System.Text.Json;
using System.Text.Json.Serialization;
using NegotiationRules.Conditions;

namespace NegotiationRules;

/// <summary>Writes an enumeration of this library with System.Text.Json as the word that rule files and verdicts have for it, such as
/// <c>notApplicable</c>, and reads it back.</summary>
/// <remarks>The enumerations name it in an attribute, so that nothing need be set.</remarks>
/// <typeparam name="T">The enumeration.</typeparam>
public sealed class WordJsonConverter<T> : JsonConverter<T>
    where T : struct, Enum
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">It is not one of the words.</exception>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Words.TryRead<T>(reader.GetString()!, out var value)
            ? value
            : throw new JsonException($"Write {Words.Choice<T>()}.");

    /// <inheritdoc/>
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Words.TryRead<T>(reader.GetString()!, out var value) ? value : throw new JsonException($"Write {Words.Choice<T>()}.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(Words.Of(value));
    }

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(Words.Of(value));
    }
}
