using System.Globalization;
using System.Text;
using System.Text.Json;
using NegotiationRules.Text;

namespace NegotiationRules.Workflows.Reading;

/// <summary>Writes values into messages as RulesEngine does, which takes them through a JSON serialiser.</summary>
internal static class MessageJson
{
    /// <summary>As a member of an input is written: text as it is, anything else as JSON, objects and lists over several lines.</summary>
    public static string OfMember(JsonValue value) => value is JsonText text ? text.Value : Write(value, isIndented: true);

    /// <summary>As a whole input or param is written: as JSON on one line, text in quotation marks.</summary>
    public static string OfWhole(JsonValue value) => Write(value, isIndented: false);

    private static string Write(JsonValue value, bool isIndented)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = isIndented }))
        {
            Write(writer, value);
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, JsonValue value)
    {
        switch (value)
        {
            case JsonObject o:
                writer.WriteStartObject();
                foreach (var member in o.Members)
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonArray list:
                writer.WriteStartArray();
                foreach (var item in list.Items)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case JsonText text:
                writer.WriteStringValue(text.Value);
                break;
            case JsonBoolean flag:
                writer.WriteBooleanValue(flag.Value);
                break;
            case JsonNumber { Digits: var digits }
                when decimal.TryParse(
                    digits,
                    NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture,
                    out var exact
                ):
                writer.WriteNumberValue(exact);
                break;
            case JsonNumber { Digits: var digits }
                when double.Parse(digits, CultureInfo.InvariantCulture) is var real && double.IsFinite(real):
                writer.WriteNumberValue(real);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }
}
