using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NegotiationRules.AspNetCore.Formats;

namespace NegotiationRules.AspNetCore.Endpoints;

/// <summary>Which rule sets there are, and what is in them.</summary>
internal sealed class DescribingEndpoints(RuleEndpointOptions options)
{
    public void MapTo(RouteGroupBuilder group)
    {
        group.MapGet("", (RequestDelegate)ListAsync).Describe(
            Signatures.None, "Lists the rule sets", (typeof(IReadOnlyList<Described.RuleSetEntry>), ["application/json"]));
        group.MapGet("/{name}", (RequestDelegate)DescribeAsync).Describe(
            Signatures.Named, "Tells what is in a rule set, as data, or in words where text/markdown or text/plain is asked for",
            (typeof(Described.RuleSet), ["application/json"]),
            StatusCodes.Status404NotFound, StatusCodes.Status406NotAcceptable);
        group.MapGet("/{name}/schema", (RequestDelegate)SchemaAsync).Describe(
            Signatures.Named, "The facts that the rules may talk about, as a JSON Schema",
            (typeof(object), ["application/schema+json", "application/json"]),
            StatusCodes.Status404NotFound, StatusCodes.Status406NotAcceptable);
    }

    private Task ListAsync(HttpContext context)
    {
        var rules = NamedRules.SetsOf(context);
        var shown = rules.Names.Where(options.Shows).Select(name => (name, rules[name]));
        return TextAnswer.Of(context, (AnswerFormat.Json, () => RuleSetJson.List(shown))).ExecuteAsync(context);
    }

    private Task DescribeAsync(HttpContext context) => Answer(context, rules => TextAnswer.Of(
        context, (AnswerFormat.Markdown, rules.Describe), (AnswerFormat.Text, rules.Describe),
        (AnswerFormat.Json, () => RuleSetJson.Of(rules))));

    private Task SchemaAsync(HttpContext context) => Answer(context, rules => TextAnswer.Of(
        context, (AnswerFormat.JsonSchema, rules.Vocabulary.ToJsonSchema), (AnswerFormat.Json, rules.Vocabulary.ToJsonSchema)));

    private Task Answer(HttpContext context, Func<RuleSet, IResult> answer)
    {
        var name = NamedRules.Find(context, options, out var problem);
        return (name is null ? problem! : answer(NamedRules.SetsOf(context)[name])).ExecuteAsync(context);
    }
}
