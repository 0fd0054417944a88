using System.Text;
using NegotiationRules.Evaluation;
using NegotiationRules.Text;

namespace NegotiationRules.Workflows.Reading;

/// <summary>Fills in messages.</summary>
internal static class FilledMessage
{
    /// <summary>The message; a placeholder for something that is not known stays as it was written.</summary>
    /// <exception cref="OverflowException">A param lies beyond what can be represented.</exception>
    public static string Of(WorkflowMessage<CheckedFormula> message, JsonObject facts, Scope scenario)
    {
        var text = new StringBuilder();
        foreach (var part in message.Parts)
        {
            var (value, isWhole) = part switch
            {
                InputPart input => (Find(facts, input.Facts), input.Facts.Count == 1),
                ParamPart<CheckedFormula> param => (FormulaValues.ToJson(param.Value.Evaluate(scenario), param.Value.Span), param.IsWhole),
                _ => (null, false),
            };
            text.Append(value is null or JsonNull ? part.Written : isWhole ? MessageJson.OfWhole(value) : MessageJson.OfMember(value));
        }

        return text.ToString();
    }

    private static JsonValue? Find(JsonObject facts, IReadOnlyList<string> path)
    {
        JsonValue? at = facts;
        foreach (var name in path)
        {
            at = at is JsonObject o
                ? Unstated(
                    (o.Find(name) ?? o.Members.FirstOrDefault(m => string.Equals(m.Name, name, StringComparison.OrdinalIgnoreCase)))?.Value
                )
                : null;
        }

        return at;
    }

    // A fact may be stated with its source.
    private static JsonValue? Unstated(JsonValue? value) =>
        value is JsonObject stated && stated.Find("value") is { } member && stated.Members.All(m => m.Name is "value" or "source")
            ? member.Value
            : value;
}
