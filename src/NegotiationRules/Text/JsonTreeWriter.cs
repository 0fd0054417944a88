using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace NegotiationRules.Text;

/// <summary>Writes a tree by the writers of the two serializers that .NET programs use: with their escapes and their indentation.</summary>
internal static class JsonTreeWriter
{
    public static void Write(Utf8JsonWriter json, JsonValue value)
    {
        switch (value)
        {
            case JsonObject o:
                json.WriteStartObject();
                WriteMembers(json, o);
                json.WriteEndObject();
                break;
            case JsonArray { Items: var items }:
                json.WriteStartArray();
                foreach (var item in items)
                {
                    Write(json, item);
                }

                json.WriteEndArray();
                break;
            case JsonText { Value: var text }:
                json.WriteStringValue(text);
                break;
            case JsonNumber { Digits: var digits }:
                json.WriteRawValue(digits);
                break;
            case JsonBoolean { Value: var flag }:
                json.WriteBooleanValue(flag);
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }

    /// <summary>The members of an object, into the one that is open.</summary>
    public static void WriteMembers(Utf8JsonWriter json, JsonObject value)
    {
        foreach (var member in value.Members)
        {
            json.WritePropertyName(member.Name);
            Write(json, member.Value);
        }
    }

    public static void Write(Newtonsoft.Json.JsonWriter json, JsonValue value)
    {
        switch (value)
        {
            case JsonObject { Members: var members }:
                json.WriteStartObject();
                foreach (var member in members)
                {
                    json.WritePropertyName(member.Name);
                    Write(json, member.Value);
                }

                json.WriteEndObject();
                break;
            case JsonArray { Items: var items }:
                json.WriteStartArray();
                foreach (var item in items)
                {
                    Write(json, item);
                }

                json.WriteEndArray();
                break;
            case JsonText { Value: var text }:
                json.WriteValue(text);
                break;
            case JsonNumber { Digits: var digits }:
                WriteNumber(json, digits);
                break;
            case JsonBoolean { Value: var flag }:
                json.WriteValue(flag);
                break;
            default:
                json.WriteNull();
                break;
        }
    }

    // As a number, not as raw text: the writer may be one that makes tokens. What no type of .NET holds is raw all the same.
    private static void WriteNumber(Newtonsoft.Json.JsonWriter json, string digits)
    {
        if (BigInteger.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
        {
            json.WriteValue(whole >= long.MinValue && whole <= long.MaxValue ? (object)(long)whole : whole);
        }
        else if (decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
            && IsWhole(exact, digits))
        {
            json.WriteValue(exact);
        }
        else if (double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) && double.IsFinite(real))
        {
            json.WriteValue(real);
        }
        else
        {
            json.WriteRawValue(digits);
        }
    }

    // Of a number that has more digits than a decimal keeps, some would be lost.
    private static bool IsWhole(decimal value, string digits) =>
        !digits.AsSpan().ContainsAny('e', 'E') && value.ToString(CultureInfo.InvariantCulture) == digits;
}
