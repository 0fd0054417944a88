using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using NegotiationRules.Cli.Output;
using NegotiationRules.Workflows;

namespace NegotiationRules.Cli.Sources;

/// <summary>What a workflow does beside its outcomes, for programs:
/// <c>"events":["10"],"messages":{"Ten":"…"},"outputs":{"Twenty":5000}</c>.</summary>
internal static class WorkflowEffects
{
    /// <summary>Writes the members into the object that is open.</summary>
    public static void Write(Utf8JsonWriter json, WorkflowVerdict verdict)
    {
        json.WriteStartArray("events");
        foreach (var raised in verdict.Events)
        {
            json.WriteStringValue(raised);
        }

        json.WriteEndArray();
        json.WriteStartObject("messages");
        foreach (var rule in All(verdict).Where(rule => rule.Message is not null))
        {
            json.WriteString(rule.Rule.Id!, rule.Message);
        }

        json.WriteEndObject();
        json.WriteStartObject("outputs");
        foreach (var rule in All(verdict).Where(rule => rule.Output is not null))
        {
            json.WritePropertyName(rule.Rule.Id!);
            WriteValue(json, rule.Output);
        }

        json.WriteEndObject();
    }

    /// <summary>An output as JSON on one line.</summary>
    public static string Print(object? output)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonOutput.OneLine))
        {
            WriteValue(json, output);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>A rule and those nested in it, each before those in it.</summary>
    public static IEnumerable<WorkflowRuleVerdict> AllIn(WorkflowRuleVerdict rule) => [rule, .. rule.Children.SelectMany(AllIn)];

    private static IEnumerable<WorkflowRuleVerdict> All(WorkflowVerdict verdict) => verdict.Rules.SelectMany(AllIn);

    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool boolean:
                json.WriteBooleanValue(boolean);
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            case double number when double.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case DateTime moment:
                json.WriteStringValue(moment);
                break;
            case DateTimeOffset moment:
                json.WriteStringValue(moment);
                break;
            case DateOnly date:
                json.WriteStringValue(date.ToString("O", CultureInfo.InvariantCulture));
                break;
            case IReadOnlyDictionary<string, object?> members:
                json.WriteStartObject();
                foreach (var (name, member) in members)
                {
                    json.WritePropertyName(name);
                    WriteValue(json, member);
                }

                json.WriteEndObject();
                break;
            default:
                json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }
}
