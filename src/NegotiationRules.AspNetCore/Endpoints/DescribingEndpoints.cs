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
            Signatures.None, "Lists the rule sets that are in force", typeof(IReadOnlyList<Described.RuleSetEntry>), [AnswerFormat.Json],
            StatusCodes.Status406NotAcceptable);
        group.MapGet("/{name}", (RequestDelegate)DescribeAsync).Describe(
            Signatures.NamedInLanguage, "Tells what is in a rule set",
            typeof(Described.RuleSetDetails), [AnswerFormat.Markdown, AnswerFormat.Text, AnswerFormat.Json],
            [.. NamedRules.Problems, StatusCodes.Status400BadRequest]);
        group.MapGet("/{name}/schema", (RequestDelegate)SchemaAsync).Describe(
            Signatures.Named, "A JSON Schema of the scenarios that the rules can be asked about",
            typeof(object), [AnswerFormat.JsonSchema, AnswerFormat.Json], NamedRules.Problems);
    }

    private Task ListAsync(HttpContext context)
    {
        var rules = NamedRules.SetsOf(context);
        var shown = rules.Names.Where(options.Shows).Where(name => rules.GetStatus(name).Since is not null);
        return TextAnswer.Of(context, (AnswerFormat.Json, () => RuleSetJson.List(shown.Select(name => (name, rules[name])))))
            .ExecuteAsync(context);
    }

    private Task DescribeAsync(HttpContext context) => Answer(context, rules =>
    {
        var question = Question.Of(context.Request) with { Holder = null };
        return question.FaultFor(rules) ?? TextAnswer.Of(
            context, (AnswerFormat.Markdown, rules.Describe), (AnswerFormat.Text, rules.Describe),
            (AnswerFormat.Json, () => RuleSetJson.Of(rules, question.Language)));
    });

    private Task SchemaAsync(HttpContext context) => Answer(context, rules => TextAnswer.Of(
        context, (AnswerFormat.JsonSchema, rules.Vocabulary.ToScenarioSchema), (AnswerFormat.Json, rules.Vocabulary.ToScenarioSchema)));

    private Task Answer(HttpContext context, Func<RuleSet, IResult> answer)
    {
        var name = NamedRules.Find(context, options, out var problem);
        return (name is null ? problem! : answer(NamedRules.SetsOf(context)[name])).ExecuteAsync(context);
    }
}
