using System.Globalization;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Reading;

namespace NegotiationRules.Workflows.Writing;

/// <summary>What a workflow has no place for, kept under <c>Properties</c> of its rule so that it can be read back.</summary>
internal static class RuleProperties
{
    /// <param name="rule">The rule.</param>
    /// <param name="keepsReasons">Whether its reasons are kept, because its message does not tell all.</param>
    /// <param name="notWritten">Why it could not be written, if it could not.</param>
    public static JsonObject Of(Rule rule, bool keepsReasons, string? notWritten = null) =>
        new ObjectBuilder()
            .Add(
                KeptProperties.Key,
                new ObjectBuilder()
                    .Text("notWritten", notWritten)
                    .Text("stage", rule.Stage)
                    .Text("holder", rule.Holder)
                    .Text("strength", rule.Strength == Strength.Required ? null : NameOf(rule.Strength))
                    .Add(
                        "weight",
                        rule.Weight is 1 ? null : new JsonNumber(default, rule.Weight.ToString("R", CultureInfo.InvariantCulture))
                    )
                    .Add("isRisk", rule.IsRisk ? new JsonBoolean(default, true) : null)
                    .Text(
                        "by",
                        rule.By is Constant { Measure.Kind: MeasureKind.Day, Value.Date: var day } ? day.ToString()
                            : rule.By is Constant { Measure.Kind: MeasureKind.Instant, Value.UtcTicks: var ticks } ? Instant.ToText(ticks)
                            : null
                    )
                    .Text("title", rule.Title)
                    .Text("description", rule.Description)
                    .Add("because", keepsReasons ? ReasonsOf(rule) : null)
                    .Add("source", SourcesOf(rule))
                    .Build()
            )
            .Build();

    private static string NameOf(Strength strength) => strength switch
    {
        Strength.Expected => "expected",
        Strength.Preferred => "preferred",
        Strength.Claim => "claim",
        _ => "required",
    };

    private static JsonValue? ReasonsOf(Rule rule)
    {
        if (rule.Because is [{ Language: "" } only])
        {
            return new JsonText(default, TemplateOf(only));
        }

        var reasons = new ObjectBuilder();
        foreach (var reason in rule.Because)
        {
            reasons.Text(reason.Language, TemplateOf(reason));
        }

        return reasons.Build();
    }

    private static string TemplateOf(Reason reason) => string.Concat(reason.Parts.Select(part => part switch
    {
        ReasonWords words => words.Text,
        ReasonFact fact => $"{{{fact.Fact.Path}}}",
        ReasonParameter parameter => parameter.Value,
        ReasonElement element => $"{{{MessageWriter.NameOf(element)}}}",
        _ => throw new InvalidOperationException($"no text for {part.GetType().Name}"),
    }));

    private static JsonValue? SourcesOf(Rule rule) => rule.Sources.Count switch
    {
        0 => null,
        1 => SourceOf(rule.Sources[0]),
        _ => new JsonArray(default, [.. rule.Sources.Select(SourceOf)]),
    };

    private static JsonValue SourceOf(Citation source) => new ObjectBuilder()
        .Text("document", source.Document?.Title)
        .Text("publisher", source.Document?.Publisher)
        .Text("published", source.Document?.Published)
        .Text("speaker", source.Speaker)
        .Text("article", source.Article)
        .Text("quote", source.Quote)
        .Text("url", source.Url)
        .Build();
}
