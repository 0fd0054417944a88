using NegotiationRules.Facts;
using NegotiationRules.Page.Opened;
using NegotiationRules.Page.Telling;
using NegotiationRules.Text;

namespace NegotiationRules.Page.Asks;

/// <summary><c>place</c>: where in the text of the scenario a fact stands, or what it would stand in.</summary>
internal static class PlaceAsk
{
    public static AnswerObject Answer(PageQuestion question, OpenFolder folder)
    {
        var source = new SourceText(question.Scenario, folder.TextOf(question.Scenario) ?? string.Empty);
        var path = ScenarioPath.TryParse(question.Text("path") ?? string.Empty, out _);
        if (path is null || JsonReader.Read(source, ReadingLimits.Default, new DiagnosticBag()) is not { } value)
        {
            return new AnswerObject();
        }

        var isWhole = true;
        foreach (var step in path.Steps)
        {
            var next = step.Name is { } name ? In(value) is JsonObject owner ? owner.Find(name)?.Value : null
                : In(value) is JsonArray list && step.Index < list.Items.Count ? list.Items[step.Index] : null;
            if (next is null)
            {
                isWhole = false;
                break;
            }

            value = next;
        }

        return new AnswerObject().Add("start", value.Span.Start).Add("length", value.Span.Length).Add("whole", isWhole);
    }

    // What is stated with its source, or not completely.
    private static JsonValue In(JsonValue value) => value is JsonObject stated
        && (stated.Find("known") ?? (stated.Find("source") is null ? null : stated.Find("value"))) is { } inner ? inner.Value : value;
}
